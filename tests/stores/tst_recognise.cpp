// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/filestore.h"
#include "stores/filestore/recognise.h"
#include "tests/support/tree.h"

#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>
#include <unistd.h>
#include <sstream>

namespace fs = std::filesystem;
using podium::stores::filestore::recognise;
using podium::tests::buildTree;

namespace {

// One experiment 0 with one run.
constexpr const char* Store = R"(
0/
  meta.yaml = experiment_id: '0'\nname: Default\nartifact_location: x\n
  aaaa/
    meta.yaml = run_id: aaaa\nexperiment_id: '0'\nartifact_uri: x\n
    params/
      a = 1
)";

std::string indented(const char* drawing, const char* below) {
    std::string result;
    std::string folders(below);
    std::string margin;
    for (std::size_t at = 0; at < folders.size();) {
        const std::size_t end = folders.find('/', at);
        result += margin + folders.substr(at, end - at) + "/\n";
        margin += "  ";
        at = end + 1;
    }
    std::istringstream lines{drawing};
    for (std::string line; std::getline(lines, line);)
        result += margin + line + '\n';
    return result;
}

}  // namespace

class RecogniseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void unreadable();
    void followsALinkToTheStore();
    void infoNamesTheRoot();
};

void RecogniseTest::finds_data() {
    QTest::addColumn<QByteArray>("tree");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("found");  // the root, or "! code"
    const auto row = [](const char* name, const std::string& tree, const char* path,
                        const char* found) {
        QTest::newRow(name) << QByteArray::fromStdString(tree) << QByteArray(path)
                            << QByteArray(found);
    };
    row("root", indented(Store, "mlruns/"), "mlruns", "mlruns");
    row("trailing slash", indented(Store, "mlruns/"), "mlruns/", "mlruns");
    row("folder around", indented(Store, "mlruns/"), "", "mlruns");
    row("other name", indented(Store, "notebooks/archive-2/"), "notebooks/archive-2",
        "notebooks/archive-2");
    row("named like a database", indented(Store, "mlflow.db/"), "mlflow.db", "mlflow.db");
    row("experiment", indented(Store, "mlruns/"), "mlruns/0", "mlruns");
    row("run", indented(Store, "mlruns/"), "mlruns/0/aaaa", "mlruns");
    row("trashed experiment", indented(Store, "mlruns/.trash/"), "mlruns/.trash/0", "mlruns");
    row("trashed run", indented(Store, "mlruns/.trash/"), "mlruns/.trash/0/aaaa", "mlruns");
    row("only trash", indented(Store, "mlruns/.trash/"), "mlruns", "mlruns");
    row("trash folder", indented(Store, "mlruns/") + "  .trash/\n", "mlruns/.trash", "mlruns");
    row("twice, inner real", indented(Store, "mlruns/mlruns/"), "mlruns", "mlruns/mlruns");
    row("twice from above, inner real", indented(Store, "mlruns/mlruns/"), "", "mlruns/mlruns");
    row("twice, outer real",
        indented(Store, "mlruns/") +
            "  mlruns/\n    0/\n      meta.yaml = experiment_id: '0'\\nname: D\\n\n",
        "mlruns", "mlruns");
    row("twice, both with experiments, inner with runs",
        std::string("mlruns/\n  0/\n    meta.yaml = experiment_id: '0'\\nname: D\\n\n  mlruns/\n") +
            indented(Store, "mlruns/mlruns/"),
        "mlruns", "mlruns/mlruns");
    row("registry only",
        "mlruns/\n  models/\n    m/\n      meta.yaml = name: m\\ncreation_timestamp: 1\\n\n",
        "mlruns", "mlruns");
    row("registry folder", indented(Store, "mlruns/") + "  models/\n    m/\n", "mlruns/models",
        "mlruns");
    row("experiments without meta", "mlruns/\n  5/\n    aaaa/\n      meta.yaml = run_id: aaaa\\n\n",
        "mlruns", "mlruns");
    row("fresh store", "mlruns/\n  .trash/\n", "mlruns", "mlruns");
    row("artifacts only", "mlruns/\n  1/\n    aaaa/\n      artifacts/\n        m = x\n", "mlruns",
        "! artifact-root-only");
    row("artifacts only, from above", "mlruns/\n  1/\n    aaaa/\n      artifacts/\n        m = x\n",
        "", "! artifact-root-only");
    row("empty", "mlruns/\n", "mlruns", "! not-a-store");
    row("code", "src/\n  main.py = x\n  lib/\n    a.py = x\n", "src", "! not-a-store");
    row("missing", "a/\n", "nothing/here", "! path-not-found");
    row("text file", "notes.txt = hello\n", "notes.txt", "! not-a-database");
    row("empty file", "notes.txt\n", "notes.txt", "! not-a-database");
    row("database", "m.db = SQLite format 3\\x00 and so on\n", "m.db", "! unsupported-source");
}

void RecogniseTest::finds() {
    QFETCH(QByteArray, tree);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, found);
    const QTemporaryDir dir;
    const fs::path root = fs::canonical(dir.path().toStdString());
    QVERIFY(buildTree(root, tree.toStdString()));
    const auto got = recognise(root / path.toStdString());
    if (got.ok())
        QCOMPARE(QByteArray::fromStdString(got.value().lexically_relative(root).string()), found);
    else
        QCOMPARE("! " + QByteArray::fromStdString(std::string(codeName(got.error().code))), found);
}

void RecogniseTest::unreadable() {
    if (::geteuid() == 0)
        QSKIP("root may read everything");
    const QTemporaryDir dir;
    const fs::path root = dir.path().toStdString();
    QVERIFY(buildTree(root, indented(Store, "mlruns/")));
    QCOMPARE(::chmod((root / "mlruns").c_str(), 0), 0);
    const auto got = recognise(root / "mlruns");
    ::chmod((root / "mlruns").c_str(), 0700);
    QVERIFY(got.failed());
    QCOMPARE(got.error().code, podium::base::ErrorCode::PathNotReadable);
}

void RecogniseTest::followsALinkToTheStore() {
    const QTemporaryDir dir;
    const fs::path root = fs::canonical(dir.path().toStdString());
    QVERIFY(buildTree(root, indented(Store, "mlruns/") + "link -> mlruns\n"));
    const auto got = recognise(root / "link");
    QVERIFY(got.ok());
    QVERIFY(got.value() == root / "mlruns");
}

void RecogniseTest::infoNamesTheRoot() {
    const QTemporaryDir dir;
    const fs::path root = fs::canonical(dir.path().toStdString());
    QVERIFY(buildTree(root, indented(Store, "mlruns/")));
    const auto store = podium::stores::FileStore::open(root);
    QVERIFY(store.ok());
    QCOMPARE(store.value()->info().kind, std::string("filestore"));
    QCOMPARE(store.value()->info().root, (root / "mlruns").string());
    QVERIFY(podium::stores::FileStore::open(root / "no").failed());
}

QTEST_GUILESS_MAIN(RecogniseTest)
#include "tst_recognise.moc"
