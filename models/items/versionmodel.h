// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/roles.h"
#include "session/registrybook.h"

#include <QAbstractTableModel>

#include <functional>
#include <optional>

namespace podium::items {

/// The versions of one registered model, newest first. Lives on the UI thread. What a column says
/// is in its raw form; a view formats RawValue. Roles: RawValue, RunNumber, FullText, Link (a
/// source run that is in the cache).
class VersionModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Version, Stage, Aliases, Status, Created, SourceRun, Description, ColumnCount };
    using Formatter = std::function<QString(Column, const session::ModelEntry::Version&)>;

    explicit VersionModel(QObject* parent = nullptr);

    /// A copy of the model's entry, or none. Indexes follow their version.
    void setEntry(std::optional<session::ModelEntry> entry);
    void setFormatter(Formatter formatter);
    void setTitles(QStringList titles);
    [[nodiscard]] const session::ModelEntry::Version& version(int row) const;
    [[nodiscard]] const std::optional<session::ModelEntry>& entry() const { return m_entry; }
    [[nodiscard]] QStringList aliases(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QVariant raw(int row, Column column) const;

    std::optional<session::ModelEntry> m_entry;
    Formatter m_formatter;
    QStringList m_titles;
};

}  // namespace podium::items
