// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/frame.h"

#include <QString>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace podium::items {

/// One value of a run frame. The views live as long as the frame.
struct Cell {
    enum class Kind : std::uint8_t { Missing, Number, Integer, Text, List };

    Kind kind = Kind::Missing;
    double number = 0;
    std::int64_t integer = 0;
    std::string_view text;
    std::span<const std::string> list;

    [[nodiscard]] bool missing() const { return kind == Kind::Missing; }
};

/// The value in a row of a column; missing if the column is nullptr (not loaded).
[[nodiscard]] Cell cellAt(const query::Column* column, std::size_t row);

/// The value as text at full precision, times as ISO 8601 in UTC; "" if it is missing. In ASCII
/// digits and the same in every language: for copying, files and tool tips.
[[nodiscard]] std::string plainText(const query::ColumnKey& key, const Cell& cell);

/// "NaN", "Infinity", "-Infinity", or the shortest digits that read back as the same double.
[[nodiscard]] std::string numberText(double value);

/// "2024-05-01T12:00:00.250Z"; milliseconds since the epoch.
[[nodiscard]] std::string isoTime(std::int64_t milliseconds);

/// The column's name as MLflow spells it in searches: "metrics.loss", "min(metrics.loss)",
/// "params.lr", "tags.user", "dataset.name", "start_time"; a run's name is "run_name".
[[nodiscard]] std::string plainName(const query::ColumnKey& key);

/// True if the values of a column are numbers or times, which stand at the right.
[[nodiscard]] bool isNumeric(const query::ColumnKey& key, const query::Column* column);

/// A text for Qt::ToolTipRole: as it is, never read as HTML, and no longer than one can read there.
[[nodiscard]] QString toolTip(const QString& text);

/// UTF-8 as QString.
[[nodiscard]] QString toQString(std::string_view utf8);

}  // namespace podium::items
