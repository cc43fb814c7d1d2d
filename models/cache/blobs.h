// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/packed.h"

#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The packed forms of a run's params, tags, metric reductions and histories in the cache. Every
/// form starts with a directory {u32 name number, u32 offset of the end} sorted by name number, so
/// that one key is found without decoding the others. Host byte order: a cache never leaves its
/// machine. The views check every offset, so that a damaged blob reads as "not there".
namespace podium::cache {

/// A directory of (name number, bytes).
class BlobWriter {
public:
    /// What one blob may hold; SQLite takes a row of at most 1e9 bytes.
    static constexpr std::size_t MaxBytes = std::size_t{512} << 20U;

    /// False, and nothing added, if the blob would become larger than MaxBytes.
    bool add(std::uint32_t name, std::string_view bytes);
    /// The finished blob; the writer is empty afterwards.
    [[nodiscard]] std::string take();
    [[nodiscard]] bool empty() const { return m_entries.empty(); }

private:
    struct Entry {
        std::uint32_t name;
        std::uint32_t start;
        std::uint32_t size;
    };
    std::vector<Entry> m_entries;
    std::string m_bytes;
};

class BlobView {
public:
    explicit BlobView(std::string_view blob);

    [[nodiscard]] std::uint32_t size() const { return m_count; }
    [[nodiscard]] std::uint32_t name(std::uint32_t index) const { return word(4 + index * 8); }
    [[nodiscard]] std::string_view bytes(std::uint32_t index) const;
    /// The bytes of a name, nothing if it is not there.
    [[nodiscard]] std::optional<std::string_view> find(std::uint32_t name) const;
    /// The same for names that are asked for in ascending order: `from` is 0 at first, and then as
    /// the call before left it. Neighbours are found without a search.
    [[nodiscard]] std::optional<std::string_view> findNext(std::uint32_t name,
                                                           std::uint32_t& from) const;

private:
    [[nodiscard]] std::uint32_t word(std::size_t at) const {
        std::uint32_t value = 0;
        std::memcpy(&value, m_blob.data() + at, sizeof value);
        return value;
    }
    std::string_view m_blob;
    std::uint32_t m_count = 0;
    std::size_t m_start = 0;
};

/// Reductions as bytes: 24 of them for a history of one point, 25 where only the latest value is
/// known, all fields otherwise.
[[nodiscard]] std::string encodeReductions(const series::Reductions& reductions);
[[nodiscard]] std::optional<series::Reductions> decodeReductions(std::string_view bytes);

}  // namespace podium::cache
