// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/jsonwriter.h"
#include "artifacts/listing.h"
#include "cache/reader.h"

#include <functional>
#include <stop_token>

namespace podium::app {

/// What of a run goes into the dump.
struct DumpScope {
    bool history = true;
    bool artifacts = true;
    /// Lists the artifacts of a run.
    std::function<base::Result<artifacts::Listing>(const cache::RunDetails& run)> list = {};
};

/// Writes one run as it stands in the dump document.
[[nodiscard]] base::Result<void> dumpRun(cache::Reader& reader, base::RunNo run,
                                         const DumpScope& scope, JsonWriter& json);

/// Writes params or tags as an object, in the order of the list.
void writeTags(const std::vector<domain::KeyValue>& tags, JsonWriter& json);

}  // namespace podium::app
