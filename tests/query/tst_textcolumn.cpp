// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/frame.h"

#include <QTest>

#include <map>
#include <random>
#include <string>

using namespace podium::query;

class TestTextColumn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void setRowsKeepTheirTexts();
    void equalTextsShareACode();
    void builderStartsAnew();
};

void TestTextColumn::setRowsKeepTheirTexts() {
    TextColumnBuilder builder(3);
    builder.set(2, "b");
    builder.set(0, std::string_view("a\0b", 3));
    builder.set(2, "c");
    const TextColumn column = builder.take();
    QVERIFY(!column.has(1));
    QCOMPARE(column.text(0), std::string("a\0b", 3));
    QCOMPARE(column.text(2), std::string("c"));
}

/// Enough different texts that the table grows many times, with neighbours that are equal.
void TestTextColumn::equalTextsShareACode() {
    std::mt19937 random(3);
    TextColumnBuilder builder(0);
    std::vector<std::string> texts;
    for (int i = 0; i < 20'000; ++i) {
        if (i % 5 == 1)
            texts.push_back(texts.back());
        else if (i % 7 == 0)
            texts.emplace_back();
        else
            texts.push_back("text " + std::to_string(random() % 9000));
        builder.append(texts.back());
    }
    const TextColumn column = builder.take();
    QCOMPARE(column.codes.size(), texts.size());
    std::map<std::string, std::uint32_t> codes;
    for (std::size_t row = 0; row < texts.size(); ++row) {
        QVERIFY(column.has(row));
        QCOMPARE(column.text(row), texts[row]);
        const auto known = codes.emplace(texts[row], column.codes[row]).first;
        QCOMPARE(known->second, column.codes[row]);
    }
    QCOMPARE(column.dictionary.size(), codes.size());
}

void TestTextColumn::builderStartsAnew() {
    TextColumnBuilder builder(0);
    builder.append("a");
    static_cast<void>(builder.take());
    builder.append("b");
    const TextColumn column = builder.take();
    QCOMPARE(column.codes, std::vector<std::uint32_t>{1});
    QCOMPARE(column.text(0), std::string("b"));
}

QTEST_GUILESS_MAIN(TestTextColumn)
#include "tst_textcolumn.moc"
