// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/request.h"

#include <string>
#include <vector>

namespace podium::registry {

/// A transition request of a Databricks workspace's registry, with the API's own names.
struct TransitionRequest {
    std::string name;  // of the model
    std::int64_t version = 0;
    std::string toStage;
    std::string userId;
    base::Millis creationTimestamp = 0;
    std::string comment;
    std::vector<std::string> availableActions;  // "APPROVE_TRANSITION_REQUEST" ...
};

/// The same as a Request: open, or stale where the version is in the stage already. Its chain says
/// nothing: Databricks keeps its own log.
[[nodiscard]] Request requestFrom(const TransitionRequest& transition,
                                  const domain::RegisteredModel& model,
                                  std::span<const domain::ModelVersion> versions);

}  // namespace podium::registry
