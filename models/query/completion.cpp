// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/completion.h"

#include "domain/entities.h"
#include "query/casefold.h"
#include "query/lexer.h"
#include "query/names.h"
#include "query/number.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace podium::query {

namespace {

using namespace std::string_view_literals;

/// What has to come next in a filter.
enum class Expected {
    Operand,
    Metric,  // inside a function
    FunctionEnd,
    Operator,
    NullOrNot,
    Null,
    LikeOrIn,
    List,
    ListItem,
    Value,
    Conjunction
};

/// Follows the tokens of a filter, also of a wrong one, and says what has to come next.
class Follower {
public:
    void follow(const Token& token) {
        switch (m_expected) {
            case Expected::Operand:
                return followOperand(token);
            case Expected::Metric:
                m_expected = Expected::FunctionEnd;
                return remember(token);
            case Expected::FunctionEnd:
                m_expected = Expected::Operator;
                return;
            case Expected::Operator:
                return followOperator(token);
            case Expected::NullOrNot:
                m_expected = isKeyword(token, "NOT") ? Expected::Null : Expected::Conjunction;
                return;
            case Expected::LikeOrIn:
                m_expected = isKeyword(token, "IN") ? Expected::List : Expected::Value;
                return;
            case Expected::List:
                m_expected = Expected::ListItem;
                return;
            case Expected::ListItem:
                if (token.kind == Lexeme::CloseBracket)
                    m_expected = Expected::Conjunction;
                return;
            case Expected::Null:
            case Expected::Value:
                m_expected = Expected::Conjunction;
                return;
            case Expected::Conjunction:
                if (token.kind != Lexeme::CloseBracket)
                    m_expected = Expected::Operand;
                if (token.kind != Lexeme::Keyword)
                    followOperand(token);
                return;
        }
    }

    [[nodiscard]] Expected expected() const { return m_expected; }
    /// The column of the condition at hand, if its name is known.
    [[nodiscard]] const std::optional<NamedColumn>& column() const { return m_column; }

private:
    void followOperand(const Token& token) {
        if (token.kind == Lexeme::Function) {
            m_expected = Expected::Operand;
            m_function = true;
        } else if (token.kind == Lexeme::OpenBracket && std::exchange(m_function, false)) {
            m_expected = Expected::Metric;
        } else if (token.kind == Lexeme::Name || token.kind == Lexeme::Quoted) {
            m_expected = Expected::Operator;
            remember(token);
        }
    }

    void followOperator(const Token& token) {
        if (isKeyword(token, "IS"))
            m_expected = Expected::NullOrNot;
        else if (isKeyword(token, "NOT"))
            m_expected = Expected::LikeOrIn;
        else if (isKeyword(token, "IN"))
            m_expected = Expected::List;
        else if (isKeyword(token, "AND") || isKeyword(token, "OR"))
            m_expected = Expected::Operand;
        else
            m_expected = Expected::Value;
    }

    void remember(const Token& token) {
        const auto named = columnNamed(token.text, false);
        const auto* found = std::get_if<NamedColumn>(&named);
        m_column = found == nullptr ? std::nullopt : std::optional(*found);
    }

    Expected m_expected = Expected::Operand;
    bool m_function = false;
    std::optional<NamedColumn> m_column;
};

bool isNumberColumn(const std::optional<NamedColumn>& column) {
    return column && (column->whole || column->column.kind == ColumnKind::Metric);
}

/// Gathers candidates that fit what was typed: those that begin with it first.
class Collector {
public:
    Collector(std::string_view typed, std::size_t limit)
        : m_typed(foldCase(typed)), m_limit(limit) {}

    /// `shown` is what the typed text is compared with.
    void add(CandidateKind kind, std::string_view shown, std::string text) {
        if (m_first.size() >= m_limit || text.empty())
            return;
        const std::size_t found = foldCase(shown).find(m_typed);
        if (found == 0)
            m_first.push_back({kind, std::move(text)});
        else if (found != std::string::npos && m_rest.size() < m_limit)
            m_rest.push_back({kind, std::move(text)});
    }

    void add(CandidateKind kind, std::string_view text) { add(kind, text, std::string(text)); }

    std::vector<Candidate> take() {
        for (Candidate& candidate : m_rest)
            if (m_first.size() < m_limit)
                m_first.push_back(std::move(candidate));
        return std::move(m_first);
    }

private:
    std::string m_typed;
    std::size_t m_limit;
    std::vector<Candidate> m_first;
    std::vector<Candidate> m_rest;
};

std::string_view withoutOpeningQuote(std::string_view text) {
    const bool quote = !text.empty() && (text[0] == '`' || text[0] == '"' || text[0] == '\'');
    return quote ? text.substr(1) : text;
}

constexpr std::array OfferedAttributes{
    Attribute::RunName,      Attribute::Status,    Attribute::StartTime,  Attribute::EndTime,
    Attribute::Duration,     Attribute::UserId,    Attribute::RunId,      Attribute::ExperimentName,
    Attribute::ExperimentId, Attribute::Lifecycle, Attribute::ArtifactUri};

constexpr std::array OfferedReductions{Reduction::Min,   Reduction::Max,  Reduction::Mean,
                                       Reduction::First, Reduction::Last, Reduction::Count};

constexpr std::array DatasetFields{"name"sv, "digest"sv, "context"sv};

/// Offers keys of one kind.
void addKeys(Collector& out, ColumnKind kind, const KeyCatalog& catalog) {
    const auto add = [&out](const std::vector<std::string>& keys, auto makeColumn) {
        for (const std::string& key : keys)
            out.add(CandidateKind::Key, key, columnName(makeColumn(key)));
    };
    switch (kind) {
        case ColumnKind::Metric:
            return add(catalog.metrics, [](const std::string& key) { return metricColumn(key); });
        case ColumnKind::Param:
            return add(catalog.params, [](const std::string& key) { return paramColumn(key); });
        case ColumnKind::Tag:
            return add(catalog.tags, [](const std::string& key) { return tagColumn(key); });
        case ColumnKind::Dataset:
            for (const std::string_view field : DatasetFields)
                out.add(CandidateKind::Key, field, "datasets." + std::string(field));
            return;
        case ColumnKind::Attribute:
            for (const Attribute attribute : OfferedAttributes)
                out.add(CandidateKind::Key, attributeName(attribute));
            return;
    }
}

void addOperands(Collector& out, const KeyCatalog& catalog, bool metricsOnly) {
    if (!metricsOnly) {
        addKeys(out, ColumnKind::Attribute, catalog);
        for (const std::string_view entity : {"metrics."sv, "params."sv, "tags."sv, "datasets."sv})
            out.add(CandidateKind::Key, entity);
    }
    addKeys(out, ColumnKind::Metric, catalog);
    if (metricsOnly)
        return;
    addKeys(out, ColumnKind::Param, catalog);
    addKeys(out, ColumnKind::Tag, catalog);
    addKeys(out, ColumnKind::Dataset, catalog);
    for (const Reduction reduction : OfferedReductions)
        out.add(CandidateKind::Function, std::string(reductionName(reduction)) + "(");
    out.add(CandidateKind::Keyword, "NOT");
}

void addOperators(Collector& out, const std::optional<NamedColumn>& column) {
    for (const std::string_view text : {"="sv, "!="sv})
        out.add(CandidateKind::Operator, text);
    if (!column || isNumberColumn(column) || column->column.kind == ColumnKind::Param)
        for (const std::string_view text : {"<"sv, "<="sv, ">"sv, ">="sv})
            out.add(CandidateKind::Operator, text);
    if (!isNumberColumn(column))
        for (const std::string_view text : {"LIKE"sv, "ILIKE"sv, "NOT LIKE"sv, "NOT ILIKE"sv})
            out.add(CandidateKind::Operator, text);
    for (const std::string_view text : {"IN"sv, "NOT IN"sv, "IS NULL"sv, "IS NOT NULL"sv})
        out.add(CandidateKind::Operator, text);
}

void addValues(Collector& out, const std::optional<NamedColumn>& column,
               const KeyCatalog& catalog) {
    if (!column || isNumberColumn(column))
        return;
    if (column->column == attributeColumn(Attribute::Status))
        for (const auto status :
             {domain::RunStatus::Finished, domain::RunStatus::Running, domain::RunStatus::Failed,
              domain::RunStatus::Killed, domain::RunStatus::Scheduled})
            out.add(CandidateKind::Value, domain::statusName(status),
                    writtenText(domain::statusName(status)));
    else if (column->column == attributeColumn(Attribute::Lifecycle))
        for (const auto lifecycle : {domain::Lifecycle::Active, domain::Lifecycle::Deleted})
            out.add(CandidateKind::Value, domain::lifecycleName(lifecycle),
                    writtenText(domain::lifecycleName(lifecycle)));
    else if (catalog.values)
        for (const std::string& value : catalog.values(column->column))
            out.add(CandidateKind::Value, value, writtenText(value));
}

std::vector<Candidate> candidates(const Follower& follower, std::string_view typed,
                                  const KeyCatalog& catalog, std::size_t limit) {
    const Expected expected = follower.expected();
    if (expected == Expected::Operand || expected == Expected::Metric) {
        const std::size_t dot = typed.find('.');
        const auto kind =
            dot == std::string_view::npos ? std::nullopt : entityKind(typed.substr(0, dot));
        Collector out(withoutOpeningQuote(kind ? typed.substr(dot + 1) : typed), limit);
        if (kind)
            addKeys(out, *kind, catalog);
        else
            addOperands(out, catalog, expected == Expected::Metric);
        return out.take();
    }
    Collector out(withoutOpeningQuote(typed), limit);
    const auto keywords = [&out](std::initializer_list<std::string_view> list) {
        for (const std::string_view keyword : list)
            out.add(CandidateKind::Keyword, keyword);
    };
    if (expected == Expected::Operator)
        addOperators(out, follower.column());
    else if (expected == Expected::Value || expected == Expected::ListItem)
        addValues(out, follower.column(), catalog);
    else if (expected == Expected::NullOrNot)
        keywords({"NULL", "NOT NULL"});
    else if (expected == Expected::Null)
        keywords({"NULL"});
    else if (expected == Expected::LikeOrIn)
        keywords({"LIKE", "ILIKE", "IN"});
    else if (expected == Expected::List)
        keywords({"("});
    else if (expected == Expected::FunctionEnd)
        keywords({")"});
    else
        keywords({"AND", "OR"});
    return out.take();
}

/// True if the cursor at the end of the token still types it.
bool isUnfinished(const Token& token) {
    return token.kind == Lexeme::Name || token.kind == Lexeme::Keyword ||
           token.kind == Lexeme::Function || token.kind == Lexeme::Number ||
           token.kind == Lexeme::Error;
}

SpanKind spanKind(const Token& token, Expected expected) {
    switch (token.kind) {
        case Lexeme::Name:
            return expected == Expected::Value ? SpanKind::Error : SpanKind::Key;
        case Lexeme::Quoted:
            return expected == Expected::Operand ? SpanKind::Key : SpanKind::Text;
        case Lexeme::Text:
            return SpanKind::Text;
        case Lexeme::Number:
            return SpanKind::Number;
        case Lexeme::Operator:
            return SpanKind::Operator;
        case Lexeme::Keyword:
            return SpanKind::Keyword;
        case Lexeme::OpenBracket:
        case Lexeme::CloseBracket:
        case Lexeme::Comma:
            return SpanKind::Bracket;
        case Lexeme::Function:
            return SpanKind::Function;
        case Lexeme::Word:
        case Lexeme::End:
            return SpanKind::Word;
        case Lexeme::Error:
            break;
    }
    return SpanKind::Error;
}

}  // namespace

std::vector<Span> tokens(std::string_view text) {
    std::vector<Token> parts = lex(text);
    const bool words = isPlainWords(parts);
    if (words)
        parts = lexWords(text);
    std::vector<Span> spans;
    Follower follower;
    for (const Token& token : parts) {
        if (token.kind == Lexeme::End)
            break;
        const bool number = token.kind == Lexeme::Name && looseNumber(token.text).has_value() &&
                            follower.expected() == Expected::Value;
        spans.push_back({number ? SpanKind::Number : spanKind(token, follower.expected()),
                         token.position, token.length});
        if (!words)
            follower.follow(token);
    }
    return spans;
}

Completion complete(std::string_view text, std::size_t cursor, const KeyCatalog& catalog,
                    std::size_t limit) {
    cursor = std::min(cursor, text.size());
    Completion completion{cursor, cursor, {}};
    Follower follower;
    for (const Token& token : lex(text)) {
        if (token.kind == Lexeme::End || token.position >= cursor)
            break;
        const bool touches = cursor < token.end() || (cursor == token.end() && isUnfinished(token));
        if (!touches) {
            follower.follow(token);
            continue;
        }
        completion.begin = token.position;
        completion.end = token.kind == Lexeme::Error ? cursor : token.end();
        break;
    }
    const std::string_view typed = text.substr(completion.begin, cursor - completion.begin);
    completion.candidates = candidates(follower, typed, catalog, limit);
    return completion;
}

}  // namespace podium::query
