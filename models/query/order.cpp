// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/casefold.h"
#include "query/lexer.h"
#include "query/listliteral.h"
#include "query/names.h"
#include "query/sort.h"

#include <optional>
#include <utility>

namespace podium::query {

namespace {

using base::ErrorCode;

/// Splits like Python's shlex.split(), through which MLflow sends its order clauses: quotes are
/// taken off wherever they stand. Nothing if a quote is not closed.
class ShellSplitter {
public:
    explicit ShellSplitter(std::string_view text) : m_text(text) {}

    std::optional<std::vector<std::string>> split() {
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == ' ' || c == '\t' || c == '\r' || c == '\n')
                finishWord();
            else if (!takeCharacter(c))
                return std::nullopt;
        }
        finishWord();
        return std::move(m_words);
    }

private:
    void finishWord() {
        if (m_open)
            m_words.push_back(std::exchange(m_word, {}));
        m_open = false;
    }

    bool takeCharacter(char c) {
        m_open = true;
        if (c == '"' || c == '\'')
            return takeQuoted(c);
        if (c == '\\') {
            if (++m_at >= m_text.size())
                return false;
            c = m_text[m_at];
        }
        m_word.push_back(c);
        return true;
    }

    bool takeQuoted(char quote) {
        for (++m_at; m_at < m_text.size() && m_text[m_at] != quote; ++m_at) {
            const char c = m_text[m_at];
            const char next = m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0';
            if (quote == '"' && c == '\\' && (next == '"' || next == '\\'))
                ++m_at;
            m_word.push_back(m_text[m_at]);
        }
        return m_at < m_text.size();
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    bool m_open = false;
    std::string m_word;
    std::vector<std::string> m_words;
};

/// The name of a clause as MLflow looks it up, and its direction.
struct Clause {
    std::string name;
    bool descending = false;
};

bool isName(const Token& token) {
    return token.kind == Lexeme::Name || token.kind == Lexeme::Quoted;
}

std::optional<Clause> splitClause(const std::string& text) {
    const std::vector<Token> tokens = lex(text);
    const bool fits = isName(tokens[0]) && tokens[0].position == 0 &&
                      (tokens.size() == 2 || (tokens.size() == 3 && isName(tokens[1]))) &&
                      tokens[tokens.size() - 2].end() == text.size();
    if (!fits)
        return std::nullopt;
    std::string quoted = text;
    for (char& c : quoted)
        if (c == '`')
            c = '"';
    const auto words = ShellSplitter(quoted).split();
    if (!words || words->size() > 2)
        return std::nullopt;
    // MLflow uses the words only if there is a direction; a name alone keeps its quotes.
    if (words->size() == 1)
        return Clause{text, false};
    const std::string direction = foldCase(words->back());
    if (direction != "asc" && direction != "desc")
        return std::nullopt;
    return Clause{std::string(trimmed(words->front())), direction == "desc"};
}

base::Error clauseError(ErrorCode code, const std::string& clause, std::string_view reason,
                        std::size_t index) {
    base::Error error = queryError(code, 0, clause.size(), reason);
    error.args.push_back(std::to_string(index));
    return error;
}

}  // namespace

base::Result<std::vector<OrderKey>> parseOrder(std::span<const std::string> clauses) {
    std::vector<OrderKey> keys;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        const std::optional<Clause> clause = splitClause(clauses[i]);
        if (!clause)
            return clauseError(ErrorCode::QuerySyntax, clauses[i], "order", i);
        const auto named = columnNamed(clause->name, true);
        if (const auto* problem = std::get_if<NameProblem>(&named)) {
            const char* reason = *problem == NameProblem::Entity      ? "entity"
                                 : *problem == NameProblem::Attribute ? "attribute"
                                                                      : "dataset-field";
            return clauseError(ErrorCode::QueryInvalid, clauses[i], reason, i);
        }
        const ColumnKey& column = std::get<NamedColumn>(named).column;
        if (column.kind == ColumnKind::Dataset)
            return clauseError(ErrorCode::QueryInvalid, clauses[i], "order-dataset", i);
        keys.push_back({column, clause->descending, false});
    }
    return keys;
}

}  // namespace podium::query
