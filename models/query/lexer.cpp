// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/lexer.h"

#include "query/casefold.h"
#include "query/number.h"
#include "query/times.h"

#include <algorithm>
#include <array>
#include <utility>

namespace podium::query {

namespace {

using namespace std::string_view_literals;

constexpr std::array Keywords{"AND"sv,   "OR"sv, "NOT"sv, "LIKE"sv,
                              "ILIKE"sv, "IN"sv, "IS"sv,  "NULL"sv};
constexpr std::array Operators{"="sv,  "!="sv, "<"sv,  "<="sv, ">"sv,
                               ">="sv, "=="sv, "<>"sv, "=~"sv, "!~"sv};
constexpr std::string_view OperatorCharacters = "<>=~!";

bool equalUpper(std::string_view text, std::string_view upper) {
    return std::equal(text.begin(), text.end(), upper.begin(), upper.end(), [](char a, char b) {
        return (a >= 'a' && a <= 'z' ? static_cast<char>(a - 'a' + 'A') : a) == b;
    });
}

bool isKeywordText(std::string_view text) {
    return std::any_of(Keywords.begin(), Keywords.end(),
                       [text](std::string_view keyword) { return equalUpper(text, keyword); });
}

std::size_t wordEnd(std::string_view text, std::size_t at) {
    while (const std::size_t length = wordAt(text, at))
        at += length;
    return at;
}

/// The end of a quoted piece that begins at `begin`, or npos if there is none. As in sqlparse's
/// patterns, `'(''|\\'|[^'])*'` and the like, two quotes (or a backslash and a quote) go on with
/// the text if any end follows, and otherwise the last such place is the end. No place is tried
/// twice, which keeps this linear.
std::size_t quotedEnd(std::string_view text, std::size_t begin, bool backslash) {
    struct Choice {
        std::size_t position;
        bool close;
    };
    const char quote = text[begin];
    std::vector<bool> seen(text.size() - begin + 2, false);
    std::vector<Choice> choices{{begin + 1, false}};
    while (!choices.empty()) {
        const auto [at, close] = choices.back();
        choices.pop_back();
        if (close)
            return at;
        if (at >= text.size() || seen[at - begin])
            continue;
        seen[at - begin] = true;
        const bool isQuote = text[at] == quote;
        const bool isPair = at + 1 < text.size() && text[at + 1] == quote &&
                            (isQuote || (backslash && text[at] == '\\'));
        if (isQuote || isPair)
            choices.push_back({at + 1, isQuote});
        if (isPair)
            choices.push_back({at + 2, false});
        else if (!isQuote)
            choices.push_back({at + 1, false});
    }
    return std::string_view::npos;
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isQuote(char c) {
    return c == '\'' || c == '"' || c == '`';
}

/// Walks over a filter and collects its tokens.
class Lexer {
public:
    explicit Lexer(std::string_view text) : m_text(text) {}

    std::vector<Token> normal() {
        while (skipSpace())
            takeToken();
        add(Lexeme::End, m_text.size());
        return std::move(m_tokens);
    }

    std::vector<Token> words() {
        while (skipSpace())
            takeWord();
        add(Lexeme::End, m_text.size());
        return std::move(m_tokens);
    }

private:
    /// Moves to the next character that is no blank; false at the end.
    bool skipSpace() {
        while (const std::size_t length = spaceAt(m_text, m_at))
            m_at += length;
        return m_at < m_text.size();
    }

    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }

    void add(Lexeme kind, std::size_t end, const char* expectation = "") {
        m_tokens.push_back({kind, m_at, end - m_at, m_text.substr(m_at, end - m_at), expectation});
        m_at = end;
    }

    void takeToken() {
        const char c = peek();
        if (c == '(')
            add(Lexeme::OpenBracket, m_at + 1);
        else if (c == ')')
            add(Lexeme::CloseBracket, m_at + 1);
        else if (c == ',')
            add(Lexeme::Comma, m_at + 1);
        else if (OperatorCharacters.find(c) != std::string_view::npos)
            takeOperator();
        else if (c == '\'')
            takeText();
        else if (startsNumber())
            takeNumber();
        else if (c == '`' || c == '"' || wordAt(m_text, m_at) != 0)
            takeName();
        else if (std::string_view("+-*/^").find(c) != std::string_view::npos)
            add(Lexeme::Sign, m_at + 1);
        else
            add(Lexeme::Error, m_at + decode(m_text, m_at).length, "character");
    }

    void takeOperator() {
        const std::size_t end =
            std::min(m_text.find_first_not_of(OperatorCharacters, m_at), m_text.size());
        const std::string_view text = m_text.substr(m_at, end - m_at);
        const bool known = std::find(Operators.begin(), Operators.end(), text) != Operators.end();
        add(known ? Lexeme::Operator : Lexeme::Error, end, known ? "" : "operator");
    }

    void takeText() {
        const std::size_t end = quotedEnd(m_text, m_at, true);
        if (end == std::string_view::npos)
            add(Lexeme::Error, m_text.size(), "close-quote");
        else
            add(Lexeme::Text, end);
    }

    [[nodiscard]] bool startsNumber() const {
        const std::size_t sign = peek() == '-' || peek() == '+' ? 1 : 0;
        if (isDigit(peek(sign)) || (peek(sign) == '.' && isDigit(peek(sign + 1))))
            return true;
        return sign == 1 && looseNumber(m_text.substr(m_at, 4)).has_value() &&
               wordAt(m_text, m_at + 4) == 0;
    }

    void takeNumber() {
        std::size_t end = m_at + 1;
        for (;;) {
            const bool exponent = m_text[end - 1] == 'e' || m_text[end - 1] == 'E';
            const bool sign =
                end < m_text.size() && (m_text[end] == '-' || m_text[end] == '+') && exponent;
            const std::size_t length =
                sign || (end < m_text.size() && m_text[end] == '.') ? 1 : wordAt(m_text, end);
            if (length == 0)
                break;
            end += length;
        }
        const std::string_view text = m_text.substr(m_at, end - m_at);
        if (looseNumber(text))
            return add(Lexeme::Number, end);
        const bool duration = readDuration(text).has_value();
        add(duration ? Lexeme::Duration : Lexeme::Error, end, duration ? "" : "number");
    }

    /// The end of a part of a name at `at`: a word or something in quotes; `at` itself if there is
    /// none, npos if a quote is not closed.
    [[nodiscard]] std::size_t partEnd(std::size_t at) const {
        if (at < m_text.size() && isQuote(m_text[at]))
            return quotedEnd(m_text, at, m_text[at] != '`');
        return wordEnd(m_text, at);
    }

    void takeName() {
        const char first = peek();
        std::size_t end = partEnd(m_at);
        bool dotted = false;
        while (end < m_text.size() && m_text[end] == '.') {
            dotted = true;
            end = takePart(end + 1);
        }
        if (end == std::string_view::npos) {
            const bool backtick = m_text.find('`', m_at) != std::string_view::npos;
            add(Lexeme::Error, m_text.size(), backtick ? "close-backtick" : "close-quote");
            return;
        }
        const std::string_view text = m_text.substr(m_at, end - m_at);
        const bool bracket = end < m_text.size() && m_text[end] == '(';
        if (dotted || first == '`')
            add(Lexeme::Name, end);
        else if (first == '"')
            add(Lexeme::Quoted, end);
        else if (isKeywordText(text))
            add(Lexeme::Keyword, end);
        else
            add(bracket ? Lexeme::Function : Lexeme::Name, end);
    }

    /// The part of a name behind a dot. Blanks before it belong to the key, as with MLflow; a dot
    /// with nothing behind it ends the name.
    [[nodiscard]] std::size_t takePart(std::size_t afterDot) const {
        std::size_t at = afterDot;
        while (const std::size_t length = spaceAt(m_text, at))
            at += length;
        const std::size_t end = partEnd(at);
        if (end == std::string_view::npos)
            return end;
        const bool apart = at != afterDot;
        if (end == at || (apart && isKeywordText(m_text.substr(at, end - at))))
            return afterDot;
        return end;
    }

    void takeWord() {
        const char c = peek();
        if (c == '(')
            return add(Lexeme::OpenBracket, m_at + 1);
        if (c == ')')
            return add(Lexeme::CloseBracket, m_at + 1);
        if (c == '\'' || c == '"') {
            const std::size_t end = quotedEnd(m_text, m_at, true);
            if (end == std::string_view::npos)
                return add(Lexeme::Error, m_text.size(), "close-quote");
            return add(Lexeme::Text, end);
        }
        std::size_t end = m_at;
        while (end < m_text.size() && m_text[end] != '(' && m_text[end] != ')' &&
               spaceAt(m_text, end) == 0)
            end += decode(m_text, end).length;
        const std::string_view word = m_text.substr(m_at, end - m_at);
        add(isKeywordText(word) ? Lexeme::Keyword : Lexeme::Word, end);
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<Token> m_tokens;
};

}  // namespace

std::vector<Token> lex(std::string_view text) {
    return Lexer(text).normal();
}

bool isPlainWords(const std::vector<Token>& tokens) {
    return std::none_of(tokens.begin(), tokens.end(), [](const Token& token) {
        if (token.kind == Lexeme::Keyword)
            return !isKeyword(token, "AND") && !isKeyword(token, "OR") && !isKeyword(token, "NOT");
        // A name whose quote is not closed is a condition; an apostrophe in a word is none.
        const bool openName = token.kind == Lexeme::Error && token.length > 1 &&
                              (token.text[0] == '`' || !isQuote(token.text[0]));
        return token.kind == Lexeme::Operator || token.kind == Lexeme::Function ||
               (token.kind == Lexeme::Error && token.expectation == "operator"sv) ||
               (openName && std::string_view(token.expectation).starts_with("close"));
    });
}

std::vector<Token> lexWords(std::string_view text) {
    return Lexer(text).words();
}

bool isKeyword(const Token& token, std::string_view keyword) {
    return token.kind == Lexeme::Keyword && equalUpper(token.text, keyword);
}

}  // namespace podium::query
