// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/cell.h"
#include "items/roles.h"
#include "session/runsview.h"

#include <QAbstractItemModel>

#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace podium::items {

/// The run table over a snapshot: column 0 is the run's name, then the snapshot's columns; children
/// are nested runs. A cell is looked up in the frame when it is asked for, never before. Lives on
/// the UI thread. Texts come from the formatters, so that a view makes them in a person's language.
/// If the snapshot has groups, they are rows above the runs: column 0 is the value that the runs
/// share, the others stand for the values of all runs below. Roles: GroupRow, Count (runs below a
/// group), RawValue, RunNumber, RunId, Shown, Context, Vanished, Deleted, KeptOffline, Edited,
/// Status, Best, NotANumber, Missing, FullText, Numeric, SortKey.
class RunTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    using Snapshot = std::shared_ptr<const session::RunsSnapshot>;
    using CellFormatter =
        std::function<QString(const query::ColumnKey&, const Cell&, const session::ColumnFormat&)>;
    /// The value of a group; the column's values in a group; different texts in one.
    struct GroupFormatter {
        std::function<QString(const query::ColumnKey&, const query::Grouping::Group&)> value;
        std::function<QString(const query::ColumnKey&, const query::Summary&, query::Aggregate,
                              const session::ColumnFormat&)>
            numbers;
        std::function<QString(qsizetype)> different;
    };
    using TitleFormatter = std::function<QString(const query::ColumnKey&)>;
    static constexpr std::uint32_t NoRow = query::RunTree::NoRow;

    explicit RunTreeModel(QObject* parent = nullptr);

    /// Swaps the snapshot. If the columns are the same, the layout changes and persistent indexes
    /// follow their runs (those of runs that are gone become invalid); otherwise the model is
    /// reset.
    void setSnapshot(Snapshot snapshot);
    [[nodiscard]] const Snapshot& snapshot() const { return m_snapshot; }

    void setCellFormatter(CellFormatter formatter);
    void setTitleFormatter(TitleFormatter formatter);
    void setGroupFormatter(GroupFormatter formatter);
    /// What a screen reader says behind the name of a run that is kept offline.
    void setKeptWords(const QString& words) { m_keptWords = words; }
    /// Which colour a run has; by its id alone if nothing is set.
    using SlotOfRun = std::function<int(base::RunNo, std::string_view runId)>;
    void setSlots(SlotOfRun slotOfRun) { m_slotOfRun = std::move(slotOfRun); }
    /// The runs that the charts draw.
    void setShown(const std::vector<base::RunNo>& runs);
    /// Texts that depend on the time ("2 h ago") have to be asked for again.
    void refreshTexts();

    /// The key of a column; that of the run's name for column 0.
    [[nodiscard]] const query::ColumnKey& key(int column) const;
    [[nodiscard]] const std::vector<query::ColumnKey>& keys() const { return m_keys; }
    [[nodiscard]] bool isNumeric(int column) const;
    /// How many columns have their values by now; cells of the others say "…".
    [[nodiscard]] std::size_t loadedColumns() const;
    /// The place of a column among the order's keys, counted from 1, negative if it is descending;
    /// 0 if it is not among them.
    [[nodiscard]] int orderRank(int column) const;

    /// The row of the frame; NoRow for a group.
    [[nodiscard]] std::uint32_t frameRow(const QModelIndex& index) const;
    /// The group of the snapshot's groups; query::Grouping::None for a run.
    [[nodiscard]] std::uint32_t group(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOfGroup(std::uint32_t group, int column = 0) const;
    /// The runs of a group and of those in it.
    [[nodiscard]] std::vector<base::RunNo> runsOfGroup(std::uint32_t group) const;
    /// Numbers that stand for a group in a column; those of no values if it has no numbers.
    [[nodiscard]] const query::Summary& summary(std::uint32_t group, int column) const;
    [[nodiscard]] base::RunNo run(const QModelIndex& index) const;
    /// The index of a run's name, invalid if it is not in the table.
    [[nodiscard]] QModelIndex indexOf(base::RunNo run) const;
    [[nodiscard]] QModelIndex indexOfRow(std::uint32_t frameRow, int column = 0) const;
    /// All frame rows in the table, each before its children, as a person reads it fully expanded.
    [[nodiscard]] std::vector<std::uint32_t> readingOrder() const;

    /// What a cell looks like, at once: as the roles of the same names say it.
    struct Look {
        bool group = false;
        bool numeric = false;
        bool missing = false;
        bool context = false;
        bool vanished = false;
        bool deleted = false;
        bool keptOffline = false;
        bool best = false;
        bool notANumber = false;
    };
    [[nodiscard]] Look look(const QModelIndex& index) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    void take(Snapshot snapshot);
    void relayout(Snapshot snapshot);
    void indexRuns();
    [[nodiscard]] std::uint32_t rowOfRun(base::RunNo run) const;
    [[nodiscard]] std::span<const std::uint32_t> childrenOf(const QModelIndex& parent) const;
    [[nodiscard]] std::uint32_t node(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOfNode(std::uint32_t node, int column = 0) const;
    [[nodiscard]] QVariant groupData(std::uint32_t group, int column, int role) const;
    [[nodiscard]] QString groupText(std::uint32_t group, int column) const;
    [[nodiscard]] QString sharedText(std::uint32_t group, int column) const;
    [[nodiscard]] QString text(std::uint32_t row, int column) const;
    [[nodiscard]] QVariant raw(std::uint32_t row, int column) const;
    [[nodiscard]] QVariant runData(std::uint32_t row, int role) const;
    [[nodiscard]] bool isKept(std::uint32_t row) const;
    [[nodiscard]] bool isBest(std::uint32_t row, int column) const;
    [[nodiscard]] bool isVanished(std::uint32_t row) const;
    [[nodiscard]] bool isDeleted(std::uint32_t row) const;

    Snapshot m_snapshot;
    std::vector<query::ColumnKey> m_keys;
    std::vector<const query::Column*> m_columns;  // as m_keys; owned by the frame
    std::vector<char> m_numeric;
    const query::TextColumn* m_runIds = nullptr;
    const query::TextColumn* m_statuses = nullptr;
    const query::TextColumn* m_lifecycles = nullptr;
    std::vector<std::uint32_t> m_byRun;  // frame rows by run number; empty if they ascend anyway
    mutable std::vector<std::optional<double>> m_best;  // as m_keys; found when first asked for
    mutable std::vector<std::uint32_t> m_matching;      // rows that m_best looks at; the same
    mutable std::unordered_map<std::uint64_t, query::Summary> m_summaries;  // by group and column
    mutable std::unordered_map<std::uint64_t, QString> m_sharedTexts;       // the same
    std::unordered_set<base::RunNo> m_shown;
    GroupFormatter m_groupFormatter;
    CellFormatter m_cellFormatter;
    TitleFormatter m_titleFormatter;
    SlotOfRun m_slotOfRun;
    QString m_keptWords;
};

}  // namespace podium::items
