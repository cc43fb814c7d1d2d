// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/secret.h"

#include <openssl/crypto.h>

#include <utility>

namespace podium::http {

Secret::Secret(std::string_view value) : m_bytes(value.begin(), value.end()) {}

Secret& Secret::operator=(const Secret& other) {
    if (this != &other) {
        wipe();
        m_bytes = other.m_bytes;
    }
    return *this;
}

Secret& Secret::operator=(Secret&& other) noexcept {
    if (this != &other) {
        wipe();
        m_bytes = std::move(other.m_bytes);
        other.m_bytes.clear();
    }
    return *this;
}

Secret::~Secret() {
    wipe();
}

void Secret::wipe() noexcept {
    if (!m_bytes.empty())
        OPENSSL_cleanse(m_bytes.data(), m_bytes.size());
    m_bytes.clear();
}

void wipe(std::string& text) noexcept {
    if (!text.empty())
        OPENSSL_cleanse(text.data(), text.size());
    text.clear();
}

}  // namespace podium::http
