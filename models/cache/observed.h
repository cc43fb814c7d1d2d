// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entities.h"

#include <cstdint>
#include <string>

namespace podium::cache {

/// A time in which a version was in a stage or had an alias, as reads of its store by this cache
/// saw it. Stores keep no such history themselves; what came and went between two reads is not
/// here.
struct ObservedSpan {
    enum class Kind { Stage = 0, Alias = 1 };
    std::int64_t version = 0;
    Kind kind = Kind::Stage;
    std::string value;       // the stage, but for "None"; or the alias
    base::Millis since = 0;  // the first read that saw it
    /// The last read before that, which saw it otherwise: it began between the two. Nothing: it was
    /// so when the model was read first.
    domain::OptionalMillis before;
    domain::OptionalMillis lastSeen;  // of one that has ended: the last read that saw it
    domain::OptionalMillis until;     // the first read that did not see it any more

    friend bool operator==(const ObservedSpan&, const ObservedSpan&) = default;
};

}  // namespace podium::cache
