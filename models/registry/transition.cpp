// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/transition.h"

#include "registry/times.h"

#include <algorithm>

namespace podium::registry {

Request requestFrom(const TransitionRequest& transition, const domain::RegisteredModel& model,
                    std::span<const domain::ModelVersion> versions) {
    Request request;
    request.native = true;
    request.id = compactTime(transition.creationTimestamp) + '.' + transition.toStage + '.' +
                 transition.userId;
    request.model = transition.name;
    request.version = transition.version;
    request.target = {Target::Kind::Stage, transition.toStage};
    request.asker = transition.userId;
    request.at = transition.creationTimestamp;
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

}  // namespace podium::registry
