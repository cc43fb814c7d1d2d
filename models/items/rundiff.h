// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/rundetails.h"

#include <cstdint>
#include <string_view>
#include <vector>

/// The selected runs side by side. What is given points into the runs and lives as long as they do.
namespace podium::items {

/// A key with its value in each run; nullptr where a run has no such key.
struct ComparedText {
    std::string_view key;
    std::vector<const std::string*> values;
};

struct TextComparison {
    std::vector<ComparedText> different;  // by key
    std::vector<ComparedText> same;       // by key
};

enum class ComparedPart : std::uint8_t { Params, Tags };

/// Which params or tags differ between the runs and which are the same in all; one run has nothing
/// that differs.
[[nodiscard]] TextComparison compareTexts(const session::InspectedRuns& runs, ComparedPart part);

/// A metric with its reductions in each run; nullptr where a run lacks it.
struct ComparedMetric {
    std::string_view key;
    std::vector<const series::Reductions*> values;
};

/// All metrics of any of the runs, by key.
[[nodiscard]] std::vector<ComparedMetric> compareMetrics(const session::InspectedRuns& runs);

/// A tag that MLflow sets for itself.
[[nodiscard]] bool isSystemTag(std::string_view key);
/// A metric of the machine, not of the training ("system/gpu_0_memory").
[[nodiscard]] bool isSystemMetric(std::string_view key);

}  // namespace podium::items
