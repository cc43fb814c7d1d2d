// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace podium::artifacts {

/// Bytes that decoders read in ranges, so that none of them holds a whole file. Every function may
/// be called from several threads at once.
class Bytes {
public:
    virtual ~Bytes() = default;
    /// Number of bytes, as it was when the source was opened.
    [[nodiscard]] virtual std::int64_t size() const = 0;
    /// Up to `count` bytes from `offset`; fewer at the end, none behind it. Fails with ReadFailed.
    [[nodiscard]] virtual base::Result<std::string> read(std::int64_t offset,
                                                         std::size_t count) const = 0;
};

/// Bytes that are in memory already, e.g. a text that had to be converted as a whole.
class MemoryBytes : public Bytes {
public:
    explicit MemoryBytes(std::string bytes) : m_bytes(std::move(bytes)) {}
    [[nodiscard]] std::int64_t size() const override {
        return static_cast<std::int64_t>(m_bytes.size());
    }
    [[nodiscard]] base::Result<std::string> read(std::int64_t offset,
                                                 std::size_t count) const override {
        if (offset < 0 || offset >= size())
            return std::string();
        return m_bytes.substr(static_cast<std::size_t>(offset), count);
    }

private:
    std::string m_bytes;
};

}  // namespace podium::artifacts
