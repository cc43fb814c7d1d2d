// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/encoding.h"
#include "artifacts/valuetree.h"

#include <stop_token>

namespace podium::artifacts {

/// Reads the documents of a YAML file as a tree (an array of them where there is more than one).
/// Aliases stay aliases ("*name"): nothing is expanded, so no file can grow in memory. Plain
/// scalars get the types of YAML 1.1 as MLflow's PyYAML sees them. Only the first 4 MiB are read.
/// Errors: ReadFailed, cancelled.
[[nodiscard]] base::Result<ValueTree> readYaml(const TextBytes& text, TreeBounds bounds = {},
                                               std::stop_token stop = {});

}  // namespace podium::artifacts
