// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/viewbook.h"

#include <QMap>
#include <QMenu>
#include <QObject>
#include <QPointer>
#include <QTimer>

class QAction;
class QActionGroup;

namespace podium::session {
class Workspace;
}

namespace podium::views {
class ChartGrid;
class MainWindow;
class Picker;
class RunsPage;
struct PickerItem;
}  // namespace podium::views

namespace podium::app {

/// What saved views are joined to; all of it outlives the binding.
struct ViewParts {
    views::MainWindow& window;
    session::Workspace& workspace;
    views::RunsPage& runs;
    views::ChartGrid& charts;
    jobs::JobEngine& engine;
};

/// Saved views in the window: their menu, what their actions do, and whether what is seen is still
/// what was saved. Every change is a step that can be taken back. Lives on the UI thread.
class ViewBinding : public QObject {
    Q_OBJECT
public:
    ViewBinding(const ViewParts& parts, const QString& folder);

    /// Which view each set of experiments showed last, as JSON; for the next start.
    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray& json);

    /// Reads views from files that may come from anybody, and shows the last.
    void importFiles(const QStringList& files);

    /// Puts an arrangement on the screen; `file` is that of the view it belongs to, or "".
    void show(const session::SavedView& view, const QString& file);
    /// Writes a view's file or takes it away, and has `current` as the view that is shown.
    void store(const QString& file, const std::optional<session::SavedView>& view,
               const QString& current);

Q_SIGNALS:
    void stateChanged();

private:
    void wireActions();
    void wireMenu();
    void bookChanged();
    void lookAgain();
    void fillMenu();
    void addViews(QMenu& menu, QAction* before,
                  const std::vector<const session::ViewBook::Entry*>& entries);
    [[nodiscard]] QVector<views::PickerItem> pickerItems() const;

    [[nodiscard]] std::vector<session::ViewExperiment> experiments() const;
    [[nodiscard]] QString experimentsKey() const;
    [[nodiscard]] QString currentFile() const;
    [[nodiscard]] const session::ViewBook::Entry* current() const;
    void setCurrent(const QString& file);
    [[nodiscard]] session::SavedView captured(const session::SavedView* last = nullptr) const;

    void switchTo(const QString& file);
    void save();
    void saveAs();
    void saveAsNamed(const QString& name);
    void rename();
    void remove();
    void revert();
    void chooseImport();
    void take(const session::ReadView& read, const QString& path);
    void chooseExport();
    void exportTo(const QString& path);

    ViewParts m_parts;
    session::ViewBook m_book;
    views::Picker* m_picker;
    QMap<QString, QString> m_current;  // file by experimentsKey()
    QTimer m_look;
    QList<QAction*> m_entries;  // of the menu
    QActionGroup* m_group = nullptr;
    QPointer<QMenu> m_others;
    bool m_changed = false;
};

}  // namespace podium::app
