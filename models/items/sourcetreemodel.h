// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/roles.h"
#include "items/sourcenodes.h"

#include <QAbstractItemModel>

#include <functional>

namespace podium::items {

/// Sources, the folders of their experiments, and the experiments. Lives on the UI thread. Roles:
/// Kind (SourceNodeKind), Count, State, Percent, Location, Vanished.
class SourceTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    explicit SourceTreeModel(QObject* parent = nullptr);

    /// Indexes follow their things: what stays keeps its selection and expansion.
    void setSources(const std::vector<session::SourceInfo>& sources);
    void setFilter(const QString& filter);
    [[nodiscard]] QString filter() const { return m_filter; }
    /// What the folder of deleted experiments is called.
    void setTrashTitle(const QString& title) { m_trashTitle = title; }

    [[nodiscard]] const SourceNode& node(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(base::ExperimentNo experiment) const;
    [[nodiscard]] QModelIndex indexOf(const QString& location) const;
    [[nodiscard]] QModelIndex indexOfKey(const QString& key) const;
    /// The experiments at and below an index, deleted ones only if they or their folder are meant.
    [[nodiscard]] std::vector<base::ExperimentNo> experiments(const QModelIndex& index) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void rebuild();
    void refresh(SourceNodes nodes);
    void relayout(SourceNodes nodes);
    [[nodiscard]] QModelIndex indexOfNode(int number) const;
    void collect(int number, std::vector<base::ExperimentNo>& experiments) const;

    SourceNodes m_tree;
    std::vector<session::SourceInfo> m_sources;
    QString m_filter;
    QString m_trashTitle = QStringLiteral("Deleted");
};

}  // namespace podium::items
