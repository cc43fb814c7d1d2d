// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/encoding.h"
#include "artifacts/open.h"
#include "artifacts/recognise.h"
#include "tests/support/fixtures.h"

#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace podium;
using namespace podium::artifacts;
namespace fs = std::filesystem;

namespace {

/// A header of a zip whose first file has this name.
QByteArray zipOf(const QByteArray& name) {
    QByteArray zip("PK\x03\x04\x14\0\0\0\0\0", 10);
    zip += QByteArray(20, '\0');
    zip[26] = static_cast<char>(name.size());
    return zip + name + "content";
}

QByteArray safetensors(const QByteArray& header) {
    QByteArray length(8, '\0');
    length[0] = static_cast<char>(header.size());
    return length + header;
}

/// What each file that the recorded stores hold is, by its name.
Kind expectedKind(const QString& name, qint64 size) {
    static const std::vector<std::pair<QRegularExpression, Kind>> Rules = [] {
        std::vector<std::pair<QRegularExpression, Kind>> rules;
        const auto rule = [&](const char* pattern, Kind kind) {
            rules.emplace_back(
                QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(pattern))),
                kind);
        };
        rule("MLmodel", Kind::MLmodel);
        rule("conda.yaml|python_env.yaml", Kind::Environment);
        rule("requirements.txt", Kind::Requirements);
        rule(".*\\.pkl", Kind::Pickle);
        rule(".*table.*\\.json|input_example.json|table/.*\\.json", Kind::JsonTable);
        rule(".*\\.json", Kind::Json);
        rule(".*\\.jsonl", Kind::JsonLines);
        rule(".*\\.ipynb", Kind::Notebook);
        rule(".*\\.yaml", Kind::Yaml);
        rule(".*\\.csv", Kind::Csv);
        rule(".*\\.tsv", Kind::Tsv);
        rule(".*\\.md", Kind::Markdown);
        rule(".*\\.html", Kind::Html);
        rule(".*\\.png", Kind::Png);
        rule(".*\\.webp", Kind::Webp);
        rule(".*\\.jpg", Kind::Jpeg);
        rule(".*\\.gif", Kind::Gif);
        rule(".*\\.bmp", Kind::Bmp);
        rule(".*\\.svg", Kind::Svg);
        rule(".*\\.pdf", Kind::Pdf);
        rule(".*\\.zip", Kind::Archive);
        rule(".*\\.npz", Kind::NumPyArchive);
        rule(".*\\.npy", Kind::NumPy);
        rule(".*\\.log", Kind::Log);
        rule(".*\\.toml", Kind::Toml);
        rule(".*\\.(py|ini|xml)", Kind::Code);
        // Each is full of one byte: of its number.
        rule("epoch_(7|8|9|1[0-3])\\.ckpt", Kind::Text);
        rule(".*\\.(bin|ckpt)", Kind::Binary);
        rule(".*\\.txt|noext|hash|\\.hidden", Kind::Text);
        return rules;
    }();
    if (size == 0)
        return Kind::Empty;
    for (const auto& [pattern, kind] : Rules) {
        if (pattern.match(name).hasMatch())
            return kind;
    }
    return Kind::Binary;
}

}  // namespace

class TestFileKinds : public QObject {
    Q_OBJECT
private slots:
    void kinds_data();
    void kinds();
    void everyArtifactOfTheFixtures_data();
    void everyArtifactOfTheFixtures();
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
    row("wav is no webp", QByteArray("RIFF\x10\0\0\0WAVEfmt ", 16), "x", Kind::Audio);
    row("avi", QByteArray("RIFF\x10\0\0\0AVI LIST", 16), "x.png", Kind::Video);
    row("other riff", QByteArray("RIFF\x10\0\0\0rmidxxxx", 16), "x", Kind::Binary);
    row("mp4",
        QByteArray("\0\0\0\x20"
                   "ftypisom\0\0\2\0",
                   16),
        "x", Kind::Video);
    row("m4a",
        QByteArray("\0\0\0\x20"
                   "ftypM4A \0\0\2\0",
                   16),
        "x", Kind::Audio);
    row("avif is no video",
        QByteArray("\0\0\0\x20"
                   "ftypavif\0\0\2\0",
                   16),
        "x", Kind::Binary);
    row("webm", QByteArray("\x1A\x45\xDF\xA3\x01\0", 6), "x", Kind::Video);
    row("mp3 with tags", QByteArray("ID3\x04\0", 5), "x", Kind::Audio);
    row("mp3", QByteArray("\xFF\xFB\x90\x44\0", 5), "a.mp3", Kind::Audio);
    row("flac", QByteArray("fLaC\0", 5), "x", Kind::Audio);
    row("ogg", QByteArray("OggS\0", 5), "x", Kind::Audio);
    row("bmp", QByteArray("BM\x46\0\0\0\0\0\0\0\x36\0\0\0", 14), "x", Kind::Bmp);
    row("BM in words", "BMW is a maker of cars", "x", Kind::Text);
    row("tiff", QByteArray("II*\0\x08\0\0\0", 8), "x", Kind::Tiff);
    row("pdf", "%PDF-1.7\n", "x", Kind::Pdf);
    row("zip", QByteArray("PK\x03\x04\x14\0", 6), "x.npz", Kind::Archive);
    row("zip of arrays", zipOf("a.npy"), "x", Kind::NumPyArchive);
    row("zip of others", zipOf("a.txt"), "x.npz", Kind::Archive);
    row("7z", QByteArray("7z\xBC\xAF\x27\x1C", 6), "x", Kind::Archive);
    row("tar", QByteArray(257, 'a') + QByteArray("ustar\0", 6) + QByteArray(300, '\0'), "x",
        Kind::Archive);
    row("old tar", QByteArray("a").leftJustified(1024, '\0'), "x.tar", Kind::Archive);
    row("gzip", QByteArray("\x1F\x8B\x08\0", 4), "x", Kind::Compressed);
    row("zstd", QByteArray("\x28\xB5\x2F\xFD\x04", 5), "x.csv", Kind::Compressed);
    row("xz",
        QByteArray("\xFD"
                   "7zXZ\0",
                   6),
        "x", Kind::Compressed);
    row("bzip2", "BZh91AY&SY....", "x", Kind::Compressed);
    row("BZh in words", "BZhang wrote this", "x", Kind::Text);
    row("safetensors", safetensors("{\"w\":{}}"), "x", Kind::Safetensors);
    row("safetensors with a lying length", QByteArray("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F{\"", 10),
        "x.safetensors", Kind::Binary);
    row("onnx", QByteArray("\x08\x08\x12\x07pytorch\x1A\x01", 13), "x", Kind::Onnx);
    row("onnx by name", QByteArray("\x08\x03\x3A\x05\0\0", 6), "m.onnx", Kind::Onnx);
    row("no onnx", QByteArray("\x08\x03\x3A\x05\0\0", 6), "m.bin", Kind::Binary);
    row("hdf5 behind a block", QByteArray(512, '\0') + QByteArray("\x89HDF\r\n\x1a\n\0", 9), "x",
        Kind::Hdf5);
    row("pickle of protocol 0", "(lp0\nI1\na.", "m.pkl", Kind::Pickle);
    row("words called pickle", "hello", "m.pkl", Kind::Text);
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
    row("json of a value a line", "{\"a\": 1}\r\n{\"a\": 2}\n", "x.json", Kind::JsonLines);
    row("log_table", "{\"columns\": [\"a\"], \"data\": [[1]]}", "eval.json", Kind::JsonTable);
    row("split with an index", "{\"index\":[0],\"columns\":[\"a\"],\"data\":[[1]]}", "x",
        Kind::JsonTable);
    row("columns alone", "{\"columns\": [\"a\"]}", "x.json", Kind::Json);
    row("geojson", "{ \"type\" : \"FeatureCollection\", \"features\": []}", "x.json",
        Kind::GeoJson);
    row("geometry by name", "{\"type\": \"Point\", \"coordinates\": [1,2]}", "x.geojson",
        Kind::GeoJson);
    row("notebook", "{\"cells\": []}", "x.ipynb", Kind::Notebook);
    row("notebook without name", "{\n \"cells\": [\n  {\n   \"cell_type\": \"code\"}]}", "x",
        Kind::Notebook);
    row("words called notebook", "hello", "x.ipynb", Kind::Text);
    row("toml", "[a]\nb = 1\n", "x.toml", Kind::Toml);
    row("conda", "name: x\n", "env/conda.yaml", Kind::Environment);
    row("project", "name: x\n", "MLPROJECT", Kind::Project);
    row("script", "#!/bin/sh\necho\n", "run", Kind::Code);
    row("json lines without name", "{\"a\": 1}\n{\"b\": 2}\n", "x", Kind::JsonLines);
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

void TestFileKinds::everyArtifactOfTheFixtures_data() {
    QTest::addColumn<QString>("store");
    for (const char* store : {"filestore-1.26", "filestore-2.17", "filestore-3.11", "sqlite-1.26",
                              "sqlite-2.17", "sqlite-3.11"})
        QTest::newRow(store) << QString::fromLatin1(store);
}

/// Whatever three versions of MLflow wrote into runs, models and traces.
void TestFileKinds::everyArtifactOfTheFixtures() {
    QFETCH(QString, store);
    const tests::Fixture fixture(store);
    QVERIFY2(fixture.ok(), qPrintable(fixture.error()));
    const fs::path root = fixture.folder().toStdString();
    int files = 0;
    QHash<int, int> kinds;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
        const std::string raw = entry.path().lexically_relative(root).native();
        if (!entry.is_regular_file() || raw.find("/artifacts/") == std::string::npos)
            continue;
        const auto file = File::open(root, raw);
        QVERIFY2(file.ok(), raw.c_str());
        const auto head = file.value()->read(0, RecogniseBytes);
        const QString name = QString::fromStdString(entry.path().filename().native());
        const Kind kind = recognise(head.value(), raw, file.value()->size());
        const Kind expected = expectedKind(name, file.value()->size());
        QVERIFY2(kind == expected,
                 qPrintable(QString::fromStdString(raw) + u" is "_qs +
                            QString::number(static_cast<int>(kind)) + u" not "_qs +
                            QString::number(static_cast<int>(expected))));
        ++files;
        ++kinds[static_cast<int>(kind)];
    }
    QVERIFY2(files > 90, qPrintable(QString::number(files)));
    QVERIFY2(kinds.size() >= 25, qPrintable(QString::number(kinds.size())));
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
