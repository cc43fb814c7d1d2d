// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/artifacts/listener.h"
#include "tests/artifacts/previewbench.h"
#include "tests/artifacts/samples.h"
#include "views/artifacts/documentpreview.h"
#include "views/artifacts/textview.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPdfDocument>
#include <QPdfView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeWidget>

using namespace podium;
using namespace podium::views;
using tests::PreviewBench;
using tests::sample;

/// What the previews show of files that real libraries have written.
class TestPreviews : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init() {
        QTest::failOnWarning(QRegularExpression(u".+"_qs));
        m_bench = std::make_unique<PreviewBench>();
    }
    void cleanup() { m_bench.reset(); }
    void samples_data();
    void samples();
    void arrayStatistics();
    void trapIsTold();
    void modelCard();
    void projectIsNotRun();
    void notebookWithoutScript();
    void htmlWithoutScriptAndNetwork();
    void deepHtmlIsSource();
    void archiveShowsWhatIsInside();
    void compressedTableIsATable();
    void archivesInArchives();
    void soundOpensOutside();
    void brokenPdf();
    void geoJson();
    void coloursOfATerminal();
    void coloursOfCode();
    void tablesAreSortedByNumbers();

private:
    [[nodiscard]] QString cell(int row, int column, int page = 0) const {
        auto* pages = m_bench->find<QTabWidget>("reportPages");
        const auto views =
            pages ? pages->widget(page)->findChildren<QTableView*>() : QList<QTableView*>();
        QTableView* view = pages ? qobject_cast<QTableView*>(pages->widget(page)) : nullptr;
        if (!view && !views.isEmpty())
            view = views.first();
        return view ? view->model()->index(row, column).data().toString() : QString();
    }
    [[nodiscard]] QString factsText() const {
        QString all;
        const auto* facts = m_bench->find<QWidget>("reportFacts");
        for (const QLabel* label : facts ? facts->findChildren<QLabel*>() : QList<QLabel*>())
            all += label->text() + u'\n';
        return all;
    }

    Theme* m_theme = nullptr;
    std::unique_ptr<PreviewBench> m_bench;
};

void TestPreviews::initTestCase() {
    m_theme = new Theme(*qApp, ThemeChoice::Light);
    m_theme->setParent(this);
}

void TestPreviews::samples_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char* name, const char* kind) {
        QTest::newRow(name) << QByteArray(name) << QString::fromLatin1(kind);
    };
    for (const char* name :
         {"ramp.npy",   "fortran.npy", "line.npy",   "half.npy",    "complex.npy",
          "text.npy",   "bytes.npy",   "record.npy", "objects.npy", "scalar.npy",
          "two.npz",    "old.h5",      "new.h5",     "net.onnx",    "weights.safetensors",
          "array0.pkl", "array2.pkl",  "array4.pkl", "array5.pkl",  "trap.pkl",
          "tables.db"})
        row(name, "ReportPreview");
    for (const char* name : {"names.zip", "names.tar.gz", "table.csv.gz", "table.csv.zst"})
        row(name, "ArchivePreview");
}

void TestPreviews::samples() {
    QFETCH(QByteArray, name);
    QVERIFY(m_bench->show(QString::fromLatin1(name), sample(name.constData())));
    QTEST(m_bench->kind(), "kind");
    // The head says what it is, and the picture can be drawn.
    QVERIFY(!m_bench->pane().grab().isNull());
}

void TestPreviews::arrayStatistics() {
    QVERIFY(m_bench->show(u"ramp.npy"_qs, sample("ramp.npy")));
    QVERIFY(factsText().contains(u"3 × 4"_qs));
    QVERIFY(factsText().contains(u"float32"_qs));
    QVERIFY(factsText().contains(u"5.5"_qs));
    QVERIFY(m_bench->find<QWidget>("reportHeatMap"));
    QCOMPARE(cell(11, 1, 1), u"11"_qs);
    QVERIFY(m_bench->show(u"line.npy"_qs, sample("line.npy")));
    QVERIFY(m_bench->find<QWidget>("reportLine"));
}

void TestPreviews::trapIsTold() {
    QVERIFY(m_bench->show(u"model.pkl"_qs, sample("trap.pkl")));
    auto* notice = m_bench->find<QLabel>("reportNotice");
    QVERIFY(notice->isVisible());
    QVERIFY2(notice->text().contains(u"posix.system"_qs), qPrintable(notice->text()));
    QCOMPARE(cell(0, 0), u"posix.system"_qs);
    QVERIFY(!QFile::exists(u"/tmp/podium-pickle-ran"_qs));
}

void TestPreviews::modelCard() {
    m_bench->put(u"my model/requirements.txt"_qs, "mlflow==2.17\nscikit-learn>=1\n");
    m_bench->put(u"my model/input_example.json"_qs, "{\"columns\": [\"a\"], \"data\": [[7]]}");
    QVERIFY(m_bench->show(
        u"my model/MLmodel"_qs,
        "artifact_path: my model\nrun_id: abc\nflavors:\n  sklearn: {pickled_model: m.pkl}\n"
        "  python_function: {loader_module: mlflow.sklearn}\n"
        "saved_input_example_info: {artifact_path: input_example.json, type: dataframe}\n"
        "signature:\n  inputs: '[{\"type\": \"double\", \"name\": \"x\", \"required\": true}]'\n"
        "  outputs: null\n"));
    QVERIFY(factsText().contains(u"python_function, sklearn"_qs));
    QVERIFY(factsText().contains(u"Size on disk"_qs));
    auto* pages = m_bench->find<QTabWidget>("reportPages");
    QStringList titles;
    for (int i = 0; i < pages->count(); ++i)
        titles << pages->tabText(i);
    QCOMPARE(titles,
             (QStringList{u"Flavors"_qs, u"Inputs"_qs, u"Input example"_qs, u"Requirements"_qs}));
    QCOMPARE(cell(0, 0, 1), u"x"_qs);
    QCOMPARE(cell(0, 0, 2), u"7"_qs);
    QCOMPARE(cell(1, 0, 3), u"scikit-learn"_qs);
    auto* code = m_bench->find<QLabel>("reportCode");
    QCOMPARE(code->text(), u"model = mlflow.sklearn.load_model(\"runs:/abc/my model\")"_qs);
    m_bench->find<QToolButton>("reportCopyCode")->click();
    QCOMPARE(QApplication::clipboard()->text(), code->text());
}

void TestPreviews::projectIsNotRun() {
    QVERIFY(m_bench->show(
        u"MLproject"_qs,
        "name: p\nentry_points:\n  main:\n    parameters:\n      alpha: {type: float, "
        "default: 0.5}\n      data: path\n    command: \"touch /tmp/podium-ran {alpha}\"\n"));
    QCOMPARE(m_bench->kind(), u"ReportPreview"_qs);
    QCOMPARE(cell(0, 1), u"touch /tmp/podium-ran {alpha}"_qs);
    QCOMPARE(cell(0, 3, 1), u"0.5"_qs);
    QCOMPARE(cell(1, 2, 1), u"path"_qs);
    QVERIFY(!QFile::exists(u"/tmp/podium-ran"_qs));
}

void TestPreviews::notebookWithoutScript() {
    const tests::Listener listener;
    const QByteArray url = listener.url();
    QVERIFY(m_bench->show(
        u"a.ipynb"_qs,
        "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": \"# Head\\n![x](" + url +
            ")\"}, {\"cell_type\": \"code\", \"source\": \"print(1)\", \"execution_count\": 5, "
            "\"outputs\": [{\"output_type\": \"display_data\", \"data\": {\"text/html\": \"<img "
            "src='" +
            url + "'><script>fetch('" + url +
            "')</script>\"}}, {\"output_type\": \"stream\", \"text\": "
            "\"one\\n\"}]}], \"nbformat\": 4}"));
    QCOMPARE(m_bench->kind(), u"DocumentPreview"_qs);
    m_bench->pane().grab();
    const QString text = m_bench->find<QTextBrowser>("documentView")->toPlainText();
    QVERIFY2(text.contains(u"print(1)"_qs) && text.contains(u"one"_qs) && text.contains(u"Head"_qs),
             qPrintable(text));
    QVERIFY(text.contains(u"In [5]"_qs) && text.contains(u"not run"_qs));
    QVERIFY(!text.contains(u"fetch"_qs));
    QTest::qWait(50);
    QVERIFY(!listener.wasCalled());
}

void TestPreviews::htmlWithoutScriptAndNetwork() {
    const tests::Listener listener;
    const QByteArray url = listener.url();
    QVERIFY(m_bench->show(u"a.html"_qs, "<html><head><link rel=stylesheet href='" + url +
                                            "'><style>@import url(" + url +
                                            ");</style></head><body "
                                            "background='" +
                                            url +
                                            "'><p>Words<script>secret(1)</script>"
                                            "<img src='" +
                                            url + "'><iframe src='" + url +
                                            "'></iframe>"
                                            "<object data='" +
                                            url + "'></object><b>bold</b>"));
    QCOMPARE(m_bench->kind(), u"DocumentPreview"_qs);
    m_bench->pane().grab();
    QTest::qWait(50);
    QVERIFY(!listener.wasCalled());
    const QString text = m_bench->find<QTextBrowser>("documentView")->toPlainText();
    QVERIFY2(text.contains(u"Words"_qs) && text.contains(u"bold"_qs), qPrintable(text));
    QVERIFY(!text.contains(u"secret"_qs) && !text.contains(u"@import"_qs));
    QVERIFY(m_bench->find<QLabel>("documentNotice")->isVisible());
    QCOMPARE(harmlessHtml(u"a<SCRIPT src=x>b</script >c<style>d"_qs), u"ac"_qs);
}

void TestPreviews::deepHtmlIsSource() {
    QVERIFY(!isCalmHtml(u"<div>"_qs.repeated(1000)));
    QVERIFY(!isCalmHtml(u"<table><tr><td>"_qs.repeated(60)));
    QVERIFY(isCalmHtml(u"<p>a<br>"_qs.repeated(1000)));
    QVERIFY(
        m_bench->show(u"a.html"_qs, "<html>" + QByteArray("<table><tr><td>").repeated(100'000)));
    QVERIFY(m_bench->find<TextView>("textView"));
}

void TestPreviews::archiveShowsWhatIsInside() {
    QVERIFY(m_bench->show(u"names.zip"_qs, sample("names.zip")));
    auto* tree = m_bench->find<QTreeWidget>("archiveTree");
    QCOMPARE(tree->topLevelItemCount(), 6);
    QTRY_VERIFY(m_bench->find<TextView>("textView"));
    tree->setCurrentItem(tree->topLevelItem(1));  // folder/data.csv
    QTRY_VERIFY(m_bench->find<QTableView>("tablePreview"));
    for (int i = 0; i < tree->topLevelItemCount(); ++i) {
        if (tree->topLevelItem(i)->text(0).contains(u".."_qs)) {
            tree->setCurrentItem(tree->topLevelItem(i));
            QVERIFY(!tree->topLevelItem(i)->toolTip(0).isEmpty());
        }
    }
    QTest::qWait(100);
    // Nothing came out of it into the artifacts or above.
    QCOMPARE(QDir(m_bench->path(u"."_qs)).entryList(QDir::Files), QStringList{u"names.zip"_qs});
    QVERIFY(!QFile::exists(m_bench->path(u"../escape.txt"_qs)));
}

void TestPreviews::compressedTableIsATable() {
    for (const char* name : {"table.csv.gz", "table.csv.zst"}) {
        QVERIFY(m_bench->show(QString::fromLatin1(name), sample(name)));
        auto* table = m_bench->find<QTableView>("tablePreview");
        QVERIFY2(table, name);
        QTRY_COMPARE(table->model()->index(0, 1).data().toString(), u"2"_qs);
    }
}

void TestPreviews::archivesInArchives() {
    // A gzip of a gzip of … : the last one is not opened.
    QByteArray packed = sample("table.csv.gz");
    QVERIFY(m_bench->show(u"a.tar.gz"_qs, sample("names.tar.gz")));
    auto* tree = m_bench->find<QTreeWidget>("archiveTree");
    QCOMPARE(tree->topLevelItemCount(), 3);
    tree->setCurrentItem(tree->topLevelItem(2));  // the link is not followed
    QTest::qWait(50);
    QVERIFY(!m_bench->find<TextView>("textView") ||
            !m_bench->find<TextView>("textView")->visibleText().contains(u"root:"_qs));
}

void TestPreviews::soundOpensOutside() {
    QList<QUrl> opened;
    m_bench->pane().setOpener([&](const QUrl& url) { opened << url; });
    QVERIFY(m_bench->show(u"a.wav"_qs, QByteArray("RIFF\x10\0\0\0WAVEfmt ", 16)));
    QCOMPARE(m_bench->kind(), u"OutsidePreview"_qs);
    m_bench->find<QPushButton>("openOutside")->click();
    QCOMPARE(opened, QList<QUrl>{QUrl::fromLocalFile(m_bench->path(u"a.wav"_qs))});
}

void TestPreviews::brokenPdf() {
    QVERIFY(m_bench->show(u"a.pdf"_qs,
                          "%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 1 0 R >> endobj\n%%EOF"));
    QCOMPARE(m_bench->kind(), u"message"_qs);
    QVERIFY2(m_bench->message().contains(u"a.pdf"_qs), qPrintable(m_bench->message()));
}

void TestPreviews::geoJson() {
    QVERIFY(m_bench->show(
        u"a.geojson"_qs,
        "{\"type\": \"Polygon\", \"coordinates\": [[[0, 0], [4, 0], [4, 2], [0, 0]]]}"));
    QVERIFY(m_bench->find<QWidget>("reportOutline"));
}

void TestPreviews::coloursOfATerminal() {
    QVERIFY(m_bench->show(u"a.log"_qs, "plain \x1B[31mred words\x1B[0m end\n10%\r20%\r30%\n"));
    auto* view = m_bench->find<TextView>("textView");
    QTRY_COMPARE(view->visibleText(), u"plain red words end\n30%\n"_qs);
    QFont large = view->font();  // strokes wide enough for pixels of their full colour
    large.setPixelSize(32);
    view->setFont(large);
    const QImage image = view->grab().toImage();
    const QColor red = colors(view->palette()).bad;
    bool found = false;
    for (int y = 0; y < image.height() && !found; ++y) {
        for (int x = 0; x < image.width() && !found; ++x)
            found = image.pixelColor(x, y) == red;
    }
    QVERIFY(found);
    QSignalSpy searched(view, &TextView::searched);
    view->find(u"plain red"_qs, TextView::Search::Next, true);
    QTRY_VERIFY(!searched.isEmpty());
    QVERIFY(searched.last()[0].toBool());
}

void TestPreviews::coloursOfCode() {
    QVERIFY(m_bench->show(u"a.py"_qs, "# comment\n"));
    auto* view = m_bench->find<TextView>("textView");
    QTRY_COMPARE(view->visibleText(), u"# comment\n"_qs);
    QFont large = view->font();  // strokes wide enough for pixels of their full colour
    large.setPixelSize(32);
    view->setFont(large);
    const QImage image = view->grab().toImage();
    const QColor dim = colors(view->palette()).dim;
    const QColor text = view->palette().color(QPalette::Text);
    bool hasDim = false;
    bool hasText = false;
    for (int y = 0; y < 40; ++y) {
        for (int x = 90; x < 260; ++x) {
            hasDim = hasDim || image.pixelColor(x, y) == dim;
            hasText = hasText || image.pixelColor(x, y) == text;
        }
    }
    QVERIFY(hasDim && !hasText);
}

void TestPreviews::tablesAreSortedByNumbers() {
    QVERIFY(m_bench->show(u"t.json"_qs,
                          "{\"columns\": [\"n\"], \"data\": [[10], [9], [null], [-2.5]]}"));
    auto* view = m_bench->find<QTableView>("reportTable");
    view->sortByColumn(0, Qt::AscendingOrder);
    QCOMPARE(cell(0, 0), u"-2.5"_qs);
    QCOMPARE(cell(2, 0), u"10"_qs);
    QCOMPARE(cell(3, 0), QString());
    view->sortByColumn(0, Qt::DescendingOrder);
    QCOMPARE(cell(0, 0), u"10"_qs);
    QCOMPARE(cell(3, 0), QString());
}

QTEST_MAIN(TestPreviews)
#include "tst_previews.moc"
