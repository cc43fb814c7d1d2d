// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/jsonwriter.h"
#include "cache/reader.h"

namespace podium::app {

/// Writes the members `registered_models`, `model_versions`, `logged_models` and `prompts` of the
/// dump. Prompts are models in the registry; here they stand among the prompts only.
[[nodiscard]] base::Result<void> dumpRegistry(cache::Reader& reader, base::SourceNo source,
                                              JsonWriter& json);

}  // namespace podium::app
