// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/request.h"
#include "stores/transition.h"

namespace podium::registry {

/// A transition request of a Databricks workspace's registry as a Request: open, or stale where the
/// version is in the stage already. Its chain says nothing: Databricks keeps its own log.
[[nodiscard]] Request requestFrom(const stores::TransitionRequest& transition,
                                  const domain::RegisteredModel& model,
                                  std::span<const domain::ModelVersion> versions);

/// What to decide about it with; only of a `native` request.
[[nodiscard]] stores::TransitionRequest transitionOf(const Request& request);

}  // namespace podium::registry
