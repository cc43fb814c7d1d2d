// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/artifacts/listener.h"
#include "tests/artifacts/previewbench.h"
#include "tests/artifacts/samples.h"
#include "views/theme/theme.h"

#include <sys/resource.h>
#include <zlib.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QtEndian>

using namespace podium;
using namespace podium::views;
using tests::PreviewBench;

namespace {

constexpr qint64 MostMemory = qint64{512} << 20;  // bytes, of the whole program
constexpr int MostMilliseconds = 20'000;          // on a busy machine; none takes two seconds

/// A PNG that claims a size it does not have.
QByteArray pngOfSize(quint32 width, quint32 height) {
    QByteArray header("IHDR", 4);
    const auto number = [](quint32 value) {
        QByteArray bytes(4, '\0');
        qToBigEndian(value, bytes.data());
        return bytes;
    };
    header += number(width) + number(height) + QByteArray("\x08\x02\0\0\0", 5);
    const auto crc = static_cast<quint32>(crc32(
        0, reinterpret_cast<const Bytef*>(header.constData()), static_cast<uInt>(header.size())));
    return QByteArray("\x89PNG\r\n\x1A\n", 8) + number(13) + header + number(crc) +
           QByteArray("\0\0\0\x0AIDAT\x78\x9C\x63\0\0\0\x02\0\1\0\0\0\0", 22);
}

/// Many times the same letter in little room.
QByteArray gzipBomb(qint64 megabytes) {
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
    QByteArray letters(1 << 20, 'a');
    QByteArray block(1 << 16, '\0');
    QByteArray out;
    for (qint64 i = 0; i < megabytes; ++i) {
        stream.next_in = reinterpret_cast<Bytef*>(letters.data());
        stream.avail_in = static_cast<uInt>(letters.size());
        do {
            stream.next_out = reinterpret_cast<Bytef*>(block.data());
            stream.avail_out = static_cast<uInt>(block.size());
            deflate(&stream, i + 1 == megabytes ? Z_FINISH : Z_NO_FLUSH);
            out.append(block.constData(), block.size() - static_cast<qsizetype>(stream.avail_out));
        } while (stream.avail_out == 0);
    }
    deflateEnd(&stream);
    return out;
}

QByteArray yamlBomb() {
    QByteArray yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 30; ++i) {
        const QByteArray before = "*a" + QByteArray::number(i - 1);
        yaml += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" +
                QByteArray(before + ", ").repeated(8) + before + "]\n";
    }
    return yaml;
}

}  // namespace

/// Files made to hurt whoever opens them: each ends soon, in bounded memory, with a preview or a
/// message, and asks nothing of the network.
class TestHostileFiles : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".+"_qs)); }
    void files_data();
    void files();
    void hollowGiants_data();
    void hollowGiants();
    void memory();

private:
    Theme* m_theme = nullptr;
    tests::Listener m_listener;
};

void TestHostileFiles::initTestCase() {
    m_theme = new Theme(*qApp, ThemeChoice::Light);
    m_theme->setParent(this);
}

void TestHostileFiles::files_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char* tag, const char* name, const QByteArray& content,
                        const char* kind) {
        QTest::newRow(tag) << QString::fromLatin1(name) << content << QString::fromLatin1(kind);
    };
    const QByteArray url = m_listener.url();
    row("picture of 100,000 by 100,000", "a.png", pngOfSize(100'000, 100'000), "message");
    row("picture of 4,294,967,295 by 1", "a.png", pngOfSize(0xFFFFFFFF, 1), "message");
    row("SVG that fetches and runs", "a.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "
        "width='9' "
        "height='9'><script>x()</script><image width='9' height='9' xlink:href='" +
            url +
            "'/><use "
            "xlink:href='" +
            url + "#a'/><style>@import url(" + url + ");</style></svg>",
        "ImagePreview");
    row("SVG of entities", "a.svg",
        "<?xml version='1.0'?><!DOCTYPE s [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b "
        "'&a;&a;&a;&a;&a;&a;&a;&a;'>"
        "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;'>"
        "<!ENTITY e SYSTEM 'file:///etc/passwd'>]><svg><text>&d;&e;</text></svg>",
        "");
    row("HTML that fetches", "a.html",
        "<html><img src='" + url + "'><script src='" + url + "'></script><body background='" + url +
            "'>",
        "DocumentPreview");
    row("HTML of tables in tables", "a.html",
        "<html>" + QByteArray("<table><tr><td>").repeated(200'000), "DocumentPreview");
    row("Markdown with pictures of elsewhere", "a.md",
        "![x](" + url + ")\n[![y](file:///etc/passwd)](" + url + ")\n", "MarkdownPreview");
    row("Markdown of brackets", "a.md", QByteArray("[").repeated(400'000), "MarkdownPreview");
    row("JSON 100,000 deep", "a.json", QByteArray("[").repeated(100'000), "TreePreview");
    row("JSON table 100,000 deep", "a.json",
        "{\"columns\": [\"a\"], \"data\": " + QByteArray("[").repeated(100'000), "ReportPreview");
    row("GeoJSON 100,000 deep", "a.geojson",
        QByteArray("{\"type\": \"GeometryCollection\", \"geometries\": [").repeated(100'000),
        "ReportPreview");
    row("YAML bomb", "a.yaml", yamlBomb(), "TreePreview");
    row("YAML 100,000 deep", "a.yaml", QByteArray("[").repeated(100'000), "TreePreview");
    row("YAML bomb as a model", "MLmodel", yamlBomb(), "ReportPreview");
    row("CSV of 4,000,000 columns", "a.csv", "a" + QByteArray(",").repeated(4'000'000),
        "TablePreview");
    row("gzip bomb of 2 GB", "a.gz", gzipBomb(2048), "ArchivePreview");
    row("array with a lying header", "a.npy",
        QByteArray("\x93NUMPY\x01\0\x48\0", 10) +
            QByteArray("{'descr': '<f8', 'fortran_order': False, 'shape': (999999999, 999999), }")
                .leftJustified(72, ' '),
        "ReportPreview");
    row("PDF broken", "a.pdf", "%PDF-1.7\n" + QByteArray("1 0 obj<</Kids[1 0 R]>>").repeated(1000),
        "message");
    row("notebook with a script", "a.ipynb",
        "{\"cells\": [{\"cell_type\": \"code\", \"source\": \"\", \"outputs\": [{\"output_type\": "
        "\"display_data\", \"data\": {\"application/javascript\": \"fetch('" +
            url + "')\"}}]}]}",
        "DocumentPreview");
    row("notebook 100,000 deep", "a.ipynb", "{\"cells\": " + QByteArray("[").repeated(100'000), "");
    row("safetensors with a lying header", "a.safetensors",
        QByteArray("\x10\0\0\0\0\0\0\0{\"a\":{\"shape\":[9", 25), "ReportPreview");
    row("ONNX of one field in another", "a.onnx",
        "\x08\x08" + QByteArray("\x3A\x7F").repeated(200'000), "");
    row("pickle of a million calls", "a.pkl", "\x80\x04" + QByteArray("R").repeated(1'000'000),
        "ReportPreview");
    row("database of nothing", "a.db",
        QByteArray("SQLite format 3\0", 16) + QByteArray(4096, '\xFF'), "message");
    row("log of one line without an end", "a.log", QByteArray(20'000'000, 'x'), "TextPreview");
    row("log of escapes", "a.log", QByteArray("\x1B[").repeated(1'000'000), "TextPreview");
}

void TestHostileFiles::files() {
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(QString, kind);
    PreviewBench bench;
    QElapsedTimer timer;
    timer.start();
    bench.put(name, content);
    QVERIFY2(bench.open(name, MostMilliseconds), qPrintable(bench.message()));
    bench.pane().grab();
    QTest::qWait(30);
    QVERIFY2(timer.elapsed() < MostMilliseconds, qPrintable(QString::number(timer.elapsed())));
    if (!kind.isEmpty())
        QCOMPARE(bench.kind(), kind);
    if (bench.kind() == u"message"_qs)  // says which file
        QVERIFY2(bench.message().contains(name), qPrintable(bench.message()));
    QVERIFY(!m_listener.wasCalled());
    QCOMPARE(QDir(bench.path(u"."_qs)).entryList(QDir::Files), QStringList{name});
}

void TestHostileFiles::hollowGiants_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("head");
    const auto row = [](const char* name, const QByteArray& head) {
        QTest::newRow(name) << QString::fromLatin1(name) << head;
    };
    row("line.csv", "a,b\n" + QByteArray(100'000, 'x'));
    row("quoted.csv", "a,b\n\"" + QByteArray(100'000, 'x'));
    row("big.json", "[" + QByteArray("1, ").repeated(50'000));
    row("big.jsonl", QByteArray("{\"a\": 1}\n").repeated(50'000));
    row("big.yaml", QByteArray("- a\n").repeated(50'000));
    row("big.ipynb", "{\"cells\": [" + QByteArray("{},").repeated(50'000));
    row("big.log", QByteArray("a line\n").repeated(50'000));
    row("big.html", "<html>" + QByteArray("<p>a\n").repeated(50'000));
    row("big.png", pngOfSize(10, 10));
    row("big.pdf", "%PDF-1.7\n");
    row("big.svg", "<svg>" + QByteArray("<g/>").repeated(50'000));
    row("big.zip", tests::sample("names.zip").left(200));
    row("big.pkl", QByteArray("\x80\x04]\x94"));
    row("big.h5", tests::sample("old.h5"));
    row("big.npy", tests::sample("ramp.npy"));
}

/// 1 GB each, most of it a hole in the file: whatever is looked at is bounded.
void TestHostileFiles::hollowGiants() {
    QFETCH(QString, name);
    QFETCH(QByteArray, head);
    PreviewBench bench;
    bench.put(name, head);
    QVERIFY(QFile::resize(bench.path(name), qint64{1} << 30));
    QElapsedTimer timer;
    timer.start();
    QVERIFY2(bench.open(name, MostMilliseconds), qPrintable(bench.message()));
    QVERIFY2(timer.elapsed() < MostMilliseconds, qPrintable(QString::number(timer.elapsed())));
}

/// Of everything above, in one program.
void TestHostileFiles::memory() {
    rusage usage{};
    QCOMPARE(::getrusage(RUSAGE_SELF, &usage), 0);
    const qint64 most = qint64{usage.ru_maxrss} * 1024;
    qInfo("at most %lld MB", static_cast<long long>(most >> 20));
#ifndef __SANITIZE_ADDRESS__
    QVERIFY(most < MostMemory);
#endif
}

QTEST_MAIN(TestHostileFiles)
#include "tst_hostilefiles.moc"
