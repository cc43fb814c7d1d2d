// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/board.h"
#include "items/direction.h"
#include "items/roles.h"
#include "session/registrybook.h"

#include <QAbstractTableModel>

#include <functional>
#include <optional>

namespace podium::items {

/// The versions of one registered model, newest first. Lives on the UI thread. What a column says
/// is in its raw form; a view formats RawValue. Roles: RawValue, RunNumber, FullText, Link (a
/// source run that is in the cache), Edited (of the version), Verdict (of the change of the
/// metric).
class VersionModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        Version,
        Stage,
        Aliases,
        Metric,        // of the source run
        MetricChange,  // from the newest older version that has it
        Status,
        Created,
        SourceRun,
        Description,
        ColumnCount
    };
    using Formatter = std::function<QString(Column, const session::ModelEntry::Version&)>;

    explicit VersionModel(QObject* parent = nullptr);

    /// A copy of the model's entry, or none. Indexes follow their version.
    void setEntry(std::optional<session::ModelEntry> entry);
    void setFormatter(Formatter formatter);
    void setTitles(QStringList titles);
    /// `direction` tells which changes are for the better.
    void setMetric(SourceMetric metric, Direction direction);
    [[nodiscard]] const SourceMetric& metric() const { return m_metric; }
    [[nodiscard]] const session::ModelEntry::Version& version(int row) const;
    /// -1 if there is no such version.
    [[nodiscard]] int rowOf(std::int64_t version) const;
    [[nodiscard]] const std::optional<session::ModelEntry>& entry() const { return m_entry; }
    [[nodiscard]] QStringList aliases(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QVariant raw(int row, Column column) const;
    [[nodiscard]] std::optional<double> metricChange(int row) const;

    std::optional<session::ModelEntry> m_entry;
    Formatter m_formatter;
    QStringList m_titles;
    SourceMetric m_metric;
    Direction m_direction = Direction::Unknown;
};

}  // namespace podium::items
