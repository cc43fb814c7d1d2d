// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace podium::app {

/// Builds JSON text piece by piece: the document is never in memory as a whole if take() is called
/// in between. Numbers read back as the same double; what is not finite becomes "NaN", "Infinity"
/// or "-Infinity"; texts are always valid UTF-8.
class JsonWriter {
public:
    JsonWriter& beginObject();
    JsonWriter& endObject();
    JsonWriter& beginArray();
    JsonWriter& endArray();
    /// Starts a member of the object; a value follows.
    JsonWriter& key(std::string_view name);
    JsonWriter& value(std::string_view text);
    JsonWriter& value(const char* text) { return value(std::string_view(text)); }
    JsonWriter& value(double number);
    JsonWriter& value(std::int64_t number);
    JsonWriter& value(bool truth);
    JsonWriter& null();
    JsonWriter& value(const std::optional<std::int64_t>& number) {
        return number ? value(*number) : null();
    }
    /// A text, or null where it is empty.
    JsonWriter& valueOrNull(std::string_view text) { return text.empty() ? null() : value(text); }
    /// JSON text that is known to be valid.
    JsonWriter& raw(std::string_view json);
    /// A line break before the next value, for people.
    JsonWriter& newLine();

    /// What was written since the last take().
    [[nodiscard]] std::string take();

private:
    void separate();
    void quote(std::string_view text);

    std::string m_text;
    std::vector<bool> m_first;  // of each open object or array: nothing is in it yet
    bool m_afterKey = false;
    bool m_newLine = false;
};

}  // namespace podium::app
