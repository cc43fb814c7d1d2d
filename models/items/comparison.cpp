// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/comparison.h"

#include "items/cell.h"
#include "items/comparisonfacts.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace podium::items {

using session::ComparedRuns;
using session::Spread;

namespace {

/// Agreement of 1 would make any difference endless; half a run in so many is as far as it goes.
constexpr double MostOdds = 1000;

bool within(double a, double b, const CompareRules& rules) {
    if (a == b || (std::isnan(a) && std::isnan(b)))
        return true;
    const double difference = std::abs(a - b);
    return difference <= rules.absolute ||
           difference <= rules.relative * std::max(std::abs(a), std::abs(b));
}

Change changeOf(const CompareCell& base, const CompareCell& cell, const CompareRules& rules) {
    if (base.missing || cell.missing) {
        if (base.missing == cell.missing)
            return Change::Same;
        return base.missing ? Change::Added : Change::Removed;
    }
    if (base.text == cell.text)
        return Change::Same;
    const bool tolerant = rules.relative > 0 || rules.absolute > 0;
    if (base.number && cell.number && tolerant && within(*base.number, *cell.number, rules))
        return Change::Same;
    return Change::Changed;
}

/// Judges a row against its first cell.
void judge(CompareRow& row, const CompareRules& rules) {
    const CompareCell& base = row.cells.front();
    for (CompareCell& cell : row.cells) {
        if (row.part == MetricPart::Curve) {
            const bool apart = cell.number && *cell.number > std::max(rules.relative, 0.0);
            cell.change = apart ? Change::Changed : Change::Same;
        } else {
            cell.change = changeOf(base, cell, rules);
            if (base.number && cell.number && &cell != &base && std::isfinite(*base.number) &&
                std::isfinite(*cell.number))
                cell.delta = *cell.number - *base.number;
        }
        row.differs = row.differs || cell.change != Change::Same;
    }
}

const Spread* spreadOf(const ComparedRuns& compared, const CompareRow& row) {
    query::ColumnKey key;
    switch (row.section) {
        case CompareSection::Params:
            key = query::paramColumn(row.key);
            break;
        case CompareSection::Tags:
            key = query::tagColumn(row.key);
            break;
        case CompareSection::Metrics:
            key = query::metricColumn(row.key, row.part == MetricPart::Last ? query::Reduction::Last
                                               : row.direction == Direction::Higher
                                                   ? query::Reduction::Max
                                                   : query::Reduction::Min);
            break;
        default:
            return nullptr;
    }
    const auto found = compared.spreads.find(key);
    return found != compared.spreads.end() ? &found->second : nullptr;
}

double surpriseOf(const ComparedRuns& compared, const CompareRow& row) {
    double furthest = 0;
    bool numbers = true;
    for (const CompareCell& cell : row.cells) {
        if (cell.change == Change::Same)
            continue;
        if (row.part == MetricPart::Curve)
            furthest = std::max(furthest, cell.number.value_or(0));
        else if (cell.delta)
            furthest = std::max(furthest, std::abs(*cell.delta));
        else
            numbers = false;
    }
    if (row.part == MetricPart::Curve)
        return furthest;
    const Spread* spread = spreadOf(compared, row);
    if (spread == nullptr || spread->runs < 2)
        return 1;
    if (numbers && spread->deviation > 0)
        return furthest / spread->deviation;
    const double odds =
        spread->agreement < 1 ? spread->agreement / (1 - spread->agreement) : MostOdds;
    return std::min(odds, MostOdds);
}

bool ignored(const CompareRow& row, const CompareRules& rules) {
    const std::string name = std::string(sectionName(row.section)) + '.' + row.key;
    return std::ranges::any_of(rules.ignore,
                               [&](const std::string& glob) { return globMatches(glob, name); });
}

}  // namespace

std::size_t Comparison::differences() const {
    std::size_t count = 0;
    for (const ComparedSection& section : sections)
        count += section.different.size();
    return count;
}

std::string_view sectionName(CompareSection section) {
    constexpr std::array<std::string_view, CompareSectionCount> Names = {
        "params", "metrics", "tags", "environment", "git", "datasets", "signature", "artifacts"};
    return Names[static_cast<std::size_t>(section)];
}

Comparison compareRuns(const ComparedRuns& compared, std::size_t baseline,
                       const CompareRules& rules) {
    Comparison result;
    result.runs.push_back(baseline);
    for (std::size_t i = 0; i < compared.runs.size(); ++i) {
        if (i != baseline)
            result.runs.push_back(i);
    }
    for (CompareRow& row : comparisonFacts(compared, result.runs)) {
        ComparedSection& section = result.sections[static_cast<std::size_t>(row.section)];
        if (ignored(row, rules)) {
            ++section.ignored;
            continue;
        }
        judge(row, rules);
        if (row.differs)
            row.surprise = surpriseOf(compared, row);
        (row.differs ? section.different : section.same).push_back(std::move(row));
    }
    for (ComparedSection& section : result.sections) {
        std::ranges::stable_sort(section.different, std::ranges::greater{}, &CompareRow::surprise);
    }
    return result;
}

bool globMatches(std::string_view glob, std::string_view text) {
    std::size_t g = 0;
    std::size_t t = 0;
    std::size_t star = std::string_view::npos;
    std::size_t mark = 0;
    while (t < text.size()) {
        if (g < glob.size() && glob[g] == '*') {
            star = g++;
            mark = t;
        } else if (g < glob.size() && (glob[g] == '?' || glob[g] == text[t])) {
            ++g;
            ++t;
        } else if (star != std::string_view::npos) {
            g = star + 1;
            t = ++mark;
        } else {
            return false;
        }
    }
    while (g < glob.size() && glob[g] == '*')
        ++g;
    return g == glob.size();
}

std::optional<double> wholeNumber(std::string_view text) {
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

}  // namespace podium::items
