// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sha256.h"
#include "registry/gate.h"
#include "registry/request.h"
#include "tests/fuzz/entries.h"

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace podium::fuzz {

namespace {

using namespace registry;

[[noreturn]] void fail(const char* rule, const std::string& input) {
    std::fprintf(stderr, "%s\n%s\n", rule, input.c_str());
    std::abort();
}

/// "key=value" a line.
std::vector<domain::Tag> tagsIn(const std::string& text) {
    std::vector<domain::Tag> tags;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string line = text.substr(at, end - at);
        const std::size_t sign = std::min(line.find('='), line.size());
        tags.push_back({line.substr(0, sign), line.substr(std::min(sign + 1, line.size()))});
        at = end + 1;
    }
    return tags;
}

void checkPolicy(const std::string& text) {
    const PolicyReading reading = readPolicy(text);
    if (!reading.faults.empty())
        return;
    const PolicyReading again = readPolicy(writePolicy(reading.policy));
    if (!again.faults.empty() || !(again.policy == reading.policy))
        fail("a policy that is written is another one", text);
}

std::size_t numberIn(const std::string& text) {
    std::size_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

void events(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    const std::vector<domain::Tag> tags = tagsIn(text);
    domain::RegisteredModel model;
    model.name = "fraud";
    model.tags = tags;
    domain::ModelVersion version;
    version.name = "fraud";
    version.version = 7;
    version.stage = "Staging";
    version.tags = tags;
    const std::vector<Event> before = eventsOf(version.tags);
    for (const Event& event : before) {
        if (event.hash != base::sha256Hex(event.key + "\n" + event.value))
            fail("a hash of something else", text);
        if (event.reading == Reading::Unreadable && event.fault.empty())
            fail("unreadable without a fault", text);
    }
    std::size_t told = orphansOf(version).size();
    for (const Request& request : requestsOf(model, std::vector{version})) {
        told += request.thread.size();
        static_cast<void>(judge(policyOf(model.tags), request, {}, "bo"));
        Draft answer;
        answer.action = Action::Approve;
        answer.who = "bo";
        answer.request = request.id;
        const Written written = writeEvent(answer, version, 1795870880123, 1);
        if (written.fault == DraftFault::TooLong)
            continue;
        if (written.fault != DraftFault::None || written.event.reading != Reading::Whole)
            fail("a request that can't be answered", text);
        std::vector<Event> after = before;
        after.push_back(written.event);
        if (chainOf(after).breaks.size() != chainOf(before).breaks.size())
            fail("an answer breaks the chain", text);
    }
    // Tags of one key may come twice here; in a store they do not.
    if (told < before.size())
        fail("an event that nobody sees", text);
    for (const domain::Tag& tag : tags)
        checkPolicy(tag.value);
}

void gate(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    const base::Result<Gate> parsed = Gate::parse(text);
    if (parsed.failed()) {
        const std::size_t begin = numberIn(parsed.error().args.at(0));
        const std::size_t length = numberIn(parsed.error().args.at(1));
        if (begin > text.size() || length > text.size() - begin)
            fail("a fault outside the gate", text);
    }
    VersionFacts facts;
    facts.runGap = Gap::None;
    facts.params = {{"k", "v"}};
    facts.metrics.push_back({"auc", series::latestOnly({0.5, 0, 0})});
    for (const VersionFacts* incumbent :
         {static_cast<const VersionFacts*>(nullptr), &std::as_const(facts)}) {
        const GateResult result = judgeGate({text}, facts, incumbent);
        if (parsed.failed() != (result.outcome == GateResult::Outcome::Faulty))
            fail("a gate that is read only sometimes", text);
        if (result.outcome == GateResult::Outcome::Unknown && result.gap == GateGap::None)
            fail("unknown without a reason", text);
    }
}

}  // namespace podium::fuzz
