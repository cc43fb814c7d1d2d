// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cache/cache.h"
#include "registry/facts.h"
#include "session/artifactplace.h"

#include <stop_token>

namespace podium::session {

/// What is known here of a version: its run from the cache; requirements, signature and files from
/// the folder of its model where that is on this machine, else from what was fetched of it. Never
/// asks a server. Looks at the disk, so it belongs on a worker. Faults become gaps.
[[nodiscard]] registry::VersionFacts loadVersionFacts(cache::Cache& cache, cache::Reader& reader,
                                                      const cache::SourceRow& source,
                                                      const domain::RegisteredModel& model,
                                                      const domain::ModelVersion& version,
                                                      const std::stop_token& stop);

}  // namespace podium::session
