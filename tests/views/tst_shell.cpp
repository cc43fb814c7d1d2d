// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/aboutdialog.h"
#include "views/dialogs/match.h"
#include "views/dialogs/picker.h"
#include "views/dialogs/settingsdialog.h"
#include "views/dialogs/shortcutsdialog.h"
#include "views/shell/dropoverlay.h"
#include "views/shell/mainwindow.h"
#include "views/shell/statusarea.h"
#include "views/theme/theme.h"
#include "views/widgets/rail.h"
#include "views/widgets/searchfield.h"

#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QUrl>

using namespace podium::views;

namespace {

QList<QAction*> actionsBelow(const QMenu* menu) {
    QList<QAction*> found;
    for (QAction* action : menu->actions()) {
        if (action->menu() != nullptr)
            found += actionsBelow(action->menu());
        else
            found.append(action);
    }
    return found;
}

void addPages(MainWindow& window) {
    for (const PageSpec& spec : pageSpecs())
        window.addPage(spec.id, new QWidget(&window));
    window.setSourcesPanel(new QWidget(&window));
    window.setInspector(new QWidget(&window));
    window.setHasSources(true);
}

}  // namespace

class TestShell : public QObject {
    Q_OBJECT

private:
    QApplication* m_app = qobject_cast<QApplication*>(QCoreApplication::instance());
    Theme m_theme{*m_app, ThemeChoice::Light};

private Q_SLOTS:
    void tableIsInTheOrderOfItsIds() {
        int expected = 0;
        for (const ActionSpec& spec : actionSpecs())
            QCOMPARE(static_cast<int>(spec.id), expected++);
    }

    void everyActionIsWhole() {
        Actions actions;
        QSet<QString> names;
        for (const ActionSpec& spec : actionSpecs()) {
            const QAction* action = actions[spec.id];
            QVERIFY2(!action->text().isEmpty(), spec.name);
            QVERIFY2(action->statusTip().size() > 8, spec.name);
            QVERIFY2(!action->shortcuts().isEmpty(), spec.name);
            QVERIFY2(!names.contains(action->objectName()), spec.name);
            names.insert(action->objectName());
            QVERIFY2(spec.icon[0] == 0 || hasIcon(QStringView(spec.icon)), spec.name);
        }
    }

    void everyShortcutIsReadAndUnique() {
        Actions actions;
        QHash<QString, QString> owners;
        for (const ActionSpec& spec : actionSpecs()) {
            for (const QKeySequence& keys : actions[spec.id]->shortcuts()) {
                const QString text = keys.toString(QKeySequence::PortableText);
                QVERIFY2(!text.isEmpty(), spec.name);
                QVERIFY2(!owners.contains(text), qPrintable(text + owners.value(text)));
                owners.insert(text, QString::fromLatin1(spec.name));
            }
        }
    }

    void bareKeysAreLocal() {
        // Space in a button, Enter in a line edit and letters must stay theirs.
        Actions actions;
        for (const ActionSpec& spec : actionSpecs()) {
            for (const QKeySequence& keys : actions[spec.id]->shortcuts()) {
                const QString text = keys.toString(QKeySequence::PortableText);
                const bool bare =
                    !text.contains(QLatin1Char('+')) && !text.startsWith(QLatin1Char('F'));
                const bool typed = text == QLatin1String("/");
                if ((bare && !typed) || text == QLatin1String("Shift+Space"))
                    QCOMPARE(actions[spec.id]->shortcutContext(), Qt::WidgetWithChildrenShortcut);
            }
        }
    }

    void everyActionIsInAMenu() {
        MainWindow window(m_theme);
        for (const ActionSpec& spec : actionSpecs()) {
            if (!window.actions()[spec.id]->isVisible())
                window.actions().on(spec.id, &window, [] {});
        }
        QSet<QAction*> found;
        for (QAction* top : window.menuBar()->actions()) {
            QVERIFY2(top->menu() != nullptr && top->isVisible(), qPrintable(top->text()));
            for (QAction* action : actionsBelow(top->menu()))
                found.insert(action);
        }
        for (const ActionSpec& spec : actionSpecs())
            QVERIFY2(found.contains(window.actions()[spec.id]), spec.name);
    }

    void mnemonicsAreUniqueInAMenu() {
        MainWindow window(m_theme);
        QList<const QMenu*> menus;
        for (QAction* top : window.menuBar()->actions())
            menus.append(top->menu());
        QSet<QChar> tops;
        for (qsizetype m = 0; m < menus.size(); ++m) {
            QSet<QChar> used;
            for (QAction* action : menus.at(m)->actions()) {
                if (action->menu() != nullptr)
                    menus.append(action->menu());
                const QString text = action->text();
                const qsizetype at = text.indexOf(QLatin1Char('&'));
                if (action->isSeparator() || at < 0)
                    continue;
                const QChar key = text.at(at + 1).toLower();
                QVERIFY2(!used.contains(key), qPrintable(menus.at(m)->title() + text));
                used.insert(key);
            }
        }
    }

    void nothingIsOfferedThatDoesNothing() {
        MainWindow window(m_theme);
        QVERIFY(!window.actions()[ActionId::AddChart]->isVisible());
        QVERIFY(!window.actions().menu(MenuId::Chart)->menuAction()->isVisible());
        QVERIFY(window.actions()[ActionId::OpenFolder]->isVisible());
        int called = 0;
        window.actions().on(ActionId::AddChart, &window, [&called] { ++called; });
        QVERIFY(window.actions().menu(MenuId::Chart)->menuAction()->isVisible());
        window.actions()[ActionId::AddChart]->trigger();
        QCOMPARE(called, 1);
    }

    void startPageUntilThereIsASource() {
        MainWindow window(m_theme);
        addPages(window);
        window.setHasSources(false);
        auto* stack = window.findChild<QStackedWidget*>(QStringLiteral("pages"));
        QVERIFY(qobject_cast<StartPage*>(stack->currentWidget()) != nullptr);
        QVERIFY(!window.actions()[ActionId::PageModels]->isEnabled());
        auto* sample = window.findChild<QPushButton*>(QStringLiteral("start_trySample"));
        QVERIFY(sample->isHidden());
        int tried = 0;
        window.actions().on(ActionId::TrySample, &window, [&tried] { ++tried; });
        QVERIFY(!sample->isHidden());
        sample->click();
        QCOMPARE(tried, 1);
        window.setHasSources(true);
        QVERIFY(qobject_cast<StartPage*>(stack->currentWidget()) == nullptr);
    }

    void buttonsOfTheStartPageShowAllOfTheirWords() {
        MainWindow window(m_theme);
        addPages(window);
        window.setHasSources(false);
        for (const ActionId id : {ActionId::OpenFolder, ActionId::OpenFile, ActionId::ConnectServer,
                                  ActionId::TrySample})
            window.actions().on(id, &window, [] {});
        window.resize(1280, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        int shown = 0;
        for (const QPushButton* button : window.findChildren<QPushButton*>()) {
            if (!button->objectName().startsWith(QLatin1String("start_")) || !button->isVisible())
                continue;
            ++shown;
            QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
        }
        QCOMPARE(shown, 4);
    }

    void recentSourcesCanBeOpened() {
        MainWindow window(m_theme);
        window.setRecentSources(
            {{QStringLiteral("/a/mlruns"), QStringLiteral("a"), QStringLiteral("3 runs"), false},
             {QStringLiteral("/b"), QStringLiteral("b & c"), QStringLiteral("gone"), true}});
        auto* list = window.findChild<QListWidget*>(QStringLiteral("recentSources"));
        QCOMPARE(list->count(), 2);
        QVERIFY((list->item(1)->flags() & Qt::ItemIsEnabled) == 0);
        QSignalSpy requested(&window, &MainWindow::sourcesRequested);
        Q_EMIT list->itemClicked(list->item(0));
        QCOMPARE(requested.constLast().constFirst().toStringList(),
                 QStringList{QStringLiteral("/a/mlruns")});
        auto* menu = window.findChild<QMenu*>(QStringLiteral("recentMenu"));
        QCOMPARE(menu->actions().size(), 2);
        menu->actions().constFirst()->trigger();
        QCOMPARE(requested.count(), 2);
    }

    void pagesFollowRailMenuAndKeys() {
        MainWindow window(m_theme);
        addPages(window);
        auto* rail = window.findChild<Rail*>(QStringLiteral("rail"));
        QSignalSpy changed(&window, &MainWindow::pageChanged);
        window.actions()[ActionId::PageModels]->trigger();
        QCOMPARE(window.currentPage(), PageId::Models);
        QCOMPARE(rail->current(), static_cast<int>(PageId::Models));
        rail->place(static_cast<int>(PageId::Problems))->click();
        QCOMPARE(window.currentPage(), PageId::Problems);
        QVERIFY(window.actions()[ActionId::PageProblems]->isChecked());
        QVERIFY(!window.actions()[ActionId::PageModels]->isChecked());
        QCOMPARE(changed.count(), 2);
        window.actions()[ActionId::Find]->trigger();
        QCOMPARE(window.currentPage(), PageId::Runs);
    }

    void panelsStandBesideRunsOnly() {
        MainWindow window(m_theme);
        addPages(window);
        const auto shown = [&](const char* name) {
            return !window.findChild<QDockWidget*>(QLatin1String(name))->isHidden();
        };
        QVERIFY(shown("sourcesPanel") && shown("inspectorPanel"));
        window.actions()[ActionId::ToggleInspector]->trigger();
        QVERIFY(!shown("inspectorPanel"));
        window.showPage(PageId::Models);
        QVERIFY(!shown("sourcesPanel"));
        window.showPage(PageId::Runs);
        QVERIFY(shown("sourcesPanel") && !shown("inspectorPanel"));
        window.findChild<QDockWidget*>(QStringLiteral("sourcesPanel"))->close();
        QVERIFY(!window.actions()[ActionId::ToggleSources]->isChecked());
    }

    void layoutSurvives() {
        QByteArray blob;
        {
            MainWindow window(m_theme);
            addPages(window);
            window.resize(1000, 700);
            window.actions()[ActionId::ToggleInspector]->setChecked(false);
            window.showPage(PageId::Problems);
            window.show();
            blob = window.saveLayout();
        }
        MainWindow window(m_theme);
        addPages(window);
        QVERIFY(window.restoreLayout(blob));
        QCOMPARE(window.currentPage(), PageId::Problems);
        QVERIFY(!window.actions()[ActionId::ToggleInspector]->isChecked());
        QVERIFY(window.actions()[ActionId::ToggleSources]->isChecked());
    }

    void foreignLayoutsAreRefused_data() {
        QTest::addColumn<QByteArray>("blob");
        MainWindow window(m_theme);
        QByteArray newer = window.saveLayout();
        newer[7] = 2;
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("garbage") << QByteArray("garbage that is long enough to be read");
        QTest::newRow("newer") << newer;
        QTest::newRow("cut") << window.saveLayout().left(40);
    }
    void foreignLayoutsAreRefused() {
        QFETCH(QByteArray, blob);
        MainWindow window(m_theme);
        addPages(window);
        QVERIFY(!window.restoreLayout(blob));
        QCOMPARE(window.currentPage(), PageId::Runs);
    }

    void dropsSayWhatTheyDo_data() {
        QTest::addColumn<QStringList>("sources");
        QTest::addColumn<QString>("text");
        QTest::newRow("folder") << QStringList{QStringLiteral("/a/mlruns")}
                                << QStringLiteral("Open mlruns");
        QTest::newRow("database") << QStringList{QStringLiteral("/a/m.db")}
                                  << QStringLiteral("Open the database m.db");
        QTest::newRow("archive") << QStringList{QStringLiteral("/a/x.tar.gz")}
                                 << QStringLiteral("Open the archive x.tar.gz");
        QTest::newRow("server") << QStringList{QStringLiteral("http://lab:5000")}
                                << QStringLiteral("Connect to http://lab:5000");
        QTest::newRow("three") << QStringList{QStringLiteral("/a"), QStringLiteral("/b"),
                                              QStringLiteral("/c")}
                               << QStringLiteral("Open these 3 as sources");
    }
    void dropsSayWhatTheyDo() {
        QFETCH(QStringList, sources);
        QTEST(describeDrop(sources), "text");
    }

    void droppedViewsAreNoSources() {
        MainWindow window(m_theme);
        QSignalSpy views(&window, &MainWindow::viewFilesDropped);
        QSignalSpy sources(&window, &MainWindow::sourcesRequested);
        QMimeData data;
        data.setUrls({QUrl(QStringLiteral("file:///tmp/best.podium-view.JSON")),
                      QUrl(QStringLiteral("file:///tmp/mlruns"))});
        QCOMPARE(describeDrop({QStringLiteral("/tmp/best.json")}),
                 QStringLiteral("Import the view best.json"));
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &enter);
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &drop);
        QCOMPARE(views.count(), 1);
        QCOMPARE(views.front().front().toStringList(),
                 QStringList{QStringLiteral("/tmp/best.podium-view.JSON")});
        QCOMPARE(sources.front().front().toStringList(),
                 QStringList{QStringLiteral("/tmp/mlruns")});
        // An address that ends so is an address.
        QVERIFY(!isViewFile(QStringLiteral("https://lab.example/x.json")));
    }

    void theButtonOfViewsSaysWhichAndWhetherItIsChanged() {
        MainWindow window(m_theme);
        auto* button = window.findChild<QToolButton*>(QStringLiteral("tool_switchView"));
        QVERIFY(button != nullptr);
        QVERIFY(button->menu() == window.actions().menu(MenuId::Views));
        window.setViewTitle(QStringLiteral("A & B"), false);
        QCOMPARE(button->accessibleName(), QStringLiteral("View A & B"));
        const QString plain = button->text();
        window.setViewTitle(QStringLiteral("A & B"), true);
        QCOMPARE(button->accessibleName(), QStringLiteral("View A & B, changed"));
        QVERIFY(button->text() != plain);
        window.setViewTitle(QString(500, u'x'), true);
        QVERIFY(button->sizeHint().width() < 260);
        window.setViewTitle({}, false);
        QCOMPARE(button->accessibleName(), QStringLiteral("Views"));
    }

    void thePaletteHasMoreThanActions() {
        MainWindow window(m_theme);
        window.show();
        window.dialogs()->setPaletteProvider([] {
            return QVector<PickerItem>{
                {QStringLiteral("Saved Views › Best"), {}, {}, true, QStringLiteral("best.json")}};
        });
        QSignalSpy picked(window.dialogs(), &WindowDialogs::palettePicked);
        window.dialogs()->showCommandPalette();
        QVERIFY(window.dialogs()->commandPalette()->shownTexts().contains(
            QStringLiteral("Saved Views › Best")));
        Q_EMIT window.dialogs()->commandPalette()->picked(QStringLiteral("best.json"));
        QCOMPARE(picked.front().front().toString(), QStringLiteral("best.json"));
    }

    void dropsAreTaken() {
        MainWindow window(m_theme);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QStringLiteral("/a/mlruns"))});
        QSignalSpy requested(&window, &MainWindow::sourcesRequested);
        auto* overlay = window.findChild<DropOverlay*>();
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &enter);
        QVERIFY(enter.isAccepted() && !overlay->isHidden());
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &drop);
        QVERIFY(overlay->isHidden());
        QCOMPARE(requested.constFirst().constFirst().toStringList(),
                 QStringList{QStringLiteral("/a/mlruns")});
        QMimeData words;
        words.setText(QStringLiteral("just words"));
        QVERIFY(droppedSources(words).isEmpty());
        words.setText(QStringLiteral(" https://lab.example:5000 "));
        QCOMPARE(droppedSources(words), QStringList{QStringLiteral("https://lab.example:5000")});
    }

    void themeActionsChooseAndTell() {
        MainWindow window(m_theme);
        QSignalSpy told(&window, &MainWindow::preferencesChanged);
        window.actions()[ActionId::ThemeDark]->trigger();
        QCOMPARE(m_theme.scheme(), Scheme::Dark);
        QCOMPARE(told.count(), 1);
        QCOMPARE(window.dialogs()->preferences().theme, ThemeChoice::Dark);
        QVERIFY(!window.actions()[ActionId::ThemeLight]->isChecked());
        window.actions()[ActionId::ThemeLight]->trigger();
        QCOMPARE(m_theme.scheme(), Scheme::Light);
    }

    void paletteRunsActions() {
        MainWindow window(m_theme);
        addPages(window);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.activateWindow();
        window.actions()[ActionId::CommandPalette]->trigger();
        Picker* palette = window.dialogs()->commandPalette();
        QVERIFY(palette->isVisible());
        auto* edit = palette->findChild<QLineEdit*>();
        QTest::keyClicks(edit, QStringLiteral("show models"));
        QVERIFY(palette->shownTexts().isEmpty());
        edit->clear();
        QTest::keyClicks(edit, QStringLiteral("models"));
        QCOMPARE(palette->shownTexts().constFirst(), QStringLiteral("View › Models"));
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(!palette->isVisible());
        QCOMPARE(window.currentPage(), PageId::Models);
    }

    void quickOpenAsksItsProvider() {
        MainWindow window(m_theme);
        QVERIFY(!window.actions()[ActionId::QuickOpen]->isVisible());
        window.setQuickOpenProvider([](const QString& query) {
            return QVector<PickerItem>{{QString(QStringLiteral("run ") + query), {}, {}, true, 7}};
        });
        window.show();
        window.actions()[ActionId::QuickOpen]->trigger();
        Picker* picker = window.dialogs()->quickOpenPicker();
        QSignalSpy picked(window.dialogs(), &WindowDialogs::quickOpenPicked);
        auto* edit = picker->findChild<QLineEdit*>();
        QTest::keyClicks(edit, QStringLiteral("x"));
        QCOMPARE(picker->shownTexts(), QStringList{QStringLiteral("run x")});
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(picked.constFirst().constFirst().toInt(), 7);
    }

    void matching_data() {
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        QTest::addColumn<QString>("query");
        QTest::newRow("start before inside")
            << QStringLiteral("sync") << QStringLiteral("resync") << QStringLiteral("sync");
        QTest::newRow("word before inside")
            << QStringLiteral("copy as csv") << QStringLiteral("xcsvx") << QStringLiteral("csv");
        QTest::newRow("letters") << QStringLiteral("Command palette") << QStringLiteral("Quit")
                                 << QStringLiteral("cpal");
        QTest::newRow("all words") << QStringLiteral("open run") << QStringLiteral("open file")
                                   << QStringLiteral("run open");
    }
    void matching() {
        QFETCH(QString, better);
        QFETCH(QString, worse);
        QFETCH(QString, query);
        QVERIFY(matchScore(better, query) > matchScore(worse, query));
        QVERIFY(matchScore(better, query) > 0);
    }

    void settingsTellAtOnce() {
        Preferences before;
        before.theme = ThemeChoice::Dark;
        before.language = QStringLiteral("de");
        SettingsDialog dialog(before);
        QCOMPARE(dialog.preferences(), before);
        QSignalSpy changed(&dialog, &SettingsDialog::changed);
        dialog.findChild<QComboBox*>(QStringLiteral("settingsTheme"))->setCurrentIndex(1);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(dialog.preferences().theme, ThemeChoice::Light);
    }

    void shortcutsAreListed() {
        MainWindow window(m_theme);
        const auto lines = window.actions().shortcutLines();
        QCOMPARE(lines.size(), window.actions().visible().size());
        const auto open = std::find_if(lines.begin(), lines.end(), [](const ShortcutLine& line) {
            return line.action == QLatin1String("Open Folder");
        });
        QVERIFY(open != lines.end());
        QCOMPARE(open->group, QStringLiteral("File"));
        QCOMPARE(open->keys, QStringLiteral("Ctrl+O"));
        ShortcutsDialog dialog(lines);
        QVERIFY(dialog.findChild<QTreeView*>()->model()->rowCount() > lines.size());
    }

    void everyControlHasANameAndAnObjectName() {
        MainWindow window(m_theme);
        addPages(window);
        QSet<QString> names;
        for (const QAbstractButton* button : window.findChildren<QAbstractButton*>()) {
            if (button->objectName().startsWith(QLatin1String("qt_")))
                continue;
            QVERIFY2(!button->objectName().isEmpty(), qPrintable(button->text()));
            QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(button->objectName()));
            QVERIFY2(!names.contains(button->objectName()), qPrintable(button->objectName()));
            names.insert(button->objectName());
        }
    }

    void fitsASmallScreen() {
        MainWindow window(m_theme);
        addPages(window);
        window.status()->setSyncText(QStringLiteral("synced 4 min ago"));
        QVERIFY2(window.minimumSizeHint().width() <= 1024,
                 qPrintable(QString::number(window.minimumSizeHint().width())));
        QVERIFY(window.minimumSizeHint().height() <= 720);
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    TestShell test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_shell.moc"
