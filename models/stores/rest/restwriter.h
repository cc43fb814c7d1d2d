// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entities.h"
#include "stores/rest/api.h"
#include "stores/write.h"

#include <memory>
#include <string>

namespace podium::stores {

/// Writes through a server by MLflow's own calls, which every version since 1.0 has. Errors of Api;
/// HttpStatus with the server's words for what it refuses.
class RestWriter final : public StoreWriter {
public:
    explicit RestWriter(std::shared_ptr<Api> api) : m_api(std::move(api)) {}

    [[nodiscard]] base::Result<Held> look(const Place& place, std::stop_token stop) override;
    [[nodiscard]] base::Result<Outcome> apply(const Change& change, std::stop_token stop) override;

private:
    [[nodiscard]] base::Result<domain::Run> run(const Place& place, const std::stop_token& stop);
    [[nodiscard]] base::Result<void> post(const std::string& endpoint, const std::string& body,
                                          const std::stop_token& stop);
    [[nodiscard]] base::Result<void> write(const Change& change, const std::stop_token& stop);
    [[nodiscard]] base::Result<void> finishName(const Change& change, const std::stop_token& stop);

    std::shared_ptr<Api> m_api;
};

}  // namespace podium::stores
