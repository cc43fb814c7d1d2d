// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace podium::query {

enum class Lexeme {
    Name,         // key, entity.key, `key`, entity."key" ...
    Quoted,       // "text": a key on the left of an operator, a text on its right
    Text,         // 'text'
    Number,       // -1.5e3
    Duration,     // 2h 1h30min
    Operator,     // = != < <= > >= == <> =~ !~
    Sign,         // + - * / ^
    Keyword,      // AND OR NOT LIKE ILIKE IN IS NULL, in any case
    OpenBracket,  // (
    CloseBracket,
    Comma,
    Function,  // a name right before a bracket
    Word,      // only in a text of plain words
    Error,
    End
};

/// A piece of a filter: where it stands (bytes) and, for Error, what was expected.
struct Token {
    Lexeme kind = Lexeme::End;
    std::size_t position = 0;
    std::size_t length = 0;
    std::string_view text;
    const char* expectation = "";

    [[nodiscard]] std::size_t end() const { return position + length; }
};

/// Cuts a filter into tokens, at the same places as sqlparse does wherever MLflow accepts it. Goes
/// on behind an error, so that the rest can be coloured; the last token is End.
[[nodiscard]] std::vector<Token> lex(std::string_view text);

/// True if the tokens compare nothing: such a text is a search for words.
[[nodiscard]] bool isPlainWords(const std::vector<Token>& tokens);

/// Cuts a text of plain words: Word, Text and Quoted, brackets, the keywords AND, OR, NOT.
[[nodiscard]] std::vector<Token> lexWords(std::string_view text);

/// Compares a token with an ASCII keyword written in upper case.
[[nodiscard]] bool isKeyword(const Token& token, std::string_view keyword);

}  // namespace podium::query
