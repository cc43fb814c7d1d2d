// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/decision.h"

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace podium::sync {

/// Decisions of the outbox that are not at their end, oldest first; of one location, or of all
/// (""). Entries that are none are left out.
[[nodiscard]] base::Result<std::vector<Decision>> openDecisions(cache::Outbox& outbox,
                                                                const std::string& location);

/// Brings what waits for a store into it, in the order in which it was decided, and gives the
/// decisions of that store as they are then. A conflict or a refusal keeps what depends on it
/// waiting, and nothing else; a store that does not answer ends it: everything after it waits.
/// `told` hears of each one that was tried. Blocks; cancelled at a stop, with what arrived marked.
[[nodiscard]] base::Result<std::vector<Decision>> replay(
    cache::Outbox& outbox, const std::string& location, const stores::Store& store,
    std::stop_token stop, const std::function<void(const Decision&)>& told = {});

}  // namespace podium::sync
