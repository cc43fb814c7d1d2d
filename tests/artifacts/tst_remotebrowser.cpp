// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/remoteartifacts.h"
#include "tests/support/memoryremote.h"
#include "views/artifacts/artifactbrowser.h"
#include "views/artifacts/artifacttreemodel.h"
#include "views/artifacts/textview.h"
#include "views/text/text.h"
#include "views/theme/theme.h"
#include "views/widgets/elidedlabel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QTreeView>

using namespace podium;
using namespace podium::views;
using base::Error;
using base::ErrorCode;
using base::Result;

/// The browser over a run whose artifacts are on a server.
class TestRemoteBrowser : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void foldersComeWhenTheyAreOpened();
    void slowServerIsSaid();
    void smallFileIsFetchedAndShown();
    void previewGoesByTheFilesName_data();
    void previewGoesByTheFilesName();
    void largeFileIsOffered();
    void fetchIsShownAndCancelled();
    void anotherChoiceEndsTheFetch();
    void withoutNetworkWhatIsHereOpens();
    void withoutNetworkAndNothingHere();
    void triedAgainAfterAFailure();
    void fileThatIsGone();
    void fileAndFolderOfOneName();
    void pictureOfAReport();
    void opensOutsideUnderItsOwnName();
    void savesACopy();
    void savesAll();

private:
    std::shared_ptr<artifacts::ArtifactSource> source(bool offline = false) {
        return std::make_shared<artifacts::RemoteSource>(
            m_artifacts,
            artifacts::RemoteOwner{m_source, "http://lab", {"run", {}, ""}, m_server, offline});
    }
    void show(bool offline = false) { m_browser->setRoot({u"run"_qs, {}, source(offline)}); }
    template <typename Widget>
    Widget* find(const char* name) {
        return m_browser->findChild<Widget*>(QString::fromLatin1(name));
    }
    QString words();
    QString previewText();
    QString previewKind() {
        const Preview* preview = m_browser->pane().preview();
        return preview ? QString::fromLatin1(preview->metaObject()->className()).section(u':', -1)
                       : QString();
    }

    Theme* m_theme = nullptr;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<cache::Cache> m_cache;
    std::unique_ptr<jobs::JobEngine> m_engine;
    std::shared_ptr<tests::MemoryRemote> m_server;
    std::shared_ptr<artifacts::RemoteArtifacts> m_artifacts;
    base::SourceNo m_source;
    std::unique_ptr<QWidget> m_window;
    ArtifactBrowser* m_browser = nullptr;
};

void TestRemoteBrowser::initTestCase() {
    m_theme = new Theme(*qApp, ThemeChoice::Light);
    m_theme->setParent(this);
    QTest::failOnWarning(QRegularExpression(u".+"_qs));
}

void TestRemoteBrowser::init() {
    m_dir = std::make_unique<QTemporaryDir>();
    m_cache = cache::Cache::open(m_dir->filePath(u"cache.db"_qs).toStdString(), base::systemClock())
                  .value();
    const auto added = m_cache->writer().run([&](cache::Writer& writer) -> Result<void> {
        const auto number = writer.addSource("rest", "http://lab", "", "lab", 1);
        PODIUM_TRY(void, number);
        m_source = number.value();
        return {};
    });
    QVERIFY(added.ok());
    m_engine = std::make_unique<jobs::JobEngine>();
    m_server = std::make_shared<tests::MemoryRemote>();
    m_server->put("run", "log.txt", "first line\nsecond line\n");
    m_server->put("run", "model/MLmodel", "flavors:\n  sklearn: {}\n");
    m_artifacts = std::make_shared<artifacts::RemoteArtifacts>(
        *m_cache, std::make_shared<http::HttpClient>(),
        http::Environment::of({}, m_dir->path().toStdString()));
    m_window = std::make_unique<QWidget>();
    m_window->resize(800, 500);
    m_browser = new ArtifactBrowser(*m_engine, m_window.get());
    m_browser->resize(800, 500);
    m_window->show();
}

void TestRemoteBrowser::cleanup() {
    m_server->hold("");
    m_window.reset();
    m_engine.reset();
    m_artifacts.reset();
    m_cache.reset();
}

/// All words that are on the screen.
QString TestRemoteBrowser::words() {
    QString all;
    for (const QLabel* label : m_browser->findChildren<QLabel*>()) {
        if (label->isVisible())
            all += label->text() + u'\n';
    }
    for (const QPushButton* button : m_browser->findChildren<QPushButton*>()) {
        if (button->isVisible())
            all += u'[' + button->text() + u"]\n"_qs;
    }
    return all;
}

QString TestRemoteBrowser::previewText() {
    auto* view =
        m_browser->pane().preview() ? m_browser->pane().preview()->findChild<TextView*>() : nullptr;
    return view ? view->visibleText() : QString();
}

void TestRemoteBrowser::foldersComeWhenTheyAreOpened() {
    show();
    auto* tree = find<QTreeView>("artifactTree");
    QTRY_COMPARE(tree->model()->rowCount(), 2);
    QCOMPARE(m_server->lists, 1);
    const QModelIndex folder = tree->model()->index(0, 0);
    QCOMPARE(folder.data().toString(), u"model"_qs);
    QCOMPARE(tree->model()->index(1, 1).data().toString(), u"23 B"_qs);
    tree->expand(folder);
    QTRY_COMPARE(tree->model()->rowCount(folder), 1);
    QCOMPARE(m_server->lists, 2);
    const QAbstractItemModelTester tester(tree->model());
}

void TestRemoteBrowser::slowServerIsSaid() {
    m_server->hold("list");
    show();
    QTRY_VERIFY(words().contains(u"Listing the artifacts"_qs));
    QVERIFY(!words().contains(u"Try Again"_qs));
    m_server->hold("");
    QTRY_VERIFY(find<QTreeView>("artifactTree")->isVisible());
    QVERIFY(!words().contains(u"Listing"_qs));
}

void TestRemoteBrowser::smallFileIsFetchedAndShown() {
    show();
    m_browser->openPath(u"log.txt"_qs);
    QTRY_COMPARE(previewText(), u"first line\nsecond line\n"_qs);
    QCOMPARE(m_browser->pane().findChild<ElidedLabel*>(u"artifactName"_qs)->text(), u"log.txt"_qs);
    m_browser->openPath(u"model/MLmodel"_qs);
    // A model's card shows what lies beside it, too.
    QTRY_COMPARE(previewKind(), u"ReportPreview"_qs);
    const int fetches = m_server->fetches;
    QVERIFY(fetches >= 2);
    m_browser->openPath(u"log.txt"_qs);
    QTRY_COMPARE(previewText(), u"first line\nsecond line\n"_qs);
    QCOMPARE(m_server->fetches, fetches);
}

void TestRemoteBrowser::previewGoesByTheFilesName_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("kind");
    QTest::newRow("csv") << u"a.csv"_qs << u"x,y\n1,2\n"_qs << u"TablePreview"_qs;
    QTest::newRow("markdown") << u"a.md"_qs << u"# Head\n"_qs << u"MarkdownPreview"_qs;
    QTest::newRow("yaml") << u"a.yaml"_qs << u"name: x\n"_qs << u"TreePreview"_qs;
    QTest::newRow("environment") << u"conda.yaml"_qs << u"name: x\n"_qs << u"ReportPreview"_qs;
    QTest::newRow("text") << u"a.txt"_qs << u"x,y\n1,2\n"_qs << u"TextPreview"_qs;
}

void TestRemoteBrowser::previewGoesByTheFilesName() {
    QFETCH(const QString, path);
    QFETCH(const QString, content);
    QFETCH(const QString, kind);
    m_server->put("run", path.toStdString(), content.toStdString());
    show();
    m_browser->openPath(path);
    QTRY_COMPARE(previewKind(), kind);
}

void TestRemoteBrowser::largeFileIsOffered() {
    m_server->put("run", "big.txt", std::string(123'000, 'x'));
    m_browser->pane().setFetchLimit(100'000);
    show();
    m_browser->openPath(u"big.txt"_qs);
    auto* button = find<QPushButton>("artifactFetchButton");
    QTRY_VERIFY(button->isVisible());
    QCOMPARE(button->text(), u"Fetch (123 kB)"_qs);
    QCOMPARE(m_server->fetches, 0);
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(previewText().startsWith(u"xxxx"_qs));
    QCOMPARE(m_server->fetches, 1);
}

void TestRemoteBrowser::fetchIsShownAndCancelled() {
    m_server->put("run", "big.txt", std::string(40'000, 'x'));
    m_server->hold("fetch");
    show();
    m_browser->openPath(u"big.txt"_qs);
    QTRY_VERIFY(words().contains(bytes(20'000) + u" of "_qs + bytes(40'000)));
    auto* bar = find<QProgressBar>("artifactFetchBar");
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->value() * 2, bar->maximum());
    QTest::mouseClick(find<QPushButton>("artifactFetchCancel"), Qt::LeftButton);
    QTRY_VERIFY(words().contains(u"was stopped"_qs));
    QVERIFY(!bar->isVisible());
    QCOMPARE(m_server->waiting, 0);
    m_server->hold("");
    QTest::mouseClick(find<QPushButton>("artifactFetchButton"), Qt::LeftButton);
    QTRY_VERIFY(previewText().startsWith(u"xxxx"_qs));
}

void TestRemoteBrowser::anotherChoiceEndsTheFetch() {
    show();
    m_browser->openPath(u"model/MLmodel"_qs);
    QTRY_COMPARE(previewKind(), u"ReportPreview"_qs);
    m_server->hold("fetch");
    m_browser->openPath(u"log.txt"_qs);
    QTRY_COMPARE(m_server->waiting, 1);
    m_browser->openPath(u"model/MLmodel"_qs);  // it is here already
    QTRY_COMPARE(previewKind(), u"ReportPreview"_qs);
    QTRY_COMPARE(m_server->waiting, 0);
}

void TestRemoteBrowser::withoutNetworkWhatIsHereOpens() {
    show();
    m_browser->openPath(u"log.txt"_qs);
    QTRY_COMPARE(previewText(), u"first line\nsecond line\n"_qs);
    m_browser->clear();
    m_server->fail(Error{ErrorCode::NetRefused, {"lab"}});
    show();
    m_browser->openPath(u"log.txt"_qs);
    QTRY_COMPARE(previewText(), u"first line\nsecond line\n"_qs);
    QVERIFY(
        words().contains(u"As listed now. "_qs + describe(Error{ErrorCode::NetRefused, {"lab"}})));
    // What is not here says so, with why.
    m_browser->openPath(u"model"_qs);
    QTRY_VERIFY(words().contains(describe(Error{ErrorCode::NetRefused, {"lab"}}) + u'\n'));
    // Back online, the same click brings it.
    m_server->fail({});
    for (QPushButton* button : m_browser->findChildren<QPushButton*>()) {
        if (button->isVisible() && button->text() == u"Try Again"_qs)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_VERIFY(!words().contains(u"As listed"_qs));
    m_browser->openPath(u"model/MLmodel"_qs);
    QTRY_COMPARE(previewKind(), u"ReportPreview"_qs);
}

void TestRemoteBrowser::withoutNetworkAndNothingHere() {
    show(true);
    QTRY_VERIFY(words().contains(u"not on this computer"_qs));
    QVERIFY(words().contains(describe(Error{ErrorCode::OfflineMode, {"http://lab"}})));
    QCOMPARE(m_server->lists, 0);
    show();
    m_browser->openPath(u"log.txt"_qs);
    QTRY_COMPARE(previewText(), u"first line\nsecond line\n"_qs);
    show(true);
    m_browser->openPath(u"model/MLmodel"_qs);
    QTRY_VERIFY(m_browser->pane().messageText().contains(u"model"_qs) ||
                words().contains(u"offline"_qs));
}

void TestRemoteBrowser::triedAgainAfterAFailure() {
    m_server->fail(Error{ErrorCode::LoginNeeded, {"lab"}});
    show();
    QTRY_VERIFY(words().contains(describe(Error{ErrorCode::LoginNeeded, {"lab"}})));
    m_server->fail({});
    QTest::mouseClick(find<QPushButton>("artifactTryAgain"), Qt::LeftButton);
    QTRY_VERIFY(find<QTreeView>("artifactTree")->isVisible());
    QTRY_COMPARE(find<QTreeView>("artifactTree")->model()->rowCount(), 2);
}

void TestRemoteBrowser::fileThatIsGone() {
    show();
    auto* tree = find<QTreeView>("artifactTree");
    QTRY_COMPARE(tree->model()->rowCount(), 2);
    m_server->fail(Error{ErrorCode::ArtifactNotFound, {"run", "log.txt"}});
    m_browser->openPath(u"log.txt"_qs);
    QTRY_VERIFY(words().contains(describe(Error{ErrorCode::ArtifactNotFound, {"run", "log.txt"}})));
    QVERIFY(words().contains(u"[Try Again]"_qs));
}

/// S3 knows no folders: "a" and "a/b" may both be there.
void TestRemoteBrowser::fileAndFolderOfOneName() {
    m_server->put("run", "a", "the file");
    m_server->put("run", "a/b.txt", "in the folder");
    show();
    auto* tree = find<QTreeView>("artifactTree");
    QTRY_COMPARE(tree->model()->rowCount(), 4);
    const QModelIndex folder = tree->model()->index(0, 0);
    QCOMPARE(folder.data().toString(), u"a"_qs);
    tree->expand(folder);
    QTRY_COMPARE(tree->model()->rowCount(folder), 1);
    QCOMPARE(tree->model()->index(0, 0, folder).data().toString(), u"b.txt"_qs);
}

void TestRemoteBrowser::pictureOfAReport() {
    QImage image(30, 20, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray png;
    QBuffer buffer(&png);
    QVERIFY(buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG"));
    m_server->put("run", "report/plots/loss.png", png.toStdString());
    m_server->put("run", "report/report.md", "# Report\n\n![loss](plots/loss.png)\n");
    show();
    m_browser->openPath(u"report/report.md"_qs);
    QTRY_COMPARE(previewKind(), u"MarkdownPreview"_qs);
    auto* view = find<QTextBrowser>("markdownView");
    const QVariant picture =
        view->document()->resource(QTextDocument::ImageResource, QUrl(u"plots/loss.png"_qs));
    QCOMPARE(picture.value<QImage>().size(), QSize(30, 20));
}

void TestRemoteBrowser::opensOutsideUnderItsOwnName() {
    QList<QUrl> opened;
    m_browser->pane().setOpener([&](const QUrl& url) { opened << url; });
    show();
    m_browser->openPath(u"log.txt"_qs);
    QTRY_COMPARE(previewText(), u"first line\nsecond line\n"_qs);
    m_browser->pane().openOutside();
    QTRY_COMPARE(opened.size(), 1);
    const QString path = opened[0].toLocalFile();
    QVERIFY(path.endsWith(u"/log.txt"_qs));
    // What the other program does to it does not reach the cache.
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("changed");
    file.close();
    m_browser->openPath(u"model/MLmodel"_qs);
    QTRY_COMPARE(previewKind(), u"ReportPreview"_qs);
    m_browser->openPath(u"log.txt"_qs);
    QTRY_COMPARE(previewText(), u"first line\nsecond line\n"_qs);
    QMenu menu;
    m_browser->pane().fillMenu(&menu);
    for (const QAction* action : menu.actions())
        QVERIFY(!action->text().contains(u"file manager"_qs));
}

void TestRemoteBrowser::savesACopy() {
    m_server->put("run", "big.bin", std::string(50'000, 'x'));
    m_browser->pane().setFetchLimit(1000);
    show();
    m_browser->openPath(u"big.bin"_qs);
    QTRY_VERIFY(find<QPushButton>("artifactFetchButton")->isVisible());
    QSignalSpy saved(&m_browser->pane(), &ArtifactPane::saved);
    const QString target = m_dir->filePath(u"copy.bin"_qs);
    m_browser->pane().saveTo(target);
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(QFile(target).size(), 50'000);
}

void TestRemoteBrowser::savesAll() {
    m_server->put("run", "model/data/w.bin", "weights");
    m_server->put("run", "../outside.txt", "no");
    show();
    QTRY_VERIFY(find<QTreeView>("artifactTree")->model()->rowCount() > 0);
    const QString target = m_dir->filePath(u"deep/all"_qs);
    m_browser->pane().saveAllTo({}, target);
    QTRY_VERIFY(QFile::exists(target + u"/model/data/w.bin"_qs));
    QTRY_VERIFY(QFile::exists(target + u"/log.txt"_qs));
    // Told what could not be saved.
    QTRY_VERIFY(m_engine->shownJobs().front().state == jobs::JobInfo::State::Done);
    QVERIFY(!QFile::exists(m_dir->filePath(u"deep/outside.txt"_qs)));
    QSignalSpy saved(&m_browser->pane(), &ArtifactPane::saved);
    m_browser->pane().saveAllTo("model", m_dir->filePath(u"only"_qs));
    QTRY_COMPARE(saved.size(), 1);
    QVERIFY(QFile::exists(m_dir->filePath(u"only/model/MLmodel"_qs)));
    QVERIFY(!QFile::exists(m_dir->filePath(u"only/log.txt"_qs)));
}

QTEST_MAIN(TestRemoteBrowser)
#include "tst_remotebrowser.moc"
