// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace podium::base {

/// A number that names one kind of thing; two kinds cannot be mixed up. 0 means "none".
template <typename Tag>
struct Id {
    std::int64_t value = 0;

    [[nodiscard]] bool valid() const { return value != 0; }
    friend auto operator<=>(Id, Id) = default;
};

using SourceNo = Id<struct SourceTag>;          // a source (store) in the cache
using ExperimentNo = Id<struct ExperimentTag>;  // an experiment in the cache
using RunNo = Id<struct RunTag>;                // a run in the cache
using KeyNo = Id<struct KeyTag>;                // a param, metric or tag name in the cache

}  // namespace podium::base

template <typename Tag>
struct std::hash<podium::base::Id<Tag>> {
    std::size_t operator()(podium::base::Id<Tag> id) const noexcept {
        return std::hash<std::int64_t>{}(id.value);
    }
};
