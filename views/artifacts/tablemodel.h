// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/delimited.h"
#include "jobs/slot.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <memory>
#include <unordered_map>
#include <vector>

namespace podium::views {

/// Records of a DelimitedTable. Keeps the blocks of records that were looked at lately and reads
/// others by jobs; data() never reads. A small table is kept whole and can be sorted.
class TableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    /// More records than this are counted, not shown: a view of them would take too much memory.
    static constexpr qint64 MaxRows = 1'000'000;
    /// Up to as many a table is kept whole and sorts.
    static constexpr qint64 MaxSortedRows = 100'000;
    /// The whole text of a cell, for copying.
    static constexpr int FullTextRole = Qt::UserRole;

    TableModel(jobs::JobEngine& engine, QObject* parent);

    void setTable(std::shared_ptr<artifacts::DelimitedTable> table, artifacts::TableShape shape);
    /// Records of the file known so far, without the header; rowCount() is at most MaxRows.
    [[nodiscard]] qint64 recordCount() const { return m_records; }
    [[nodiscard]] bool isComplete() const { return m_complete; }
    [[nodiscard]] bool isSortable() const { return m_whole; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    /// Sorts a table that is kept whole: numbers by value, text without case, missing values last
    /// in both directions, equal ones in the file's order. Column -1 is the file's order.
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    /// The first records have arrived.
    void shown();
    void grown();
    void failed(const podium::base::Error& error);

private:
    using Block = std::vector<QStringList>;
    struct Grown {
        qint64 records = 0;
        qint64 columns = 0;
        bool complete = false;
    };

    void grow();
    void take(const Grown& grown);
    void keepWhole();
    void request(qint64 block) const;
    void readNext();
    [[nodiscard]] qint64 headerRecords() const { return m_shape.hasHeader ? 1 : 0; }

    jobs::Slot<Grown> m_growing;
    jobs::Slot<Block> m_reading;
    jobs::Slot<Block> m_readingWhole;
    std::shared_ptr<artifacts::DelimitedTable> m_table;
    artifacts::TableShape m_shape;
    qint64 m_records = 0;
    int m_rows = 0;
    int m_columns = 0;
    bool m_complete = false;
    bool m_shown = false;
    bool m_whole = false;
    Block m_all;                                 // every record, when kept whole
    std::vector<int> m_order;                    // row → record, when kept whole
    std::unordered_map<qint64, Block> m_blocks;  // otherwise
    mutable qint64 m_wanted = -1;                // the block that was asked for last
    qint64 m_readingBlock = -1;
};

}  // namespace podium::views
