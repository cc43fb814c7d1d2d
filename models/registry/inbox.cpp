// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/inbox.h"

#include <pwd.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <map>

namespace podium::registry {

namespace {

InboxEntry entryOf(const InboxSource& source, const PolicyReading& policy, Request request) {
    InboxEntry entry{source.sourceNo, source.title, source.location, source.me, std::move(request)};
    const Request& of = entry.request;
    entry.decided = of.isDecided();
    entry.mine = !source.me.empty() && of.asker == source.me;
    const Judgement judged = judge(policy, of, {}, source.me);
    entry.waitingForMe = of.state == RequestState::Open ? judged.mayApprove : judged.mayApply;
    return entry;
}

void addSource(const InboxSource& source, std::vector<InboxEntry>& entries) {
    std::map<std::string_view, std::vector<domain::ModelVersion>> versions;
    for (const domain::ModelVersion& version : source.versions)
        versions[version.name].push_back(version);
    for (const domain::RegisteredModel& model : source.models) {
        const auto of = versions.find(model.name);
        if (of == versions.end())
            continue;
        const PolicyReading policy = policyOf(model.tags);
        for (Request& request : requestsOf(model, of->second))
            entries.push_back(entryOf(source, policy, std::move(request)));
    }
    for (const Request& request : source.native)
        entries.push_back(entryOf(source, {}, request));
}

}  // namespace

std::vector<InboxEntry> inboxOf(std::span<const InboxSource> sources) {
    std::vector<InboxEntry> entries;
    for (const InboxSource& source : sources)
        addSource(source, entries);
    std::ranges::stable_sort(entries, [](const InboxEntry& a, const InboxEntry& b) {
        if (a.decided != b.decided)
            return b.decided;
        return a.decided ? a.request.at > b.request.at : a.request.at < b.request.at;
    });
    return entries;
}

std::size_t waitingForMe(std::span<const InboxEntry> entries) {
    return static_cast<std::size_t>(std::ranges::count(entries, true, &InboxEntry::waitingForMe));
}

std::string systemUser() {
    std::array<char, 4096> buffer{};
    passwd entry{};
    passwd* found = nullptr;
    const bool known =
        getpwuid_r(getuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr;
    return known ? entry.pw_name : std::string();
}

std::string whoAmI(std::string_view login) {
    return login.empty() ? systemUser() : std::string(login);
}

}  // namespace podium::registry
