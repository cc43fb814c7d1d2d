// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/delimited.h"

#include <QTest>

using namespace podium::artifacts;

Q_DECLARE_METATYPE(podium::artifacts::ColumnType)

namespace {

std::unique_ptr<DelimitedTable> tableOf(std::string text, char separator = ',') {
    auto opened = openText(std::make_shared<MemoryBytes>(std::move(text)));
    auto table = std::make_unique<DelimitedTable>(std::move(opened).value(), separator);
    while (!table->complete() && table->grow({}).ok()) {
    }
    return table;
}

QString shown(const std::vector<Record>& records) {
    QStringList rows;
    for (const Record& record : records) {
        QStringList fields;
        for (const std::string& field : record)
            fields << QString::fromStdString(field);
        rows << fields.join(u'|');
    }
    return rows.join(u'/');
}

}  // namespace

class TestDelimited : public QObject {
    Q_OBJECT
private slots:
    void records_data();
    void records();
    void anyRangeIsTheSame();
    void hugeField();
    void manyColumns();
    void openQuoteDoesNotSwallowTheFile();
    void separators_data();
    void separators();
    void types_data();
    void types();
    void shape();
};

void TestDelimited::records_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("records");
    QTest::newRow("plain") << QByteArray("a,b\n1,2\n") << u"a|b/1|2"_qs;
    QTest::newRow("no end") << QByteArray("a,b\n1,2") << u"a|b/1|2"_qs;
    QTest::newRow("CRLF") << QByteArray("a,b\r\n1,2\r\n") << u"a|b/1|2"_qs;
    QTest::newRow("quotes") << QByteArray("\"a,x\",\"b \"\"q\"\"\"\n") << u"a,x|b \"q\""_qs;
    QTest::newRow("line end in quotes") << QByteArray("\"a\nb\",c\n1,2\n") << u"a\nb|c/1|2"_qs;
    QTest::newRow("quote inside a field") << QByteArray("5\" disk,x\n") << u"5\" disk|x"_qs;
    QTest::newRow("ragged") << QByteArray("a,b,c\n1\n1,2,3,4\n") << u"a|b|c/1/1|2|3|4"_qs;
    QTest::newRow("empty fields") << QByteArray(",,\n") << u"||"_qs;
    QTest::newRow("byte order mark") << QByteArray(
                                            "\xEF\xBB\xBF"
                                            "a,b\n")
                                     << u"a|b"_qs;
    QTest::newRow("latin1") << QByteArray("caf\xE9,1\n") << u"café|1"_qs;
    QTest::newRow("text behind quotes") << QByteArray("\"a\"b,c\n") << u"ab|c"_qs;
}

void TestDelimited::records() {
    QFETCH(QByteArray, text);
    const auto table = tableOf(text.toStdString());
    const auto records = table->read(0, 100);
    QVERIFY(records.ok());
    QTEST(shown(records.value()), "records");
    QCOMPARE(table->recordCount(), static_cast<std::int64_t>(records.value().size()));
}

void TestDelimited::anyRangeIsTheSame() {
    std::string text;
    for (int i = 0; i < 60'000; ++i)
        text += std::to_string(i) + ",\"line\nof " + std::to_string(i) + "\",x\r\n";
    const auto table = tableOf(text);
    QCOMPARE(table->recordCount(), 60'000);
    QCOMPARE(table->columnCount(), 3U);
    for (std::int64_t first = 0; first < 60'000; first += 4099) {
        const auto records = table->read(first, 3).value();
        QCOMPARE(records.size(), 3U);
        QCOMPARE(records[2][1], "line\nof " + std::to_string(first + 2));
    }
    QCOMPARE(table->read(59'999, 10).value().size(), 1U);
}

void TestDelimited::hugeField() {
    const auto table = tableOf("a," + std::string(50 << 20, 'x') + "\n1,2\n");
    // Cut where the bound is, so that it is several records; the one behind it is whole again.
    QCOMPARE(table->recordCount(), (50LL << 20) / static_cast<qint64>(MaxRecordScan) + 2);
    const auto records = table->read(0, 100).value();
    QCOMPARE(records[0][1].size(), MaxFieldBytes);
    QCOMPARE(records.back(), (Record{"1", "2"}));
}

void TestDelimited::manyColumns() {
    const auto table = tableOf(std::string(3 << 20, ','));
    QCOMPARE(table->recordCount(), 1);
    QCOMPARE(table->columnCount(), MaxColumns);
    QCOMPARE(table->read(0, 1).value()[0].size(), MaxColumns);
}

void TestDelimited::openQuoteDoesNotSwallowTheFile() {
    std::string text = "a,\"never closed\n";
    while (text.size() < 4 * MaxRecordBytes)
        text += "1,2\n";
    const auto table = tableOf(text);
    QVERIFY(table->recordCount() > 100'000);
    const auto last = table->read(table->recordCount() - 1, 1).value();
    QCOMPARE(shown(last), u"1|2"_qs);
}

void TestDelimited::separators_data() {
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<char>("separator");
    QTest::newRow("comma") << QByteArray("a,b\n1,2\n") << ',';
    QTest::newRow("semicolon") << QByteArray("a;b\n1,5;2,5\n") << ';';
    QTest::newRow("tab") << QByteArray("a\tb\n1\t2\n") << '\t';
    QTest::newRow("pipe") << QByteArray("a|b\n1|2\n") << '|';
    QTest::newRow("one column") << QByteArray("a\n1\n") << ',';
    QTest::newRow("comma with semicolons inside") << QByteArray("a,b\nx;y,z;w\nx;y,z;w\n") << ',';
    QTest::newRow("one line") << QByteArray("a;b;c") << ';';
    QTest::newRow("nothing") << QByteArray() << ',';
}

void TestDelimited::separators() {
    QFETCH(QByteArray, head);
    QTEST(guessSeparator(head.toStdString(), ','), "separator");
}

void TestDelimited::types_data() {
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<ColumnType>("type");
    QTest::newRow("int") << QByteArray("-12") << ColumnType::Integer;
    QTest::newRow("plus") << QByteArray("+3") << ColumnType::Integer;
    QTest::newRow("real") << QByteArray("1e-4") << ColumnType::Real;
    QTest::newRow("inf") << QByteArray("inf") << ColumnType::Real;
    QTest::newRow("out of range") << QByteArray("1e999") << ColumnType::Real;
    QTest::newRow("nan") << QByteArray("nan") << ColumnType::Empty;
    QTest::newRow("empty") << QByteArray("") << ColumnType::Empty;
    QTest::newRow("bool") << QByteArray("True") << ColumnType::Boolean;
    QTest::newRow("text") << QByteArray("12 cm") << ColumnType::Text;
    QTest::newRow("date") << QByteArray("2024-01-02") << ColumnType::Text;
}

void TestDelimited::types() {
    QFETCH(QByteArray, field);
    QTEST(fieldType(field.toStdString()), "type");
}

void TestDelimited::shape() {
    const TableShape named = guessShape({{"", "acc", "name"}, {"0", "0.5", "x"}, {"1", "1", ""}});
    QVERIFY(named.hasHeader);
    QVERIFY(named.types == (std::vector{ColumnType::Integer, ColumnType::Real, ColumnType::Text}));
    const TableShape bare = guessShape({{"1", "2"}, {"3", "x", "y"}});
    QVERIFY(!bare.hasHeader);
    QCOMPARE(bare.types.size(), 3U);
    QVERIFY(bare.types[1] == ColumnType::Text);
    QVERIFY(guessShape({}).names.empty());
}

QTEST_GUILESS_MAIN(TestDelimited)
#include "tst_delimited.moc"
