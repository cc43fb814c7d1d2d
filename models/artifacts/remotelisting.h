// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/way.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace podium::artifacts {

/// A listing as the cache keeps it: a JSON array of {path, is_dir, file_size, validator}.
[[nodiscard]] std::string listingToJson(const std::vector<ListedFile>& files);
/// Tolerant: what is damaged is left out.
[[nodiscard]] std::vector<ListedFile> listingFromJson(std::string_view document);

/// As a view shows it, in the order of artifacts::list. `here`: sizes of the files whose content is
/// on this machine, by path. Paths that are no safe relative ones get a problem.
[[nodiscard]] Listing toListing(const std::vector<ListedFile>& files,
                                const std::map<std::string, std::int64_t, std::less<>>& here);

}  // namespace podium::artifacts
