// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/ansi.h"
#include "artifacts/geojson.h"
#include "artifacts/jsontable.h"
#include "artifacts/modelcard.h"
#include "artifacts/notebook.h"
#include "artifacts/sqlitetables.h"
#include "artifacts/treefind.h"
#include "tests/artifacts/samples.h"
#include "tests/support/fixtures.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using namespace podium::artifacts;

namespace {

using Texts = std::vector<std::string>;

Notebook notebook(const char* json) {
    const auto read = readNotebook(textOf(json));
    return read.ok() ? read.value() : Notebook();
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class TestDocuments : public QObject {
    Q_OBJECT
private slots:
    void notebookCells();
    void oldNotebook();
    void hostileNotebooks();
    void splitTables();
    void brokenTables();
    void tablesOfTheFixtures();
    void geoOutline();
    void brokenGeo();
    void cardsOfTheFixtures_data();
    void cardsOfTheFixtures();
    void cardOfAnything();
    void loadingLinesSpellTheModel();
    void ansiRows_data();
    void ansiRows();
    void ansiOfText();
    void sqliteTables();
    void brokenSqlite();
};

void TestDocuments::notebookCells() {
    const Notebook book = notebook(R"({"cells": [
      {"cell_type": "markdown", "source": ["# Title\n", "text"]},
      {"cell_type": "code", "execution_count": 3, "source": "1 + 1", "outputs": [
        {"output_type": "stream", "name": "stdout", "text": ["a\n", "\u001b[31mred\u001b[0m"]},
        {"output_type": "execute_result", "data": {"text/html": "<b>2</b>", "text/plain": ["2"]}},
        {"output_type": "display_data", "data": {"image/png": "aGk=", "text/plain": "fig"}},
        {"output_type": "display_data", "data": {"text/html": "<script>fetch('http://x')</script>"}},
        {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["\u001b[1mE\u001b[0m", "v"]}]}],
      "metadata": {"language_info": {"name": "python"}}, "nbformat": 4, "nbformat_minor": 5})");
    QCOMPARE(book.cells.size(), std::size_t{2});
    QCOMPARE(book.language, std::string("python"));
    QCOMPARE(book.format, std::string("4.5"));
    QCOMPARE(book.cells[0].kind, NotebookCell::Kind::Markdown);
    QCOMPARE(book.cells[0].source, std::string("# Title\ntext"));
    const NotebookCell& code = book.cells[1];
    QCOMPARE(code.count, std::string("3"));
    QCOMPARE(code.outputs.size(), std::size_t{5});
    QCOMPARE(code.outputs[0].content, std::string("a\nred"));
    QCOMPARE(code.outputs[1].content, std::string("2"));
    QCOMPARE(code.outputs[2].kind, CellOutput::Kind::Picture);
    QCOMPARE(code.outputs[2].content, std::string("aGk="));
    QCOMPARE(code.outputs[3].kind, CellOutput::Kind::Active);
    QVERIFY(code.outputs[3].content.empty());
    QCOMPARE(code.outputs[4].kind, CellOutput::Kind::Error);
    QCOMPARE(code.outputs[4].content, std::string("E\nv"));
    QVERIFY(!book.cut);
}

void TestDocuments::oldNotebook() {
    const Notebook book = notebook(R"({"worksheets": [{"cells": [
      {"cell_type": "code", "input": ["x"], "prompt_number": 7, "outputs": [
        {"output_type": "display_data", "png": "aGk="}]}]}], "nbformat": 3})");
    QCOMPARE(book.cells.size(), std::size_t{1});
    QCOMPARE(book.cells[0].source, std::string("x"));
    QCOMPARE(book.cells[0].count, std::string("7"));
    QCOMPARE(book.cells[0].outputs[0].kind, CellOutput::Kind::Picture);
}

void TestDocuments::hostileNotebooks() {
    QVERIFY(readNotebook(textOf("[]")).failed());
    QVERIFY(readNotebook(textOf("{\"a\": 1}")).failed());
    const std::string deep = "{\"cells\": " + std::string(100'000, '[');
    QElapsedTimer timer;
    timer.start();
    const auto read = readNotebook(textOf(deep));
    QVERIFY(read.failed() || read.value().cut);
    std::string many = "{\"cells\": [";
    for (int i = 0; i < 5000; ++i)
        many += "{\"cell_type\": \"code\", \"source\": 5, \"outputs\": {\"a\": 1}},";
    const auto cut = readNotebook(textOf(many));
    QVERIFY(cut.ok() && cut.value().cut);
    QVERIFY(timer.elapsed() < 5000);
}

void TestDocuments::splitTables() {
    const auto read = readJsonTable(textOf(R"({"columns": ["a", "a", "n"], "data": [
        [1, "x", NaN], [null, {"type": "image", "filepath": "t/1.png"}, 2.5], [[1, 2]], 7]})"));
    QVERIFY(read.ok());
    const JsonTable& table = read.value();
    QCOMPARE(table.columns, (Texts{"a", "a", "n"}));
    QCOMPARE(table.rows.size(), std::size_t{4});
    QCOMPARE(table.rows[0], (Texts{"1", "x", "NaN"}));
    QCOMPARE(table.rows[1], (Texts{"", "t/1.png", "2.5"}));
    QCOMPARE(table.rows[2], (Texts{"[1, 2]", "", ""}));
    QCOMPARE(table.numeric, (std::vector<bool>{false, false, true}));
}

void TestDocuments::brokenTables() {
    QVERIFY(readJsonTable(textOf("{\"columns\": 1, \"data\": 2}")).failed());
    QVERIFY(readJsonTable(textOf("oops")).failed());
    const auto cut = readJsonTable(textOf("{\"columns\": [\"a\"], \"data\": [[1], [2"));
    QVERIFY(cut.ok() && cut.value().cut);
    QCOMPARE(cut.value().rows.size(), std::size_t{2});
}

/// log_table of MLflow itself, by three versions.
void TestDocuments::tablesOfTheFixtures() {
    const tests::Fixture fixture(u"filestore-2.17"_qs);
    QVERIFY2(fixture.ok(), qPrintable(fixture.error()));
    int tables = 0;
    QDirIterator at(fixture.folder(), {u"*table.json"_qs}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (at.hasNext()) {
        const QByteArray content = contentOf(at.next());
        const auto table = readJsonTable(textOf(content.toStdString()));
        QVERIFY2(table.ok(), qPrintable(at.filePath()));
        QVERIFY(!table.value().rows.empty() && !table.value().cut);
        ++tables;
    }
    QVERIFY(tables >= 2);
}

void TestDocuments::geoOutline() {
    const auto read = readGeoJson(textOf(R"({"type": "FeatureCollection", "features": [
      {"type": "Feature", "properties": {"name": 1}, "geometry": {"type": "Polygon",
        "coordinates": [[[0, 0], [4, 0], [4, 2], [0, 0]]]}},
      {"type": "Feature", "properties": {"name": 2, "area": 3}, "geometry": {"type": "MultiPoint",
        "coordinates": [[-1, 5], [1, 1, 9]]}},
      {"type": "Feature", "properties": null, "geometry": null}]})"));
    QVERIFY(read.ok());
    const GeoOutline& map = read.value();
    QCOMPARE(map.features, std::size_t{3});
    QCOMPARE(map.lines.size(), std::size_t{1});
    QVERIFY(map.lines[0].closed);
    QCOMPARE(map.points.size(), std::size_t{2});
    QCOMPARE(map.left, -1.0);
    QCOMPARE(map.top, 5.0);
    QCOMPARE(map.properties, (Texts{"name", "area"}));
}

void TestDocuments::brokenGeo() {
    QVERIFY(readGeoJson(textOf("{\"a\": 1}")).failed());
    const auto odd =
        readGeoJson(textOf(R"({"type": "Polygon", "coordinates": [[["a", 1], [1e999, 2], [3]]]})"));
    QVERIFY(odd.ok() && odd.value().lines.empty());
    std::string deep;
    for (int i = 0; i < 100'000; ++i)
        deep += R"({"type": "GeometryCollection", "geometries": [)";
    QVERIFY(readGeoJson(textOf(deep)).ok());
}

void TestDocuments::cardsOfTheFixtures_data() {
    QTest::addColumn<QString>("store");
    for (const char* store : {"filestore-1.26", "filestore-2.17", "filestore-3.11"})
        QTest::newRow(store) << QString::fromLatin1(store);
}

void TestDocuments::cardsOfTheFixtures() {
    QFETCH(QString, store);
    const tests::Fixture fixture(store);
    QVERIFY2(fixture.ok(), qPrintable(fixture.error()));
    int cards = 0;
    int signatures = 0;
    QDirIterator at(fixture.folder(), {u"MLmodel"_qs}, QDir::Files, QDirIterator::Subdirectories);
    while (at.hasNext()) {
        const ModelCard card = readModelCard(contentOf(at.next()).toStdString());
        if (card.flavors.empty()) {  // MLflow 3: a model that is kept elsewhere
            QVERIFY(loadingLines(card, "/models/here").empty());
            continue;
        }
        QVERIFY(!card.mlflowVersion.empty() || !card.created.empty());
        QCOMPARE(card.modelId.starts_with("m-"), store.contains(u"3.11"_qs));
        const Texts lines = loadingLines(card, "/models/here");
        QVERIFY(!lines.empty());
        QVERIFY(lines.back() == "model = mlflow.pyfunc.load_model(\"/models/here\")");
        signatures += card.hasSignature ? 1 : 0;
        for (const SignatureColumn& column : card.inputs)
            QVERIFY(!column.type.empty());
        ++cards;
    }
    QVERIFY(cards >= 4 && signatures >= 1);
}

void TestDocuments::cardOfAnything() {
    QVERIFY(readModelCard("").flavors.empty());
    QVERIFY(readModelCard("- 1\n- 2").flavors.empty());
    QVERIFY(readModelCard("flavors: 3\nsignature: [1]").inputs.empty());
    const ModelCard card = readModelCard(
        "flavors:\n  python_function: {env: conda.yaml}\nmodel_size_bytes: 1234\n"
        "signature:\n  inputs: '[{\"type\": \"tensor\", \"tensor-spec\": {\"dtype\": \"float32\", "
        "\"shape\": [-1, 28]}}, {\"name\": \"m\", \"type\": \"map\", \"values\": {\"type\": "
        "\"array\", "
        "\"items\": {\"type\": \"long\"}}, \"required\": false}]'\n"
        "  params: '[{\"name\": \"t\", \"dtype\": \"double\", \"default\": 0.5, \"shape\": "
        "null}]'\n"
        "other: {a: [1, x]}\n");
    QCOMPARE(card.sizeBytes, 1234);
    QCOMPARE(card.inputs.at(0).type, std::string("tensor float32 [-1, 28]"));
    QCOMPARE(card.inputs.at(1).type, std::string("map of array of long"));
    QVERIFY(!card.inputs.at(1).required);
    QCOMPARE(card.params.at(0).type, std::string("double"));
    QCOMPARE(card.params.at(0).initial, std::string("0.5"));
    QCOMPARE(card.about.at(0).first, std::string("other"));
}

void TestDocuments::loadingLinesSpellTheModel() {
    ModelCard card;
    card.flavors = {{"python_function", {}}, {"sklearn", {}}};
    card.runId = "abc";
    card.artifactPath = "my \"model\"";
    QCOMPARE(loadingLines(card, ""),
             (Texts{"model = mlflow.sklearn.load_model(\"runs:/abc/my \\\"model\\\"\")",
                    "model = mlflow.pyfunc.load_model(\"runs:/abc/my \\\"model\\\"\")"}));
    card.modelId = "m-1";
    QCOMPARE(loadingLines(card, "").at(0),
             std::string("model = mlflow.sklearn.load_model(\"models:/m-1\")"));
}

void TestDocuments::ansiRows_data() {
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("parts");
    QTest::addColumn<int>("style");
    const auto row = [](const char* name, const QString& raw, const QString& text, int parts,
                        TextStyle style) {
        QTest::newRow(name) << raw << text << parts << static_cast<int>(style);
    };
    row("plain", u"abc"_qs, u"abc"_qs, 0, TextStyle::Plain);
    row("red", u"\x1B[31mred\x1B[0m!"_qs, u"red!"_qs, 1, TextStyle::Red);
    row("bold green", u"\x1B[1;32mok\x1B[m"_qs, u"ok"_qs, 1, TextStyle::Green);
    row("bright", u"\x1B[94mb"_qs, u"b"_qs, 1, TextStyle::Blue);
    row("256", u"\x1B[38;5;196mx"_qs, u"x"_qs, 1, TextStyle::Red);
    row("true colour", u"\x1B[38;2;0;200;0mx"_qs, u"x"_qs, 1, TextStyle::Green);
    row("ground is left out", u"\x1B[48;5;1mx"_qs, u"x"_qs, 0, TextStyle::Plain);
    row("cursor", u"\x1B[2Kx\x1B[1A"_qs, u"x"_qs, 0, TextStyle::Plain);
    row("title", u"\x1B]0;t\x07x"_qs, u"x"_qs, 0, TextStyle::Plain);
    row("progress bar", u"10%\r20%\r30%"_qs, u"30%"_qs, 0, TextStyle::Plain);
    row("cut sequence", u"x\x1B[3"_qs, u"x"_qs, 0, TextStyle::Plain);
    row("cut colour", u"\x1B[38;5mx"_qs, u"x"_qs, 0, TextStyle::Plain);
    row("huge number", u"\x1B[99999999999999mx"_qs, u"x"_qs, 0, TextStyle::Plain);
    row("lone escape", u"x\x1B"_qs, u"x"_qs, 0, TextStyle::Plain);
}

void TestDocuments::ansiRows() {
    QFETCH(QString, row);
    QFETCH(int, parts);
    QFETCH(int, style);
    const AnsiRow read = readAnsi(row.toStdU16String());
    QTEST(QString::fromStdU16String(read.text), "text");
    QCOMPARE(static_cast<int>(read.parts.size()), parts);
    if (parts > 0)
        QCOMPARE(static_cast<int>(read.parts[0].style), style);
}

void TestDocuments::ansiOfText() {
    QCOMPARE(withoutAnsi("a\x1B[31mb\x1B[0m\nc"), std::string("ab\nc"));
}

void TestDocuments::sqliteTables() {
    const auto read = readSqliteTables(PODIUM_TEST_DATA "/artifacts/tables.db");
    QVERIFY(read.ok());
    QCOMPARE(read.value().tables.size(), std::size_t{2});  // no view
    const SqliteTable& odd = read.value().tables[0];
    QCOMPARE(odd.name, std::string("odd \"name"));
    QCOMPARE(odd.columns, (Texts{"id", "va'lue", "raw"}));
    QCOMPARE(odd.count, 250);
    QCOMPARE(odd.rows.size(), std::size_t{200});
    QCOMPARE(odd.rows[3], (Texts{"3", "1.5", "BLOB 3"}));
    QCOMPARE(odd.numeric, (std::vector<bool>{true, true, false}));
    QCOMPARE(read.value().tables[1].rows[0], Texts{"héllo"});
}

void TestDocuments::brokenSqlite() {
    const QTemporaryDir dir;
    QByteArray content = tests::sample("tables.db");
    const auto write = [&](const char* name, const QByteArray& bytes) {
        QFile file(dir.filePath(QString::fromLatin1(name)));
        (void)file.open(QIODevice::WriteOnly);
        file.write(bytes);
        return file.fileName().toStdString();
    };
    QVERIFY(readSqliteTables(write("words", "SQLite format 3")).failed());
    const auto cut = readSqliteTables(write("cut", content.left(6000)));
    QVERIFY(cut.failed() || !cut.value().tables.at(0).fault.empty());
    // A view of the schema's cannot be a table's name and run something.
    content.replace("CREATE TABLE words", "CREATE VIEW! words");
    const auto odd = readSqliteTables(write("odd", content));
    QVERIFY(odd.failed() || odd.ok());
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files).size(), 3);  // nothing beside them
}

QTEST_GUILESS_MAIN(TestDocuments)
#include "tst_documents.moc"
