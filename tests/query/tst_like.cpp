// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/casefold.h"
#include "query/like.h"
#include "query/number.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>
#include <random>
#include <regex>

using namespace podium::query;

Q_DECLARE_METATYPE(std::string)

/// Texts as the filter language sees them: LIKE, letters without case, numbers.
class TestLike : public QObject {
    Q_OBJECT
private slots:
    void matches_data();
    void matches();
    void sqlFoldsAscii();
    void agreesWithRegularExpressions();
    void manyPercentSignsAreFast_data();
    void manyPercentSignsAreFast();
    void foldsCase_data();
    void foldsCase();
    void isLower_data();
    void isLower();
    void readsNumbers_data();
    void readsNumbers();
    void comparesExactly();
};

void TestLike::matches_data() {
    QTest::addColumn<std::string>("pattern");
    QTest::addColumn<std::string>("text");
    QTest::addColumn<bool>("ignoreCase");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char* name, const char* pattern, const char* text, bool expected,
                        bool ignoreCase = false) {
        QTest::newRow(name) << std::string(pattern) << std::string(text) << ignoreCase << expected;
    };
    row("whole text", "abc", "abc", true);
    row("not a part", "bc", "abc", false);
    row("not a beginning", "ab", "abc", false);
    row("case counts", "ABC", "abc", false);
    row("case ignored", "ABC", "abc", true, true);
    row("percent finds the end", "%bc", "abc", true);
    row("percent finds the beginning", "ab%", "abc", true);
    row("percent within", "a%c", "abbbc", true);
    row("percent is nothing, too", "a%bc", "abc", true);
    row("parts in order", "%a%b%", "b a", false);
    row("last part at the very end", "%ab", "abab", true);
    row("parts do not overlap", "ab%ba", "aba", false);
    row("underscore", "a_c", "abc", true);
    row("underscore is one", "a_c", "ac", false);
    row("underscore is a code point", "gr_n", "gr\xC3\xBCn", true);
    row("underscores before the end", "%_\xC3\xBC", "gr\xC3\xBC", true);
    row("underscore at the end behind percent", "%n_", "gr\xC3\xBCn\xC3\xBC", true);
    row("empty", "", "", true);
    row("empty is not anything", "", "a", false);
    row("signs are themselves", "a.b+(c)[d]\\", "a.b+(c)[d]\\", true);
    row("dot is no joker", "a.c", "abc", false);
    // A line feed, as in the regular expressions of MLflow's file store.
    row("line feed at the end is let go", "abc", "abc\n", true);
    row("but not two", "abc", "abc\n\n", false);
    row("percent stays in its line", "a%c", "a\nc", false);
    row("first percent stays in the first line", "%c", "a\nc", false);
    row("end is free after percent", "ab%", "ab\nc", true);
    row("underscore is no line feed", "a_c", "a\nc", false);
    row("line feed in the pattern", "%a\n%c", "xa\nyc", true);
    row("percent alone", "%", "a\nb", true);
    row("end before the last line feed", "a%c", "abc\n", true);
    row("line feed of the pattern is the last", "abc\n", "abc\n", true);
    row("eszett",
        "STRA\xC3\x9F"
        "E",
        "stra\xC3\x9F"
        "e",
        true, true);
}

void TestLike::matches() {
    QFETCH(std::string, pattern);
    QFETCH(std::string, text);
    QFETCH(bool, ignoreCase);
    QFETCH(bool, expected);
    QCOMPARE(LikePattern(pattern, ignoreCase, Semantics::Files).matches(text), expected);
}

/// SQLite folds the letters of ASCII alone.
void TestLike::sqlFoldsAscii() {
    const LikePattern pattern("GR\xC3\x9C%", true, Semantics::Sql);
    QVERIFY(pattern.matches("gr\xC3\x9Cn"));
    QVERIFY(!pattern.matches("gr\xC3\xBCn"));
}

/// Against std::regex, which backtracks: small patterns over a small alphabet, random texts.
void TestLike::agreesWithRegularExpressions() {
    std::mt19937 random(7);
    const auto word = [&](std::string_view alphabet, std::size_t length) {
        std::string result;
        for (std::size_t i = 0; i < length; ++i)
            result.push_back(alphabet[random() % alphabet.size()]);
        return result;
    };
    for (int i = 0; i < 20000; ++i) {
        const std::string pattern = word("ab%_\n", random() % 7);
        const std::string text = word("ab\n", random() % 8);
        std::string files;
        std::string sql;
        for (const char c : pattern) {
            files += c == '%' ? "[^\n]*" : c == '_' ? "[^\n]" : std::string(1, c);
            sql += c == '%' ? "[^]*" : c == '_' ? "[^]" : std::string(1, c);
        }
        const bool open = !pattern.empty() && pattern.back() == '%';
        files += open ? "[^]*" : "\n?";
        const std::string what = "'" + pattern + "' on '" + text + "'";
        QVERIFY2(LikePattern(pattern, false, Semantics::Files).matches(text) ==
                     std::regex_match(text, std::regex(files)),
                 what.c_str());
        QVERIFY2(LikePattern(pattern, false, Semantics::Sql).matches(text) ==
                     std::regex_match(text, std::regex(sql)),
                 what.c_str());
    }
}

void TestLike::manyPercentSignsAreFast_data() {
    QTest::addColumn<std::string>("pattern");
    std::string groups = "ab";
    for (int i = 0; i < 200; ++i)
        groups += "%_ab";
    QTest::newRow("groups that hang MLflow") << groups + "!";
    std::string letters;
    for (int i = 0; i < 2000; ++i)
        letters += "%a";
    QTest::newRow("a letter between all") << letters + "!";
}

void TestLike::manyPercentSignsAreFast() {
    QFETCH(std::string, pattern);
    std::string text;
    for (int i = 0; i < 20000; ++i)
        text += "ab%_";
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!LikePattern(pattern, false, Semantics::Files).matches(text));
    QVERIFY(!LikePattern(pattern, true, Semantics::Sql).matches(text));
    QVERIFY2(timer.elapsed() < 1000, QByteArray::number(timer.elapsed()).constData());
}

void TestLike::foldsCase_data() {
    QTest::addColumn<std::string>("a");
    QTest::addColumn<std::string>("b");
    QTest::addColumn<bool>("equal");
    const auto row = [](const char* name, const char* a, const char* b, bool equal) {
        QTest::newRow(name) << std::string(a) << std::string(b) << equal;
    };
    row("ASCII", "AbZ", "aBz", true);
    row("umlaut",
        "gr\xC3\x96\xC3\x9F"
        "e",
        "GR\xC3\xB6\xC3\x9F"
        "E",
        true);
    row("capital eszett", "\xE1\xBA\x9E", "\xC3\x9F", true);
    row("eszett and SS", "\xC3\x9F", "SS", false);
    row("Kelvin sign", "\xE2\x84\xAA", "k", true);
    row("long s", "\xC5\xBF", "S", true);
    row("final sigma", "\xCF\x82", "\xCE\xA3", true);
    row("capital and small in turn", "\xC4\x81", "\xC4\x80", true);
    row("dotless i", "\xC4\xB1", "I", true);
    row("dotted capital i", "\xC4\xB0", "i", true);
    row("Cyrillic", "\xD0\x94\xD0\x90", "\xD0\xB4\xD0\xB0", true);
    row("composed and not", "\xC3\xA9", "e\xCC\x81", false);
    row("Deseret, beyond 16 bits", "\xF0\x90\x90\x80", "\xF0\x90\x90\xA8", true);
    row("malformed bytes are themselves", "\xFF\xC3", "\xFF\xC3", true);
}

void TestLike::foldsCase() {
    QFETCH(std::string, a);
    QFETCH(std::string, b);
    QFETCH(bool, equal);
    QCOMPARE(foldCase(a) == foldCase(b), equal);
}

void TestLike::isLower_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<bool>("expected");
    QTest::newRow("lower") << std::string("abc") << true;
    QTest::newRow("with digits") << std::string("a1-") << true;
    QTest::newRow("digits only") << std::string("123") << false;
    QTest::newRow("one upper") << std::string("aBc") << false;
    QTest::newRow("empty") << std::string() << false;
    QTest::newRow("accent") << std::string("\xC3\xA9") << true;
    QTest::newRow("capital accent") << std::string("a\xC3\x89") << false;
    QTest::newRow("no case at all") << std::string("\xE6\x95\xB0\xE6\x8D\xAE") << false;
}

void TestLike::isLower() {
    QFETCH(std::string, text);
    QFETCH(bool, expected);
    QCOMPARE(podium::query::isLower(text), expected);
}

void TestLike::readsNumbers_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<double>("value");
    constexpr double Infinity = std::numeric_limits<double>::infinity();
    const auto row = [](const char* text, bool valid, double value = 0) {
        QTest::newRow(text) << std::string(text) << valid << value;
    };
    row("1", true, 1);
    row("-1.5e-3", true, -0.0015);
    row("+2", true, 2);
    row(".5", true, 0.5);
    row("5.", true, 5);
    row("1e400", true, Infinity);
    row("-1e400", true, -Infinity);
    row("1e-400", true, 0);
    row("0e999999999999999999999", true, 0);
    row("1e-999999999999999999999", true, 0);
    row(" 0.1\n", true, 0.1);
    row("-Infinity", true, -Infinity);
    row("inf", true, Infinity);
    row("1_000", false);
    row("0x10", false);
    row("", false);
    row("-", false);
    row(".", false);
    row("1e", false);
    row("1,5", false);
    row("auto", false);
}

void TestLike::readsNumbers() {
    QFETCH(std::string, text);
    QFETCH(bool, valid);
    QFETCH(double, value);
    const auto number = looseNumber(text);
    QCOMPARE(number.has_value(), valid);
    if (valid)
        QVERIFY(*number == value);
}

void TestLike::comparesExactly() {
    // 2^53 and 2^53 + 1 are the same double.
    const Number big = *readNumber("9007199254740992");
    QVERIFY(compareExactly(9007199254740993, big) > 0);
    QVERIFY(compareExactly(9007199254740992, big) == 0);
    QVERIFY(compareExactly(std::numeric_limits<std::int64_t>::max(), *readNumber("1e19")) < 0);
    QVERIFY(compareExactly(std::numeric_limits<std::int64_t>::min(), *readNumber("-1e19")) > 0);
    QVERIFY(compareExactly(1, *readNumber("1.5")) < 0);
    QVERIFY(compareExactly(2, *readNumber("1.5")) > 0);
    QVERIFY(compareExactly(-1, *readNumber("-1.5")) > 0);
}

QTEST_GUILESS_MAIN(TestLike)
#include "tst_like.moc"
