// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jsonwriter.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <bit>
#include <charconv>
#include <cmath>
#include <limits>
#include <random>

using podium::app::JsonWriter;

class TestJsonWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void structure();
    void texts_data();
    void texts();
    void numbersReadBack();
    void notFiniteIsText();
    void takenInPieces();
};

void TestJsonWriter::structure() {
    JsonWriter json;
    json.beginObject().key("a").beginArray().value(std::int64_t{1}).null().value(true);
    json.beginObject().endObject().endArray();
    json.newLine().key("b").valueOrNull("").key("c").raw("[2]").endObject();
    QCOMPARE(QString::fromStdString(json.take()),
             QStringLiteral("{\"a\":[1,null,true,{}],\n\"b\":null,\"c\":[2]}"));
}

void TestJsonWriter::texts_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("plain") << QByteArray("val/loss") << QByteArray("\"val/loss\"");
    QTest::newRow("quotes") << QByteArray("a\"b\\c") << QByteArray("\"a\\\"b\\\\c\"");
    QTest::newRow("lines") << QByteArray("a\nb\tc\rd") << QByteArray("\"a\\nb\\tc\\rd\"");
    QTest::newRow("controls") << QByteArray("\0\x1f\x7f", 3)
                              << QByteArray("\"\\u0000\\u001f\x7f\"");
    QTest::newRow("utf-8") << QByteArray("日本語🦊") << QByteArray("\"日本語🦊\"");
    QTest::newRow("not utf-8") << QByteArray("a\xFFz") << QByteArray("\"a\xEF\xBF\xBDz\"");
    QTest::newRow("empty") << QByteArray() << QByteArray("\"\"");
}

void TestJsonWriter::texts() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, written);
    JsonWriter json;
    json.value(text.toStdString());
    QCOMPARE(QByteArray::fromStdString(json.take()), written);
}

void TestJsonWriter::numbersReadBack() {
    std::mt19937_64 random(5);
    std::vector<double> numbers = {0.0, -0.0, 1, 0.1, 1e22, 1e300, 5e-324, 123456789012345680.0};
    for (int i = 0; i < 2000; ++i)
        numbers.push_back(std::bit_cast<double>(random()));
    for (const double number : numbers) {
        if (!std::isfinite(number))
            continue;
        JsonWriter json;
        json.value(number);
        const std::string text = json.take();
        double read = 0;
        std::from_chars(text.data(), text.data() + text.size(), read);
        QVERIFY2(std::bit_cast<std::uint64_t>(read) == std::bit_cast<std::uint64_t>(number),
                 text.c_str());
        const QByteArray document = QByteArray("[") + text.c_str() + "]";
        QVERIFY2(!QJsonDocument::fromJson(document).isNull(), text.c_str());
    }
    JsonWriter json;
    json.value(std::numeric_limits<std::int64_t>::min());
    QCOMPARE(json.take(), std::string("-9223372036854775808"));
    // "-0" would read back as a whole number without a sign.
    json.value(-0.0);
    QCOMPARE(json.take(), std::string("-0.0"));
}

void TestJsonWriter::notFiniteIsText() {
    JsonWriter json;
    json.beginArray().value(std::nan(""));
    json.value(std::numeric_limits<double>::infinity());
    json.value(-std::numeric_limits<double>::infinity()).endArray();
    QCOMPARE(json.take(), std::string(R"(["NaN","Infinity","-Infinity"])"));
}

void TestJsonWriter::takenInPieces() {
    JsonWriter json;
    std::string whole;
    json.beginArray();
    for (std::int64_t i = 0; i < 3; ++i) {
        json.value(i);
        whole += json.take();
    }
    json.endArray();
    whole += json.take();
    QCOMPARE(whole, std::string("[0,1,2]"));
}

QTEST_GUILESS_MAIN(TestJsonWriter)
#include "tst_jsonwriter.moc"
