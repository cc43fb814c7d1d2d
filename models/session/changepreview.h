// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/write.h"

#include <optional>
#include <string>
#include <vector>

namespace podium::session {

/// One thing that a change does to a store: no words, what a person who knows the store reads.
struct PreviewLine {
    /// A file from the store's root on, a statement of SQL, or a request ("POST /api/…").
    std::string place;
    /// A file's new content or the entry that it gets, what the statement's row is, a request's
    /// body. Nothing: the file goes, or there is nothing more to say.
    std::optional<std::string> content = {};

    friend bool operator==(const PreviewLine&, const PreviewLine&) = default;
};

/// What exactly a change will do to a store of this kind (StoreInfo::kind) at this place, in order.
/// Times that it sets are "now". Empty for a kind that is not known.
[[nodiscard]] std::vector<PreviewLine> changePreview(const stores::Change& change,
                                                     const std::string& kind,
                                                     const std::string& location);

}  // namespace podium::session
