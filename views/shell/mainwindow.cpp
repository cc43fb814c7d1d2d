// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/mainwindow.h"

#include "views/shell/dockpanel.h"
#include "views/shell/dropoverlay.h"
#include "views/shell/statusarea.h"
#include "views/shell/toolrow.h"
#include "views/theme/theme.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/rail.h"
#include "views/widgets/searchfield.h"
#include "views/widgets/taskswidget.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDataStream>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

namespace podium::views {

namespace {

constexpr quint32 LayoutMagic = 0x50444c59;  // "PDLY"
constexpr quint32 LayoutVersion = 1;

QToolBar* fixedBar(QMainWindow* window, const QString& name, const QString& title, QWidget* inside,
                   Qt::ToolBarArea area) {
    auto* bar = new QToolBar(title, window);
    bar->setObjectName(name);
    bar->setAccessibleName(title);
    bar->setMovable(false);
    bar->setFloatable(false);
    bar->addWidget(inside);
    window->addToolBar(area, bar);
    return bar;
}

}  // namespace

MainWindow::MainWindow(Theme& theme, QWidget* parent) : QMainWindow(parent), m_theme(theme) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Podium"));
    setWindowIcon(icon(u"podium"));
    setContextMenuPolicy(Qt::PreventContextMenu);
    setAcceptDrops(true);
    setDockOptions(QMainWindow::AnimatedDocks);
    resize(1440, 900);
    m_describeDrop = describeDrop;

    m_dialogs = new WindowDialogs(m_actions, this);
    wireWindowActions();
    makeBars();
    makePanels();
    m_overlay = new DropOverlay(this);
    applyPage();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeBars() {
    menuBar()->setObjectName(QStringLiteral("menuBar"));
    m_actions.fill(menuBar());
    m_recentMenu = new QMenu(tr("Open &Recent"), this);
    m_recentMenu->setObjectName(QStringLiteral("recentMenu"));
    m_actions.menu(MenuId::File)->insertMenu(m_actions[ActionId::TrySample], m_recentMenu);

    m_tools = new ToolRow(m_actions, this);
    m_tools->setViewsMenu(m_actions.menu(MenuId::Views));
    auto* toolBar =
        fixedBar(this, QStringLiteral("toolBar"), tr("Tools"), m_tools, Qt::TopToolBarArea);
    m_rail = new Rail(this);
    m_rail->setObjectName(QStringLiteral("rail"));
    m_rail->setAccessibleName(tr("Pages"));
    // Docks and bars have no mirrored sides of their own.
    auto* railBar = fixedBar(this, QStringLiteral("railBar"), tr("Pages"), m_rail,
                             isRightToLeft() ? Qt::RightToolBarArea : Qt::LeftToolBarArea);
    setTabOrder(toolBar, railBar);
    connect(m_rail, &Rail::activated, this, [this](int id) { showPage(static_cast<PageId>(id)); });
    m_status = new StatusArea(statusBar());
    setRecentSources({});
}

void MainWindow::makePanels() {
    auto* middle = new QWidget(this);
    auto* layout = new QVBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_messages = new MessageBar(middle);
    m_messages->setObjectName(QStringLiteral("windowMessage"));
    m_stack = new QStackedWidget(middle);
    m_stack->setObjectName(QStringLiteral("pages"));
    m_start = new StartPage(m_actions, m_stack);
    m_stack->addWidget(m_start);
    connect(m_start, &StartPage::recentChosen, this,
            [this](const QString& location) { Q_EMIT sourcesRequested({location}); });
    layout->addWidget(m_messages);
    layout->addWidget(m_stack, 1);
    setCentralWidget(middle);

    m_sourcesPanel = new DockPanel(QStringLiteral("sourcesPanel"), tr("Sources"), this);
    m_inspector = new DockPanel(QStringLiteral("inspectorPanel"), tr("Inspector"), this);
    const bool mirrored = isRightToLeft();
    addDockWidget(mirrored ? Qt::RightDockWidgetArea : Qt::LeftDockWidgetArea, m_sourcesPanel);
    addDockWidget(mirrored ? Qt::LeftDockWidgetArea : Qt::RightDockWidgetArea, m_inspector);
    wirePanelToggle(ActionId::ToggleSources, m_sourcesPanel, m_wantSources);
    wirePanelToggle(ActionId::ToggleInspector, m_inspector, m_wantInspector);
}

void MainWindow::wirePanelToggle(ActionId id, DockPanel* panel, bool& wanted) {
    QAction* action = m_actions[id];
    action->setChecked(wanted);
    m_actions.onToggled(id, this, [this, &wanted](bool on) {
        wanted = on;
        applyPage();
        Q_EMIT layoutChanged();
    });
    connect(panel, &DockPanel::closeRequested, action, [action] { action->setChecked(false); });
}

void MainWindow::wireWindowActions() {
    connect(m_dialogs, &WindowDialogs::chosen, this, &MainWindow::sourcesRequested);
    connect(m_dialogs, &WindowDialogs::preferencesChanged, this, [this](const Preferences& now) {
        m_theme.setChoice(now.theme);
        rememberTheme(now.theme);
        Q_EMIT preferencesChanged(now);
    });
    m_actions.on(ActionId::OpenFolder, m_dialogs, [this] { m_dialogs->chooseFolder(); });
    m_actions.on(ActionId::OpenFile, m_dialogs, [this] { m_dialogs->chooseFile(); });
    m_actions.on(ActionId::Quit, this, [this] { close(); });
    m_actions.on(ActionId::CancelSync, this, [this] { m_status->tasks()->cancelShown(); });
    m_actions.on(ActionId::Find, this, [this] {
        showPage(PageId::Runs);
        searchField()->focusAll();
    });
    m_actions.on(ActionId::ClearFilter, this, [this] { searchField()->setText({}); });
    m_actions.on(ActionId::CommandPalette, m_dialogs, [this] { m_dialogs->showCommandPalette(); });
    m_actions.on(ActionId::Settings, m_dialogs, [this] { m_dialogs->showSettings(); });
    m_actions.on(ActionId::Shortcuts, m_dialogs, [this] { m_dialogs->showShortcuts(); });
    m_actions.on(ActionId::About, m_dialogs, [this] { m_dialogs->showAbout(); });
    m_actions.on(ActionId::AboutQt, this, [] { QApplication::aboutQt(); });
    m_actions.onToggled(ActionId::FullScreen, this, [this](bool on) {
        setWindowState(windowState().setFlag(Qt::WindowFullScreen, on));
    });
    for (const auto& [id, choice] : {std::pair{ActionId::ThemeSystem, ThemeChoice::System},
                                     std::pair{ActionId::ThemeLight, ThemeChoice::Light},
                                     std::pair{ActionId::ThemeDark, ThemeChoice::Dark}}) {
        m_actions.on(id, this, [this, choice = choice] { themeChosen(choice); });
    }
    rememberTheme(m_theme.choice());
}

void MainWindow::themeChosen(ThemeChoice choice) {
    m_theme.setChoice(choice);
    rememberTheme(choice);
    Q_EMIT preferencesChanged(m_dialogs->preferences());
}

void MainWindow::rememberTheme(ThemeChoice choice) {
    Preferences now = m_dialogs->preferences();
    now.theme = choice;
    m_dialogs->setPreferences(now);
    m_actions[ActionId::ThemeSystem]->setChecked(choice == ThemeChoice::System);
    m_actions[ActionId::ThemeLight]->setChecked(choice == ThemeChoice::Light);
    m_actions[ActionId::ThemeDark]->setChecked(choice == ThemeChoice::Dark);
}

SearchField* MainWindow::searchField() const {
    return m_tools->searchField();
}

void MainWindow::addPage(PageId id, QWidget* page) {
    const PageSpec& spec = pageSpec(id);
    const int key = static_cast<int>(id);
    m_pages.insert(key, page);
    m_stack->addWidget(page);
    RailButton* button = m_rail->addPlace(key, QStringView(spec.icon).toString(), pageTitle(id));
    button->setObjectName(QStringLiteral("rail_") + m_actions[spec.action]->objectName());
    button->setToolTip(QStringLiteral("%1 (%2)").arg(
        m_actions[spec.action]->statusTip(),
        m_actions[spec.action]->shortcut().toString(QKeySequence::NativeText)));
    m_actions.on(spec.action, this, [this, id] {
        showPage(id);
        m_pages.value(static_cast<int>(id))->setFocus(Qt::ShortcutFocusReason);
    });
    applyPage();
}

void MainWindow::setPageTools(PageId id, QWidget* tools) {
    m_tools->setTools(static_cast<int>(id), tools);
    applyPage();
}

void MainWindow::showPage(PageId id) {
    const bool changed = id != m_page && m_pages.contains(static_cast<int>(id));
    if (changed)
        m_page = id;
    applyPage();
    if (changed) {
        Q_EMIT pageChanged(id);
        Q_EMIT layoutChanged();
    }
}

void MainWindow::setBadge(PageId id, int number, const QString& words) {
    if (RailButton* button = m_rail->place(static_cast<int>(id)))
        button->setBadge(number, words);
}

void MainWindow::setSourcesPanel(QWidget* panel) {
    m_sourcesPanel->setWidget(panel);
}

void MainWindow::setInspector(QWidget* inspector) {
    m_inspector->setWidget(inspector);
}

void MainWindow::setInspectorTitle(const QString& title) {
    m_inspector->setTitle(title);
}

void MainWindow::setHasSources(bool has) {
    m_hasSources = has;
    applyPage();
}

void MainWindow::setRecentSources(const QVector<RecentSource>& recent) {
    if (m_start != nullptr)
        m_start->setRecent(recent);
    m_recentMenu->clear();
    for (const RecentSource& source : recent) {
        QString text = source.title + QStringLiteral("\t") + source.location;
        QAction* action =
            m_recentMenu->addAction(text.replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setEnabled(!source.missing);
        const QString location = source.location;
        connect(action, &QAction::triggered, this,
                [this, location] { Q_EMIT sourcesRequested({location}); });
    }
    m_recentMenu->menuAction()->setVisible(!recent.isEmpty());
    m_tools->setOpenMenu(recent.isEmpty() ? nullptr : m_recentMenu);
}

void MainWindow::setDropDescriber(std::function<QString(const QStringList&)> describer) {
    m_describeDrop = std::move(describer);
}

void MainWindow::setViewTitle(const QString& name, bool changed) {
    m_tools->setViewTitle(name, changed);
}

void MainWindow::setPreferences(const Preferences& preferences) {
    m_dialogs->setPreferences(preferences);
    m_theme.setChoice(preferences.theme);
    rememberTheme(preferences.theme);
}

void MainWindow::setQuickOpenProvider(QuickOpenProvider provider) {
    m_dialogs->setQuickOpenProvider(std::move(provider));
    if (!m_actions[ActionId::QuickOpen]->isVisible())
        m_actions.on(ActionId::QuickOpen, m_dialogs, [this] { m_dialogs->showQuickOpen(); });
}

// What is seen follows from the page, from whether there is a source, and from what the person
// wants.
void MainWindow::applyPage() {
    const int key = static_cast<int>(m_page);
    QWidget* page = m_hasSources ? m_pages.value(key, m_start) : m_start;
    m_stack->setCurrentWidget(page);
    const bool start = page == m_start;
    m_tools->showTools(start ? -1 : key);
    m_rail->setCurrent(key);
    m_rail->setEnabled(m_hasSources);
    const bool panels = !start && pageSpec(m_page).panels;
    if (m_sourcesPanel != nullptr && m_inspector != nullptr) {
        m_sourcesPanel->setVisible(panels && m_wantSources && m_sourcesPanel->widget() != nullptr);
        m_inspector->setVisible(panels && m_wantInspector && m_inspector->widget() != nullptr);
    }
    for (const PageSpec& spec : pageSpecs()) {
        QAction* action = m_actions[spec.action];
        action->setChecked(spec.id == m_page);
        action->setEnabled(m_hasSources && m_pages.contains(static_cast<int>(spec.id)));
    }
    m_actions[ActionId::Find]->setEnabled(m_hasSources);
    m_actions[ActionId::ClearFilter]->setEnabled(m_hasSources);
}

QByteArray MainWindow::saveLayout() const {
    QByteArray blob;
    QDataStream out(&blob, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << LayoutMagic << LayoutVersion << saveGeometry() << saveState(LayoutVersion)
        << static_cast<qint32>(m_page) << m_wantSources << m_wantInspector;
    return blob;
}

bool MainWindow::restoreLayout(const QByteArray& blob) {
    QDataStream in(blob);
    in.setVersion(QDataStream::Qt_6_4);
    quint32 magic = 0;
    quint32 version = 0;
    QByteArray geometry;
    QByteArray state;
    qint32 page = 0;
    bool sources = true;
    bool inspector = true;
    in >> magic >> version;
    if (in.status() != QDataStream::Ok || magic != LayoutMagic || version != LayoutVersion)
        return false;
    in >> geometry >> state >> page >> sources >> inspector;
    if (in.status() != QDataStream::Ok)
        return false;
    restoreGeometry(geometry);
    m_sized = restoreState(state, LayoutVersion);
    m_actions[ActionId::ToggleSources]->setChecked(sources);
    m_actions[ActionId::ToggleInspector]->setChecked(inspector);
    if (m_pages.contains(page))
        showPage(static_cast<PageId>(page));
    applyPage();
    return true;
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const QStringList sources = droppedSources(*event->mimeData());
    if (sources.isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_overlay->appear(m_describeDrop(sources));
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent* event) {
    m_overlay->hide();
    QMainWindow::dragLeaveEvent(event);
}

void MainWindow::dropEvent(QDropEvent* event) {
    m_overlay->hide();
    const QStringList sources = droppedSources(*event->mimeData());
    if (sources.isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    QStringList views;
    QStringList others;
    for (const QString& source : sources)
        (isViewFile(source) ? views : others).append(source);
    if (!views.isEmpty())
        Q_EMIT viewFilesDropped(views);
    if (!others.isEmpty())
        Q_EMIT sourcesRequested(others);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    Q_EMIT aboutToClose();
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    Q_EMIT layoutChanged();
}

void MainWindow::moveEvent(QMoveEvent* event) {
    QMainWindow::moveEvent(event);
    Q_EMIT layoutChanged();
}

void MainWindow::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    if (m_sized)
        return;
    m_sized = true;
    resizeDocks({m_sourcesPanel, m_inspector}, {metrics::Sources, metrics::Inspector},
                Qt::Horizontal);
}

}  // namespace podium::views
