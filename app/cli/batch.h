// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "app/cli/runquery.h"

#include <istream>

namespace podium::app {

/// Answers one question a line, `{"filter": "...", "order_by": ["..."]}`, by one line,
/// `{"run_ids": [...]}` or `{"error": {"message": "...", "position": n}}` (bytes into the filter).
/// Empty lines are skipped. Not ok only if the cache can't be read or somebody stopped it.
[[nodiscard]] base::Result<void> answerBatch(std::istream& questions, RunQuery& query,
                                             Output& output);

}  // namespace podium::app
