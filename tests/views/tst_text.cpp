// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/text/text.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace podium;
using namespace podium::views;

constexpr double Infinity = std::numeric_limits<double>::infinity();

class TestText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void compact_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0.0 << QStringLiteral("0");
        QTest::newRow("negative zero") << -0.0 << QStringLiteral("0");
        QTest::newRow("loss") << 0.21134 << QStringLiteral("0.2113");
        QTest::newRow("rounds up") << 0.99999 << QStringLiteral("1");
        QTest::newRow("learning rate") << 3e-4 << QStringLiteral("3e-4");
        QTest::newRow("small") << 0.00123456 << QStringLiteral("1.235e-3");
        QTest::newRow("hundredth") << 0.01 << QStringLiteral("0.01");
        QTest::newRow("weight decay") << 0.05 << QStringLiteral("0.05");
        QTest::newRow("integer") << 256.0 << QStringLiteral("256");
        QTest::newRow("thousands") << 48211.0 << QStringLiteral("48\u202f211");
        QTest::newRow("thousands with fraction") << 12345.6 << QStringLiteral("12\u202f346");
        QTest::newRow("tens") << 41.2345 << QStringLiteral("41.23");
        QTest::newRow("great") << 1.2e6 << QStringLiteral("1.2e6");
        QTest::newRow("huge") << 1.7976931348623157e308 << QStringLiteral("1.798e308");
        QTest::newRow("tiny") << 5e-324 << QStringLiteral("4.941e-324");
        QTest::newRow("negative") << -0.5 << QStringLiteral("\u22120.5");
        QTest::newRow("nan") << std::nan("") << QStringLiteral("NaN");
        QTest::newRow("infinity") << Infinity << QStringLiteral("∞");
        QTest::newRow("minus infinity") << -Infinity << QStringLiteral("\u2212∞");
    }
    void compact() {
        QFETCH(double, value);
        QTEST(compactNumber(value), "text");
    }

    void compactIsShort() {
        for (int exponent = -320; exponent <= 308; ++exponent) {
            const QString text = compactNumber(-1.2345678912345 * std::pow(10.0, exponent));
            QVERIFY2(text.size() <= 11, qPrintable(text));
        }
    }

    void fullRoundTrips_data() {
        QTest::addColumn<double>("value");
        QTest::newRow("third") << 1.0 / 3;
        QTest::newRow("tenth") << 0.1;
        QTest::newRow("greatest") << std::numeric_limits<double>::max();
        QTest::newRow("least") << std::numeric_limits<double>::denorm_min();
        QTest::newRow("integer") << 100000.0;
    }
    void fullRoundTrips() {
        QFETCH(double, value);
        QCOMPARE(fullNumber(value).toDouble(), value);
        QCOMPARE(fullNumber(-value).toDouble(), -value);
    }

    void counts() {
        const QString space(QChar(0x202f));
        QCOMPARE(count(7), QStringLiteral("7"));
        QCOMPARE(count(999), QStringLiteral("999"));
        QCOMPARE(count(1204), QString(QStringLiteral("1") + space + QStringLiteral("204")));
        QCOMPARE(count(-1204331).count(space), 2);
        QCOMPARE(count(-123), QStringLiteral("-123"));
        QCOMPARE(runCount(1), QStringLiteral("1 run"));
        QCOMPARE(runCount(0), QStringLiteral("0 runs"));
        QCOMPARE(pointCount(5'000'000'000), QStringLiteral("5\u202f000\u202f000\u202f000 points"));
    }

    void sizes() {
        QCOMPARE(bytes(812), QStringLiteral("812 B"));
        QCOMPARE(bytes(15'800'000), QStringLiteral("15.8 MB"));
        QCOMPARE(bytes(999'960), QStringLiteral("1.0 MB"));
        QCOMPARE(bytes(2'200'000'000), QStringLiteral("2.2 GB"));
        QCOMPARE(bytes(150'000), QStringLiteral("150 kB"));
    }

    void durations_data() {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("text");
        QTest::newRow("instant") << qint64{120} << QStringLiteral("120 ms");
        QTest::newRow("seconds") << qint64{4500} << QStringLiteral("4.5 s");
        QTest::newRow("half minute") << qint64{35000} << QStringLiteral("35 s");
        QTest::newRow("minutes") << qint64{125000} << QStringLiteral("2 min 5 s");
        QTest::newRow("many minutes") << qint64{12 * 60000 + 30000} << QStringLiteral("12 min");
        QTest::newRow("hours") << qint64{72 * 60000} << QStringLiteral("1 h 12 min");
        QTest::newRow("whole hours") << qint64{2 * 3600000} << QStringLiteral("2 h");
        QTest::newRow("days") << qint64{51 * 3600000} << QStringLiteral("2 d 3 h");
        QTest::newRow("negative") << qint64{-1} << QString();
    }
    void durations() {
        QFETCH(qint64, ms);
        QTEST(duration(ms), "text");
    }

    void ages_data() {
        QTest::addColumn<qint64>("age");
        QTest::addColumn<QString>("text");
        constexpr qint64 Minute = 60000;
        constexpr qint64 Hour = 60 * Minute;
        QTest::newRow("now") << qint64{59999} << QStringLiteral("now");
        QTest::newRow("clock skew") << -4 * Minute << QStringLiteral("now");
        QTest::newRow("minutes") << 5 * Minute << QStringLiteral("5 min ago");
        QTest::newRow("hours") << 2 * Hour + Minute << QStringLiteral("2 h ago");
        QTest::newRow("yesterday") << 30 * Hour << QStringLiteral("yesterday");
        QTest::newRow("days") << 75 * Hour << QStringLiteral("3 d ago");
        QTest::newRow("a month") << 59 * 24 * Hour << QStringLiteral("59 d ago");
    }
    void ages() {
        QFETCH(qint64, age);
        constexpr qint64 Now = 1'790'000'000'000;
        QTEST(ago(Now - age, Now), "text");
    }
    void oldAgesAreDates() {
        constexpr qint64 Now = 1'790'000'000'000;
        QCOMPARE(ago(Now - 90LL * 86400000, Now).size(), 10);
        QCOMPARE(ago(Now + 86400000, Now).size(), 10);
    }
    void momentsOfTodayHaveTheirClock() {
        const QDateTime noon(QDate(2024, 5, 1), QTime(12, 0));
        const base::Millis now = noon.toMSecsSinceEpoch();
        QCOMPARE(moment(now - 2 * 3600 * 1000, now), QStringLiteral("10:00"));
        QCOMPARE(moment(now - 13 * 3600 * 1000, now), QStringLiteral("2024-04-30"));
    }

    void everyCodeHasWords() {
        for (int code = 0; code <= static_cast<int>(base::ErrorCode::Internal); ++code) {
            const base::Error error{static_cast<base::ErrorCode>(code), {"AAA", "22", "33"}};
            const QString text = describe(error);
            const auto name = base::codeName(error.code);
            const std::string which(name);
            QVERIFY2(!text.contains(QString::fromStdString(which)), which.c_str());
            QVERIFY2(text.endsWith(QLatin1Char('.')), qPrintable(text));
            QVERIFY2(!text.contains(QLatin1Char('%')), qPrintable(text));
            const bool query = error.code == base::ErrorCode::QuerySyntax ||
                               error.code == base::ErrorCode::QueryInvalid;
            QVERIFY2(query || text.contains(QLatin1String("AAA")), qPrintable(text));
            QVERIFY2(!errorTitle(error.code).isEmpty() &&
                         errorTitle(error.code) != QString::fromStdString(which),
                     which.c_str());
        }
    }

    void describeIsSafe() {
        using base::ErrorCode;
        const base::Error marker{ErrorCode::MetaInvalid, {"/runs/%2/%1", "bad"}};
        QVERIFY(describe(marker).startsWith(QLatin1String("/runs/%2/%1 can't")));
        QVERIFY(describe({ErrorCode::MetaInvalid, {}}).contains(QChar(0x2026)));
        const base::Error sized{ErrorCode::ValueTooLarge, {"p", "104857600", "1000000"}};
        QVERIFY(describe(sized).contains(QLatin1String("105 MB")));
        const base::Error huge{ErrorCode::Internal, {std::string(1 << 20, 'x')}};
        QVERIFY(describe(huge).size() < 500);
    }

    void codesOfTheNetworkHaveWords() {
        using base::ErrorCode;
        QVERIFY(describe({ErrorCode::NetTimeout, {"lab", "connection"}})
                    .contains(QLatin1String("(while connecting)")));
        QVERIFY(describe({ErrorCode::NetTimeout, {"lab", "rest"}})
                    .contains(QLatin1String("in the middle of its answer")));
        QVERIFY(describe({ErrorCode::CredentialsUnusable, {"dev", "sso_session"}})
                    .contains(QStringLiteral("it wants “sso_session”")));
        QVERIFY(describe({ErrorCode::CredentialsUnusable, {"/x", "Permission denied"}})
                    .contains(QLatin1String(": Permission denied.")));
    }

    void oneLineIsOneLine_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QByteArray("lr") << QStringLiteral("lr");
        QTest::newRow("line break") << QByteArray("a\nb") << QStringLiteral("a\u240ab");
        QTest::newRow("bell") << QByteArray("a\ab") << QStringLiteral("a\u2407b");
        QTest::newRow("broken UTF-8") << QByteArray("a\xff") << QStringLiteral("a\ufffd");
        QTest::newRow("direction override") << QByteArray(
                                                   "a\xe2\x80\xae"
                                                   "b")
                                            << QStringLiteral("a\ufffdb");
        QTest::newRow("emoji") << QByteArray("\xf0\x9f\x98\x80") << QStringLiteral("😀");
    }
    void oneLineIsOneLine() {
        QFETCH(QByteArray, bytes);
        QTEST(oneLine({bytes.constData(), static_cast<std::size_t>(bytes.size())}), "text");
    }
    void oneLineIsBounded() {
        const QString text = oneLine(std::string(1 << 20, 'x'), 50);
        QCOMPARE(text.size(), 51);
        QVERIFY(text.endsWith(QChar(0x2026)));
        const QString pair = oneLine("abc\xf0\x9f\x98\x80\xf0\x9f\x98\x80", 4);
        QVERIFY(!pair.contains(QChar(0xd83d)));
    }

    void names() {
        using domain::RunStatus;
        QCOMPARE(statusText(RunStatus::Killed), QStringLiteral("Killed"));
        QCOMPARE(statusText(RunStatus::Unknown), QStringLiteral("Unknown"));
        QCOMPARE(stageText(""), QStringLiteral("None"));
        QCOMPARE(stageText("custom"), QStringLiteral("custom"));
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
