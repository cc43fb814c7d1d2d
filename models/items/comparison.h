// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/direction.h"
#include "session/comparedruns.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Runs side by side: what differs from a baseline, the most surprising first.
namespace podium::items {

enum class CompareSection : std::uint8_t {
    Params,
    Metrics,
    Tags,
    Environment,
    Git,
    Datasets,
    Signature,
    Artifacts,
};
inline constexpr std::size_t CompareSectionCount = 8;

/// What of a metric a row is about.
enum class MetricPart : std::uint8_t {
    None,   // no metric
    Last,   // the latest value
    Best,   // the minimum or maximum, where the metric's name tells which is better
    Curve,  // series::curveDistance from the baseline's curve
};

enum class Change : std::uint8_t {
    Same,
    Added,    // the baseline has no such thing
    Removed,  // only the baseline has it
    Changed,
};

struct CompareCell {
    bool missing = true;
    std::string text;              // at full precision
    std::optional<double> number;  // where the text is one
    Change change = Change::Same;  // against the baseline, with the tolerance
    std::optional<double> delta;   // number minus the baseline's
};

struct CompareRow {
    CompareSection section = CompareSection::Params;
    MetricPart part = MetricPart::None;
    Direction direction = Direction::Unknown;
    std::string key;
    std::vector<CompareCell> cells;  // in the order of Comparison::runs: the baseline first
    bool differs = false;
    /// How far it is from what runs of the experiment usually differ by: for numbers the greatest
    /// difference in standard deviations of all runs of the experiment; for texts the odds that two
    /// of its runs agree here. 1 where the experiment tells nothing.
    double surprise = 1;
};

/// What counts as the same, and what is not looked at.
struct CompareRules {
    double relative = 0;  // numbers are the same up to this share of the greater one
    double absolute = 0;  // or up to this difference
    /// Globs ("*", "?") over "params.KEY", "metrics.KEY", "tags.KEY", "environment.KEY" and so on.
    std::vector<std::string> ignore = {"metrics.system/*", "tags.mlflow.*"};

    friend bool operator==(const CompareRules&, const CompareRules&) = default;
};

struct ComparedSection {
    std::vector<CompareRow> different;  // by surprise, then by key
    std::vector<CompareRow> same;       // by key
    std::size_t ignored = 0;
};

struct Comparison {
    std::vector<std::size_t> runs;  // of ComparedRuns, the baseline first
    std::array<ComparedSection, CompareSectionCount> sections;

    [[nodiscard]] std::size_t differences() const;
};

/// "params", "metrics" and so on, as the rules' globs name sections.
[[nodiscard]] std::string_view sectionName(CompareSection section);

/// `baseline` is an index of compared.runs, which must not be empty.
[[nodiscard]] Comparison compareRuns(const session::ComparedRuns& compared, std::size_t baseline,
                                     const CompareRules& rules);

/// A glob with "*" (any characters, "/" too) and "?" (one character) against a whole text.
[[nodiscard]] bool globMatches(std::string_view glob, std::string_view text);

/// The number that a whole text is, as Python's float() reads plain decimals; nothing otherwise.
[[nodiscard]] std::optional<double> wholeNumber(std::string_view text);

}  // namespace podium::items
