// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/event.h"

#include <algorithm>
#include <map>
#include <set>

namespace podium::registry {

std::vector<std::string> headsOf(std::span<const Event> events) {
    std::set<std::string> followed;
    for (const Event& event : events)
        followed.insert(event.prev.begin(), event.prev.end());
    std::vector<std::string> heads;
    for (const Event& event : events) {
        if (!followed.contains(event.hash))
            heads.push_back(event.hash);
    }
    std::ranges::sort(heads);
    return heads;
}

Chain chainOf(std::span<const Event> events) {
    std::set<std::string> present;
    for (const Event& event : events)
        present.insert(event.hash);
    Chain chain;
    std::set<std::string> followed;  // "" is the beginning
    for (const Event& event : events) {
        if (event.reading == Reading::Unreadable) {
            chain.breaks.push_back({event.id, ""});
            continue;
        }
        // Of a later format nothing is known about how it names what it follows.
        if (event.format != EventFormat && event.prev.empty())
            continue;
        bool fork = event.prev.empty() && !followed.insert("").second;
        for (const std::string& prev : event.prev) {
            if (!present.contains(prev))
                chain.breaks.push_back({event.id, prev});
            fork = !followed.insert(prev).second || fork;
        }
        if (fork)
            chain.forks.push_back(event.id);
    }
    if (!chain.breaks.empty())
        chain.state = Chain::State::Broken;
    else if (!chain.forks.empty())
        chain.state = Chain::State::Forked;
    return chain;
}

}  // namespace podium::registry
