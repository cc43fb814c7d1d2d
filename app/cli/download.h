// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/remoteartifacts.h"
#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <stop_token>

namespace podium::app {

/// Copies artifacts into a folder, made if it is missing; a file of the same name is replaced when
/// its copy is complete. What can't be opened safely (links out of the root, FIFOs) is told and
/// left out. Returns the number of files. WriteFailed {path, reason}.
[[nodiscard]] base::Result<std::int64_t> download(const std::filesystem::path& root,
                                                  std::span<const artifacts::Entry> entries,
                                                  const std::filesystem::path& target,
                                                  std::stop_token stop);

/// The same for artifacts on a server. A file goes through FILE.part, which a stop or a break
/// leaves behind for the next time. What can't be had of single files is told and counted; a
/// network that is gone ends it.
struct Downloaded {
    std::int64_t files = 0;
    std::int64_t failures = 0;
};
[[nodiscard]] base::Result<Downloaded> download(artifacts::RemoteArtifacts& remote,
                                                const artifacts::RemoteOwner& owner,
                                                std::span<const artifacts::Entry> entries,
                                                const std::filesystem::path& target,
                                                std::stop_token stop);

}  // namespace podium::app
