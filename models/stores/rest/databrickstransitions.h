// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/rest/api.h"
#include "stores/rest/registry.h"
#include "stores/transition.h"

#include <memory>
#include <string>
#include <vector>

namespace podium::stores {

/// Transition requests of a Databricks workspace's registry. Models of Unity Catalog, which has no
/// stages, are refused before anything is asked.
class DatabricksTransitions final : public TransitionRequests {
public:
    DatabricksTransitions(std::shared_ptr<Api> api, std::vector<RegistryKind> registries)
        : m_api(std::move(api)), m_registries(std::move(registries)) {}

    [[nodiscard]] base::Result<std::vector<TransitionRequest>> open(const std::string& name,
                                                                    std::int64_t version,
                                                                    std::stop_token stop) override;
    [[nodiscard]] base::Result<TransitionRequest> create(const TransitionRequest& request,
                                                         std::stop_token stop) override;
    [[nodiscard]] base::Result<void> approve(const TransitionRequest& request, bool archiveExisting,
                                             const std::string& comment,
                                             std::stop_token stop) override;
    [[nodiscard]] base::Result<void> reject(const TransitionRequest& request,
                                            const std::string& comment,
                                            std::stop_token stop) override;
    [[nodiscard]] base::Result<void> withdraw(const TransitionRequest& request,
                                              const std::string& comment,
                                              std::stop_token stop) override;

private:
    [[nodiscard]] base::Result<void> ready(const std::string& model, const std::stop_token& stop);
    [[nodiscard]] Api::Answer send(const TransitionRequest& request, http::Request what,
                                   const std::stop_token& stop);
    [[nodiscard]] base::Result<void> tell(const TransitionRequest& request, http::Request what,
                                          const std::stop_token& stop);

    std::shared_ptr<Api> m_api;
    std::vector<RegistryKind> m_registries;
};

}  // namespace podium::stores
