// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/brush.h"
#include "query/direction.h"
#include "query/frame.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace podium::views {

enum class FigureKind : std::uint8_t {
    Scatter,
    Parallel,
    Bar,
    Box,
    Histogram,
    Importance,
    HeatMap
};

/// What runs have their colour from. Automatic: their group if the table is grouped, their own
/// colour while there are few, else one colour.
enum class ColorBy : std::uint8_t { Automatic, Run, Group, Column };

/// What is put together. Automatic: the table's groups, else each run (bars) or all (boxes,
/// histograms).
enum class GroupBy : std::uint8_t { Automatic, Run, Group, Column, None };

enum class Whisker : std::uint8_t { None, Deviation, Error, Confidence95 };
enum class CellValue : std::uint8_t { Mean, Min, Max, Count };

/// An axis of parallel coordinates, and what is marked on it.
struct FigureAxis {
    query::ColumnKey column;
    bool logarithmic = false;
    bool reversed = false;
    std::vector<analysis::Interval> ranges;
    std::vector<std::string> categories;

    [[nodiscard]] bool marked() const { return !ranges.empty() || !categories.empty(); }
    friend bool operator==(const FigureAxis&, const FigureAxis&) = default;
};

/// What a chart of runs shows and how. Each kind uses a part of it.
struct FigureOptions {
    FigureKind kind = FigureKind::Scatter;
    std::optional<query::ColumnKey> x;      // scatter, histogram (its value), heat map
    std::optional<query::ColumnKey> y;      // scatter, heat map; value of bars, boxes; target
    std::optional<query::ColumnKey> color;  // scatter, parallel coordinates; value of a heat map
    std::optional<query::ColumnKey> size;   // scatter
    std::optional<query::ColumnKey> group;  // with GroupBy::Column
    std::vector<FigureAxis> axes;           // parallel coordinates
    bool logX = false;
    bool logY = false;
    bool logColor = false;
    ColorBy colorBy = ColorBy::Automatic;
    bool pareto = false;
    query::Direction betterX = query::Direction::Unknown;  // Unknown: by the column's name
    query::Direction betterY = query::Direction::Unknown;
    GroupBy groupBy = GroupBy::Automatic;
    Whisker whisker = Whisker::Deviation;
    bool byValue = false;  // bars and boxes in the order of their values, else in the table's
    bool violin = false;
    bool points = true;  // boxes, heat maps: a dot for each run, too
    int bins = 0;        // 0: as suits the values
    bool rank = true;    // correlations of ranks (Spearman), else of values (Pearson)
    bool contour = false;
    CellValue cell = CellValue::Mean;

    friend bool operator==(const FigureOptions&, const FigureOptions&) = default;
};

/// What a column is called in a chart: the head of the table's column, without "last".
[[nodiscard]] QString shortTitle(const query::ColumnKey& key);

/// The columns of the table that such a chart needs, each once.
[[nodiscard]] std::vector<query::ColumnKey> columnsOf(const FigureOptions& options);

}  // namespace podium::views
