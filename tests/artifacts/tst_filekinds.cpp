// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/encoding.h"
#include "artifacts/recognise.h"

#include <QTest>

using namespace podium::artifacts;

class TestFileKinds : public QObject {
    Q_OBJECT
private slots:
    void kinds_data();
    void kinds();
    void encodings_data();
    void encodings();
    void longUtf16IsBounded();
};

void TestFileKinds::kinds_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("kind");
    const auto row = [](const char* tag, const QByteArray& bytes, const char* name, Kind kind) {
        QTest::newRow(tag) << bytes << QByteArray(name) << static_cast<int>(kind);
    };
    const QByteArray png = QByteArray::fromHex("89504e470d0a1a0a0000000d49484452");
    row("png", png, "a.png", Kind::Png);
    row("png called txt", png, "a.txt", Kind::Png);
    row("text called png", "just words\n", "a.png", Kind::Text);
    row("jpeg", QByteArray::fromHex("ffd8ffe000104a46494600"), "x", Kind::Jpeg);
    row("gif", "GIF89a......", "x", Kind::Gif);
    row("webp", QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16), "x", Kind::Webp);
    row("wav is no webp", QByteArray("RIFF\x10\0\0\0WAVEfmt ", 16), "x", Kind::Binary);
    row("bmp", QByteArray("BM\x46\0\0\0\0\0\0\0\x36\0\0\0", 14), "x", Kind::Bmp);
    row("BM in words", "BMW is a maker of cars", "x", Kind::Text);
    row("tiff", QByteArray("II*\0\x08\0\0\0", 8), "x", Kind::Tiff);
    row("pdf", "%PDF-1.7\n", "x", Kind::Pdf);
    row("zip", QByteArray("PK\x03\x04\x14\0", 6), "x.npz", Kind::Archive);
    row("npy", QByteArray("\x93NUMPY\x01\0", 8), "x", Kind::NumPy);
    row("pickle", QByteArray("\x80\x04\x95\0\0.", 6), "model.pkl", Kind::Pickle);
    row("hdf5", QByteArray("\x89HDF\r\n\x1a\n\0", 9), "m.h5", Kind::Hdf5);
    row("sqlite", QByteArray("SQLite format 3\0.", 17), "x", Kind::Database);
    row("parquet", QByteArray("PAR1\0\0", 6), "x", Kind::Parquet);
    row("empty", "", "a.csv", Kind::Empty);
    row("svg", "<svg xmlns='x'/>", "plot", Kind::Svg);
    row("svg behind a declaration", "<?xml version='1.0'?>\n<!-- c -->\n<svg/>", "p.svg",
        Kind::Svg);
    row("svg called png", "<svg/>", "p.png", Kind::Svg);
    row("xml", "<?xml version='1.0'?><a/>", "doc.xml", Kind::Code);
    row("svg in name only", "hello", "p.svg", Kind::Text);
    row("html", "<!DOCTYPE html><p>", "x", Kind::Html);
    row("html fragment", "<p>hi", "note.html", Kind::Html);
    row("MLmodel", "flavors:\n", "model/MLmodel", Kind::MLmodel);
    row("binary MLmodel", QByteArray("\0\1\2", 3), "MLmodel", Kind::Binary);
    row("requirements", "mlflow==2.0\n", "requirements.txt", Kind::Requirements);
    row("json", "{\"a\": NaN}", "x.json", Kind::Json);
    row("json without name", "[1, 2]", "noext", Kind::Json);
    row("no json", "[section]\nkey=1", "conf", Kind::Text);
    row("words called json", "oops", "x.json", Kind::Text);
    row("jsonl", "{}\n{}\n", "x.jsonl", Kind::JsonLines);
    row("yaml", "a: 1\n", "x.YML", Kind::Yaml);
    row("yaml by marker", "---\na: 1\n", "x", Kind::Yaml);
    row("csv", "a,b\n1,2\n", "x.csv", Kind::Csv);
    row("tsv", "a\tb\n", "x.tsv", Kind::Tsv);
    row("tabs without name", "a\tb\n1\t2\n3\t4\n", "x", Kind::Tsv);
    row("md", "# hi", "readme.md", Kind::Markdown);
    row("log", "step 1", "train.log", Kind::Log);
    row("code", "import os", "s.py", Kind::Code);
    row("control signs", QByteArray("a\x01\x02\x03\x04z", 6), "x.txt", Kind::Binary);
    row("UTF-16", QByteArray("\xFF\xFEh\0i\0", 6), "x.txt", Kind::Text);
    row("UTF-16 csv",
        QByteArray("\xFF\xFE"
                   "a\0,\0b\0",
                   8),
        "x.csv", Kind::Csv);
    row("latin1", "caf\xE9 cr\xE8me", "x.txt", Kind::Text);
    row("ANSI log", "\x1B[31mred\x1B[0m\n", "x.log", Kind::Log);
}

void TestFileKinds::kinds() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, name);
    QTEST(static_cast<int>(recognise(bytes.toStdString(), name.toStdString(), bytes.size())),
          "kind");
}

void TestFileKinds::encodings_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("utf8") << QByteArray("é 子 🎈") << u"é 子 🎈"_qs;
    QTest::newRow("bom") << QByteArray(
                                "\xEF\xBB\xBF"
                                "a")
                         << u"a"_qs;
    QTest::newRow("utf16le") << QByteArray("\xFF\xFE\xE9\0\x3C\xD8\x88\xDF", 8) << u"é🎈"_qs;
    QTest::newRow("utf16be") << QByteArray("\xFE\xFF\0\xE9\xD8\x3C\xDF\x88", 8) << u"é🎈"_qs;
    QTest::newRow("half a pair") << QByteArray("\xFE\xFF\xD8\x3C\0a", 6) << u"\uFFFDa"_qs;
    QTest::newRow("latin1") << QByteArray("caf\xE9") << u"café"_qs;
    QTest::newRow("cp1252") << QByteArray("\x80 \x93q\x94") << u"€ “q”"_qs;
}

void TestFileKinds::encodings() {
    QFETCH(QByteArray, bytes);
    const auto text = openText(std::make_shared<MemoryBytes>(bytes.toStdString()));
    QVERIFY(text.ok());
    const auto all = text.value().bytes->read(text.value().start, 1000);
    QTEST(QString::fromStdString(decoded(all.value(), text.value().encoding)), "text");
    // A sequence that is cut by the end of the head is no fault.
    QVERIFY(guessEncoding("abc\xF0\x9F\x8E", false).encoding == Encoding::Utf8);
    QVERIFY(guessEncoding("abc\xF0\x9F\x8E", true).encoding == Encoding::Latin1);
    QVERIFY(guessEncoding("abc\xF0\x9F\x8E"
                          "d",
                          false)
                .encoding == Encoding::Latin1);
}

void TestFileKinds::longUtf16IsBounded() {
    std::string bytes = "\xFF\xFE";
    bytes.resize(2 + static_cast<std::size_t>(MaxConverted) + 1000, 'a');
    const auto text = openText(std::make_shared<MemoryBytes>(std::move(bytes)));
    QVERIFY(text.ok());
    QVERIFY(text.value().truncated);
}

QTEST_GUILESS_MAIN(TestFileKinds)
#include "tst_filekinds.moc"
