// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/rest/shape.h"

#include "base/utf8.h"
#include "stores/rest/tolerant.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace podium::stores {

namespace {

constexpr std::size_t ShownBeginning = 60;

template <typename Number>
std::optional<Number> parsed(std::string_view text) {
    Number number{};
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

std::optional<std::int64_t> rounded(double number) {
    // 2^63 is the first double that does not fit.
    if (!(std::abs(number) < 9223372036854775808.0))
        return std::nullopt;
    return static_cast<std::int64_t>(number);
}

double textAsNumber(std::string_view text) {
    constexpr double Infinite = std::numeric_limits<double>::infinity();
    if (text == "Infinity" || text == "inf")
        return Infinite;
    if (text == "-Infinity" || text == "-inf")
        return -Infinite;
    return parsed<double>(text).value_or(std::numeric_limits<double>::quiet_NaN());
}

/// Walks along the tables while nlohmann's parser tells what it meets.
class Walker : public nlohmann::json_sax<nlohmann::json> {
public:
    Walker(const Shape& shape, void* object) : m_root{{}, nullptr, &shape, nullptr} {
        m_stack.reserve(16);
        m_object = object;
    }

    std::string reason;

    bool null() override { return value({}); }
    bool boolean(bool on) override {
        return value({Scalar::Kind::Bool, on ? 1 : 0, on ? 1.0 : 0.0, nullptr});
    }
    bool number_integer(number_integer_t number) override {
        return value({Scalar::Kind::Integer, number, static_cast<double>(number), nullptr});
    }
    bool number_unsigned(number_unsigned_t number) override {
        constexpr auto Most = std::numeric_limits<std::int64_t>::max();
        const std::int64_t integer =
            std::cmp_greater(number, Most) ? Most : static_cast<std::int64_t>(number);
        return value({Scalar::Kind::Integer, integer, static_cast<double>(number), nullptr});
    }
    bool number_float(number_float_t number, const string_t&) override {
        return value({Scalar::Kind::Number, 0, number, nullptr});
    }
    bool string(string_t& text) override { return value({Scalar::Kind::Text, 0, 0, &text}); }
    bool binary(binary_t&) override { return true; }

    bool start_object(std::size_t) override {
        if (m_skipped == 0 && m_stack.empty()) {
            m_stack.push_back({m_root.shape, m_object, nullptr});
            return true;
        }
        const Field* field = m_skipped == 0 ? awaited() : nullptr;
        if (field == nullptr || field->shape == nullptr) {
            ++m_skipped;
            return true;
        }
        void* object = m_stack.back().object;
        m_stack.push_back(
            {field->shape, field->child != nullptr ? field->child(object) : object, nullptr});
        return true;
    }
    bool key(string_t& name) override {
        if (m_skipped > 0)
            return true;
        m_field = nullptr;
        for (const Field& field : m_stack.back().shape->fields) {
            if (field.name == name)
                m_field = &field;
        }
        return true;
    }
    bool end_object() override { return end(); }
    bool start_array(std::size_t) override {
        if (m_stack.empty())
            return fail("no object");
        const Field* field = m_skipped == 0 && m_stack.back().list == nullptr ? m_field : nullptr;
        if (field == nullptr)
            ++m_skipped;
        else
            m_stack.push_back({nullptr, m_stack.back().object, field});
        return true;
    }
    bool end_array() override { return end(); }
    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::json::exception&) override {
        return fail("byte " + std::to_string(position));
    }

private:
    struct Level {
        const Shape* shape;  // null: a list
        void* object;
        const Field* list;
    };

    [[nodiscard]] const Field* awaited() const {
        return m_stack.back().list != nullptr ? m_stack.back().list : m_field;
    }
    bool value(Scalar scalar) {
        if (m_stack.empty())
            return fail("no object");
        if (m_skipped > 0)
            return true;
        const Field* field = awaited();
        if (field != nullptr && field->set != nullptr)
            field->set(m_stack.back().object, scalar);
        return true;
    }
    bool end() {
        if (m_skipped > 0)
            --m_skipped;
        else
            m_stack.pop_back();
        return true;
    }
    bool fail(std::string why) {
        reason = std::move(why);
        return false;
    }

    const Field m_root;
    void* m_object = nullptr;
    std::vector<Level> m_stack;
    const Field* m_field = nullptr;
    std::size_t m_skipped = 0;
};

}  // namespace

std::string Scalar::takeText() {
    switch (kind) {
        case Kind::Text:
            return std::move(*text);
        case Kind::Integer:
            return std::to_string(integer);
        case Kind::Bool:
            return integer != 0 ? "true" : "false";
        case Kind::Number:
            return nlohmann::json(number).dump();
        case Kind::Null:
            break;
    }
    return {};
}

std::optional<std::int64_t> Scalar::asInteger() const {
    if (kind == Kind::Integer || kind == Kind::Bool)
        return integer;
    if (kind == Kind::Number)
        return rounded(number);
    if (kind != Kind::Text)
        return std::nullopt;
    if (const auto exact = parsed<std::int64_t>(*text))
        return exact;
    const auto inexact = parsed<double>(*text);
    return inexact ? rounded(*inexact) : std::nullopt;
}

double Scalar::asNumber() const {
    constexpr double Most = std::numeric_limits<double>::max();
    constexpr double Infinite = std::numeric_limits<double>::infinity();
    double result = std::numeric_limits<double>::quiet_NaN();
    if (kind == Kind::Text)
        result = textAsNumber(*text);
    else if (kind != Kind::Null)
        result = number;
    if (result == Most)
        return Infinite;
    return result == -Most ? -Infinite : result;
}

bool Scalar::asBool() const {
    return kind == Kind::Text ? *text == "true" : integer != 0;
}

std::string readShape(std::string_view text, const Shape& shape, void* object) {
    Walker walker(shape, object);
    if (nlohmann::json::sax_parse(text.begin(), text.end(), &walker))
        return {};
    return walker.reason.empty() ? "not an object" : walker.reason;
}

namespace detail {

base::Error unreadable(std::string_view text, const std::string& reason, const std::string& url) {
    const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    if (text.substr(begin).starts_with('{'))
        return {base::ErrorCode::AnswerInvalid, {url, reason}};
    return {base::ErrorCode::AnswerNotJson,
            {url, base::toUtf8(text.substr(begin, ShownBeginning))}};
}

std::string repaired(std::string_view text) {
    return madeValid(text);
}

}  // namespace detail

}  // namespace podium::stores
