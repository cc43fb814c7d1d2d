// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/query.h"

#include "query/parser.h"

#include <utility>

namespace podium::query {

namespace {

constexpr std::size_t MaximumLength = 64 * 1024;

}  // namespace

Filter::Filter() : Filter(std::make_shared<const Expression>(), true, {}) {}

Filter::Filter(std::shared_ptr<const Expression> expression, bool mlflow, std::vector<Note> notes)
    : m_expression(std::move(expression)), m_mlflow(mlflow), m_notes(std::move(notes)) {}

bool Filter::matchesAll() const {
    return m_expression->kind == Expression::Kind::Everything;
}

std::vector<ColumnKey> Filter::columns() const {
    std::vector<ColumnKey> columns;
    collectColumns(*m_expression, columns);
    return columns;
}

base::Result<Filter> parseFilter(std::string_view text) {
    if (text.size() > MaximumLength)
        return queryError(base::ErrorCode::QueryInvalid, MaximumLength, text.size() - MaximumLength,
                          "too-long");
    std::vector<Token> tokens = lex(text);
    const bool words = isPlainWords(tokens);
    if (words)
        tokens = lexWords(text);
    return Parser(text, std::move(tokens), words).parse();
}

bool acceptedByMlflow(const Filter& filter) {
    return filter.mlflow();
}

}  // namespace podium::query
