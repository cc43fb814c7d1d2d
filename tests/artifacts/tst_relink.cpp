// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/listing.h"
#include "artifacts/relink.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using namespace podium::artifacts;
namespace fs = std::filesystem;

/// Stores that were moved, whose root was renamed, and that come from Windows.
class TestRelink : public QObject {
    Q_OBJECT
private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void spellings_data();
    void spellings();
    void countsBeforeTaken();
    void renamedRootOfArtifacts();
    void mirrorOfABucket();
    void neverLeavesTheRoot();
    void nothingThere();
    void ruleIsTheLastResort();
    void cancelled();

private:
    [[nodiscard]] fs::path root() const { return m_dir->path().toStdString(); }
    fs::path put(const std::string& folder) {
        fs::create_directories(root() / folder);
        QFile file(QFile::decodeName((root() / folder / "a.txt").c_str()));
        (void)file.open(QIODevice::WriteOnly);
        file.write("x");
        return fs::canonical(root() / folder);
    }
    std::vector<RelinkProposal> propose(const std::vector<RelinkItem>& items,
                                        const fs::path& folder) {
        base::Progress progress;
        const auto found = proposeRelinks(items, folder, progress);
        return found.ok() ? found.value() : std::vector<RelinkProposal>();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestRelink::spellings_data() {
    QTest::addColumn<QByteArray>("uri");
    QTest::addColumn<QByteArray>("from");
    const auto row = [](const char* name, const char* uri, const char* from) {
        QTest::newRow(name) << QByteArray(uri) << QByteArray(from);
    };
    row("URI", "file:///home/u/ml%20runs/0/abc/artifacts", "/home/u/ml runs");
    row("bare path", "/home/u/mlruns/0/abc/artifacts", "/home/u/mlruns");
    row("Windows URI", "file:///C:/Users/u/mlruns/0/abc/artifacts", "C:/Users/u/mlruns");
    row("Windows with backslashes", "file:///C:\\Users\\u\\mlruns\\0\\abc\\artifacts",
        "C:/Users/u/mlruns");
    row("Windows of two kinds", "file:c:/8.%20TRAVAIL\\mlruns/0\\abc/artifacts",
        "c:/8. TRAVAIL/mlruns");
    row("bare drive", "D:\\ml\\0\\abc\\artifacts", "D:/ml");
    row("UNC", "\\\\server\\share\\ml\\0\\abc\\artifacts", "//server/share/ml");
    row("relative", "./mlruns/0/abc/artifacts", "./mlruns");
    row("served", "mlflow-artifacts:/0/abc/artifacts", "mlflow-artifacts:");
    row("bucket", "s3://bucket/team/0/abc/artifacts", "s3://bucket/team");
    row("dbfs", "dbfs:/databricks/mlflow-tracking/0/abc/artifacts",
        "dbfs:/databricks/mlflow-tracking");
}

void TestRelink::spellings() {
    QFETCH(QByteArray, uri);
    QFETCH(QByteArray, from);
    const fs::path place = put("kept/0/abc/artifacts");
    const auto found = propose({{"abc", uri.toStdString()}}, root() / "kept");
    QVERIFY(!found.empty());
    QCOMPARE(found.front().rule.from, from.toStdString());
    QCOMPARE(found.front().found, std::size_t{1});
    QCOMPARE(relinked(found.front().rule, uri.toStdString()), place);
    QCOMPARE(found.front().example, std::string("0/abc/artifacts"));
}

void TestRelink::countsBeforeTaken() {
    std::vector<RelinkItem> items;
    for (int i = 0; i < 300; ++i) {
        const std::string id = "run" + std::to_string(i);
        items.push_back({id, "file:///old/mlruns/1/" + id + "/artifacts"});
        if (i % 3 != 0)
            put("new/1/" + id + "/artifacts");
    }
    for (int i = 0; i < 20; ++i)
        items.push_back({"other" + std::to_string(i), "s3://elsewhere/other" + std::to_string(i)});
    const auto found = propose(items, root() / "new");
    QVERIFY(!found.empty());
    QCOMPARE(found.front().rule.from, std::string("/old/mlruns"));
    QCOMPARE(found.front().found, std::size_t{200});
    QCOMPARE(found.front().of, std::size_t{300});
}

/// What MLflow calls mlartifacts is called otherwise here, and lies one folder deeper.
void TestRelink::renamedRootOfArtifacts() {
    const fs::path place = put("archive/2024/runs/7/abc/artifacts");
    const auto found =
        propose({{"abc", "file:///srv/mlartifacts/7/abc/artifacts"}}, root() / "archive/2024/runs");
    QVERIFY(!found.empty());
    const Owner owner{
        "file:///srv/mlartifacts/7/abc/artifacts", "7", "abc", root(), "", {found.front().rule}};
    const auto resolved = resolve(owner);
    QVERIFY(resolved.ok());
    QCOMPARE(resolved.value().how, Resolved::How::Relinked);
    QCOMPARE(resolved.value().folder, place);
    const auto listing = artifacts::list(resolved.value().folder, "");
    QCOMPARE(listing.value().entries.size(), std::size_t{1});
}

void TestRelink::mirrorOfABucket() {
    const fs::path place = put("mirror/7/abc/artifacts");
    Owner owner{"s3://bucket/x/7/abc/artifacts", "7", "abc", root(), "", {}};
    QCOMPARE(resolve(owner).error().code, base::ErrorCode::ArtifactUnreachable);
    owner.rules = {{"s3://bucket/x", root() / "mirror"}};
    QCOMPARE(resolve(owner).value().folder, place);
    owner.rules = {{"s3://bucket/y", root() / "mirror"}};
    QVERIFY(resolve(owner).failed());
}

/// Neither links nor names lead out of the folder that was chosen.
void TestRelink::neverLeavesTheRoot() {
    put("secret/abc/artifacts");
    fs::create_directories(root() / "chosen");
    fs::create_directory_symlink(root() / "secret", root() / "chosen/0");
    QVERIFY(propose({{"abc", "/old/0/abc/artifacts"}}, root() / "chosen").empty());
    QVERIFY(relinked({"/old", root() / "chosen"}, "/old/0/abc/artifacts").empty());
    QVERIFY(relinked({"/old", root() / "chosen"}, "/old/../secret/abc/artifacts").empty());
    QVERIFY(propose({{"abc", "/old/../secret/abc/artifacts"}}, root() / "chosen").empty());
    // A prefix ends where a part ends.
    put("chosen/x/abc/artifacts");
    QVERIFY(relinked({"/ol", root() / "chosen"}, "/old/x/abc/artifacts").empty());
    QVERIFY(!relinked({"/old", root() / "chosen"}, "/old/x/abc/artifacts").empty());
}

void TestRelink::nothingThere() {
    put("other/things");
    // A folder of the same end without the run's id is no evidence.
    put("other/artifacts");
    QVERIFY(propose({{"abc", "/old/0/abc/artifacts"}}, root() / "other").empty());
    base::Progress progress;
    QVERIFY(proposeRelinks({}, root() / "nowhere", progress).failed());
}

/// A rule never takes the place of what the store itself has.
void TestRelink::ruleIsTheLastResort() {
    put("elsewhere/0/abc/artifacts");
    const fs::path own = put("store/0/abc/artifacts");
    const Owner owner{"/old/0/abc/artifacts", "0",     "abc",
                      root() / "store",       "0/abc", {{"/old", root() / "elsewhere"}}};
    QCOMPARE(resolve(owner).value().folder, own);
    QCOMPARE(resolve(owner).value().how, Resolved::How::Beside);
}

void TestRelink::cancelled() {
    std::stop_source stop;
    stop.request_stop();
    base::Progress progress;
    QVERIFY(proposeRelinks({{"a", "/a"}}, root(), progress, stop.get_token()).cancelled());
}

QTEST_GUILESS_MAIN(TestRelink)
#include "tst_relink.moc"
