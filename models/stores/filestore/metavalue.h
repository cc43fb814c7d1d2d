// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace podium::stores::filestore {

/// A scalar of a meta.yaml with the type that PyYAML's safe loader would give it (YAML 1.1:
/// pyyaml lib/yaml/resolver.py): unquoted `yes`, `012`, `1_000`, `1:30` and `2020-01-01` are not
/// strings. `text` is what is written in the file, without quotes.
struct MetaValue {
    enum class Kind { Null, Bool, Int, Float, Date, Text, Map, List, Other };

    Kind kind = Kind::Null;
    std::int64_t integer = 0;  // of Int (Bool: 0 or 1)
    double real = 0;           // of Float
    std::string text;
    std::vector<std::pair<std::string, std::string>> map;  // of Map: scalars only, as text

    /// A value as a person or an id would spell it: an int in decimal, nothing for null, map, list.
    [[nodiscard]] std::string asText() const;
    /// Nothing if it is not a whole number.
    [[nodiscard]] std::optional<std::int64_t> asInteger() const;

    friend bool operator==(const MetaValue& a, const MetaValue& b);
};

/// A quoted scalar is text, whatever it says.
[[nodiscard]] MetaValue quotedScalar(std::string text);
/// An unquoted scalar gets its type from how it looks.
[[nodiscard]] MetaValue plainScalar(std::string text);

}  // namespace podium::stores::filestore
