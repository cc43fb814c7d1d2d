// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/remote.h"
#include "stores/rest/api.h"

#include <mutex>
#include <string>
#include <vector>

namespace podium::stores {

/// Fetches histories for one HistoryRequest, several at a time. Used once.
class HistoryReader {
public:
    HistoryReader(Api& api, const HistoryRequest& request, const Remote::HistorySink& sink,
                  base::Progress& progress, std::stop_token stop);

    base::Result<void> read();

private:
    using Runs = std::vector<std::string>;

    base::Result<void> readKey(const std::string& key, const Runs& runs);
    /// All of them in one request, if they fit; fetches one by one what was cut off.
    base::Result<void> readBulk(const std::string& key, const Runs& runs);
    /// What a server chooses to send of each.
    base::Result<void> readSample(const std::string& key, const Runs& runs);
    base::Result<void> readOne(const std::string& key, const std::string& run);
    base::Result<void> readOneByOne(const std::string& key, const Runs& runs);
    void deliver(const std::string& run, domain::Metric&& metric);

    Api& m_api;
    const HistoryRequest& m_request;
    const Remote::HistorySink& m_sink;
    base::Progress& m_progress;
    std::stop_token m_stop;
};

}  // namespace podium::stores
