// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plot/ticks.h"

#include <QLocale>
#include <QTest>

#include <limits>
#include <random>

using namespace podium;
using namespace podium::views;

namespace {

QStringList labels(const Ticks& ticks) {
    QStringList out;
    for (const Tick& tick : ticks)
        out << tick.label;
    return out;
}

}  // namespace

class TestTicks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        qputenv("TZ", "UTC");
        QLocale::setDefault(QLocale::c());
    }
    void numbers_data();
    void numbers();
    void steps();
    void logarithmic();
    void durations();
    void times();
    void neverTooManyNorOutside();
};

void TestTicks::numbers_data() {
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* name, double low, double high, const QString& list) {
        QTest::newRow(name) << low << high << list.split(QLatin1Char(' '));
    };
    row("loss", 0, 1.65, QStringLiteral("0.0 0.5 1.0 1.5"));
    row("accuracy", 0.8, 1, QStringLiteral("0.80 0.85 0.90 0.95 1.00"));
    row("thousands", 0, 100'000, QStringLiteral("0 20k 40k 60k 80k 100k"));
    row("millions", 0, 2'000'000, QStringLiteral("0 0.5M 1.0M 1.5M 2.0M"));
    row("small", 0, 4e-6, QStringLiteral("0 1e-6 2e-6 3e-6 4e-6"));
    row("below zero", -1, 1, QString::fromUtf8("−1.0 −0.5 0.0 0.5 1.0"));
    row("narrow and far", 10'000, 10'004, QStringLiteral("10000 10001 10002 10003 10004"));
}

void TestTicks::numbers() {
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(QStringList, expected);
    QCOMPARE(labels(numberTicks({low, high}, 5)), expected);
}

void TestTicks::steps() {
    QCOMPARE(labels(stepTicks({0, 3}, 8)), (QStringList{u"0"_qs, u"1"_qs, u"2"_qs, u"3"_qs}));
    QCOMPARE(labels(stepTicks({0.2, 0.9}, 8)), QStringList{});
}

void TestTicks::logarithmic() {
    QCOMPARE(labels(logTicks({0.001, 10}, 5)),
             (QStringList{u"0.001"_qs, u"0.01"_qs, u"0.1"_qs, u"1"_qs, u"10"_qs}));
    QCOMPARE(labels(logTicks({1e-12, 1e-4}, 4)),
             (QStringList{u"1e-12"_qs, u"1e-10"_qs, u"1e-8"_qs, u"1e-6"_qs, u"1e-4"_qs}));
    QCOMPARE(labels(logTicks({1, 10}, 6)), (QStringList{u"1"_qs, u"2"_qs, u"5"_qs, u"10"_qs}));
}

void TestTicks::durations() {
    QCOMPARE(labels(durationTicks({0, 50 * 60'000}, 5)),
             (QStringList{u"0"_qs, u"10 min"_qs, u"20 min"_qs, u"30 min"_qs, u"40 min"_qs,
                          u"50 min"_qs}));
    QCOMPARE(labels(durationTicks({0, 2000}, 4)),
             (QStringList{u"0"_qs, u"0.5 s"_qs, u"1.0 s"_qs, u"1.5 s"_qs, u"2.0 s"_qs}));
    QCOMPARE(labels(durationTicks({0, 3 * 3'600'000}, 6)),
             (QStringList{u"0"_qs, u"30 min"_qs, u"1:00 h"_qs, u"1:30 h"_qs, u"2:00 h"_qs,
                          u"2:30 h"_qs, u"3:00 h"_qs}));
}

void TestTicks::times() {
    const double midnight = 1'699'920'000'000;  // 2023-11-14 00:00 UTC
    const double hour = 3'600'000;
    QCOMPARE(labels(timeTicks({midnight + 22 * hour, midnight + 25 * hour}, 3)),
             (QStringList{u"22:00"_qs, u"23:00"_qs, u"15 Nov"_qs, u"01:00"_qs}));
    QCOMPARE(labels(timeTicks({midnight, midnight + 4 * 24 * hour}, 4)),
             (QStringList{u"14 Nov"_qs, u"15 Nov"_qs, u"16 Nov"_qs, u"17 Nov"_qs, u"18 Nov"_qs}));
    QCOMPARE(labels(timeTicks({midnight, midnight + 150 * 24 * hour}, 5)),
             (QStringList{u"Dec 2023"_qs, u"Jan 2024"_qs, u"Feb 2024"_qs, u"Mar 2024"_qs,
                          u"Apr 2024"_qs}));
}

void TestTicks::neverTooManyNorOutside() {
    std::mt19937_64 random(3);
    for (int i = 0; i < 20'000; ++i) {
        double low = std::bit_cast<double>(random());
        double high = std::bit_cast<double>(random());
        if (!std::isfinite(low) || !std::isfinite(high))
            continue;
        if (i % 2 == 0) {
            low = std::fmod(low, 1e13);
            high = std::fmod(high, 1e13);
        }
        const series::Range range = series::fit({std::min(low, high), std::max(low, high)}, 0.05);
        const double slack = (range.high - range.low) * 1e-6;
        for (const auto make : {numberTicks, stepTicks, timeTicks, durationTicks}) {
            const Ticks ticks = make(range, 6);
            QVERIFY(ticks.size() <= 30);
            for (const Tick& tick : ticks)
                QVERIFY(tick.at >= range.low - slack && tick.at <= range.high + slack);
        }
        const series::Range log = series::fit({std::abs(low), std::abs(low) * 1e9}, 0.05, true);
        QVERIFY(logTicks(log, 6).size() <= 40);
    }
}

QTEST_GUILESS_MAIN(TestTicks)
#include "tst_ticks.moc"
