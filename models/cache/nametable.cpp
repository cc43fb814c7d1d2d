// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/nametable.h"

#include <mutex>

namespace podium::cache {

void NameTable::load(std::vector<std::string> names) {
    const std::unique_lock lock(m_mutex);
    m_numbers.clear();
    m_names.clear();
    for (std::string& name : names) {
        m_names.push_back(std::move(name));
        m_numbers.emplace(m_names.back(), static_cast<std::uint32_t>(m_names.size()));
    }
}

std::uint32_t NameTable::number(std::string_view name) {
    if (const std::uint32_t known = find(name); known != 0)
        return known;
    const std::unique_lock lock(m_mutex);
    if (const auto it = m_numbers.find(name); it != m_numbers.end())
        return it->second;
    m_names.emplace_back(name);
    const auto number = static_cast<std::uint32_t>(m_names.size());
    m_numbers.emplace(m_names.back(), number);
    return number;
}

std::uint32_t NameTable::find(std::string_view name) const {
    const std::shared_lock lock(m_mutex);
    const auto it = m_numbers.find(name);
    return it == m_numbers.end() ? 0 : it->second;
}

std::string NameTable::name(std::uint32_t number) const {
    const std::shared_lock lock(m_mutex);
    return number >= 1 && number <= m_names.size() ? m_names[number - 1] : std::string();
}

std::vector<std::pair<std::uint32_t, std::string>> NameTable::above(std::uint32_t savedUpTo) const {
    const std::shared_lock lock(m_mutex);
    std::vector<std::pair<std::uint32_t, std::string>> fresh;
    for (std::uint32_t number = savedUpTo + 1; number <= m_names.size(); ++number)
        fresh.emplace_back(number, m_names[number - 1]);
    return fresh;
}

std::uint32_t NameTable::size() const {
    const std::shared_lock lock(m_mutex);
    return static_cast<std::uint32_t>(m_names.size());
}

}  // namespace podium::cache
