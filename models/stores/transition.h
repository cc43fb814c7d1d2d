// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace podium::stores {

/// That a version of a registered model is to come to a stage, as somebody asked for on Databricks.
/// A plain value.
struct TransitionRequest {
    std::string name;          // of the model
    std::int64_t version = 0;  // of the model
    std::string stage;         // where it is to come to
    std::string creator;       // who asks
    std::string comment;
    base::Millis at = 0;
    /// What who is logged in may do with it, as Databricks says it: "APPROVE_TRANSITION_REQUEST",
    /// "REJECT_TRANSITION_REQUEST", "CANCEL_TRANSITION_REQUEST".
    std::vector<std::string> availableActions = {};

    friend bool operator==(const TransitionRequest&, const TransitionRequest&) = default;
};

/// Requests for transitions of stages, in a registry that has them: a Databricks workspace's
/// (registry and approvals, 8). What a server does not know fails with
/// ApiMissing. Calls block, are
/// made on a worker thread, and may be stopped. Errors: those of a StoreWriter and of the network;
/// Forbidden where somebody may not decide.
class TransitionRequests {
public:
    virtual ~TransitionRequests() = default;

    /// Those that are open, of one version.
    [[nodiscard]] virtual base::Result<std::vector<TransitionRequest>> open(
        const std::string& name, std::int64_t version, std::stop_token stop) = 0;
    /// Asks for `stage`; the request as it is kept.
    [[nodiscard]] virtual base::Result<TransitionRequest> create(const TransitionRequest& request,
                                                                 std::stop_token stop) = 0;
    /// Does what was asked for; with `archiveExisting` the others in the stage are archived.
    [[nodiscard]] virtual base::Result<void> approve(const TransitionRequest& request,
                                                     bool archiveExisting,
                                                     const std::string& comment,
                                                     std::stop_token stop) = 0;
    [[nodiscard]] virtual base::Result<void> reject(const TransitionRequest& request,
                                                    const std::string& comment,
                                                    std::stop_token stop) = 0;
    /// Who asked takes it back.
    [[nodiscard]] virtual base::Result<void> withdraw(const TransitionRequest& request,
                                                      const std::string& comment,
                                                      std::stop_token stop) = 0;
};

}  // namespace podium::stores
