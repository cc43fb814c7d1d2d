// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QMenu;
class QStackedWidget;
class QToolButton;

namespace podium::views {

class Actions;
class SearchField;

/// The row under the menu bar: what opens and syncs, then the tools of the current page; those of
/// the runs are the search field and the columns.
class ToolRow : public QWidget {
    Q_OBJECT
public:
    explicit ToolRow(const Actions& actions, QWidget* parent = nullptr);

    [[nodiscard]] SearchField* searchField() const { return m_search; }
    /// Tools shown while a page is; the row owns them then.
    void setTools(int page, QWidget* tools);
    void showTools(int page);
    /// Recent sources under the button that opens; nullptr: none.
    void setOpenMenu(QMenu* menu);
    /// Saved views under their button.
    void setViewsMenu(QMenu* menu);
    /// The view that is shown, "" for none, and whether it was changed since it was saved.
    void setViewTitle(const QString& name, bool changed);

private:
    [[nodiscard]] QToolButton* buttonFor(QAction* action, const QString& text, bool withIcon);

    SearchField* m_search;
    QWidget* m_nothing;
    QStackedWidget* m_stack;
    QToolButton* m_open;
    QToolButton* m_views;
    QHash<int, QWidget*> m_tools;
};

}  // namespace podium::views
