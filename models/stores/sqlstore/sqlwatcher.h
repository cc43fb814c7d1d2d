// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/sqlstore/filestate.h"
#include "stores/store.h"

#include <chrono>
#include <filesystem>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace podium::stores::sqlstore {

/// Follows a database by the times and sizes of its files. When they change it looks inside, in one
/// short transaction: at the followed runs, and at what runs, experiments and models there are.
/// What changes otherwise (a tag of an old run, a description) is reported when writing has paused.
/// Used by one thread at a time.
class SqlWatcher final : public Watcher {
public:
    SqlWatcher(std::filesystem::path path, int pollMs, std::vector<std::string> runIds);

    Change wait(int timeoutMs, std::stop_token stop) override;

private:
    struct Look {
        bool there = false;  // false: could not look inside
        Fingerprint structure = 0;
        std::map<std::string, Fingerprint> runs;
    };
    [[nodiscard]] Look look(const std::stop_token& stop) const;
    void compare(const std::stop_token& stop, Change& change);

    std::filesystem::path m_path;
    std::chrono::milliseconds m_poll;
    std::vector<std::string> m_runIds;
    FileState m_state;
    Look m_seen;
    bool m_unexplained = false;  // something was written that was not reported
    std::chrono::steady_clock::time_point m_lastChange;
};

}  // namespace podium::stores::sqlstore
