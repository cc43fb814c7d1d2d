// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/bytes.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace podium::artifacts {

/// The error of a decoder for content that is not its format, or not whole. The path is filled in
/// by whoever knows it; `reason` is in the words of the format, not for translation.
[[nodiscard]] base::Error notDecoded(std::string reason);

/// Looks at a few bytes anywhere in a source through one buffer. For decoders that skip over what
/// they do not want. What is read behind the end is a fault that stays: check ok() at last.
class Window {
public:
    explicit Window(const Bytes& bytes) : m_bytes(bytes), m_size(bytes.size()) {}

    [[nodiscard]] std::int64_t size() const { return m_size; }
    [[nodiscard]] bool ok() const { return !m_fault; }
    /// What went wrong first: the reader's own error, or that the file ends too early.
    [[nodiscard]] base::Error error() const;

    /// Exactly `count` (at most MaxView) bytes from `offset`; empty with a fault where they are not
    /// all there. Valid until the next call.
    [[nodiscard]] std::string_view view(std::int64_t offset, std::size_t count);
    /// A little-endian number of `width` (1 to 8) bytes; 0 with a fault behind the end.
    [[nodiscard]] std::uint64_t number(std::int64_t offset, std::size_t width);
    /// The bytes up to `end` (not with it), at most `longest`; no value where it does not come.
    [[nodiscard]] std::optional<std::string> until(std::int64_t offset, char end,
                                                   std::size_t longest);

    static constexpr std::size_t MaxView = std::size_t{1} << 20;

private:
    void fail(base::Error error);

    const Bytes& m_bytes;
    std::int64_t m_size;
    std::string m_buffer;
    std::int64_t m_at = 0;  // where the buffer begins
    std::optional<base::Error> m_fault;
};

}  // namespace podium::artifacts
