// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/resolve.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace podium::artifacts;
namespace fs = std::filesystem;
using podium::base::ErrorCode;

Q_DECLARE_METATYPE(podium::artifacts::RecordedPlace::Kind)
Q_DECLARE_METATYPE(podium::artifacts::Resolved::How)

namespace {

void put(const fs::path& path, const char* text = "x") {
    fs::create_directories(path.parent_path());
    QFile file(QString::fromStdString(path.string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

}  // namespace

class TestResolve : public QObject {
    Q_OBJECT
private slots:
    void spelling_data();
    void spelling();
    void movedStore_data();
    void movedStore();
    void recordedInsideTheStore();
    void recordedOutsideOnly();
    void copyBesidesTheOriginal();
    void folderOfAnotherRun();
    void nothingLogged();
    void goneFromThisMachine();
    void remote();
    void remoteWithFilesBesideTheRun();
    void linkOutOfTheStore();
    void percentInAFolderName();
    void relativeToTheStoresPlace();
    void loggedModel();
    void hostileFolder();
};

void TestResolve::spelling_data() {
    using Kind = RecordedPlace::Kind;
    QTest::addColumn<QByteArray>("uri");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QByteArray>("path");
    const auto row = [](const char* name, const char* uri, Kind kind, const char* path) {
        QTest::newRow(name) << QByteArray(uri) << kind << QByteArray(path);
    };
    row("file, three slashes", "file:///home/u/mlruns/0/r/artifacts", Kind::Local,
        "/home/u/mlruns/0/r/artifacts");
    row("file, one slash", "file:/home/u/mlruns", Kind::Local, "/home/u/mlruns");
    row("file, localhost", "file://localhost/home/u", Kind::Local, "/home/u");
    row("file, other host", "file://server/share/x", Kind::Local, "/share/x");
    row("file in capitals", "FILE:///a", Kind::Local, "/a");
    row("percent", "file:///a/8.%20TRAVAIL/%C3%A9", Kind::Local, "/a/8. TRAVAIL/\xC3\xA9");
    row("percent in a bare path", "/a/b%20c", Kind::Local, "/a/b c");
    row("percent that is none", "/a/100%/x%zz%4", Kind::Local, "/a/100%/x%zz%4");
    row("percent NUL stays", "/a/%00b", Kind::Local, "/a/%00b");
    row("bare", "/home/u/mlruns/0/r/artifacts", Kind::Local, "/home/u/mlruns/0/r/artifacts");
    row("relative", "./mlruns/0/r/artifacts", Kind::Local, "./mlruns/0/r/artifacts");
    row("relative without dot", "mlruns/0/r", Kind::Local, "mlruns/0/r");
    row("relative, backslashes", "mlruns\\0\\r", Kind::Local, "mlruns/0/r");
    row("drive", "file:///C:/Users/u/mlruns/33", Kind::Windows, "C:/Users/u/mlruns/33");
    row("drive, backslashes", "file:///C:\\Users\\u\\mlruns\\33", Kind::Windows,
        "C:/Users/u/mlruns/33");
    row("drive, mixed", "file:c:/u\\mlruns/0", Kind::Windows, "c:/u/mlruns/0");
    row("drive, two slashes", "file://C:/u", Kind::Windows, "C:/u");
    row("bare drive", "C:\\Users\\u", Kind::Windows, "C:/Users/u");
    row("bare drive, slashes", "d:/runs", Kind::Windows, "d:/runs");
    row("UNC", "\\\\server\\share\\x", Kind::Windows, "//server/share/x");
    row("backslash in a POSIX name", "/a/b\\c", Kind::Local, "/a/b\\c");
    row("s3", "s3://bucket/key%20x", Kind::Remote, "//bucket/key x");
    row("proxied", "mlflow-artifacts:/0/r/artifacts", Kind::Remote, "/0/r/artifacts");
    row("dbfs", "dbfs:/databricks/mlflow", Kind::Remote, "/databricks/mlflow");
    row("empty", "", Kind::Local, "");
}

void TestResolve::spelling() {
    QFETCH(QByteArray, uri);
    QFETCH(QByteArray, path);
    const RecordedPlace place = readPlace(uri.toStdString());
    QTEST(place.kind, "kind");
    QCOMPARE(QByteArray::fromStdString(place.path), path);
}

void TestResolve::movedStore_data() {
    QTest::addColumn<QByteArray>("uri");
    QTest::newRow("file URI") << QByteArray("file:///srv/gone/mlruns/7/run1/artifacts");
    QTest::newRow("bare") << QByteArray("/srv/gone/mlruns/7/run1/artifacts");
    QTest::newRow("Windows") << QByteArray("file:///C:\\Users\\u\\mlruns\\7\\run1\\artifacts");
    QTest::newRow("Windows, spaces") << QByteArray("file:///c:/8.%20T/mlruns/7/run1/artifacts");
    QTest::newRow("renumbered experiment") << QByteArray("/srv/gone/mlruns/9/run1/artifacts");
    QTest::newRow("other place altogether") << QByteArray("file:///srv/gone/pool/xyz");
    QTest::newRow("relative") << QByteArray("./elsewhere/7/run1/artifacts");
    QTest::newRow("none") << QByteArray();
}

void TestResolve::movedStore() {
    QFETCH(QByteArray, uri);
    QTemporaryDir dir;
    const fs::path root = fs::canonical(dir.path().toStdString()) / "store";
    put(root / "7/run1/artifacts/a.txt");
    const auto found = resolve({uri.toStdString(), "7", "run1", root, "7/run1"});
    QVERIFY(found.ok());
    QCOMPARE(found.value().folder, root / "7/run1/artifacts");
    QVERIFY(found.value().how == Resolved::How::Beside);
    QVERIFY(!found.value().outsideStore);
}

void TestResolve::recordedInsideTheStore() {
    QTemporaryDir dir;
    const fs::path root = fs::canonical(dir.path().toStdString()) / "my store";
    put(root / "7/run1/artifacts/a.txt");
    QByteArray uri = "file://" + QByteArray::fromStdString((root / "7/run1/artifacts").string());
    uri.replace(' ', "%20");
    const auto found = resolve({uri.toStdString(), "7", "run1", root, "7/run1"});
    QVERIFY(found.ok());
    QVERIFY(found.value().how == Resolved::How::Recorded);
    QCOMPARE(found.value().folder, root / "7/run1/artifacts");
    // A pool inside the root, chosen as the experiment's artifact location.
    put(root / "pool/run1/artifacts/b.txt");
    const auto pooled =
        resolve({(root / "pool/run1/artifacts").string(), "7", "run1", root, "7/run1"});
    QVERIFY(pooled.ok());
    QCOMPARE(pooled.value().folder, root / "pool/run1/artifacts");
}

void TestResolve::recordedOutsideOnly() {
    QTemporaryDir dir;
    const fs::path base = fs::canonical(dir.path().toStdString());
    put(base / "pool/run1/artifacts/a.txt");
    fs::create_directories(base / "store/7/run1/artifacts");  // MLflow makes it, empty
    const auto found = resolve({"file://" + (base / "pool/run1/artifacts").string(), "7", "run1",
                                base / "store", "7/run1"});
    QVERIFY(found.ok());
    QVERIFY(found.value().how == Resolved::How::Recorded);
    QVERIFY(found.value().outsideStore);
    QCOMPARE(found.value().folder, base / "pool/run1/artifacts");
}

void TestResolve::copyBesidesTheOriginal() {
    // The original store is still there; the copy that is open shows its own files.
    QTemporaryDir dir;
    const fs::path base = fs::canonical(dir.path().toStdString());
    put(base / "original/7/run1/artifacts/a.txt");
    put(base / "copy/7/run1/artifacts/a.txt");
    const auto found = resolve({"file://" + (base / "original/7/run1/artifacts").string(), "7",
                                "run1", base / "copy", "7/run1"});
    QVERIFY(found.ok());
    QCOMPARE(found.value().folder, base / "copy/7/run1/artifacts");
}

void TestResolve::folderOfAnotherRun() {
    // A run folder that was copied by hand still names the run it was copied from.
    QTemporaryDir dir;
    const fs::path root = fs::canonical(dir.path().toStdString());
    put(root / "7/other/meta.yaml");
    put(root / "7/other/artifacts/a.txt");
    put(root / "7/run1/artifacts/b.txt");
    const auto found =
        resolve({(root / "7/other/artifacts").string(), "7", "run1", root, "7/run1"});
    QVERIFY(found.ok());
    QCOMPARE(found.value().folder, root / "7/run1/artifacts");
}

void TestResolve::nothingLogged() {
    QTemporaryDir dir;  // git keeps no empty folders: three quarters of public run folders
    const fs::path root = fs::canonical(dir.path().toStdString());
    put(root / "7/run1/meta.yaml");
    const auto found = resolve({"file:///gone/7/run1/artifacts", "7", "run1", root, "7/run1"});
    QVERIFY(found.ok());
    QVERIFY(found.value().how == Resolved::How::Nothing);
    fs::create_directories(root / "7/run1/artifacts");
    const auto empty = resolve({"file:///gone/7/run1/artifacts", "7", "run1", root, "7/run1"});
    QVERIFY(empty.ok());
    QVERIFY(empty.value().how == Resolved::How::Beside);
}

void TestResolve::goneFromThisMachine() {
    QTemporaryDir dir;
    const fs::path root = fs::canonical(dir.path().toStdString());
    put(root / "7/run1/meta.yaml");
    const auto found = resolve({"file:///gone/pool/abc", "7", "run1", root, "7/run1"});
    QVERIFY(found.failed());
    QVERIFY(found.error().code == ErrorCode::ArtifactNotFound);
    QCOMPARE(found.error().args, (std::vector<std::string>{"run1", "file:///gone/pool/abc"}));
}

void TestResolve::remote() {
    QTemporaryDir dir;
    const fs::path root = fs::canonical(dir.path().toStdString());
    fs::create_directories(root / "7/run1/artifacts");
    const auto found = resolve({"s3://bucket/7/run1/artifacts", "7", "run1", root, "7/run1"});
    QVERIFY(found.failed());
    QVERIFY(found.error().code == ErrorCode::ArtifactUnreachable);
    QCOMPARE(found.error().args, std::vector<std::string>{"s3://bucket/7/run1/artifacts"});
}

void TestResolve::remoteWithFilesBesideTheRun() {
    QTemporaryDir dir;
    const fs::path root = fs::canonical(dir.path().toStdString());
    put(root / "7/run1/artifacts/a.txt");
    const auto found = resolve({"mlflow-artifacts:/7/run1/artifacts", "7", "run1", root, "7/run1"});
    QVERIFY(found.ok());
    QCOMPARE(found.value().folder, root / "7/run1/artifacts");
}

void TestResolve::linkOutOfTheStore() {
    QTemporaryDir dir;
    const fs::path base = fs::canonical(dir.path().toStdString());
    put(base / "secret/key");
    fs::create_directories(base / "store/7/run1");
    fs::create_directory_symlink(base / "secret", base / "store/7/run1/artifacts");
    const auto found =
        resolve({"file:///gone/7/run1/artifacts", "7", "run1", base / "store", "7/run1"});
    QVERIFY(found.failed());
    QVERIFY(found.error().code == ErrorCode::ArtifactOutside);
}

void TestResolve::percentInAFolderName() {
    QTemporaryDir dir;
    const fs::path base = fs::canonical(dir.path().toStdString());
    put(base / "a%20b/x");
    const auto found = resolve({(base / "a%20b").string(), "7", "run1", {}, {}});
    QVERIFY(found.ok());
    QCOMPARE(found.value().folder, base / "a%20b");
    put(base / "a b/x");  // what MLflow would open
    const auto decodedFirst = resolve({(base / "a%20b").string(), "7", "run1", {}, {}});
    QVERIFY(decodedFirst.ok());
    QCOMPARE(decodedFirst.value().folder, base / "a b");
}

void TestResolve::relativeToTheStoresPlace() {
    QTemporaryDir dir;
    const fs::path base = fs::canonical(dir.path().toStdString());
    put(base / "pool/run1/x");
    fs::create_directories(base / "mlruns/7/run1");
    const auto found = resolve({"./pool/run1", "7", "run1", base / "mlruns", "7/run1"});
    QVERIFY(found.ok());
    QCOMPARE(found.value().folder, base / "pool/run1");
}

void TestResolve::loggedModel() {
    QTemporaryDir dir;
    const fs::path root = fs::canonical(dir.path().toStdString());
    put(root / "7/models/m-1/artifacts/MLmodel");
    const auto found =
        resolve({"file:///gone/7/models/m-1/artifacts", "7", "m-1", root, "7/models/m-1"});
    QVERIFY(found.ok());
    QCOMPARE(found.value().folder, root / "7/models/m-1/artifacts");
}

void TestResolve::hostileFolder() {
    QTemporaryDir dir;
    const fs::path base = fs::canonical(dir.path().toStdString());
    put(base / "secret/artifacts/key");
    fs::create_directories(base / "store/7");
    const auto found = resolve({"", "7", "run1", base / "store", "7/../../secret"});
    QVERIFY(found.failed());
}

QTEST_GUILESS_MAIN(TestResolve)
#include "tst_resolve.moc"
