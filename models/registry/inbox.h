// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "registry/request.h"

#include <span>
#include <string>
#include <vector>

namespace podium::registry {

/// The registry of one open source, as it is shown (with what was decided here laid over it).
struct InboxSource {
    base::SourceNo sourceNo;
    std::string title;
    std::string location;
    std::string me;  // whoAmI()
    std::vector<domain::RegisteredModel> models;
    std::vector<domain::ModelVersion> versions;  // of all models, in any order
    std::vector<Request> native = {};            // of Databricks
};

struct InboxEntry {
    base::SourceNo sourceNo;
    std::string sourceTitle;
    std::string location;
    std::string me;
    Request request;
    /// This person may approve it, or apply what is approved, as far as gates let them.
    bool waitingForMe = false;
    bool mine = false;     // asked by this person
    bool decided = false;  // rejected, withdrawn, applied, stale
};

/// Of all sources: what waits longest first, then what is decided, the newest first.
[[nodiscard]] std::vector<InboxEntry> inboxOf(std::span<const InboxSource> sources);

/// How many wait for me: the badge.
[[nodiscard]] std::size_t waitingForMe(std::span<const InboxEntry> entries);

/// Who decides: the login of the source, else the name of the machine's user.
[[nodiscard]] std::string whoAmI(std::string_view login);
/// The name of the machine's user, "" if there is none.
[[nodiscard]] std::string systemUser();

}  // namespace podium::registry
