// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/resolve.h"
#include "base/progress.h"

#include <stop_token>
#include <string>
#include <vector>

/// Rules that say where recorded places are now, found from what is there. They are proposed with
/// counts, taken by a person, and never written into a store.
namespace podium::artifacts {

/// A run's or model's place as it was recorded.
struct RelinkItem {
    std::string id;  // of the run or model
    std::string uri;
};

/// A rule with what it is worth.
struct RelinkProposal {
    RelinkRule rule;
    std::size_t found = 0;  // of the items that begin with `rule.from`, those that are there now
    std::size_t of = 0;     // items that begin with `rule.from`
    std::string example;    // a folder that it finds, below rule.to
};

/// Rules for a chosen folder: of each recorded place the ends that hold the owner's id are looked
/// for below it. Links that lead out of the folder are not followed. The best first, no rule that
/// finds nothing; of rules that find the same places the shortest. Cancelled between places.
[[nodiscard]] base::Result<std::vector<RelinkProposal>> proposeRelinks(
    const std::vector<RelinkItem>& items, const std::filesystem::path& root,
    base::Progress& progress, const std::stop_token& stop = {});

}  // namespace podium::artifacts
