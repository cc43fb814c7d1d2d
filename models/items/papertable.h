// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/frame.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

/// Runs as a table for a paper: groups of runs that differ in their seed alone as mean ± error,
/// rounded by the error, the best in bold, with a mark where a test says it is no chance.
namespace podium::items {

enum class PaperFormat : std::uint8_t { Latex, Markdown, Tsv, Csv };

/// What stands behind "±".
enum class PaperError : std::uint8_t {
    Deviation,      // of the sample, with n - 1
    StandardError,  // the deviation divided by the root of n
};

/// Metrics and formulas: numbers that have a mean and an error.
[[nodiscard]] inline bool isMeasured(const query::ColumnKey& key) {
    return key.kind == query::ColumnKind::Metric || key.kind == query::ColumnKind::Formula;
}

struct PaperOptions {
    /// Runs that agree in all of these make one line; empty: every run is a line of its own.
    std::vector<query::ColumnKey> groupBy;
    /// Metrics become mean ± error; of others the value that all runs of a line share.
    std::vector<query::ColumnKey> columns;
    /// Runs of two lines with the same value here are a pair.
    std::optional<query::ColumnKey> seed;
    PaperFormat format = PaperFormat::Latex;
    PaperError error = PaperError::Deviation;
    std::optional<int> decimals;  // nothing: two significant digits of the error
    bool bold = true;             // the best of each metric whose direction is known
    bool significance = true;     // mark it where p < alpha against the second best
    double alpha = 0.05;
    std::string caption;
    std::string label;
};

struct PaperCell {
    std::string text;  // of what is no metric; unescaped
    bool metric = false;
    std::size_t count = 0;  // runs that have a value
    double mean = 0;        // NaN if any of the values is
    double error = 0;       // NaN below two values
    bool best = false;
    bool significant = false;
};

/// How the best of a column stands against the second best.
struct PaperTest {
    bool paired = false;
    double p = 0;  // NaN where there was nothing to test
};

struct PaperLine {
    std::vector<std::uint32_t> rows;  // of the frame
    std::vector<PaperCell> cells;     // as PaperTable::columns
};

struct PaperTable {
    std::vector<query::ColumnKey> columns;  // what groups (or the run's name), then the others
    std::vector<PaperLine> lines;           // in the order in which their first run came
    std::vector<PaperTest> tests;           // as columns
    bool grouped = false;
};

/// The columns have to be in the frame; what it lacks is missing everywhere.
[[nodiscard]] PaperTable paperTable(const query::Frame& frame, std::span<const std::uint32_t> rows,
                                    const PaperOptions& options);

/// The table as text (UTF-8, lines end with "\n"). LaTeX is a booktabs table, inside a table
/// environment if there is a caption or a label. Markdown and LaTeX are rounded; Tsv and Csv give
/// mean, error and count as columns at full precision.
[[nodiscard]] std::string paperText(const PaperTable& table, const PaperOptions& options);

/// Mean and error as texts with the same decimals: so many that the error has two significant
/// digits (0.93412, 0.01234 gives 0.934, 0.012; 1234.5, 123.4 gives 1230, 120), or as many as
/// `decimals` says. Without a usable error (NaN or 0) the mean is as precise as it is, and the
/// error "" for NaN, "0" for 0.
[[nodiscard]] std::pair<std::string, std::string> roundedByError(double mean, double error,
                                                                 std::optional<int> decimals);

/// The param that holds a run's random seed, from its name ("seed", "random_state", ...); nothing
/// if none does.
[[nodiscard]] std::optional<std::string> seedParam(std::span<const std::string> params);

/// Where runs come from, for a script that fetches the same ones.
struct PaperSource {
    std::string trackingUri;
    std::vector<std::string> experiments;  // names
    std::string filter;                    // as MLflow reads it
    bool filterIsMlflows = true;
    std::vector<std::pair<query::ColumnKey, bool>> order;  // and whether it descends
    std::vector<std::string> runIds;                       // where no filter says it
};

/// A script for Python that fetches the same runs with mlflow.search_runs. Where the filter is not
/// one that MLflow takes, and where `runIds` are given, runs are named by their ids.
[[nodiscard]] std::string pythonScript(const PaperSource& source);

}  // namespace podium::items
