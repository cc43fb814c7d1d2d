// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sha256.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <new>

namespace podium::base {

struct Sha256::Context {
    struct Free {
        void operator()(EVP_MD_CTX* handle) const { EVP_MD_CTX_free(handle); }
    };
    std::unique_ptr<EVP_MD_CTX, Free> context{EVP_MD_CTX_new()};
};

// OpenSSL's SHA-256 fails for want of memory alone.
Sha256::Sha256() : m_context(std::make_unique<Context>()) {
    if (!m_context->context ||
        EVP_DigestInit_ex(m_context->context.get(), EVP_sha256(), nullptr) != 1)
        throw std::bad_alloc();
}

Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
    if (EVP_DigestUpdate(m_context->context.get(), bytes.data(), bytes.size()) != 1)
        throw std::bad_alloc();
}

Sha256::Digest Sha256::finish() {
    Digest digest{};
    if (EVP_DigestFinal_ex(m_context->context.get(), digest.data(), nullptr) != 1)
        throw std::bad_alloc();
    return digest;
}

Sha256::Digest hmacSha256(std::string_view key, std::string_view message) {
    Sha256::Digest digest{};
    // A null key would ask for the key of the call before.
    const char* bytes = key.empty() ? "" : key.data();
    if (HMAC(EVP_sha256(), bytes, static_cast<int>(key.size()),
             reinterpret_cast<const unsigned char*>(message.data()), message.size(), digest.data(),
             nullptr) == nullptr)
        throw std::bad_alloc();
    return digest;
}

std::string hexadecimal(const Sha256::Digest& digest) {
    constexpr std::string_view Digits = "0123456789abcdef";
    std::string text;
    text.reserve(digest.size() * 2);
    for (const std::uint8_t byte : digest) {
        text += Digits[byte >> 4U];
        text += Digits[byte & 15U];
    }
    return text;
}

std::string sha256Hex(std::string_view bytes) {
    Sha256 hash;
    hash.add(bytes);
    return hexadecimal(hash.finish());
}

}  // namespace podium::base
