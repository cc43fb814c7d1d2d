// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/gatetext.h"

#include "query/lexer.h"
#include "query/names.h"
#include "query/number.h"

#include <charconv>
#include <optional>
#include <variant>

namespace podium::registry {

using base::Error;
using base::ErrorCode;
using Field = Gate::Name::Field;
using query::Lexeme;

namespace {

constexpr std::string_view Candidate = "candidate.";
constexpr std::string_view Incumbent = "incumbent.";

std::size_t numberIn(const std::string& text) {
    std::size_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::optional<Field> keyedField(std::string_view word) {
    if (word == "run_tags" || word == "run_tag")
        return Field::RunTag;
    switch (query::entityKind(word).value_or(query::ColumnKind::Attribute)) {
        case query::ColumnKind::Metric:
            return Field::Metric;
        case query::ColumnKind::Param:
            return Field::Param;
        case query::ColumnKind::Tag:
            return Field::Tag;
        default:
            return std::nullopt;
    }
}

std::optional<Field> plainField(std::string_view word) {
    if (word == "version")
        return Field::Version;
    if (word == "stage" || word == "current_stage")
        return Field::Stage;
    if (word == "run_name")
        return Field::RunName;
    return std::nullopt;
}

/// A key without the quotes that MLflow takes off.
std::string bareKey(std::string_view key) {
    const auto named = query::columnNamed("tags." + std::string(key), false);
    const auto* column = std::get_if<query::NamedColumn>(&named);
    return column == nullptr ? std::string(key) : column->column.key;
}

bool isNumeric(Field field) {
    return field == Field::Metric || field == Field::Version;
}

}  // namespace

bool GateText::read(std::string_view text) {
    m_text = text;
    const std::vector<query::Token> tokens = query::lex(text);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const query::Token& token = tokens[i];
        if (token.kind != Lexeme::Name)
            continue;
        const bool signature = token.text == "signature" && i + 1 < tokens.size() &&
                               tokens[i + 1].kind == Lexeme::Name &&
                               tokens[i + 1].text == "compatible";
        if (signature) {
            const std::size_t length = tokens[i + 1].end() - token.position;
            const std::string column = columnFor({std::string(text.substr(token.position, length)),
                                                  false,
                                                  Field::Signature,
                                                  {},
                                                  {}});
            put(token.position, length, "tags." + column + " = 'yes'");
            ++i;
        } else if (!query::looseNumber(token.text) && !takeName(token.text, token.position)) {
            return false;
        }
    }
    m_filter += m_text.substr(m_copied);
    return true;
}

bool GateText::takeName(std::string_view text, std::size_t position) {
    const bool incumbent = text.starts_with(Incumbent);
    if (!incumbent && !text.starts_with(Candidate))
        return fail(ErrorCode::QueryInvalid, position, text.size(), "gate-side");
    const std::size_t begin = Candidate.size();  // both are as long
    const std::string_view rest = text.substr(begin);
    const std::size_t dot = rest.find('.');
    const std::string_view word = rest.substr(0, dot);
    const bool keyed = dot != std::string_view::npos;
    const std::optional<Field> field = keyed ? keyedField(word) : plainField(word);
    if (!field && !keyed && keyedField(word))
        return fail(ErrorCode::QuerySyntax, position + text.size(), 0, "key");
    if (!field)
        return fail(ErrorCode::QueryInvalid, position + begin, word.size(), "gate-field");
    const std::string_view key = keyed ? rest.substr(dot + 1) : std::string_view();
    if (keyed && key.empty())
        return fail(ErrorCode::QuerySyntax, position + text.size(), 0, "key");
    const std::string column =
        columnFor({std::string(text), incumbent, *field, keyed ? bareKey(key) : std::string(), {}});
    put(position, text.size(), (isNumeric(*field) ? "metrics." : "tags.") + column);
    return true;
}

void GateText::put(std::size_t position, std::size_t length, const std::string& replacement) {
    m_filter += m_text.substr(m_copied, position - m_copied);
    const std::size_t from = m_filter.size();
    m_filter += replacement;
    m_pieces.push_back({from, m_filter.size(), position, position + length});
    m_copied = position + length;
}

std::string GateText::columnFor(Gate::Name name) {
    for (const Gate::Name& known : m_names) {
        if (known.ofIncumbent == name.ofIncumbent && known.field == name.field &&
            known.key == name.key)
            return known.column;
    }
    name.column = "k" + std::to_string(m_names.size());
    m_names.push_back(std::move(name));
    return m_names.back().column;
}

bool GateText::fail(ErrorCode code, std::size_t position, std::size_t length,
                    std::string_view reason) {
    m_error = {code, {std::to_string(position), std::to_string(length), std::string(reason)}};
    return false;
}

std::size_t GateText::placeOf(std::size_t position, bool end) const {
    std::size_t from = 0;
    std::size_t to = 0;
    for (const Piece& piece : m_pieces) {
        if (position < piece.from)
            break;
        if (position < piece.fromEnd)
            return end && position > piece.from ? piece.toEnd : piece.to;
        from = piece.fromEnd;
        to = piece.toEnd;
    }
    return std::min(to + (position - from), m_text.size());
}

Error GateText::moved(const Error& error) const {
    if (error.args.size() < 3)
        return error;
    const std::size_t begin = numberIn(error.args[0]);
    const std::size_t length = numberIn(error.args[1]);
    const std::size_t place = placeOf(begin, length == 0);
    const std::size_t end = std::max(placeOf(begin + length, true), place);
    Error moved = error;
    moved.args[0] = std::to_string(place);
    moved.args[1] = std::to_string(length == 0 ? 0 : end - place);
    return moved;
}

}  // namespace podium::registry
