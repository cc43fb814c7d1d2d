// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/listing.h"
#include "artifacts/open.h"
#include "artifacts/recognise.h"
#include "artifacts/resolve.h"
#include "tests/support/fixtures.h"

#include <sys/stat.h>
#include <unistd.h>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace podium::artifacts;
namespace fs = std::filesystem;
using podium::base::ErrorCode;

namespace {

void put(const fs::path& path, const QByteArray& bytes = "x") {
    fs::create_directories(path.parent_path());
    QFile file(QFile::decodeName(path.c_str()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

std::vector<std::string> names(const Listing& listing) {
    std::vector<std::string> all;
    for (const Entry& entry : listing.entries)
        all.push_back(entry.name);
    return all;
}

const Entry* entryOf(const Listing& listing, std::string_view path) {
    for (const Entry& entry : listing.entries) {
        if (entry.path == path)
            return &entry;
    }
    return nullptr;
}

}  // namespace

class TestListing : public QObject {
    Q_OBJECT
private slots:
    void init();
    void naturalOrder_data();
    void naturalOrder();
    void foldersFirst();
    void hostileNames();
    void links();
    void strangers();
    void bounds();
    void unsafePaths_data();
    void unsafePaths();
    void ranges();
    void sameAsMlflow_data();
    void sameAsMlflow();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    fs::path m_root;
};

void TestListing::init() {
    m_dir = std::make_unique<QTemporaryDir>();
    m_root = fs::canonical(m_dir->path().toStdString()) / "artifacts";
    fs::create_directories(m_root);
}

void TestListing::naturalOrder_data() {
    QTest::addColumn<QByteArray>("less");
    QTest::addColumn<QByteArray>("more");
    QTest::newRow("number") << QByteArray("epoch_2.ckpt") << QByteArray("epoch_10.ckpt");
    QTest::newRow("leading zeros") << QByteArray("a09b") << QByteArray("a10b");
    QTest::newRow("case") << QByteArray("Alpha") << QByteArray("beta");
    QTest::newRow("beyond 64 bits")
        << QByteArray("a99999999999999999999999") << QByteArray("a100000000000000000000000");
    QTest::newRow("prefix") << QByteArray("run") << QByteArray("run1");
    QTest::newRow("equal but for bytes") << QByteArray("A1") << QByteArray("a1");
}

void TestListing::naturalOrder() {
    QFETCH(QByteArray, less);
    QFETCH(QByteArray, more);
    QVERIFY(naturalLess(less.toStdString(), more.toStdString()));
    QVERIFY(!naturalLess(more.toStdString(), less.toStdString()));
    QVERIFY(!naturalLess(less.toStdString(), less.toStdString()));
}

void TestListing::foldersFirst() {
    put(m_root / "b.txt", "12345");
    put(m_root / "epoch_10");
    put(m_root / "epoch_9");
    put(m_root / "zfolder/x");
    const auto listing = list(m_root, "");
    QVERIFY(listing.ok());
    QCOMPARE(names(listing.value()),
             (std::vector<std::string>{"zfolder", "b.txt", "epoch_9", "epoch_10"}));
    QVERIFY(listing.value().entries[0].isFolder);
    QCOMPARE(listing.value().entries[1].size, 5);
    QVERIFY(listing.value().entries[1].modified > 1'500'000'000'000);
    QVERIFY(list(m_root, "gone").failed());
}

void TestListing::hostileNames() {
    const std::string raw = "bad \xFF\xC3 name\nwith line.txt";
    put(m_root / "dir \xE5\xAD\x90" / raw, "hello");
    const auto listing = listAll(m_root);
    QVERIFY(listing.ok());
    QCOMPARE(listing.value().entries.size(), 2U);
    const Entry& entry = listing.value().entries[1];
    QCOMPARE(entry.name, "bad \xEF\xBF\xBD\xEF\xBF\xBD name\nwith line.txt");
    const auto file = File::open(m_root, entry.raw);
    QVERIFY(file.ok());
    QCOMPARE(file.value()->read(0, 100).value(), "hello");
}

void TestListing::links() {
    put(m_root.parent_path() / "secret/key", "secret");
    put(m_root / "real/model.bin", "model");
    fs::create_symlink("real/model.bin", m_root / "latest");
    fs::create_symlink("real", m_root / "current");
    fs::create_symlink(m_root.parent_path() / "secret/key", m_root / "out");
    fs::create_symlink("../secret", m_root / "outdir");
    fs::create_symlink("nowhere", m_root / "dangling");
    fs::create_symlink(".", m_root / "loop");
    fs::create_symlink("self", m_root / "self");
    const auto listing = listAll(m_root);
    QVERIFY(listing.ok());
    const auto code = [&](std::string_view path) {
        const Entry* entry = entryOf(listing.value(), path);
        return entry && entry->problem ? entry->problem->code : ErrorCode::Internal;
    };
    for (const char* path : {"out", "outdir", "dangling", "self"})
        QVERIFY2(code(path) == ErrorCode::SymlinkOutside, path);
    const Entry* latest = entryOf(listing.value(), "latest");
    QVERIFY(latest && latest->isLink && !latest->isFolder && !latest->problem);
    QCOMPARE(latest->size, 5);
    const Entry* current = entryOf(listing.value(), "current");
    QVERIFY(current && current->isLink && current->isFolder);
    QVERIFY(!entryOf(listing.value(), "current/model.bin"));  // a link is not walked into
    QCOMPARE(listing.value().entries.size(), 9U);

    QCOMPARE(File::open(m_root, "latest").value()->read(0, 10).value(), "model");
    for (const char* path : {"out", "outdir/key", "self", "loop/out"}) {
        const auto file = File::open(m_root, path);
        QVERIFY2(file.failed() && file.error().code == ErrorCode::ArtifactOutside, path);
    }
    QVERIFY(openFolder(m_root, "outdir").failed());
}

void TestListing::strangers() {
    QCOMPARE(::mkfifo((m_root / "pipe").c_str(), 0600), 0);
    const auto listing = list(m_root, "");
    QVERIFY(listing.ok());
    QVERIFY(listing.value().entries[0].problem->code == ErrorCode::UnexpectedEntry);
    const auto opened = File::open(m_root, "pipe");  // would hang if it were opened plainly
    QVERIFY(opened.failed());
    QVERIFY(opened.error().code == ErrorCode::UnexpectedEntry);
    QVERIFY(File::open(m_root, "gone").error().code == ErrorCode::PathNotFound);
}

void TestListing::bounds() {
    std::string deep;
    for (int i = 0; i < 80; ++i)
        deep += "d/";
    put(m_root / (deep + "x"));
    const auto listing = listAll(m_root);
    QVERIFY(listing.ok());
    QVERIFY(listing.value().truncated);
    QCOMPARE(listing.value().entries.size(), 64U);
    for (int i = 0; i < 20; ++i)
        put(m_root / ("f" + std::to_string(i)));
    const auto few = list(m_root, "", {10, 64});
    QVERIFY(few.ok());
    QVERIFY(few.value().truncated);
    QCOMPARE(few.value().entries.size(), 10U);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(listAll(m_root, {}, stop.get_token()).cancelled());
}

void TestListing::unsafePaths_data() {
    QTest::addColumn<QByteArray>("path");
    for (const char* path :
         {"", "/etc/passwd", "..", "../x", "a/../b", "a/..", "./a", "a//b", "a/"})
        QTest::newRow(*path ? path : "empty") << QByteArray(path);
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
}

void TestListing::unsafePaths() {
    QFETCH(QByteArray, path);
    QVERIFY(!isSafePath(path.toStdString()));
    const auto file = File::open(m_root, path.toStdString());
    QVERIFY(file.failed());
    QVERIFY(file.error().code == ErrorCode::ArtifactOutside);
    QVERIFY(isSafePath("..a/b..c/..."));
}

void TestListing::ranges() {
    put(m_root / "f", "0123456789");
    const auto file = File::open(m_root, "f").value();
    QCOMPARE(file->size(), 10);
    QCOMPARE(file->read(3, 4).value(), "3456");
    QCOMPARE(file->read(8, 100).value(), "89");
    QCOMPARE(file->read(10, 1).value(), "");
    QCOMPARE(file->read(-1, 1).value(), "");
    QCOMPARE(::truncate((m_root / "f").c_str(), 4), 0);  // cut while it is open
    QCOMPARE(file->read(0, 100).value(), "0123");
}

void TestListing::sameAsMlflow_data() {
    QTest::addColumn<QString>("store");
    for (const char* store : {"filestore-1.26", "filestore-2.17", "filestore-3.11"})
        QTest::newRow(store) << QString::fromLatin1(store);
}

/// Every run of the stores that real MLflow wrote: the moved store's artifacts are found, and they
/// are what MLflow's own client listed where the store was made.
void TestListing::sameAsMlflow() {
    QFETCH(QString, store);
    const podium::tests::Fixture fixture(store);
    QVERIFY2(fixture.ok(), qPrintable(fixture.error()));
    const QJsonObject expected = fixture.expected();
    const QJsonObject runs = expected[u"runs"].toObject();
    const QJsonObject artifacts = expected[u"artifacts"].toObject();
    QVERIFY(!artifacts.isEmpty());
    int files = 0;
    for (auto it = artifacts.begin(); it != artifacts.end(); ++it) {
        const QJsonObject run = runs[it.key()].toObject();
        const QJsonObject info = run.contains(u"info") ? run[u"info"].toObject() : run;
        const std::string experiment = info[u"experiment_id"].toString().toStdString();
        const std::string id = it.key().toStdString();
        std::string folder = experiment + '/' + id;
        if (!fs::exists(fixture.mlruns() / folder))
            folder = ".trash/" + folder;
        const auto found = resolve({info[u"artifact_uri"].toString().toStdString(), experiment, id,
                                    fixture.mlruns(), folder});
        QVERIFY2(found.ok(), id.c_str());
        const auto listing = listAll(found.value().folder);
        QStringList have;
        if (found.value().how != Resolved::How::Nothing) {
            QVERIFY2(listing.ok(), id.c_str());
            for (const Entry& entry : listing.value().entries)
                have << QString::fromStdString(entry.path) +
                            (entry.isFolder ? u"/"_qs : u" %1"_qs.arg(entry.size));
        }
        QStringList want;
        for (const QJsonValue value : it.value().toArray()) {
            const QJsonObject item = value.toObject();
            want << item[u"path"].toString() +
                        (item[u"is_dir"].toBool() ? u"/"_qs
                                                  : u" %1"_qs.arg(item[u"file_size"].toInteger()));
        }
        have.sort();
        want.sort();
        QCOMPARE(have, want);
        files += static_cast<int>(want.size());
    }
    QVERIFY(files > 100);
}

QTEST_GUILESS_MAIN(TestListing)
#include "tst_listing.moc"
