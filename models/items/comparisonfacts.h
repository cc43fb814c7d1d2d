// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/comparison.h"

#include <vector>

namespace podium::items {

/// Every row that any of the runs has something for, by section and key, with its cells in the
/// order of `runs` (indexes of compared.runs, the baseline first); nothing is judged yet.
[[nodiscard]] std::vector<CompareRow> comparisonFacts(const session::ComparedRuns& compared,
                                                      const std::vector<std::size_t>& runs);

}  // namespace podium::items
