// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/numbers.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace podium::stores::filestore;

class NumbersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void floats_data();
    void floats();
    void integers_data();
    void integers();
};

namespace {
constexpr double Inf = std::numeric_limits<double>::infinity();
constexpr double NaN = std::numeric_limits<double>::quiet_NaN();
}  // namespace

// Expected values are those of Python 3.11's float(), with None as "refused".
void NumbersTest::floats_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("accepted");
    QTest::addColumn<double>("value");
    const auto good = [](const char* text, double value) {
        QTest::newRow(text) << QString::fromLatin1(text) << true << value;
    };
    const auto bad = [](const char* text) {
        QTest::newRow(*text != 0 ? text : "empty") << QString::fromLatin1(text) << false << 0.0;
    };
    good("0.1", 0.1);
    good("1e-07", 1e-7);
    good("+1.5", 1.5);
    good("-0.0", -0.0);
    good("1.", 1.0);
    good(".5", 0.5);
    good("7", 7.0);
    good("1_000.0", 1000.0);
    good("1_0e1_0", 1e11);
    good("1E5", 1e5);
    good("inf", Inf);
    good("-inf", -Inf);
    good("Infinity", Inf);
    good("-INFINITY", -Inf);
    good("+Inf", Inf);
    good("nan", NaN);
    good("NaN", NaN);
    good("-nan", NaN);
    good("1e400", Inf);
    good("-1e400", -Inf);
    good("1e-400", 0.0);
    good("0e999999999999999999999", 0.0);
    good("1e999999999999999999999", Inf);
    good("1e-999999999999999999999", 0.0);
    good("5e-324", 5e-324);
    good("2.2250738585072011e-308", 2.2250738585072011e-308);
    good("1.7976931348623157e308", 1.7976931348623157e308);
    good("0.30000000000000004", 0.30000000000000004);
    bad("");
    bad(".");
    bad("-");
    bad("+");
    bad("+-1");
    bad("--1");
    bad("1,5");
    bad("0x10");
    bad("1e");
    bad("e5");
    bad("1__0");
    bad("_1");
    bad("1_");
    bad("1_.0");
    bad("nan(1)");
    bad("infinit");
    bad("1 ");
    bad("abc");
}

void NumbersTest::floats() {
    QFETCH(QString, text);
    QFETCH(bool, accepted);
    QFETCH(double, value);
    const auto got = pythonFloat(text.toStdString());
    QCOMPARE(got.has_value(), accepted);
    if (accepted && std::isnan(value))
        QVERIFY(std::isnan(*got));
    else if (accepted)
        QVERIFY2(*got == value && std::signbit(*got) == std::signbit(value),
                 qPrintable(QString::number(*got)));
}

void NumbersTest::integers_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("accepted");
    QTest::addColumn<qint64>("value");
    const auto good = [](const char* text, qint64 value) {
        QTest::newRow(text) << QString::fromLatin1(text) << true << value;
    };
    const auto bad = [](const char* text) {
        QTest::newRow(*text != 0 ? text : "empty") << QString::fromLatin1(text) << false << 0LL;
    };
    good("0", 0);
    good("-10", -10);
    good("+5", 5);
    good("9007199254740993", 9007199254740993LL);
    good("9223372036854775807", std::numeric_limits<qint64>::max());
    good("-9223372036854775808", std::numeric_limits<qint64>::min());
    good("1_000", 1000);
    good("007", 7);
    // Beyond Python's int(): times that somebody wrote as floats.
    good("1543420225.75", 1543420225);
    good("1.5e12", 1'500'000'000'000);
    good("-0.5", 0);
    bad("");
    bad("+");
    bad("-");
    bad("+-5");
    bad("9223372036854775808");
    bad("nan");
    bad("inf");
    bad("1e300");
    bad("12a");
    bad("1_");
}

void NumbersTest::integers() {
    QFETCH(QString, text);
    QFETCH(bool, accepted);
    QFETCH(qint64, value);
    const auto got = pythonInteger(text.toStdString());
    QCOMPARE(got.has_value(), accepted);
    if (accepted)
        QCOMPARE(static_cast<qint64>(*got), value);
}

QTEST_GUILESS_MAIN(NumbersTest)
#include "tst_numbers.moc"
