// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace podium::base {

/// SHA-256 (FIPS 180-4) of bytes that come piece by piece.
class Sha256 {
public:
    using Digest = std::array<std::uint8_t, 32>;

    void add(std::string_view bytes);
    /// The digest of all that was added; the object is of no use afterwards.
    [[nodiscard]] Digest finish();

private:
    void block(const std::uint8_t* bytes);

    std::array<std::uint32_t, 8> m_state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<std::uint8_t, 64> m_rest{};  // what does not fill a block yet
    std::uint64_t m_length = 0;             // bytes added
};

/// HMAC-SHA-256 (RFC 2104).
[[nodiscard]] Sha256::Digest hmacSha256(std::string_view key, std::string_view message);

/// Lower case hexadecimal.
[[nodiscard]] std::string hexadecimal(const Sha256::Digest& digest);
[[nodiscard]] std::string sha256Hex(std::string_view bytes);

}  // namespace podium::base
