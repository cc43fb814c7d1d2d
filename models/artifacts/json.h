// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/encoding.h"
#include "artifacts/valuetree.h"

#include <stop_token>

namespace podium::artifacts {

/// Reads a JSON document as people's tools write it: bare NaN, Infinity and -Infinity (Python's
/// json.dumps), duplicate keys (all are kept), any nesting. A malformed document gives what was
/// read before the fault and the place of the fault. Errors: ReadFailed, cancelled.
[[nodiscard]] base::Result<ValueTree> readJson(const TextBytes& text, const TreeBounds& bounds = {},
                                               std::stop_token stop = {});

/// Reads one document per line into an array of them; a malformed line ends it.
[[nodiscard]] base::Result<ValueTree> readJsonLines(const TextBytes& text,
                                                    const TreeBounds& bounds = {},
                                                    std::stop_token stop = {});

}  // namespace podium::artifacts
