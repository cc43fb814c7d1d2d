// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jsonwriter.h"

#include "base/utf8.h"

#include <array>
#include <charconv>
#include <cmath>

namespace podium::app {

void JsonWriter::separate() {
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (!m_first.empty()) {
        if (!m_first.back())
            m_text += ',';
        m_first.back() = false;
    }
    if (m_newLine)
        m_text += '\n';
    m_newLine = false;
}

JsonWriter& JsonWriter::beginObject() {
    separate();
    m_text += '{';
    m_first.push_back(true);
    return *this;
}

JsonWriter& JsonWriter::endObject() {
    m_text += '}';
    m_first.pop_back();
    return *this;
}

JsonWriter& JsonWriter::beginArray() {
    separate();
    m_text += '[';
    m_first.push_back(true);
    return *this;
}

JsonWriter& JsonWriter::endArray() {
    m_text += ']';
    m_first.pop_back();
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    separate();
    quote(name);
    m_text += ':';
    m_afterKey = true;
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
    separate();
    quote(text);
    return *this;
}

JsonWriter& JsonWriter::value(double number) {
    if (std::isnan(number))
        return value(std::string_view("NaN"));
    if (std::isinf(number))
        return value(std::string_view(number > 0 ? "Infinity" : "-Infinity"));
    // "-0" would read back as the whole number 0.
    if (number == 0 && std::signbit(number))
        return raw("-0.0");
    separate();
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    m_text.append(digits.data(), end);
    return *this;
}

JsonWriter& JsonWriter::value(std::int64_t number) {
    separate();
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    m_text.append(digits.data(), end);
    return *this;
}

JsonWriter& JsonWriter::value(bool truth) {
    return raw(truth ? "true" : "false");
}

JsonWriter& JsonWriter::null() {
    return raw("null");
}

JsonWriter& JsonWriter::raw(std::string_view json) {
    separate();
    m_text += json;
    return *this;
}

JsonWriter& JsonWriter::newLine() {
    m_newLine = true;
    return *this;
}

std::string JsonWriter::take() {
    std::string text;
    text.swap(m_text);
    return text;
}

void JsonWriter::quote(std::string_view text) {
    if (!base::isUtf8(text)) {
        quote(base::toUtf8(text));
        return;
    }
    static constexpr std::string_view Hex = "0123456789abcdef";
    m_text += '"';
    std::size_t clean = 0;  // start of what needs no escape
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 0x20U && byte != '"' && byte != '\\')
            continue;
        m_text.append(text, clean, i - clean);
        clean = i + 1;
        m_text += '\\';
        if (byte == '"' || byte == '\\')
            m_text += static_cast<char>(byte);
        else if (byte == '\n')
            m_text += 'n';
        else if (byte == '\t')
            m_text += 't';
        else if (byte == '\r')
            m_text += 'r';
        else
            (m_text += "u00").append({Hex[byte >> 4U], Hex[byte & 0xFU]});
    }
    m_text.append(text, clean);
    m_text += '"';
}

}  // namespace podium::app
