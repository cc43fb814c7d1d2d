// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/transition.h"

#include "registry/times.h"

#include <algorithm>

namespace podium::registry {

Request requestFrom(const stores::TransitionRequest& transition,
                    const domain::RegisteredModel& model,
                    std::span<const domain::ModelVersion> versions) {
    Request request;
    request.native = true;
    request.id = compactTime(transition.at) + '.' + transition.stage + '.' + transition.creator;
    request.model = transition.name;
    request.version = transition.version;
    request.target = {Target::Kind::Stage, transition.stage};
    request.asker = transition.creator;
    request.at = transition.at;
    request.comment = transition.comment;
    request.availableActions = transition.availableActions;
    const auto found =
        std::ranges::find(versions, transition.version, &domain::ModelVersion::version);
    if (found != versions.end())
        request.from = found->stage;
    request.replaces = versionsAt(request.target, model, versions);
    // The API's list is of what is open.
    if (std::erase(request.replaces, transition.version) > 0) {
        request.state = RequestState::Stale;
        request.staleness = Staleness::There;
    }
    return request;
}

stores::TransitionRequest transitionOf(const Request& request) {
    return {request.model,   request.version, request.target.name,     request.asker,
            request.comment, request.at,      request.availableActions};
}

}  // namespace podium::registry
