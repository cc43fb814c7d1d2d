// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/json.h"
#include "artifacts/textdiff.h"
#include "artifacts/treediff.h"
#include "artifacts/treefind.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace podium;
using namespace podium::artifacts;

namespace {

/// "=a -b +c ~d>e": what the rows say, in short.
std::string drawn(const TextDiff& diff) {
    std::string text;
    for (const DiffRow& row : diff.rows) {
        text += text.empty() ? "" : " ";
        switch (row.kind) {
            case DiffRow::Kind::Same:
                text += '=' + row.left;
                break;
            case DiffRow::Kind::Changed:
                text += '~' + row.left + '>' + row.right;
                break;
            case DiffRow::Kind::OnlyLeft:
                text += '-' + row.left;
                break;
            case DiffRow::Kind::OnlyRight:
                text += '+' + row.right;
                break;
        }
    }
    return text;
}

std::string changes(const ValueDiff& diff) {
    std::string text;
    for (const ValueChange& change : diff.changes)
        text +=
            (text.empty() ? "" : "; ") + change.path + ": " + change.left + " > " + change.right;
    return text;
}

ValueTree json(const char* text) {
    return readJson(textOf(text)).value();
}

/// Length of the longest common subsequence, the plain way.
std::size_t common(const std::string& a, const std::string& b) {
    std::vector<std::vector<std::size_t>> best(a.size() + 1,
                                               std::vector<std::size_t>(b.size() + 1, 0));
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j)
            best[i][j] = a[i - 1] == b[j - 1] ? best[i - 1][j - 1] + 1
                                              : std::max(best[i - 1][j], best[i][j - 1]);
    }
    return best[a.size()][b.size()];
}

}  // namespace

class TestDifferences : public QObject {
    Q_OBJECT
private slots:
    void texts_data();
    void texts();
    void shortestAgainstThePlainWay();
    void marksInsideLines();
    void hostileTexts();
    void trees_data();
    void trees();
    void hostileTrees();
    void tables();
};

void TestDifferences::texts_data() {
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<QByteArray>("rows");
    const auto row = [](const char* name, const char* left, const char* right, const char* rows) {
        QTest::newRow(name) << QByteArray(left) << QByteArray(right) << QByteArray(rows);
    };
    row("same", "a\nb\n", "a\nb\n", "=a =b");
    row("line ends do not count", "a\r\nb", "a\nb\n", "=a =b");
    row("added", "a\nc\n", "a\nb\nc\n", "=a +b =c");
    row("removed", "a\nb\nc\n", "a\nc\n", "=a -b =c");
    row("changed", "a\nb\nc\n", "a\nx\nc\n", "=a ~b>x =c");
    row("first and last", "a\nb\nc\n", "x\nb\ny\n", "~a>x =b ~c>y");
    row("two for one", "a\nb\n", "x\ny\nb\n", "~a>x +y =b");
    row("from nothing", "", "a\nb", "+a +b");
    row("to nothing", "a\nb", "", "-a -b");
    row("both empty", "", "", "");
    row("moved", "a\nb\nc\nd\n", "b\nc\nd\na\n", "-a =b =c =d +a");
}

void TestDifferences::texts() {
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    QFETCH(QByteArray, rows);
    QCOMPARE(drawn(diffTexts(left.toStdString(), right.toStdString())), rows.toStdString());
}

void TestDifferences::shortestAgainstThePlainWay() {
    QRandomGenerator random(7);
    for (int round = 0; round < 400; ++round) {
        std::string a;
        std::string b;
        for (quint32 i = random.bounded(12U); i > 0; --i)
            a += static_cast<char>('a' + random.bounded(4));
        for (quint32 i = random.bounded(12U); i > 0; --i)
            b += static_cast<char>('a' + random.bounded(4));
        std::string left;
        std::string right;
        for (const char c : a)
            left += std::string(1, c) + '\n';
        for (const char c : b)
            right += std::string(1, c) + '\n';
        const TextDiff diff = diffTexts(left, right);
        std::string gotLeft;
        std::string gotRight;
        std::size_t same = 0;
        for (const DiffRow& row : diff.rows) {
            gotLeft += row.leftNumber > 0 ? row.left : "";
            gotRight += row.rightNumber > 0 ? row.right : "";
            same += row.kind == DiffRow::Kind::Same ? 1 : 0;
        }
        QCOMPARE(gotLeft, a);
        QCOMPARE(gotRight, b);
        QCOMPARE(same, common(a, b));
    }
}

void TestDifferences::marksInsideLines() {
    const auto [left, right] = diffLines("lr = 0.1  # é", "lr = 0.25  # é");
    QCOMPARE(left, (std::vector<DiffMark>{{5, 3}}));
    QCOMPARE(right, (std::vector<DiffMark>{{5, 4}}));
    const auto [none, added] = diffLines("a", "a b");
    QVERIFY(none.empty());
    QCOMPARE(added, (std::vector<DiffMark>{{1, 2}}));
}

void TestDifferences::hostileTexts() {
    std::string a;
    std::string b;
    for (int i = 0; i < 60'000; ++i) {
        a += "left " + std::to_string(i) + '\n';
        b += "right " + std::to_string(i) + '\n';
    }
    QElapsedTimer timer;
    timer.start();
    const TextDiff diff = diffTexts(a, b);
    QVERIFY(diff.cut && diff.coarse);
    QCOMPARE(diff.changed, std::size_t{50'000});
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    const TextDiff line = diffTexts(std::string(5'000'000, 'x'), std::string(5'000'000, 'y'));
    QVERIFY(line.rows.at(0).left.size() <= 4096);
    const TextDiff bytes = diffTexts(std::string("\xFF\x80\0\n", 4), "\x80\n");
    QCOMPARE(bytes.rows.size(), std::size_t{1});
}

void TestDifferences::trees_data() {
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const char* left, const char* right,
                        const char* expected) {
        QTest::newRow(name) << QByteArray(left) << QByteArray(right) << QByteArray(expected);
    };
    row("order of keys", R"({"a": 1, "b": 2})", R"({"b": 2, "a": 1.0})", "");
    row("changed", R"({"a": {"b": [1, 2]}})", R"({"a": {"b": [1, 3]}})", "a.b[1]: 2 > 3");
    row("type", R"({"a": "1"})", R"({"a": 1})", "a: \"1\" > 1");
    row("added and removed", R"({"a": 1})", R"({"b": [1]})", "a: 1 > ; b:  > [1]");
    row("longer list", R"([1])", R"([1, {"x": 2}])", "[1]:  > {\"x\": 2}");
    row("another root", R"([1])", R"({"a": 1})", ": [1] > {\"a\": 1}");
    row("NaN", R"([NaN])", R"([NaN])", "");
}

void TestDifferences::trees() {
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    QFETCH(QByteArray, expected);
    QCOMPARE(changes(diffTrees(json(left.constData()), json(right.constData()))),
             expected.toStdString());
}

void TestDifferences::hostileTrees() {
    const std::string deep(100'000, '[');
    QCOMPARE(changes(diffTrees(json(deep.c_str()), json(deep.c_str()))), std::string());
    std::string a = "[0";
    std::string b = "[1";
    for (int i = 0; i < 50'000; ++i) {
        a += ",0";
        b += ",1";
    }
    QVERIFY(diffTrees(json((a + ']').c_str()), json((b + ']').c_str())).cut);
}

void TestDifferences::tables() {
    const std::vector<std::string> columns{"n", "name", "loss"};
    const std::vector<Record> left{{"1", "a", "0.5"}, {"1", "b", "0.6"}, {"1", "c", "0.70"}};
    const std::vector<Record> right{{"0.6", "b"}, {"0.9", "d"}, {"0.55", "a"}};
    QCOMPARE(guessKeyColumn(columns, left), std::size_t{1});
    const ValueDiff diff = diffTables(columns, left, {"loss", "name"}, right, 1);
    QCOMPARE(changes(diff),
             std::string("n: n > ; a · loss: 0.5 > 0.55; c: 1, c, 0.70 > ; d:  > 0.9, d"));
    QCOMPARE(diff.same, std::size_t{1});
}

QTEST_GUILESS_MAIN(TestDifferences)
#include "tst_differences.moc"
