// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/archive.h"
#include "tests/artifacts/samples.h"

#include <QElapsedTimer>
#include <QTemporaryFile>
#include <QTest>

#include <zlib.h>

using namespace podium;
using namespace podium::artifacts;
using tests::bytesOf;
using tests::sample;

namespace {

/// `size` times the letter a as gzip: about a thousandth of it.
QByteArray gzipBomb(qint64 size) {
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
    QByteArray letters(1 << 20, 'a');
    QByteArray block(1 << 16, '\0');
    QByteArray out;
    for (qint64 at = 0; at <= size;) {
        stream.next_in = reinterpret_cast<Bytef*>(letters.data());
        stream.avail_in = static_cast<uInt>(std::min<qint64>(letters.size(), size - at));
        const bool last = at + stream.avail_in >= size;
        at += letters.size();
        do {
            stream.next_out = reinterpret_cast<Bytef*>(block.data());
            stream.avail_out = static_cast<uInt>(block.size());
            deflate(&stream, last ? Z_FINISH : Z_NO_FLUSH);
            out.append(block.constData(), block.size() - static_cast<qsizetype>(stream.avail_out));
        } while (stream.avail_out == 0);
    }
    deflateEnd(&stream);
    return out;
}

}  // namespace

class TestArchives : public QObject {
    Q_OBJECT
private slots:
    void namesAreHarmless();
    void streams_data();
    void streams();
    void tarInside();
    void contentOfOne();
    void bombs();
    void notPacked_data();
    void notPacked();
    void cancelled();
};

void TestArchives::namesAreHarmless() {
    const QByteArray content = sample("names.zip");
    const auto listing = listPacked(bytesOf(content));
    QVERIFY(listing.ok());
    std::map<std::string, bool> tame;
    for (const PackedFile& file : listing.value().files)
        tame[file.path] = file.isTame;
    QCOMPARE(tame.size(), std::size_t{6});
    QVERIFY(tame.at("plain.txt") && tame.at("folder/data.csv"));
    QVERIFY(!tame.at("../escape.txt") && !tame.at("/absolute.txt"));
    QVERIFY(!tame.at("folder/../../up.txt"));
    QVERIFY(!listing.value().isStream);
    QCOMPARE(listing.value().files[0].size, 8);
    QVERIFY(listing.value().files[0].modified > 1'704'000'000'000);
}

void TestArchives::streams_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("filter");
    QTest::newRow("gzip") << QByteArray("table.csv.gz") << u"gzip"_qs;
    QTest::newRow("zstd") << QByteArray("table.csv.zst") << u"zstd"_qs;
}

void TestArchives::streams() {
    QFETCH(QByteArray, name);
    const QByteArray content = sample(name.constData());
    const auto listing = listPacked(bytesOf(content));
    QVERIFY(listing.ok());
    QVERIFY(listing.value().isStream);
    QTEST(QString::fromStdString(listing.value().filter), "filter");
    const auto inside = unpackToMemory(bytesOf(content), 0, 1000);
    QVERIFY(inside.ok());
    QCOMPARE(inside.value(), std::string("a,b\n1,2\n"));
}

void TestArchives::tarInside() {
    const QByteArray content = sample("names.tar.gz");
    const auto listing = listPacked(bytesOf(content));
    QVERIFY(listing.ok() && !listing.value().isStream);
    QCOMPARE(listing.value().files.size(), std::size_t{3});
    QVERIFY(listing.value().files[0].isTame && !listing.value().files[1].isTame);
    QVERIFY(listing.value().files[2].isLink);
}

void TestArchives::contentOfOne() {
    const QByteArray content = sample("names.zip");
    QTemporaryFile target;
    QVERIFY(target.open());
    base::Progress progress;
    const auto done = unpackFile(bytesOf(content), 2, target.handle(), {}, progress);
    QVERIFY(done.ok());
    QCOMPARE(done.value(), 8);
    QVERIFY(target.seek(0));
    QCOMPARE(target.readAll(), QByteArray("a,b\n1,2\n"));
    QCOMPARE(progress.done.load(), 8);
    QVERIFY(unpackToMemory(bytesOf(content), 99, 1000).failed());
}

/// 1 GB of one letter in 1 MB: as a file, and before the second file of a tar.
void TestArchives::bombs() {
    const QByteArray bomb = gzipBomb(qint64{1} << 30);
    QVERIFY(bomb.size() < 2 << 20);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(listPacked(bytesOf(bomb)).ok());
    const auto inside = unpackToMemory(bytesOf(bomb), 0, 16 << 20);
    QVERIFY(inside.failed());
    QCOMPARE(inside.error().code, base::ErrorCode::ArtifactTooLarge);
    QTemporaryFile target;
    QVERIFY(target.open());
    base::Progress progress;
    PackedBounds bounds;
    bounds.bytes = 16 << 20;
    QVERIFY(unpackFile(bytesOf(bomb), 0, target.handle(), bounds, progress).failed());
    QVERIFY(target.size() <= bounds.bytes);
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

void TestArchives::notPacked_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("words") << QByteArray("hello");
    QTest::newRow("zip without an end") << sample("names.zip").left(20);
    QTest::newRow("gzip of nothing") << QByteArray("\x1F\x8B\x08\0", 4);
    QTest::newRow("7z of nothing") << QByteArray("7z\xBC\xAF\x27\x1C\0\4", 8);
}

void TestArchives::notPacked() {
    QFETCH(QByteArray, content);
    const auto listing = listPacked(bytesOf(content));
    const bool refused = listing.failed() || listing.value().files.empty() ||
                         unpackToMemory(bytesOf(content), 0, 1000).failed();
    QVERIFY(refused);
}

void TestArchives::cancelled() {
    std::stop_source stop;
    stop.request_stop();
    const QByteArray content = sample("names.tar.gz");
    QVERIFY(listPacked(bytesOf(content), {}, stop.get_token()).cancelled());
}

QTEST_GUILESS_MAIN(TestArchives)
#include "tst_archives.moc"
