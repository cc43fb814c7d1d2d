// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/outboxbook.h"

#include <algorithm>
#include <utility>

/// The part of the book that reads the outbox: at the start, and what other programs did with it.
namespace podium::session {

using base::Result;
using sync::Decision;
using sync::DecisionState;

void OutboxBook::load() {
    using Entries = std::vector<cache::OutboxEntry>;
    m_engine.run<Entries>(
        jobs::Pool::Long, this,
        [&cache = m_cache](std::stop_token, base::Progress&) { return cache.outbox().open(); },
        [this](Result<Entries> entries) {
            if (entries.failed()) {
                Q_EMIT failed(entries.error());
                return;
            }
            if (!entries.ok())
                return;
            std::vector<Decision> loaded;
            for (const cache::OutboxEntry& entry : entries.value()) {
                const auto decision = sync::decisionOf(entry);
                if (decision && find(decision->entryNo) == nullptr)
                    loaded.push_back(*decision);
            }
            m_decisions.insert(m_decisions.begin(), loaded.begin(), loaded.end());
            tell();
            pump();
        });
}

/// One of the steps of the outbox, so that what was decided here has its number by then.
void OutboxBook::lookAgain() {
    const auto found = std::make_shared<std::vector<cache::OutboxEntry>>();
    record(
        [found](cache::Outbox& outbox) -> Result<std::int64_t> {
            Result<std::vector<cache::OutboxEntry>> entries = outbox.open();
            PODIUM_TRY(std::int64_t, entries);
            *found = std::move(entries).value();
            return std::int64_t{1};
        },
        [this, found](std::int64_t ok) {
            // What was decided meanwhile is not in there as it is meant.
            if (ok != 0 && !m_steps.empty())
                lookAgain();
            else if (ok != 0)
                takeOpen(*found);
        });
}

void OutboxBook::takeOpen(const std::vector<cache::OutboxEntry>& entries) {
    QStringList ended;
    for (Decision& decision : m_decisions) {
        const bool known = decision.entryNo <= 0 || decision.state == DecisionState::Writing ||
                           decision.state == DecisionState::Written ||
                           m_recording.contains(decision.entryNo) ||
                           std::ranges::find(entries, decision.entryNo,
                                             &cache::OutboxEntry::entryNo) != entries.end();
        if (known)
            continue;
        decision.state = DecisionState::Written;
        ended.append(QString::fromStdString(decision.location));
    }
    for (const cache::OutboxEntry& entry : entries) {
        auto decision = sync::decisionOf(entry);
        if (decision && find(decision->entryNo) == nullptr)
            m_decisions.push_back(std::move(*decision));
    }
    tell();
    ended.removeDuplicates();
    for (const QString& location : ended)
        readAgain(location);
    pump();
}

}  // namespace podium::session
