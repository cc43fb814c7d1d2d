// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/defaultcolumns.h"

#include <algorithm>
#include <array>

namespace podium::session {

using query::ColumnKey;

namespace {

constexpr std::size_t MostMetrics = 4;
constexpr std::size_t MostParams = 3;

/// How likely a metric is the one people compare by; higher is likelier.
int weight(const std::string& name) {
    if (name.starts_with("system/"))
        return -100;
    constexpr std::array<std::pair<std::string_view, int>, 12> Hints = {{
        {"val", 30},
        {"valid", 5},
        {"test", 28},
        {"eval", 26},
        {"loss", 10},
        {"acc", 9},
        {"f1", 8},
        {"auc", 8},
        {"rmse", 7},
        {"score", 6},
        {"train", -5},
        {"epoch", -20},
    }};
    int sum = 0;
    for (const auto& [part, value] : Hints) {
        if (name.find(part) != std::string::npos)
            sum += value;
    }
    return sum;
}

bool differs(const query::Column* column) {
    const auto* texts = column != nullptr ? std::get_if<query::TextColumn>(column) : nullptr;
    if (texts == nullptr || texts->codes.empty())
        return false;
    return std::ranges::any_of(
        texts->codes, [first = texts->codes.front()](std::uint32_t code) { return code != first; });
}

}  // namespace

std::vector<ColumnKey> consideredParams(const ColumnNames& names) {
    std::vector<ColumnKey> keys;
    for (const std::string& name : names.params) {
        if (keys.size() == ConsideredParams)
            break;
        keys.push_back(query::paramColumn(name));
    }
    return keys;
}

std::vector<ColumnKey> defaultColumns(const ColumnNames& names, const query::Frame& frame) {
    std::vector<ColumnKey> columns = {query::attributeColumn(query::Attribute::Status)};
    std::vector<std::string> metrics = names.metrics;
    std::ranges::stable_sort(metrics, std::greater(), weight);
    for (const std::string& name : metrics) {
        if (columns.size() > MostMetrics || weight(name) < -50)
            break;
        columns.push_back(query::metricColumn(name));
    }
    std::size_t params = 0;
    for (const ColumnKey& key : consideredParams(names)) {
        if (params == MostParams)
            break;
        if (!differs(frame.column(key)))
            continue;
        columns.push_back(key);
        ++params;
    }
    columns.push_back(query::attributeColumn(query::Attribute::StartTime));
    return columns;
}

}  // namespace podium::session
