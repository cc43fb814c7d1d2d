// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/actions.h"
#include "views/shell/pages.h"
#include "views/shell/startpage.h"
#include "views/shell/windowdialogs.h"

#include <QHash>
#include <QMainWindow>

#include <functional>

class QStackedWidget;

namespace podium::views {

class DockPanel;
class DropOverlay;
class MessageBar;
class Rail;
class SearchField;
class StatusArea;
class Theme;
class ToolRow;

/// The window: menus, tool row, rail, pages, side panels and status bar. It knows no run and no
/// store; the composition gives it pages and says what its actions do. Of the UI thread, owned by
/// the composition, which owns the theme as well.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Theme& theme, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Actions& actions() { return m_actions; }
    [[nodiscard]] SearchField* searchField() const;
    [[nodiscard]] StatusArea* status() const { return m_status; }
    [[nodiscard]] WindowDialogs* dialogs() const { return m_dialogs; }
    /// The bar over the page, for what concerns the window as a whole.
    [[nodiscard]] MessageBar* messageBar() const { return m_messages; }

    /// Puts a page into the rail, the View menu and the stack; the window owns it then.
    void addPage(PageId id, QWidget* page);
    /// Tools of a page in the tool row, in place of the search field.
    void setPageTools(PageId id, QWidget* tools);
    void showPage(PageId id);
    [[nodiscard]] PageId currentPage() const { return m_page; }
    void setBadge(PageId id, int number, const QString& words);

    void setSourcesPanel(QWidget* panel);
    void setInspector(QWidget* inspector);
    /// The head of the inspector: "Selected · 3 runs".
    void setInspectorTitle(const QString& title);

    /// Whether a source is open; without one the start page is shown in place of the pages.
    void setHasSources(bool has);
    [[nodiscard]] bool hasSources() const { return m_hasSources; }
    /// For the start page and the menu under "Open…".
    void setRecentSources(const QVector<RecentSource>& recent);
    /// What a drop of these will do; by default told from their names.
    void setDropDescriber(std::function<QString(const QStringList&)> describer);
    /// The name on the button of saved views; "": none is shown. `changed`: what is seen is not
    /// what was saved.
    void setViewTitle(const QString& name, bool changed);
    void setPreferences(const Preferences& preferences);
    void setQuickOpenProvider(QuickOpenProvider provider);

    /// Size, place, panels and page as one versioned blob; what restoreLayout() does not know it
    /// refuses and changes nothing.
    [[nodiscard]] QByteArray saveLayout() const;
    bool restoreLayout(const QByteArray& blob);

Q_SIGNALS:
    /// Paths or addresses that were dropped, chosen in a dialog or picked from the recent ones.
    void sourcesRequested(const QStringList& sources);
    /// Files of views that were dropped.
    void viewFilesDropped(const QStringList& files);
    void pageChanged(podium::views::PageId id);
    void preferencesChanged(const podium::views::Preferences& preferences);
    /// The window is going: time to save the layout.
    void aboutToClose();
    /// What saveLayout() gives may be another one.
    void layoutChanged();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void moveEvent(QMoveEvent* event) override;
    QMenu* createPopupMenu() override { return nullptr; }

private:
    void makeBars();
    void makePanels();
    void wireWindowActions();
    void wirePanelToggle(ActionId id, DockPanel* panel, bool& wanted);
    void applyPage();
    void themeChosen(ThemeChoice choice);
    void rememberTheme(ThemeChoice choice);

    Theme& m_theme;
    Actions m_actions;
    ToolRow* m_tools = nullptr;
    Rail* m_rail = nullptr;
    MessageBar* m_messages = nullptr;
    QStackedWidget* m_stack = nullptr;
    StartPage* m_start = nullptr;
    DockPanel* m_sourcesPanel = nullptr;
    DockPanel* m_inspector = nullptr;
    StatusArea* m_status = nullptr;
    DropOverlay* m_overlay = nullptr;
    WindowDialogs* m_dialogs = nullptr;
    QMenu* m_recentMenu = nullptr;
    QHash<int, QWidget*> m_pages;
    std::function<QString(const QStringList&)> m_describeDrop;
    PageId m_page = PageId::Runs;
    bool m_hasSources = false;
    bool m_wantSources = true;
    bool m_wantInspector = true;
    bool m_sized = false;
};

}  // namespace podium::views
