// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// What an answer looks like, as tables: which field of a JSON object goes where. An answer is read
/// in one pass, without a tree of it in memory; fields that no table names are passed over.
namespace podium::stores {

/// A value that is neither object nor array. Numbers may come as texts, 64-bit ones often do.
struct Scalar {
    enum class Kind { Null, Bool, Integer, Number, Text };
    Kind kind = Kind::Null;
    std::int64_t integer = 0;  // Bool: 0 or 1
    double number = 0;
    std::string* text = nullptr;  // may be moved from

    /// As text; "" for null.
    [[nodiscard]] std::string takeText();
    /// Nothing for null and what is no number.
    [[nodiscard]] std::optional<std::int64_t> asInteger() const;
    /// With "NaN", "Infinity" and "-Infinity". Greatest and least doubles are what SQL servers say
    /// for infinity (sql-store: ±1.7976931348623157e308). Not a number where it is none.
    [[nodiscard]] double asNumber() const;
    [[nodiscard]] bool asBool() const;
};

struct Shape;

/// One field of an object.
struct Field {
    std::string_view name;
    /// Takes a value, or each value of an array.
    void (*set)(void* object, Scalar& value) = nullptr;
    /// What the object, or each object of an array, looks like.
    const Shape* shape = nullptr;
    /// Gives the thing that such an object fills; null: the same one.
    void* (*child)(void* object) = nullptr;
};

struct Shape {
    std::span<const Field> fields;
};

/// Fills `object` from a JSON object of this shape. Says what is wrong; "" if nothing is. What is
/// filled then is of no use.
[[nodiscard]] std::string readShape(std::string_view text, const Shape& shape, void* object);

/// The answer as a T; AnswerNotJson or AnswerInvalid, with `url`. What only Python takes for JSON
/// is understood, too.
template <typename T>
[[nodiscard]] base::Result<T> readAnswer(std::string_view text, const Shape& shape,
                                         const std::string& url);

// Setters for the members of plain values.

template <typename T>
struct MemberOf;
template <typename Class, typename Type>
struct MemberOf<Type Class::*> {
    using Owner = Class;
};

template <auto Member>
void setText(void* object, Scalar& value) {
    using Owner = typename MemberOf<decltype(Member)>::Owner;
    static_cast<Owner*>(object)->*Member = value.takeText();
}

/// For integers and optional integers; what is no number leaves it as it is.
template <auto Member>
void setInteger(void* object, Scalar& value) {
    using Owner = typename MemberOf<decltype(Member)>::Owner;
    if (const auto number = value.asInteger())
        static_cast<Owner*>(object)->*Member = *number;
}

template <auto Member>
void setNumber(void* object, Scalar& value) {
    using Owner = typename MemberOf<decltype(Member)>::Owner;
    static_cast<Owner*>(object)->*Member = value.asNumber();
}

/// Adds an element to a list and gives its address.
template <auto Member>
void* addTo(void* object) {
    using Owner = typename MemberOf<decltype(Member)>::Owner;
    return &(static_cast<Owner*>(object)->*Member).emplace_back();
}

/// Adds each text to a list.
template <auto Member>
void addText(void* object, Scalar& value) {
    using Owner = typename MemberOf<decltype(Member)>::Owner;
    (static_cast<Owner*>(object)->*Member).push_back(value.takeText());
}

namespace detail {
[[nodiscard]] base::Error unreadable(std::string_view text, const std::string& reason,
                                     const std::string& url);
[[nodiscard]] std::string repaired(std::string_view text);
}  // namespace detail

template <typename T>
base::Result<T> readAnswer(std::string_view text, const Shape& shape, const std::string& url) {
    {
        T value;
        if (readShape(text, shape, &value).empty())
            return value;
    }
    T value;
    const std::string reason = readShape(detail::repaired(text), shape, &value);
    if (!reason.empty())
        return detail::unreadable(text, reason, url);
    return value;
}

}  // namespace podium::stores
