// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/sourcetreemodel.h"

#include <QWidget>

#include <set>
#include <vector>

class QLineEdit;
class QTreeView;

namespace podium::views {

class SectionHeader;

/// The side panel: open sources and their experiments, to be searched and chosen. It does nothing
/// by itself; what a person wants is told by signals. Lives on the UI thread.
class SourcesPanel : public QWidget {
    Q_OBJECT
public:
    explicit SourcesPanel(QWidget* parent = nullptr);

    void setSources(const std::vector<session::SourceInfo>& sources);
    /// A button at the end of the panel's head; the panel owns it then.
    void addHeadWidget(QWidget* widget);

    /// The experiments whose runs are wanted: those selected, and those below what is selected.
    [[nodiscard]] const std::vector<base::ExperimentNo>& chosen() const { return m_chosen; }
    /// Selects what is in the tree of these.
    void choose(const std::vector<base::ExperimentNo>& experiments);
    /// The source that is current, or in which the current experiment lies; "" for none.
    [[nodiscard]] QString currentLocation() const;
    /// The current experiment's id; "" for none.
    [[nodiscard]] QString currentExperiment() const;
    void focusFilter();

Q_SIGNALS:
    void experimentsChosen(const std::vector<podium::base::ExperimentNo>& experiments);
    void syncRequested(const QString& location, bool full);
    void cancelRequested(const QString& location);
    void closeRequested(const QString& location);
    void problemsRequested(const QString& location);
    void pauseRequested(const QString& location, bool paused);
    void connectionRequested(const QString& location);
    void removeRequested(const QString& location);
    /// Another source may be current.
    void currentChanged();
    /// What is to be there without a network is to be chosen for this experiment.
    void keepRequested(const QString& location, const QString& experimentId);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filterEdited(const QString& text);
    void selectionEdited();
    void restoreSelection();
    void updateChosen();
    void expandNew();
    void showMenu(const QPoint& position);
    bool viewToolTip(QEvent* event);

    items::SourceTreeModel* m_model;
    SectionHeader* m_head;
    QLineEdit* m_filter;
    QTreeView* m_tree;
    std::vector<session::SourceInfo> m_sources;
    std::vector<base::ExperimentNo> m_chosen;
    QStringList m_selectedKeys;  // of the nodes that a person selected
    bool m_restoring = false;
    std::set<QString> m_seen;  // sources that were opened once; closed by hand they stay closed
};

}  // namespace podium::views
