// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/axes.h"
#include "analysis/column.h"
#include "views/figure/figure.h"

#include <QString>
#include <QVariant>

/// Columns of the table as figures want them. Private to the room.
namespace podium::views {

/// The values of one column for the runs of a figure.
struct FigureColumn {
    query::ColumnKey key;
    QString title;
    analysis::ColumnValues values;
    std::size_t absent = 0;    // runs that have no value
    std::size_t nan = 0;       // runs whose value is NaN
    std::size_t infinite = 0;  // runs whose value is infinite
    bool loaded = false;

    [[nodiscard]] bool numeric() const { return values.numeric(); }
    [[nodiscard]] bool isDuration() const;
    /// The number of a run, or its category's code; NaN if there is none.
    [[nodiscard]] double value(std::size_t run) const;
    /// As people read it; "–" if there is none.
    [[nodiscard]] QString text(std::size_t run) const;
    [[nodiscard]] QString textOf(double value) const;
    /// At full precision, for files.
    [[nodiscard]] QVariant plain(std::size_t run) const;
};

[[nodiscard]] FigureColumn figureColumn(const RunSet& runs, const query::ColumnKey& key);

/// How a column is named in files: as in MLflow's filters.
[[nodiscard]] QString plainHead(const query::ColumnKey& key);

struct AxisMark {
    double place = 0;  // 0 to 1
    QString label;
};

/// The labels of an axis, about `wanted` of them; of categories each, or as many as there is room.
[[nodiscard]] QVector<AxisMark> axisMarks(const FigureColumn& column, const analysis::Axis& axis,
                                          int wanted);

/// An axis that holds a column with a little room at both ends.
[[nodiscard]] analysis::Axis roomyAxis(const FigureColumn& column, bool logarithmic,
                                       double padding = 0.04);
/// The same zoomed to a range; of categories it stays whole.
[[nodiscard]] analysis::Axis zoomedAxis(analysis::Axis axis,
                                        const std::optional<series::Range>& range);

/// A receipt's words for what a column leaves out, given how many runs have no place on its axis.
void addLacks(QStringList& receipt, const FigureColumn& column,
              const analysis::Axis* axis = nullptr);
/// "38 of 40 runs", or "40 runs" where none is left out.
[[nodiscard]] QString shownWords(std::size_t shown, std::size_t all);

/// The direction in which a column gets better: as set, else by its name.
[[nodiscard]] query::Direction betterOf(const RunSet& runs, const query::ColumnKey& key,
                                        query::Direction set = query::Direction::Unknown);

}  // namespace podium::views
