// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// JSON that anybody may have written into a tag. Nothing here throws.
namespace podium::registry {

using nlohmann::json;
using nlohmann::ordered_json;

inline constexpr int DeepestJson = 32;

/// The object in the text; discarded for everything else, also for one that is nested deeper than
/// DeepestJson: what walks over values does it recursively.
[[nodiscard]] inline ordered_json objectIn(std::string_view text) {
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            i += c == '\\' ? 1 : 0;
            quoted = c != '"';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '[' || c == '{') {
            if (++depth > DeepestJson)
                return ordered_json(ordered_json::value_t::discarded);
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    ordered_json parsed = ordered_json::parse(text, nullptr, false);
    return parsed.is_object() ? parsed : ordered_json(ordered_json::value_t::discarded);
}

/// Compact; bytes that are no UTF-8 are replaced.
template <typename Json>
[[nodiscard]] std::string dumped(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

template <typename Json>
[[nodiscard]] std::string textIn(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->template get<std::string>()
                                                       : std::string();
}

/// A whole number that fits.
template <typename Json>
[[nodiscard]] std::optional<std::int64_t> wholeIn(const Json& value) {
    if (value.is_number_unsigned() &&
        value.template get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX))
        return std::nullopt;
    return value.is_number_integer() ? std::optional(value.template get<std::int64_t>())
                                     : std::nullopt;
}

/// Unicode characters of UTF-8.
[[nodiscard]] inline std::size_t charactersOf(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text)
        count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    return count;
}

}  // namespace podium::registry
