// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/roles.h"

#include <QAbstractTableModel>
#include <QString>

#include <cstdint>
#include <vector>

namespace podium::items {

/// One value beside a key.
struct DetailValue {
    QString text;
    QString full;  // to copy and for the tool tip; empty: as the text
    bool missing = false;
    bool numeric = false;
    bool notANumber = false;
    bool best = false;

    friend bool operator==(const DetailValue&, const DetailValue&) = default;
};

/// A line of a list of properties: a key with values, or the head of those that follow.
struct DetailRow {
    enum class Kind { Section, Entry };
    Kind kind = Kind::Entry;
    QString key;
    std::vector<DetailValue> values;
    QString link;     // where activating it leads, in words of its view; empty: nowhere
    int status = -1;  // domain::RunStatus where the first value is one

    friend bool operator==(const DetailRow&, const DetailRow&) = default;
};

/// Properties in sections: column 0 holds keys and heads, the others values. Lives on the UI
/// thread. Roles: Kind (DetailRow::Kind), FullText, Missing, Numeric, NotANumber, Best, Link
/// (QString), Status.
class DetailModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit DetailModel(QObject* parent = nullptr);

    /// `titles`: the heads of the value columns; their number is that of the value columns. What
    /// was there and is there still, with new values, stays where it is.
    void setRows(std::vector<DetailRow> rows, QStringList titles);
    /// Leaves what has the text in its key or a value, in any case; heads of nothing are left out.
    void setFilter(const QString& filter);
    [[nodiscard]] const DetailRow& row(int row) const;
    [[nodiscard]] bool isSection(int row) const;
    /// The rows as lines of tab-separated keys and full values.
    [[nodiscard]] QString copyText(const std::vector<int>& rows) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    [[nodiscard]] std::vector<std::size_t> filtered() const;

    std::vector<DetailRow> m_rows;
    std::vector<std::size_t> m_visible;  // into m_rows
    QStringList m_titles;
    QString m_filter;
};

}  // namespace podium::items
