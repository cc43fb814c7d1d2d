// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/rest/api.h"
#include "stores/store.h"

#include <chrono>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace podium::stores {

/// Looks at a server every few seconds: at the runs that are followed, and at the newest ones for
/// those that were not there before. A server that can't be reached is asked less often, and
/// is lost after some looks in a row.
/// Used by one thread at a time; shares the store's way to the server.
class RestWatcher : public Watcher {
public:
    struct Pace {
        std::chrono::milliseconds usual{3'000};
        std::chrono::milliseconds slowest{60'000};
        std::chrono::milliseconds experiments{60'000};  // how long a list of experiments is good
    };

    RestWatcher(std::shared_ptr<Api> api, const std::vector<std::string>& runIds);
    RestWatcher(std::shared_ptr<Api> api, const std::vector<std::string>& runIds, Pace pace);

    Change wait(int timeoutMs, std::stop_token stop) override;

private:
    using Clock = std::chrono::steady_clock;

    base::Result<Change> look(const std::stop_token& stop);
    base::Result<void> lookAtFollowed(Change& change, const std::stop_token& stop);
    base::Result<void> lookForNew(Change& change, const std::stop_token& stop);
    base::Result<void> listExperiments(const std::stop_token& stop);

    std::shared_ptr<Api> m_api;
    Pace m_pace;
    std::chrono::milliseconds m_pause;
    std::unordered_map<std::string, Fingerprint> m_followed;  // 0: not looked at yet
    std::unordered_set<std::string> m_newest;
    bool m_newestKnown = false;
    std::vector<std::string> m_experimentIds;
    Clock::time_point m_experimentsListed{};
    int m_failures = 0;  // looks in a row
};

}  // namespace podium::stores
