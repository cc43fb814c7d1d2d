// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/query.h"

#include "query/parser.h"

#include <utility>

namespace podium::query {

Filter::Filter() : Filter(std::make_shared<const Expression>(), true, {}) {}

Filter::Filter(std::shared_ptr<const Expression> expression, bool mlflow, std::vector<Note> notes,
               bool relative)
    : m_expression(std::move(expression)),
      m_mlflow(mlflow),
      m_relative(relative),
      m_notes(std::move(notes)) {}

bool Filter::matchesAll() const {
    return m_expression->kind == Expression::Kind::Everything;
}

std::vector<ColumnKey> Filter::columns() const {
    std::vector<ColumnKey> columns;
    collectColumns(*m_expression, columns);
    return columns;
}

base::Result<Filter> parseFilter(std::string_view text, std::optional<base::Millis> now) {
    if (text.size() > MaximumFilterLength)
        return queryError(base::ErrorCode::QueryInvalid, MaximumFilterLength,
                          text.size() - MaximumFilterLength, "too-long");
    std::vector<Token> tokens = lex(text);
    const bool words = isPlainWords(tokens);
    if (words)
        tokens = lexWords(text);
    return Parser(text, std::move(tokens), words, now ? *now : base::systemClock()()).parse();
}

bool acceptedByMlflow(const Filter& filter) {
    return filter.mlflow();
}

}  // namespace podium::query
