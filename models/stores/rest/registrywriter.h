// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entities.h"
#include "stores/rest/api.h"
#include "stores/rest/registrycall.h"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace podium::stores {

/// Writes decisions about registered models through a server. No call of it compares before it
/// sets, so what a decision was made on is looked at right before, and what came of it right after:
/// somebody who was faster in between is a conflict, too. Errors of Api and of StoreWriter.
class RegistryWriter {
public:
    RegistryWriter(std::shared_ptr<Api> api, RegistryDialect dialect)
        : m_api(std::move(api)), m_dialect(dialect) {}

    [[nodiscard]] base::Result<Held> look(const Place& place, const std::stop_token& stop);
    [[nodiscard]] base::Result<Outcome> apply(const Change& change, const std::stop_token& stop);

private:
    /// What a place holds, and the other versions in the stage where that matters.
    struct Seen {
        Held held;
        std::vector<std::int64_t> inStage;
    };
    [[nodiscard]] base::Result<domain::RegisteredModel> model(const std::string& name,
                                                              const std::stop_token& stop);
    [[nodiscard]] base::Result<domain::ModelVersion> version(const Place& place,
                                                             const std::stop_token& stop);
    [[nodiscard]] base::Result<std::vector<std::int64_t>> othersIn(const std::string& stage,
                                                                   const Place& place,
                                                                   const std::stop_token& stop);
    [[nodiscard]] base::Result<Seen> see(const Change& change, const std::stop_token& stop);
    [[nodiscard]] base::Result<void> write(const Change& change, const std::stop_token& stop);
    [[nodiscard]] static base::Result<Outcome> outcomeOf(const Change& change, const Seen& before,
                                                         const Seen& now);
    [[nodiscard]] std::string place() const;  // the server's, for errors
    [[nodiscard]] http::Request get(std::string_view name, const http::QueryPairs& query) const;

    std::shared_ptr<Api> m_api;
    RegistryDialect m_dialect;
};

}  // namespace podium::stores
