// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/rundiff.h"

#include <algorithm>
#include <map>

namespace podium::items {

namespace {

bool allSame(const std::vector<const std::string*>& values) {
    const std::string* first = values.front();
    return std::ranges::all_of(values, [first](const std::string* value) {
        return first != nullptr && value != nullptr && *value == *first;
    });
}

}  // namespace

TextComparison compareTexts(const session::InspectedRuns& runs, ComparedPart part) {
    std::map<std::string_view, std::vector<const std::string*>> byKey;
    for (std::size_t i = 0; i < runs.runs.size(); ++i) {
        const domain::Run& run = runs.runs[i].run;
        for (const domain::KeyValue& entry : part == ComparedPart::Params ? run.params : run.tags) {
            auto& values = byKey[entry.key];
            values.resize(runs.runs.size(), nullptr);
            values[i] = &entry.value;
        }
    }
    TextComparison comparison;
    for (auto& [key, values] : byKey) {
        auto& list = allSame(values) ? comparison.same : comparison.different;
        list.push_back({key, std::move(values)});
    }
    return comparison;
}

std::vector<ComparedMetric> compareMetrics(const session::InspectedRuns& runs) {
    std::map<std::string_view, std::vector<const series::Reductions*>> byKey;
    for (std::size_t i = 0; i < runs.runs.size(); ++i) {
        for (const cache::ReducedMetric& metric : runs.runs[i].metrics) {
            auto& values = byKey[metric.key];
            values.resize(runs.runs.size(), nullptr);
            values[i] = &metric.reductions;
        }
    }
    std::vector<ComparedMetric> metrics;
    for (auto& [key, values] : byKey)
        metrics.push_back({key, std::move(values)});
    return metrics;
}

bool isSystemTag(std::string_view key) {
    return key.starts_with("mlflow.");
}

bool isSystemMetric(std::string_view key) {
    return key.starts_with("system/");
}

}  // namespace podium::items
