// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/relink.h"
#include "cache/cache.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace podium::session {

/// The file beside the cache in which the rules are that people have taken, by source. A store
/// never learns of them.
[[nodiscard]] std::filesystem::path relinkFile(const cache::Cache& cache);

/// The rules of a source; none where there is no file, or it can't be read.
[[nodiscard]] std::vector<artifacts::RelinkRule> readRelinks(const std::filesystem::path& file,
                                                             std::string_view location);
/// Replaces the rules of a source. The file is replaced as a whole. Errors: WriteFailed.
base::Result<void> writeRelinks(const std::filesystem::path& file, std::string_view location,
                                const std::vector<artifacts::RelinkRule>& rules);

/// How the artifacts of a source's runs are found.
struct RelinkSurvey {
    std::size_t runs = 0;
    std::size_t found = 0;    // without rules
    std::size_t missing = 0;  // not without rules; those that logged nothing are among them
    std::vector<artifacts::RelinkProposal> proposals;  // for the missing ones
};

/// Looks at every run of a source, then for rules below a folder ("": none is looked for). For
/// workers. Errors: those of the cache and of proposeRelinks, cancelled.
[[nodiscard]] base::Result<RelinkSurvey> surveyRelinks(const cache::Cache& cache,
                                                       base::SourceNo source,
                                                       const std::filesystem::path& folder,
                                                       base::Progress& progress,
                                                       const std::stop_token& stop);

}  // namespace podium::session
