// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/listing.h"
#include "tests/artifacts/listener.h"
#include "tests/support/fixtures.h"
#include "views/artifacts/artifactbrowser.h"
#include "views/artifacts/imageview.h"
#include "views/artifacts/tablemodel.h"
#include "views/artifacts/textview.h"
#include "views/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>

using namespace podium;
using namespace podium::views;
namespace fs = std::filesystem;

namespace {

QString kindOfPreview(const Preview* preview) {
    return preview ? QString::fromLatin1(preview->metaObject()->className()).section(u':', -1)
                   : u"message"_qs;
}

}  // namespace

class TestArtifactBrowser : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void everyFileOfTheFixtures_data();
    void everyFileOfTheFixtures();
    void previewByContent_data();
    void previewByContent();
    void states();
    void goneFile();
    void linkOutside();
    void samePathInAnotherRun();
    void laterChoiceWins();
    void sourceOfATable();
    void keys();
    void textIsSearchedAndCopied();
    void screenReaderReadsText();
    void bigText();
    void csvOfOneLine();
    void nothingReachesTheNetwork();
    void pictureOfMarkdown();
    void linkOfMarkdownIsNotOpened();
    void programsAreNotOpened();
    void savesACopy();
    void tableSortsByHeader();
    void imageZooms();
    void namesForPeopleAndTests();

private:
    void put(const char* path, const QByteArray& bytes);
    bool open(const QString& path);
    template <typename Widget>
    Widget* find(const char* name) {
        return m_browser->findChild<Widget*>(QString::fromLatin1(name));
    }

    Theme* m_theme = nullptr;
    jobs::JobEngine m_engine;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<QWidget> m_window;
    ArtifactBrowser* m_browser = nullptr;
};

void TestArtifactBrowser::initTestCase() {
    m_theme = new Theme(*qApp, ThemeChoice::Light);
    m_theme->setParent(this);
}

void TestArtifactBrowser::init() {
    QTest::failOnWarning(QRegularExpression(u".+"_qs));  // for one test each
    m_dir = std::make_unique<QTemporaryDir>();
    // Inside another widget, as in the program; a window of its own would tell the platform of
    // every change of its size hint.
    m_window = std::make_unique<QWidget>();
    m_window->resize(700, 500);
    m_browser = new ArtifactBrowser(m_engine, m_window.get());
    m_browser->resize(700, 500);
    m_window->show();
}

void TestArtifactBrowser::put(const char* path, const QByteArray& bytes) {
    const fs::path full = fs::path(m_dir->path().toStdString()) / path;
    fs::create_directories(full.parent_path());
    QFile file(QFile::decodeName(full.c_str()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

/// Opens a file of the folder and waits until its preview or a message about it is there.
bool TestArtifactBrowser::open(const QString& path) {
    const fs::path root = m_dir->path().toStdString();
    QSignalSpy shown(m_browser, &ArtifactBrowser::fileShown);
    m_browser->openPath(path);
    m_browser->setRoot({u"run"_qs, root});
    return QTest::qWaitFor(
        [&] {
            return (!shown.isEmpty() && shown.last()[0].toString() == path) ||
                   m_browser->pane().messageText().contains(u"This file c"_qs) ||
                   m_browser->pane().messageText().contains(u"This file is gone"_qs);
        },
        10'000);
}

void TestArtifactBrowser::everyFileOfTheFixtures_data() {
    QTest::addColumn<QString>("store");
    for (const char* store : {"filestore-1.26", "filestore-2.17", "filestore-3.11"})
        QTest::newRow(store) << QString::fromLatin1(store);
}

/// Everything that real runs of three MLflow versions have left behind opens: no warning is printed
/// (failOnWarning), and only what is really broken or empty is a message.
void TestArtifactBrowser::everyFileOfTheFixtures() {
    QFETCH(QString, store);
    const tests::Fixture fixture(store);
    QVERIFY2(fixture.ok(), qPrintable(fixture.error()));
    const QJsonObject artifacts = fixture.expected()[u"artifacts"].toObject();
    QHash<QString, int> previews;
    for (auto run = artifacts.begin(); run != artifacts.end(); ++run) {
        fs::path folder;
        for (const auto& entry : fs::recursive_directory_iterator(fixture.mlruns())) {
            if (entry.is_directory() && entry.path().filename() == run.key().toStdString())
                folder = entry.path() / "artifacts";
        }
        for (const QJsonValue value : run.value().toArray()) {
            const QJsonObject item = value.toObject();
            if (item[u"is_dir"].toBool())
                continue;
            const QString path = item[u"path"].toString();
            QSignalSpy shown(m_browser, &ArtifactBrowser::fileShown);
            m_browser->openPath(path);
            m_browser->setRoot({run.key(), folder});
            QVERIFY2(QTest::qWaitFor(
                         [&] { return !shown.isEmpty() && shown.last()[0].toString() == path; }),
                     qPrintable(path + u": " + m_browser->pane().messageText()));
            ++previews[kindOfPreview(m_browser->pane().preview())];
        }
    }
    for (const char* kind :
         {"TextPreview", "TreePreview", "TablePreview", "ImagePreview", "MarkdownPreview",
          "DocumentPreview", "ReportPreview", "ArchivePreview", "PdfPreview", "message"})
        QVERIFY2(previews[QString::fromLatin1(kind)] > 0, kind);
    QVERIFY2(previews[u"message"_qs] < 10, "only empty files are a message");
}

void TestArtifactBrowser::previewByContent_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("preview");
    const auto row = [](const char* name, const QByteArray& bytes, const char* preview) {
        QTest::newRow(name) << QByteArray(name) << bytes << QString::fromLatin1(preview);
    };
    row("a.txt", "hello", "TextPreview");
    row("a.py", "import os", "TextPreview");
    row("a.html", "<html><p>x", "DocumentPreview");
    row("a.bin", QByteArray("\0\1\2", 3), "TextPreview");
    row("a.md", "# x", "MarkdownPreview");
    row("a.json", "{}", "TreePreview");
    row("a.jsonl", "{}\n{}", "TreePreview");
    row("a.yaml", "a: 1", "TreePreview");
    row("MLmodel", "flavors: {}", "ReportPreview");
    row("a.csv", "a,b\n1,2", "TablePreview");
    row("a.tsv", "a\tb\n1\t2", "TablePreview");
    row("a.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='5' height='5'/>", "ImagePreview");
    row("a.png", "not an image", "TextPreview");
    row("json.txt", "{\"a\": [1]}", "TreePreview");
    row("broken.png", QByteArray::fromHex("89504e470d0a1a0a"), "message");
    row("empty", "", "message");
}

void TestArtifactBrowser::previewByContent() {
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, bytes);
    put(name.constData(), bytes);
    QVERIFY(open(QString::fromUtf8(name)));
    QTEST(kindOfPreview(m_browser->pane().preview()), "preview");
}

void TestArtifactBrowser::states() {
    const auto text = [this] {
        QString all;
        for (const QLabel* label : m_browser->findChildren<QLabel*>()) {
            if (label->isVisible())
                all += label->text() + u'\n';
        }
        return all;
    };
    QVERIFY(text().contains(u"No run is selected"_qs));
    m_browser->setNothingLogged();
    QVERIFY(text().contains(u"No artifacts"_qs));
    m_browser->setUnavailable(u"They are on the moon."_qs);
    QVERIFY(text().contains(u"They are on the moon."_qs));
    m_browser->setRoot({u"r"_qs, fs::path(m_dir->path().toStdString())});  // an empty folder
    QTRY_VERIFY(text().contains(u"No artifacts"_qs));
    m_browser->setRoot({u"r"_qs, "/nowhere/at/all"});
    QTRY_VERIFY(text().contains(u"can't be shown"_qs));
    m_browser->clear();
    QVERIFY(text().contains(u"No run is selected"_qs));
}

void TestArtifactBrowser::goneFile() {
    put("a.txt", "x");
    put("b.txt", "y");
    QVERIFY(open(u"a.txt"_qs));
    fs::remove(fs::path(m_dir->path().toStdString()) / "b.txt");
    m_browser->openPath(u"b.txt"_qs);
    QTRY_VERIFY(m_browser->pane().messageText().contains(u"This file is gone"_qs));
    QVERIFY(m_browser->pane().messageText().contains(u"b.txt"_qs));
}

void TestArtifactBrowser::linkOutside() {
    put("a.txt", "x");
    fs::create_symlink("/etc/passwd", fs::path(m_dir->path().toStdString()) / "z");
    QVERIFY(open(u"a.txt"_qs));
    m_browser->openPath(u"z"_qs);
    QTRY_VERIFY(m_browser->pane().messageText().contains(u"can't be shown"_qs));
    QVERIFY(!m_browser->pane().canOpenOutside());
}

void TestArtifactBrowser::samePathInAnotherRun() {
    put("one/sub/plot.txt", "first");
    put("two/sub/plot.txt", "second");
    put("three/other.txt", "third");
    const fs::path root = m_dir->path().toStdString();
    m_browser->setRoot({u"one"_qs, root / "one"});
    m_browser->openPath(u"sub/plot.txt"_qs);
    const auto shows = [this](const char16_t* text) {
        auto* view = m_browser->pane().preview()
                         ? m_browser->pane().preview()->findChild<TextView*>()
                         : nullptr;
        return view && view->visibleText().contains(QString::fromUtf16(text));
    };
    QTRY_VERIFY(shows(u"first"));
    m_browser->setRoot({u"two"_qs, root / "two"});
    QTRY_VERIFY(shows(u"second"));
    m_browser->setRoot({u"three"_qs, root / "three"});
    QTRY_VERIFY(shows(u"third"));  // it has no such file: its first one is shown
    m_browser->setRoot({u"one"_qs, root / "one"});
    QTRY_VERIFY(shows(u"first"));  // and back at a run that has it
}

void TestArtifactBrowser::laterChoiceWins() {
    put("a.txt", "first");
    put("b.txt", "second");
    QVERIFY(open(u"a.txt"_qs));
    QSignalSpy shown(m_browser, &ArtifactBrowser::fileShown);
    for (int i = 0; i < 20; ++i) {
        m_browser->openPath(u"a.txt"_qs);
        m_browser->openPath(u"b.txt"_qs);
    }
    QTRY_VERIFY(!shown.isEmpty());
    QTest::qWait(100);
    QCOMPARE(shown.last()[0].toString(), u"b.txt"_qs);
    QCOMPARE(shown.size(), 1);
}

void TestArtifactBrowser::sourceOfATable() {
    put("a.csv", "x,y\n1,2\n");
    QVERIFY(open(u"a.csv"_qs));
    auto* button = find<QToolButton>("artifactSource");
    QVERIFY(button->isVisible());
    button->click();
    QTRY_COMPARE(kindOfPreview(m_browser->pane().preview()), u"TextPreview"_qs);
    button->click();
    QTRY_COMPARE(kindOfPreview(m_browser->pane().preview()), u"TablePreview"_qs);
    put("b.txt", "x");
    QVERIFY(open(u"b.txt"_qs));
    QVERIFY(!button->isVisible());
}

void TestArtifactBrowser::keys() {
    put("folder/a.txt", "x");
    QVERIFY(open(u"folder/a.txt"_qs));
    auto* tree = find<QTreeView>("artifactTree");
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_Return);
    QTRY_VERIFY(m_browser->pane().preview()->isAncestorOf(QApplication::focusWidget()));
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_Backspace);
    QCOMPARE(m_browser->currentPath(), u"folder"_qs);
    QTest::keyClick(tree, Qt::Key_Return);
    QVERIFY(!tree->isExpanded(tree->currentIndex()));
}

void TestArtifactBrowser::textIsSearchedAndCopied() {
    QByteArray text;
    for (int i = 0; i < 5000; ++i)
        text += "line " + QByteArray::number(i) + "\n";
    put("a.log", text + "é the Needle here\n");
    QVERIFY(open(u"a.log"_qs));
    auto* view = m_browser->pane().preview()->findChild<TextView*>();
    QTRY_COMPARE(view->rowCount(), 5001);
    view->setFocus();
    QTest::keyClick(view, Qt::Key_F, Qt::ControlModifier);
    auto* field = find<QLineEdit>("textSearchField");
    QTRY_VERIFY(field->isVisible());
    QSignalSpy searched(view, &TextView::searched);
    QTest::keyClicks(field, u"needle"_qs);
    QTRY_VERIFY(!searched.isEmpty() && view->hasSelection());
    QTRY_VERIFY(view->visibleText().contains(u"Needle"_qs));
    QApplication::clipboard()->clear();
    view->copy();
    QTRY_COMPARE(QApplication::clipboard()->text(), u"Needle"_qs);
    field->setText({});
    QTest::keyClicks(field, u"line 4999"_qs);
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QTRY_VERIFY(view->visibleText().contains(u"line 4999"_qs));
    view->selectAll();
    view->copy();
    QTRY_COMPARE(QApplication::clipboard()->text().size(),
                 QString::fromUtf8(text + "é the Needle here").size());
}

void TestArtifactBrowser::screenReaderReadsText() {
    put("a.txt", "words to read\n");
    QVERIFY(open(u"a.txt"_qs));
    auto* view = m_browser->pane().preview()->findChild<TextView*>();
    QAccessibleInterface* access = QAccessible::queryAccessibleInterface(view);
    QVERIFY(access && access->textInterface());
    QVERIFY(access->textInterface()->text(0, -1).contains(u"words to read"_qs));
    QVERIFY(access->text(QAccessible::Name).contains(u"a.txt"_qs));
}

void TestArtifactBrowser::bigText() {
    // 1 GB that takes no room on the disk: after some lines it is a hole.
    put("big.log", QByteArray("a line\n").repeated(20'000));
    QVERIFY(QFile::resize(m_dir->filePath(u"big.log"_qs), qint64{1} << 30));
    QElapsedTimer timer;
    timer.start();
    QVERIFY(open(u"big.log"_qs));
    QVERIFY2(timer.elapsed() < 3000, "the first screen must not wait for the whole file");
    auto* view = m_browser->pane().preview()->findChild<TextView*>();
    QVERIFY(view->visibleText().contains(u"a line"_qs));
}

void TestArtifactBrowser::csvOfOneLine() {
    put("bomb.csv", "a,b\n\"" + QByteArray(200'000, 'x'));
    QVERIFY(QFile::resize(m_dir->filePath(u"bomb.csv"_qs), qint64{64} << 20));
    QVERIFY(open(u"bomb.csv"_qs));
    QCOMPARE(kindOfPreview(m_browser->pane().preview()), u"TablePreview"_qs);
}

void TestArtifactBrowser::nothingReachesTheNetwork() {
    const tests::Listener listener;
    const QByteArray url = listener.url();
    put("a.md", "![x](" + url + ")\n\n<img src='" + url + "'>\n\n[ref]: " + url + "\n![y][ref]\n");
    put("a.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' "
        "xmlns:xlink='http://www.w3.org/1999/xlink' width='9' height='9'>"
        "<image width='9' height='9' xlink:href='" +
            url + "'/></svg>");
    put("a.html", "<html><img src='" + url + "'><script src='" + url + "'></script>");
    for (const QString& name : {u"a.md"_qs, u"a.svg"_qs, u"a.html"_qs}) {
        QVERIFY(open(name));
        QTest::qWait(50);
        m_browser->grab();
        QVERIFY2(!listener.wasCalled(), qPrintable(name));
    }
}

void TestArtifactBrowser::pictureOfMarkdown() {
    QImage red(40, 40, QImage::Format_RGB32);
    red.fill(Qt::red);
    put("outside.txt", "x");
    put("run/doc/a.md", "![p](img/p%20q.png)\n\n![up](../../up.png)\n");
    put("run/doc/img/x", "x");
    QVERIFY(red.save(m_dir->filePath(u"run/doc/img/p q.png"_qs)));
    QImage blue = red;
    blue.fill(Qt::blue);
    QVERIFY(blue.save(m_dir->filePath(u"up.png"_qs)));
    QSignalSpy shown(m_browser, &ArtifactBrowser::fileShown);
    m_browser->openPath(u"doc/a.md"_qs);
    m_browser->setRoot({u"run"_qs, fs::path(m_dir->path().toStdString()) / "run"});
    QTRY_VERIFY(!shown.isEmpty());
    const QImage picture = find<QTextBrowser>("markdownView")->grab().toImage();
    bool hasRed = false;
    bool hasBlue = false;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            hasRed = hasRed || picture.pixelColor(x, y) == QColor(Qt::red);
            hasBlue = hasBlue || picture.pixelColor(x, y) == QColor(Qt::blue);
        }
    }
    QVERIFY(hasRed);
    QVERIFY2(!hasBlue, "a picture outside of the artifact folder");
}

void TestArtifactBrowser::linkOfMarkdownIsNotOpened() {
    put("a.md", "[somewhere](https://example.org/x)");
    QVERIFY(open(u"a.md"_qs));
    auto* view = find<QTextBrowser>("markdownView");
    Q_EMIT view->anchorClicked(QUrl(u"https://example.org/x"_qs));
    auto* notice = find<QLabel>("markdownNotice");
    QVERIFY(notice->isVisible());
    QVERIFY(notice->text().contains(u"https://example.org/x"_qs));
    QVERIFY(view->toPlainText().contains(u"somewhere"_qs));
}

void TestArtifactBrowser::programsAreNotOpened() {
    put("run.sh", "#!/bin/sh\n");
    put("x.desktop", "[Desktop Entry]\n");
    put("plain.txt", "x");
    put("tool", "x");
    QFile::setPermissions(m_dir->filePath(u"tool"_qs),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QStringList opened;
    m_browser->pane().setOpener([&](const QUrl& url) { opened << url.fileName(); });
    for (const QString& name : {u"run.sh"_qs, u"x.desktop"_qs, u"tool"_qs, u"plain.txt"_qs}) {
        QVERIFY(open(name));
        m_browser->pane().openOutside();
    }
    QCOMPARE(opened, QStringList{u"plain.txt"_qs});
}

void TestArtifactBrowser::savesACopy() {
    put("a.bin", QByteArray(3'000'000, '\7'));
    QVERIFY(open(u"a.bin"_qs));
    QSignalSpy saved(&m_browser->pane(), &ArtifactPane::saved);
    const QTemporaryDir target;
    const QString path = target.filePath(u"copy"_qs);
    m_browser->pane().saveTo(path);
    QTRY_COMPARE(saved.size(), 1);
    QFile copy(path);
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QCOMPARE(copy.readAll(), QByteArray(3'000'000, '\7'));
    m_browser->pane().saveTo(u"/nowhere/at/all"_qs);
    QTRY_VERIFY(!m_browser->pane().messageText().isEmpty());
}

void TestArtifactBrowser::tableSortsByHeader() {
    put("a.csv", "n\n10\n9\n11\n");
    QVERIFY(open(u"a.csv"_qs));
    auto* view = find<QTableView>("tablePreview");
    const auto cells = [view] {
        QStringList all;
        for (int row = 0; row < view->model()->rowCount(); ++row)
            all << view->model()->index(row, 0).data().toString();
        return all.join(u' ');
    };
    QTRY_COMPARE(cells(), u"10 9 11"_qs);
    const auto click = [view] {
        QHeaderView* header = view->horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          QPoint(header->sectionViewportPosition(0) + 5, 5));
    };
    // Sorting waits until the small table is held whole.
    QTRY_VERIFY(qobject_cast<TableModel*>(view->model())->isSortable());
    click();
    QCOMPARE(cells(), u"9 10 11"_qs);
    click();
    QCOMPARE(cells(), u"11 10 9"_qs);
    click();
    QCOMPARE(cells(), u"10 9 11"_qs);
}

void TestArtifactBrowser::imageZooms() {
    QImage image(100, 50, QImage::Format_RGB32);
    image.fill(Qt::red);
    put("x", "x");
    QVERIFY(image.save(m_dir->filePath(u"a.png"_qs)));
    QVERIFY(open(u"a.png"_qs));
    auto* view = m_browser->pane().preview()->findChild<ImageView*>();
    QVERIFY(view->isFit());
    QTest::keyClick(view, Qt::Key_1);
    QCOMPARE(view->zoom(), 1.0);
    QTest::keyClick(view, Qt::Key_Plus);
    QVERIFY(view->zoom() > 1.2);
    QTest::keyClick(view, Qt::Key_0);
    QVERIFY(view->isFit());
}

void TestArtifactBrowser::namesForPeopleAndTests() {
    put("a.txt", "x");
    QVERIFY(open(u"a.txt"_qs));
    QVERIFY(find<QTreeView>("artifactTree"));
    QVERIFY(find<QWidget>("artifactPreview"));
    for (const QToolButton* button : m_browser->findChildren<QToolButton*>()) {
        if (button->objectName().startsWith(u"qt_"_qs))
            continue;
        QVERIFY2(!button->objectName().isEmpty(), "a button without a name for tests");
        QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(button->objectName()));
    }
}

QTEST_MAIN(TestArtifactBrowser)
#include "tst_artifactbrowser.moc"
