// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace podium::artifacts {

/// A stretch of a line that differs from the other side: begin and length in bytes, never inside a
/// UTF-8 sequence.
using DiffMark = std::pair<std::size_t, std::size_t>;

/// One row of two texts side by side.
struct DiffRow {
    enum class Kind { Same, Changed, OnlyLeft, OnlyRight };
    Kind kind = Kind::Same;
    std::string left, right;
    std::int64_t leftNumber = 0, rightNumber = 0;  // of lines, from 1; 0 where there is none
    std::vector<DiffMark> leftMarks, rightMarks;   // of changed rows

    friend bool operator==(const DiffRow&, const DiffRow&) = default;
};

struct TextDiff {
    std::vector<DiffRow> rows;
    std::size_t added = 0, removed = 0, changed = 0;
    bool cut = false;     // only the first lines were compared
    bool coarse = false;  // too different for the shortest difference: the middle is one block
};

struct DiffBounds {
    std::size_t lines = 50'000;
    std::size_t lineBytes = 4096;  // of what is kept of a line
    /// Most differing lines that the shortest difference is looked for (time and memory grow with
    /// the square).
    std::size_t edits = 2000;
};

/// The shortest difference by lines (Myers); lines that stand for each other are compared by words.
[[nodiscard]] TextDiff diffTexts(std::string_view left, std::string_view right,
                                 const DiffBounds& bounds = {}, const std::stop_token& stop = {});

/// The stretches of two lines that differ, by words.
[[nodiscard]] std::pair<std::vector<DiffMark>, std::vector<DiffMark>> diffLines(
    std::string_view left, std::string_view right);

}  // namespace podium::artifacts
