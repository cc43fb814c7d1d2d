// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/roles.h"
#include "session/registrybook.h"

#include <QAbstractItemModel>

#include <functional>
#include <memory>
#include <vector>

namespace podium::items {

/// Problems below the sources that they were met in. Lives on the UI thread; made for very many.
/// Roles: Count (of a source), Location (the source's root), FullText.
class ProblemModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { Problem, Path, Details, ColumnCount };
    using Snapshot = std::shared_ptr<const session::RegistrySnapshot>;
    /// Words for a column of a problem; called for what is on the screen.
    using Formatter = std::function<QString(Column, const session::ProblemEntry&)>;
    /// Words for a source: its title and how many problems it has.
    using GroupFormatter = std::function<QString(const QString&, int)>;

    explicit ProblemModel(QObject* parent = nullptr);

    /// Sources keep their place, so that open ones stay open.
    void setSnapshot(Snapshot snapshot);
    /// Leaves problems that have the text in their path, their code or what their error is about.
    void setFilter(const QString& filter);
    void setFormatter(Formatter formatter, GroupFormatter groupFormatter);
    void setTitles(QStringList titles);

    /// nullptr for a source's line.
    [[nodiscard]] const session::ProblemEntry* problem(const QModelIndex& index) const;
    [[nodiscard]] int total() const;    // of the snapshot
    [[nodiscard]] int visible() const;  // that pass the filter

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    struct Group {
        base::SourceNo sourceNo;
        QString title;
        QString root;
        std::vector<std::size_t> problems;  // into the snapshot's
    };
    void regroup();
    [[nodiscard]] std::vector<Group> grouped() const;
    [[nodiscard]] QVariant groupData(const Group& group, int column, int role) const;

    Snapshot m_snapshot;
    std::vector<Group> m_groups;
    QString m_filter;
    Formatter m_formatter;
    GroupFormatter m_groupFormatter;
    QStringList m_titles;
};

}  // namespace podium::items
