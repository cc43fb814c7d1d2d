// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/replay.h"

#include "stores/store.h"

#include <utility>

namespace podium::sync {

using base::ErrorCode;
using base::Result;

Result<std::vector<Decision>> openDecisions(cache::Outbox& outbox, const std::string& location) {
    using Decisions = std::vector<Decision>;
    const Result<std::vector<cache::OutboxEntry>> entries = outbox.open();
    PODIUM_TRY(Decisions, entries);
    Decisions decisions;
    for (const cache::OutboxEntry& entry : entries.value()) {
        if (!location.empty() && entry.location != location)
            continue;
        if (auto decision = decisionOf(entry))
            decisions.push_back(std::move(*decision));
    }
    return decisions;
}

Result<std::vector<Decision>> replay(cache::Outbox& outbox, const std::string& location,
                                     const stores::Store& store, std::stop_token stop,
                                     const std::function<void(const Decision&)>& told) {
    using Decisions = std::vector<Decision>;
    Result<Decisions> open = openDecisions(outbox, location);
    PODIUM_TRY(Decisions, open);
    Decisions decisions = std::move(open).value();
    for (Decision& decision : decisions) {
        if (decision.state != DecisionState::Waiting || blockerOf(decision, decisions) != nullptr)
            continue;
        if (stop.stop_requested())
            return base::Cancelled{};
        Result<Decision> done = deliver(outbox, decision, store, stop);
        PODIUM_TRY(Decisions, done);
        decision = std::move(done).value();
        if (told)
            told(decision);
        const bool otherBringsIt = decision.error && decision.error->code == ErrorCode::CacheBusy;
        if (decision.state == DecisionState::Waiting && !otherBringsIt)
            break;
    }
    return decisions;
}

}  // namespace podium::sync
