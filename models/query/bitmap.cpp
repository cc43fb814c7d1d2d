// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/frame.h"

#include <bit>

namespace podium::query {

Bitmap::Bitmap(std::size_t size, bool value) : m_size(size), m_words((size + 63) / 64, 0) {
    if (value)
        invert();
}

std::size_t Bitmap::count() const {
    std::size_t sum = 0;
    for (const std::uint64_t word : m_words)
        sum += static_cast<std::size_t>(std::popcount(word));
    return sum;
}

bool Bitmap::any() const {
    for (const std::uint64_t word : m_words)
        if (word != 0)
            return true;
    return false;
}

std::vector<std::uint32_t> Bitmap::rows() const {
    std::vector<std::uint32_t> result;
    result.reserve(count());
    for (std::size_t i = 0; i < m_words.size(); ++i)
        for (std::uint64_t word = m_words[i]; word != 0; word &= word - 1)
            result.push_back(
                static_cast<std::uint32_t>(i * 64 + static_cast<unsigned>(std::countr_zero(word))));
    return result;
}

void Bitmap::intersect(const Bitmap& other) {
    for (std::size_t i = 0; i < m_words.size(); ++i)
        m_words[i] &= other.m_words[i];
}

void Bitmap::unite(const Bitmap& other) {
    for (std::size_t i = 0; i < m_words.size(); ++i)
        m_words[i] |= other.m_words[i];
}

void Bitmap::invert() {
    for (std::uint64_t& word : m_words)
        word = ~word;
    if (m_size % 64 != 0)
        m_words.back() &= (std::uint64_t{1} << (m_size % 64)) - 1;
}

}  // namespace podium::query
