// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sha256.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace podium::base {

namespace {

constexpr std::size_t BlockBytes = 64;

// Fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2).
constexpr std::array<std::uint32_t, 64> Constants = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

std::uint32_t bigEndian(const std::uint8_t* bytes) {
    return std::uint32_t{bytes[0]} << 24U | std::uint32_t{bytes[1]} << 16U |
           std::uint32_t{bytes[2]} << 8U | std::uint32_t{bytes[3]};
}

}  // namespace

void Sha256::block(const std::uint8_t* bytes) {
    std::array<std::uint32_t, 64> w;
    for (std::size_t i = 0; i < 16; ++i)
        w[i] = bigEndian(bytes + 4 * i);
    for (std::size_t i = 16; i < 64; ++i) {
        const std::uint32_t a = w[i - 15];
        const std::uint32_t b = w[i - 2];
        w[i] = w[i - 16] + w[i - 7] + (std::rotr(a, 7) ^ std::rotr(a, 18) ^ (a >> 3U)) +
               (std::rotr(b, 17) ^ std::rotr(b, 19) ^ (b >> 10U));
    }
    auto [a, b, c, d, e, f, g, h] = m_state;
    for (std::size_t i = 0; i < 64; ++i) {
        const std::uint32_t first = h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) +
                                    ((e & f) ^ (~e & g)) + Constants[i] + w[i];
        const std::uint32_t second =
            (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        h = g;
        g = f;
        f = e;
        e = d + first;
        d = c;
        c = b;
        b = a;
        a = first + second;
    }
    const std::array<std::uint32_t, 8> sum{a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < sum.size(); ++i)
        m_state[i] += sum[i];
}

void Sha256::add(std::string_view bytes) {
    const auto* at = reinterpret_cast<const std::uint8_t*>(bytes.data());
    std::size_t left = bytes.size();
    const auto held = static_cast<std::size_t>(m_length % BlockBytes);
    m_length += left;
    if (held > 0) {
        const std::size_t taken = std::min(left, BlockBytes - held);
        std::memcpy(m_rest.data() + held, at, taken);
        at += taken;
        left -= taken;
        if (held + taken < BlockBytes)
            return;
        block(m_rest.data());
    }
    for (; left >= BlockBytes; left -= BlockBytes, at += BlockBytes)
        block(at);
    if (left > 0)
        std::memcpy(m_rest.data(), at, left);
}

Sha256::Digest Sha256::finish() {
    const std::uint64_t bits = m_length * 8;
    std::string padding(1, '\x80');
    const std::size_t held = static_cast<std::size_t>(m_length % BlockBytes);
    padding.resize((held < 56 ? 56 : 120) - held, '\0');
    for (int shift = 56; shift >= 0; shift -= 8)
        padding += static_cast<char>((bits >> static_cast<unsigned>(shift)) & 0xFFU);
    add(padding);
    Digest digest;
    for (std::size_t i = 0; i < digest.size(); ++i)
        digest[i] = static_cast<std::uint8_t>(m_state[i / 4] >> (24U - 8U * (i % 4)));
    return digest;
}

Sha256::Digest hmacSha256(std::string_view key, std::string_view message) {
    std::string padded(key);
    if (key.size() > BlockBytes) {
        Sha256 hash;
        hash.add(key);
        const Sha256::Digest digest = hash.finish();
        padded.assign(digest.begin(), digest.end());
    }
    padded.resize(BlockBytes, '\0');
    std::string inner = padded;
    std::string outer = padded;
    for (char& byte : inner)
        byte = static_cast<char>(byte ^ 0x36);
    for (char& byte : outer)
        byte = static_cast<char>(byte ^ 0x5c);
    Sha256 first;
    first.add(inner);
    first.add(message);
    const Sha256::Digest digest = first.finish();
    Sha256 second;
    second.add(outer);
    second.add(std::string(digest.begin(), digest.end()));
    return second.finish();
}

std::string hexadecimal(const Sha256::Digest& digest) {
    constexpr std::string_view Digits = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : digest) {
        text += Digits[byte >> 4U];
        text += Digits[byte & 0xFU];
    }
    return text;
}

std::string sha256Hex(std::string_view bytes) {
    Sha256 hash;
    hash.add(bytes);
    return hexadecimal(hash.finish());
}

}  // namespace podium::base
