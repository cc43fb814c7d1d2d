// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/entries.h"

#include <QDir>
#include <QtTest>

// Runs the fuzzer's seeds, and what it ever found, through the functions that it calls.
class FuzzReplayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void meta_data() { seeds("meta"); }
    void meta() { replay(podium::fuzz::meta); }
    void metricLines_data() { seeds("metriclines"); }
    void metricLines() { replay(podium::fuzz::metricLines); }
    void ini_data() { seeds("ini"); }
    void ini() { replay(podium::fuzz::ini); }
    void url_data() { seeds("url"); }
    void url() { replay(podium::fuzz::url); }
    void packed_data() { seeds("packed"); }
    void packed() { replay(podium::fuzz::packed); }
    void events_data() { seeds("events"); }
    void events() { replay(podium::fuzz::events); }
    void gate_data() { seeds("gate"); }
    void gate() { replay(podium::fuzz::gate); }
    void artifact_data() { seeds("artifact"); }
    void artifact() { replay(podium::fuzz::artifact); }
    void damagedSamples_data();
    void damagedSamples();

private:
    static void seeds(const char* kind);
    static void replay(void (*entry)(const std::uint8_t*, std::size_t));
};

void FuzzReplayTest::seeds(const char* kind) {
    QTest::addColumn<QString>("file");
    const QDir dir(QStringLiteral(PODIUM_TEST_DATA "/fuzz/") + QLatin1String(kind));
    const auto files = dir.entryInfoList(QDir::Files, QDir::Name);
    QVERIFY(files.size() >= 10);
    for (const QFileInfo& file : files)
        QTest::newRow(qPrintable(file.fileName())) << file.filePath();
}

void FuzzReplayTest::replay(void (*entry)(const std::uint8_t*, std::size_t)) {
    QFETCH(QString, file);
    QFile input(file);
    QVERIFY(input.open(QIODevice::ReadOnly));
    const QByteArray content = input.readAll();
    const std::vector<std::uint8_t> bytes(content.begin(), content.end());
    entry(bytes.data(), bytes.size());
}

void FuzzReplayTest::damagedSamples_data() {
    QTest::addColumn<QString>("file");
    const QDir dir(QStringLiteral(PODIUM_TEST_DATA "/artifacts"));
    for (const QFileInfo& file : dir.entryInfoList(QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(file.fileName())) << file.filePath();
}

/// What real libraries wrote, with each of its bytes changed (of longer files every so many), and
/// cut behind it.
void FuzzReplayTest::damagedSamples() {
    QFETCH(QString, file);
    QFile input(file);
    QVERIFY(input.open(QIODevice::ReadOnly));
    const QByteArray content = input.readAll();
    const qsizetype step = 1 + content.size() / 150;
    for (qsizetype at = 0; at < content.size(); at += step) {
        std::vector<std::uint8_t> bytes(content.begin(), content.end());
        for (const int value : {0x00, 0x7F, 0xFF}) {
            bytes[static_cast<std::size_t>(at)] = static_cast<std::uint8_t>(value);
            podium::fuzz::artifact(bytes.data(), bytes.size());
        }
        podium::fuzz::artifact(bytes.data(), static_cast<std::size_t>(at));
    }
}

QTEST_GUILESS_MAIN(FuzzReplayTest)
#include "tst_fuzz_replay.moc"
