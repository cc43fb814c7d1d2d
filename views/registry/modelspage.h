// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "items/modellistmodel.h"
#include "views/registry/modelpane.h"
#include "views/registry/registryeditor.h"

#include <QWidget>

class QLineEdit;
class QListView;
class QSplitter;
class QStackedWidget;

namespace podium::views {

class EmptyState;
class MessageBar;

/// Registered models of the open sources: a list of them, the versions of one as a table or a
/// board, and what is known of one version. Lives on the UI thread.
class ModelsPage : public QWidget {
    Q_OBJECT
public:
    explicit ModelsPage(base::Clock clock, QWidget* parent = nullptr);

    void setSnapshot(items::ModelListModel::Snapshot snapshot);
    void showError(const base::Error& error);
    /// Selects a model; false if it is not in the list.
    bool showModel(base::SourceNo source, const std::string& name);
    /// Selects a version of it as well.
    bool showVersion(base::SourceNo source, const std::string& name, std::int64_t version);
    [[nodiscard]] ModelPane* pane() const { return m_pane; }
    [[nodiscard]] RegistryEditor* editor() const { return m_editor; }
    /// The source run of the selected version; not valid if there is none in the cache.
    [[nodiscard]] base::RunNo sourceRun() const;
    /// "models:/name/version" of the selected version, "prompts:/…" of a prompt's, "" for none.
    [[nodiscard]] QString modelUri() const;

    /// Board or table, lanes and metric, as JSON; what restoreState() does not know it passes over.
    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray& state);
    /// Actions that a right click on a version offers; nullptr is a line between.
    void setVersionActions(const QList<QAction*>& actions) { m_versionActions = actions; }

public Q_SLOTS:
    void openSourceRun();
    void copyModelUri() const;
    /// A menu of the aliases of the current version, to take one away.
    void chooseAliasToRemove();

Q_SIGNALS:
    /// A source run was asked for.
    void runRequested(podium::base::RunNo run);
    /// Another version is selected, or none.
    void versionChanged();
    /// Another model is selected, or it has other versions.
    void modelChanged();
    void stateChanged();

private:
    [[nodiscard]] QWidget* makeList();
    void modelSelected();
    void showState();
    void showMenu(const QPoint& position);

    items::ModelListModel* m_models;
    items::ModelListModel::Snapshot m_snapshot;
    RegistryEditor* m_editor;
    MessageBar* m_messages;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QSplitter* m_splitter;
    QLineEdit* m_filter;
    QListView* m_list;
    ModelPane* m_pane;
    QList<QAction*> m_versionActions;
};

}  // namespace podium::views
