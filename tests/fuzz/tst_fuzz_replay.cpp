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

QTEST_GUILESS_MAIN(FuzzReplayTest)
#include "tst_fuzz_replay.moc"
