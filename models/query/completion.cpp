// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/completion.h"

#include "domain/entities.h"
#include "query/casefold.h"
#include "query/lexer.h"
#include "query/names.h"
#include "query/number.h"
#include "query/times.h"

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
            case Expected::Metric:
                return followOperand(token);
            case Expected::FunctionEnd:
                return followArgument(token);
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
            case Expected::Value:
                return followValue(token);
            case Expected::Null:
                m_expected = Expected::Conjunction;
                return;
            case Expected::Conjunction:
                return followConjunction(token);
        }
    }

    [[nodiscard]] Expected expected() const { return m_expected; }
    /// The column of the condition at hand, if its name is known.
    [[nodiscard]] const std::optional<NamedColumn>& column() const { return m_column; }

private:
    /// A bracket that is open: what follows it when it closes.
    struct Bracket {
        bool function = false;
        bool right = false;
    };

    void followOperand(const Token& token) {
        if (token.kind == Lexeme::Function) {
            m_function = true;
            m_reduction = reductionNamed(token.text).has_value();
        } else if (token.kind == Lexeme::OpenBracket) {
            m_brackets.push_back({m_function, m_right});
            if (std::exchange(m_function, false)) {
                m_right = false;
                m_expected = m_reduction ? Expected::Metric : Expected::Operand;
            }
        } else if (token.kind == Lexeme::Name || token.kind == Lexeme::Quoted) {
            if (!m_right)
                remember(token);
            endOperand();
        } else if (token.kind == Lexeme::Number || token.kind == Lexeme::Duration) {
            endOperand();
        }
    }

    void endOperand() {
        const bool argument = !m_brackets.empty() && m_brackets.back().function;
        m_expected = m_right    ? Expected::Conjunction
                     : argument ? Expected::FunctionEnd
                                : Expected::Operator;
    }

    void followArgument(const Token& token) {
        if (token.kind == Lexeme::CloseBracket)
            close();
        else if (token.kind == Lexeme::Operator || token.kind == Lexeme::Keyword)
            followOperator(token);  // the condition of if(...)
        else
            m_expected = Expected::Operand;
    }

    void close() {
        const Bracket bracket = m_brackets.empty() ? Bracket() : m_brackets.back();
        if (!m_brackets.empty())
            m_brackets.pop_back();
        m_right = bracket.right;
        if (bracket.function)
            endOperand();
        else
            m_expected = Expected::Conjunction;
    }

    void followValue(const Token& token) {
        m_right = true;
        if (token.kind == Lexeme::Function || token.kind == Lexeme::OpenBracket ||
            token.kind == Lexeme::Sign) {
            m_expected = Expected::Operand;
            return followOperand(token);
        }
        m_expected = Expected::Conjunction;
    }

    void followConjunction(const Token& token) {
        if (token.kind == Lexeme::CloseBracket)
            return close();
        m_expected = Expected::Operand;
        if (token.kind == Lexeme::Sign)
            return;
        m_right = false;
        if (token.kind != Lexeme::Keyword)
            followOperand(token);
    }

    void followOperator(const Token& token) {
        if (isKeyword(token, "IS"))
            m_expected = Expected::NullOrNot;
        else if (isKeyword(token, "NOT"))
            m_expected = Expected::LikeOrIn;
        else if (isKeyword(token, "IN"))
            m_expected = Expected::List;
        else if (isKeyword(token, "AND") || isKeyword(token, "OR") || token.kind == Lexeme::Sign)
            m_expected = Expected::Operand;
        else if (token.kind == Lexeme::CloseBracket)
            close();
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
    bool m_reduction = false;
    bool m_right = false;  // behind the operator
    std::vector<Bracket> m_brackets;
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
    Attribute::RunName,      Attribute::Status, Attribute::StartTime, Attribute::EndTime,
    Attribute::Duration,     Attribute::UserId, Attribute::RunId,     Attribute::ExperimentName,
    Attribute::ExperimentId, Attribute::Source, Attribute::Lifecycle, Attribute::ArtifactUri};

constexpr std::array OfferedReductions{Reduction::Min,    Reduction::Max,      Reduction::Mean,
                                       Reduction::Best,   Reduction::First,    Reduction::Last,
                                       Reduction::Count,  Reduction::MeanLast, Reduction::AtStep,
                                       Reduction::AtBest, Reduction::TimeTo,   Reduction::Slope};

constexpr std::array OfferedFunctions{"abs("sv, "log("sv, "exp("sv, "sqrt("sv, "if("sv};

constexpr std::array Times{"today"sv,     "yesterday"sv,  "1 hour ago"sv,
                           "1 day ago"sv, "7 days ago"sv, "30 days ago"sv};
constexpr std::array Durations{"10s"sv, "1min"sv, "10min"sv, "1h"sv, "12h"sv, "1d"sv};

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
        case ColumnKind::Formula:
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
    for (const std::string_view function : OfferedFunctions)
        out.add(CandidateKind::Function, function);
    out.add(CandidateKind::Keyword, "NOT");
}

void addOperators(Collector& out, const std::optional<NamedColumn>& column) {
    for (const std::string_view text : {"="sv, "!="sv})
        out.add(CandidateKind::Operator, text);
    if (!column || isNumberColumn(column) || column->column.kind == ColumnKind::Param)
        for (const std::string_view text : {"<"sv, "<="sv, ">"sv, ">="sv})
            out.add(CandidateKind::Operator, text);
    if (!isNumberColumn(column))
        for (const std::string_view text :
             {"LIKE"sv, "ILIKE"sv, "NOT LIKE"sv, "NOT ILIKE"sv, "=~"sv, "!~"sv})
            out.add(CandidateKind::Operator, text);
    for (const std::string_view text : {"IN"sv, "NOT IN"sv, "IS NULL"sv, "IS NOT NULL"sv})
        out.add(CandidateKind::Operator, text);
}

void addValues(Collector& out, const std::optional<NamedColumn>& column, const KeyCatalog& catalog,
               bool typed) {
    if (column && column->whole) {
        const bool lasts = column->column == attributeColumn(Attribute::Duration);
        for (const std::string_view text : lasts ? Durations : Times)
            out.add(CandidateKind::Value, text);
    }
    if (!column || isNumberColumn(column)) {
        // Another column, once a letter of it is there.
        if (typed && column && !column->whole)
            addKeys(out, ColumnKind::Metric, catalog);
        return;
    }
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
    if (expected == Expected::Value) {
        const std::size_t dot = typed.find('.');
        if (const auto kind =
                dot == std::string_view::npos ? std::nullopt : entityKind(typed.substr(0, dot))) {
            Collector out(withoutOpeningQuote(typed.substr(dot + 1)), limit);
            addKeys(out, *kind, catalog);
            return out.take();
        }
    }
    Collector out(withoutOpeningQuote(typed), limit);
    const auto keywords = [&out](std::initializer_list<std::string_view> list) {
        for (const std::string_view keyword : list)
            out.add(CandidateKind::Keyword, keyword);
    };
    if (expected == Expected::Operator)
        addOperators(out, follower.column());
    else if (expected == Expected::Value || expected == Expected::ListItem)
        addValues(out, follower.column(), catalog, !typed.empty());
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
           token.kind == Lexeme::Duration || token.kind == Lexeme::Error;
}

/// A name where a value stands: a column, or a word such as "days" or "ago".
SpanKind valueNameKind(std::string_view name) {
    if (std::holds_alternative<NamedColumn>(columnNamed(name, false)))
        return SpanKind::Key;
    const bool time = durationUnit(name) || namedTime(name, 0) || foldCase(name) == "ago";
    return time ? SpanKind::Word : SpanKind::Error;
}

SpanKind spanKind(const Token& token, Expected expected) {
    switch (token.kind) {
        case Lexeme::Name:
            return expected == Expected::Value ? valueNameKind(token.text) : SpanKind::Key;
        case Lexeme::Quoted:
            return expected == Expected::Operand ? SpanKind::Key : SpanKind::Text;
        case Lexeme::Text:
            return SpanKind::Text;
        case Lexeme::Number:
        case Lexeme::Duration:
            return SpanKind::Number;
        case Lexeme::Sign:
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
