// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/roles.h"
#include "session/edits.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace podium::items {

/// Decisions that have not arrived in their stores, oldest first. Lives on the UI thread. Texts are
/// made by the formatter. Roles: State (int: session::DecisionState), FullText.
class DecisionModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { StateColumn, Run, Subject, Before, After, Source, ColumnCount };
    using Formatter = std::function<QString(Column, const session::Decision&)>;

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows that stay keep their place, so that a selection lasts.
    void setDecisions(const std::vector<session::Decision>& decisions);
    [[nodiscard]] const std::vector<session::Decision>& decisions() const { return m_decisions; }
    void setFormatter(Formatter formatter) { m_formatter = std::move(formatter); }
    void setTitles(const QStringList& titles) { m_titles = titles; }
    /// Nothing for an invalid index.
    [[nodiscard]] std::optional<session::Decision> decision(const QModelIndex& index) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    void removeLost(const std::vector<session::Decision>& decisions);

    std::vector<session::Decision> m_decisions;
    Formatter m_formatter;
    QStringList m_titles;
};

}  // namespace podium::items
