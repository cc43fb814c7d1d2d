// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/comparison.h"

#include <functional>
#include <string>
#include <vector>

namespace podium::items {

/// The words of a report, in a person's language, and what its runs are called. UTF-8.
struct ReportWords {
    std::string title;
    std::vector<std::string> runs;  // in the order of Comparison::runs
    std::string baseline;           // marks the first run
    std::string key;                // head of the first column
    std::string missing;
    std::string nothingDiffers;
    std::function<std::string(CompareSection)> section;
    std::function<std::string(const CompareRow&)> row;
    std::function<std::string(std::size_t same)> same;  // "12 are the same"
};

/// A table of every section that has differences, as GitHub's Markdown; nothing in keys and values
/// is taken for a mark.
[[nodiscard]] std::string markdownReport(const Comparison& comparison, const ReportWords& words);

/// The same as one HTML file that loads nothing and runs nothing; readable in light and dark.
/// Direction follows `rightToLeft`.
[[nodiscard]] std::string htmlReport(const Comparison& comparison, const ReportWords& words,
                                     bool rightToLeft);

/// All rows, also the same ones, with section and key, one a line, for a spreadsheet.
[[nodiscard]] std::string tsvReport(const Comparison& comparison, const ReportWords& words);

}  // namespace podium::items
