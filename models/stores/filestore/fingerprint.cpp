// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/fingerprint.h"

#include <cstring>

namespace podium::stores::filestore {

namespace {

constexpr std::uint64_t Prime = 0x9E3779B97F4A7C15ULL;

/// The finisher of SplitMix64 (Steele, Lea, Flood 2014): every input bit reaches every output bit.
std::uint64_t mix(std::uint64_t x) {
    x ^= x >> 30U;
    x *= 0xBF58476D1CE4E5B9ULL;
    x ^= x >> 27U;
    x *= 0x94D049BB133111EBULL;
    return x ^ (x >> 31U);
}

std::uint64_t hashOf(std::string_view text) {
    std::uint64_t hash = mix(text.size() + Prime);
    while (!text.empty()) {
        std::uint64_t word = 0;
        const std::size_t take = text.size() < sizeof word ? text.size() : sizeof word;
        std::memcpy(&word, text.data(), take);
        hash = mix(hash ^ word) + Prime;
        text.remove_prefix(take);
    }
    return hash;
}

}  // namespace

void FingerprintSum::add(std::string_view path, const struct stat& status) {
    std::uint64_t hash = hashOf(path);
    const auto put = [&hash](auto value) {
        hash = mix(hash ^ static_cast<std::uint64_t>(value)) + Prime;
    };
    put(status.st_ino);
    put(status.st_size);
    put(status.st_mtim.tv_sec);
    put(status.st_mtim.tv_nsec);
    put(status.st_mode & S_IFMT);
    m_sum += hash;
}

void FingerprintSum::add(std::string_view path, unsigned char type) {
    m_sum += mix(hashOf(path) ^ (type + 1U));
}

Fingerprint FingerprintSum::value() const {
    const std::uint64_t mixed = mix(m_sum + Prime);
    return mixed != 0 ? mixed : 1;
}

}  // namespace podium::stores::filestore
