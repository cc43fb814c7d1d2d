// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace podium::cache {

/// Param, metric and tag names and their numbers. Thread safe: readers of a store ask for numbers
/// side by side while the writer saves new names. Owned by the cache's writer. Numbers count
/// from 1.
class NameTable {
public:
    NameTable() = default;

    /// Replaces all with what the cache file holds: (number, name), in order of number without
    /// gaps.
    void load(std::vector<std::string> names);

    /// The number of a name; a new one is given if it is not known yet.
    [[nodiscard]] std::uint32_t number(std::string_view name);
    /// The number of a known name, 0 if there is none.
    [[nodiscard]] std::uint32_t find(std::string_view name) const;
    [[nodiscard]] std::string name(std::uint32_t number) const;

    /// Names above `savedUpTo`, in order.
    [[nodiscard]] std::vector<std::pair<std::uint32_t, std::string>> above(
        std::uint32_t savedUpTo) const;
    [[nodiscard]] std::uint32_t size() const;

private:
    mutable std::shared_mutex m_mutex;
    std::deque<std::string>
        m_names;  // a deque keeps the texts in place, so that the map may point at them
    std::unordered_map<std::string_view, std::uint32_t> m_numbers;
};

}  // namespace podium::cache
