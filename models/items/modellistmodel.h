// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/roles.h"
#include "session/registrybook.h"

#include <QAbstractListModel>

#include <memory>
#include <vector>

namespace podium::items {

/// Registered models of all open sources by name, then their prompts. Lives on the UI thread.
/// Roles: Count (versions), Location (the source's title), FullText (name and description).
class ModelListModel : public QAbstractListModel {
    Q_OBJECT
public:
    using Snapshot = std::shared_ptr<const session::RegistrySnapshot>;

    explicit ModelListModel(QObject* parent = nullptr);

    /// Indexes follow their models.
    void setSnapshot(Snapshot snapshot);
    /// Leaves what has the text in its name, description, or an alias, a stage or a tag.
    void setFilter(const QString& filter);
    [[nodiscard]] const session::ModelEntry& entry(const QModelIndex& index) const;
    /// The index of a model, invalid if it is not in the list.
    [[nodiscard]] QModelIndex indexOf(base::SourceNo source, const std::string& name) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void relayout();
    [[nodiscard]] std::vector<std::size_t> filtered() const;

    Snapshot m_snapshot;
    QString m_filter;
    std::vector<std::size_t> m_visible;  // into the snapshot's models
};

}  // namespace podium::items
