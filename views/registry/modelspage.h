// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "items/modellistmodel.h"
#include "items/versionmodel.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QSplitter;
class QStackedWidget;
class QTreeView;

namespace podium::views {

class ElidedLabel;
class EmptyState;
class KeyValueTable;
class MessageBar;

/// Registered models of the open sources: a list of them, the versions of one, and what is known
/// of one version. Lives on the UI thread.
class ModelsPage : public QWidget {
    Q_OBJECT
public:
    explicit ModelsPage(base::Clock clock, QWidget* parent = nullptr);

    void setSnapshot(items::ModelListModel::Snapshot snapshot);
    void showError(const base::Error& error);
    /// Selects a model; false if it is not in the list.
    bool showModel(base::SourceNo source, const std::string& name);
    /// The source run of the selected version; not valid if there is none in the cache.
    [[nodiscard]] base::RunNo sourceRun() const;
    /// "models:/name/version" of the selected version, "" for none.
    [[nodiscard]] QString modelUri() const;

public Q_SLOTS:
    void openSourceRun();
    void copyModelUri() const;

Q_SIGNALS:
    /// A source run was asked for.
    void runRequested(podium::base::RunNo run);
    /// Another version is selected, or none.
    void versionChanged();

private:
    [[nodiscard]] QWidget* makeList();
    [[nodiscard]] QWidget* makeDetails();
    void makeVersionTable();
    [[nodiscard]] QString cellText(items::VersionModel::Column column,
                                   const session::ModelEntry::Version& version) const;
    void modelSelected();
    void versionSelected();
    void showHead();
    void showState();
    void showMenu(const QPoint& position);

    base::Clock m_clock;
    items::ModelListModel* m_models;
    items::VersionModel* m_versions;
    items::ModelListModel::Snapshot m_snapshot;
    MessageBar* m_messages;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QSplitter* m_splitter;
    QLineEdit* m_filter;
    QListView* m_list;
    ElidedLabel* m_title;
    ElidedLabel* m_facts;
    QLabel* m_description;
    QTreeView* m_table;
    KeyValueTable* m_details;
};

}  // namespace podium::views
