// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/options.h"
#include "artifacts/remoteartifacts.h"
#include "cache/cache.h"
#include "http/client.h"
#include "stores/kinds/kinds.h"

#include <memory>

namespace podium::app {

/// The command line's way to servers: its one client and what the options say of the connection.
/// Made after the InterruptWatch, because it starts a thread; owned by the SourceReader.
class Network {
public:
    explicit Network(const Options& options);

    /// `settings` is what the cache has of the source; options come before it.
    [[nodiscard]] stores::OpenContext context(const std::string& settings);
    [[nodiscard]] std::unique_ptr<artifacts::RemoteArtifacts> artifacts(cache::Cache& cache);

private:
    const Options& m_options;
    http::Environment m_environment;
    std::unique_ptr<http::HttpClient> m_client;
};

}  // namespace podium::app
