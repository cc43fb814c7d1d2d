// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/filestore/metavalue.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace podium::stores::filestore {

/// More keys than this in one mapping are refused: none of MLflow's files has more than some
/// thirty, and looking a key up is a walk over all of them.
inline constexpr std::size_t MaxKeys = 1000;

/// What a meta.yaml says: its top level keys. A key written twice has its last value, as in PyYAML.
class MetaDocument {
public:
    void clear() { m_entries.clear(); }
    void set(std::string_view key, MetaValue value);

    /// The value, or nullptr.
    [[nodiscard]] const MetaValue* find(std::string_view key) const;
    [[nodiscard]] bool has(std::string_view key) const { return find(key) != nullptr; }
    /// asText() of the key, empty if it is not there.
    [[nodiscard]] std::string text(std::string_view key) const;
    /// True if the key names this folder: as text, or as it was written where somebody left out the
    /// quotes and YAML makes a number of it.
    [[nodiscard]] bool names(std::string_view key, std::string_view folder) const;
    /// Nothing if missing, null, or not a whole number.
    [[nodiscard]] std::optional<std::int64_t> integer(std::string_view key) const;
    /// True for a file of nothing but null: a file that somebody is about to write.
    [[nodiscard]] bool empty() const { return m_entries.empty(); }

    [[nodiscard]] const std::vector<std::pair<std::string, MetaValue>>& entries() const {
        return m_entries;
    }
    friend bool operator==(const MetaDocument&, const MetaDocument&) = default;

private:
    std::vector<std::pair<std::string, MetaValue>> m_entries;
};

}  // namespace podium::stores::filestore
