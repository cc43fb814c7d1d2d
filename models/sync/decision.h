// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cache/outbox.h"
#include "stores/write.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace podium::stores {
class Store;
}

/// Decisions on their way through the outbox into a store.
namespace podium::sync {

/// How far a decision has come. The order is by how much a person should know of it.
enum class DecisionState {
    Written,    // in the store; what is shown may not be read from there yet
    Writing,    //
    Waiting,    // for its turn, or for the store to answer
    LocalOnly,  // the store is read-only: it counts on this machine alone
    Failed,     // the store refused
    Conflict,   // the store holds something else than what it was decided on
};

/// A change of one place in one store, as the outbox keeps it. A plain value.
struct Decision {
    std::int64_t entryNo = 0;  // 0 while it is not in the outbox yet
    std::string location;      // of the source
    base::Millis decidedAt = 0;
    stores::Change change;
    DecisionState state = DecisionState::Waiting;
    std::optional<base::Error> error = {};  // of the last try: why it waits, failed or stays here
    stores::Held found = {};                // in a conflict: what the store holds
    /// In a conflict about a stage with archiveExisting: the other versions in it, ascending.
    std::vector<std::int64_t> inStage = {};

    friend bool operator==(const Decision&, const Decision&) = default;
};

/// What an entry's intent and basis are for a change.
[[nodiscard]] std::string intentOf(const stores::Change& change);
[[nodiscard]] std::string basisOf(const stores::Held& basis,
                                  const std::vector<std::int64_t>& archived = {});
[[nodiscard]] std::string basisOf(const stores::Change& change);

/// Nothing for an entry of another kind or a damaged one; it stays in the outbox as it is.
[[nodiscard]] std::optional<Decision> decisionOf(const cache::OutboxEntry& entry);

/// Whether `later` has a meaning only after `earlier`, in the same store: it is about the same
/// version of a model, the same alias, or the same stage of the same model, which one version
/// leaves or comes to. Decisions about runs never are.
[[nodiscard]] bool dependsOn(const stores::Change& later, const stores::Change& earlier);

/// The first of the decisions before `decision` (oldest first, of any store) that it depends on
/// and that has not arrived; nullptr if nothing keeps it.
[[nodiscard]] const Decision* blockerOf(const Decision& decision,
                                        std::span<const Decision> decisions);

/// The same decision on what a conflict found: over it, if it is still so then.
[[nodiscard]] stores::Change onWhatWasFound(const Decision& conflict);

/// Where a test ends the program.
struct Checkpoints {
    std::function<void()> beforeWrite;
    std::function<void()> beforeMark;
};

/// Brings a decision that is in the outbox into its store and notes there what came of it: the
/// decision with its new state. What goes by itself (an outage, a lock, a login) leaves it waiting,
/// with an error. Killed anywhere it is still in the outbox, and may be delivered again; what
/// another program brought to its end meanwhile is Written, and what one is just bringing there
/// waits with CacheBusy. A worker calls it, for one store one at a time. Fails only if the outbox
/// can't be written to.
[[nodiscard]] base::Result<Decision> deliver(cache::Outbox& outbox, Decision decision,
                                             const stores::Store& store, std::stop_token stop,
                                             const Checkpoints& checkpoints = {});

/// The store is not to be written to, as a person has said: the decision stays on this machine.
[[nodiscard]] base::Result<Decision> keepHere(cache::Outbox& outbox, Decision decision);

}  // namespace podium::sync
