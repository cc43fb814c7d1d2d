// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace podium::base {

/// SHA-256 (FIPS 180-4) of bytes that come piece by piece; by OpenSSL.
class Sha256 {
public:
    using Digest = std::array<std::uint8_t, 32>;

    Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    ~Sha256();

    void add(std::string_view bytes);
    /// The digest of all that was added; the object is of no use afterwards.
    [[nodiscard]] Digest finish();

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

/// HMAC-SHA-256 (RFC 2104).
[[nodiscard]] Sha256::Digest hmacSha256(std::string_view key, std::string_view message);

/// Lower case hexadecimal.
[[nodiscard]] std::string hexadecimal(const Sha256::Digest& digest);
[[nodiscard]] std::string sha256Hex(std::string_view bytes);

}  // namespace podium::base
