// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entities.h"
#include "stores/rest/api.h"
#include "stores/rest/registrywriter.h"
#include "stores/write.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace podium::stores {

/// Writes through a server by MLflow's own calls, which every version since 1.0 has for runs; what
/// a server does not have of the registry is ApiMissing. Errors of Api; HttpStatus with the
/// server's words for what it refuses.
class RestWriter final : public StoreWriter {
public:
    RestWriter(std::shared_ptr<Api> api, std::vector<RegistryKind> registries, bool isDatabricks)
        : m_api(std::move(api)),
          m_registries(std::move(registries)),
          m_isDatabricks(isDatabricks) {}

    [[nodiscard]] base::Result<Held> look(const Place& place, std::stop_token stop) override;
    [[nodiscard]] base::Result<Outcome> apply(const Change& change, std::stop_token stop) override;

private:
    [[nodiscard]] RegistryWriter registryOf(const Place& place) const;
    [[nodiscard]] base::Result<domain::Run> run(const Place& place, const std::stop_token& stop);
    [[nodiscard]] base::Result<void> post(const std::string& endpoint, const std::string& body,
                                          const std::stop_token& stop);
    [[nodiscard]] base::Result<void> write(const Change& change, const std::stop_token& stop);
    [[nodiscard]] base::Result<void> finishName(const Change& change, const std::stop_token& stop);

    std::shared_ptr<Api> m_api;
    std::vector<RegistryKind> m_registries;
    bool m_isDatabricks;
};

}  // namespace podium::stores
