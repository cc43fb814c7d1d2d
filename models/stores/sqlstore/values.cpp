// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/sqlstore/values.h"

#include "base/utf8.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace podium::stores::sqlstore {

namespace {

bool isAscii(std::string_view bytes) {
    return std::ranges::none_of(bytes, [](char c) { return (c & '\x80') != 0; });
}

/// The finalizer of SplitMix64: every bit of the input reaches every bit of the output.
std::uint64_t mixed(std::uint64_t value) {
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
    return value ^ (value >> 31U);
}

}  // namespace

std::string textAt(const sql::Statement& row, int column, bool& damaged) {
    const std::string_view text = row.text(column);
    if (isAscii(text) || base::isUtf8(text))
        return std::string(text);
    damaged = true;
    return base::toUtf8(text);
}

std::string textAt(const sql::Statement& row, int column) {
    bool damaged = false;
    return textAt(row, column, damaged);
}

domain::OptionalMillis millisAt(const sql::Statement& row, int column) {
    if (row.isNull(column))
        return std::nullopt;
    return row.integer(column);
}

double decodedValue(double stored) {
    constexpr double Greatest = std::numeric_limits<double>::max();
    constexpr double Infinity = std::numeric_limits<double>::infinity();
    if (stored >= Greatest)
        return Infinity;
    return stored <= -Greatest ? -Infinity : stored;
}

domain::Lifecycle lifecycleOf(std::string_view stage) {
    return stage == "deleted" ? domain::Lifecycle::Deleted : domain::Lifecycle::Active;
}

std::string jsonList(const std::vector<std::string>& texts) {
    constexpr std::string_view Digits = "0123456789abcdef";
    std::string list = "[";
    for (const std::string& text : texts) {
        list += list.size() > 1 ? ",\"" : "\"";
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            if (byte < 0x20) {
                list += "\\u00";
                list += Digits[byte >> 4U];
                list += Digits[byte & 15U];
                continue;
            }
            if (c == '"' || c == '\\')
                list += '\\';
            list += c;
        }
        list += '"';
    }
    return list + ']';
}

RowHash& RowHash::add(std::string_view bytes) {
    m_row = mixed(m_row ^ bytes.size());
    while (!bytes.empty()) {
        std::uint64_t word = 0;
        const std::size_t size = std::min(bytes.size(), sizeof word);
        std::memcpy(&word, bytes.data(), size);
        m_row = mixed(m_row + 0x9E3779B97F4A7C15U + word);
        bytes.remove_prefix(size);
    }
    return *this;
}

RowHash& RowHash::add(std::int64_t number) {
    m_row = mixed(m_row + 0x9E3779B97F4A7C15U + static_cast<std::uint64_t>(number));
    return *this;
}

void sortByKey(std::vector<domain::KeyValue>& list) {
    std::ranges::sort(list, {}, &domain::KeyValue::key);
}

}  // namespace podium::stores::sqlstore
