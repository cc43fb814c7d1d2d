// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/gate.h"

#include "query/direction.h"
#include "query/expression.h"
#include "query/names.h"
#include "registry/evidence.h"
#include "registry/gatetext.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace podium::registry {

using base::Error;
using base::ErrorCode;
using base::Result;
using query::ColumnKey;
using query::ColumnKind;
using query::Comparator;
using query::Expression;
using query::Reduction;
using Outcome = GateResult::Outcome;

namespace {

std::string shortest(double number) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number);
    return {text.data(), end.ptr};
}

GateValue valueOf(double number) {
    return {{}, shortest(number), number, GateGap::None};
}

GateValue valueOf(const std::string& text) {
    return {{}, text, std::nullopt, GateGap::None};
}

GateValue missing(GateGap gap) {
    return {{}, std::nullopt, std::nullopt, gap};
}

GateValue metricValue(const VersionFacts& facts, const ColumnKey& column, const std::string& key) {
    const auto found = std::ranges::find(facts.metrics, key, &cache::ReducedMetric::key);
    if (found == facts.metrics.end())
        return missing(GateGap::Missing);
    const series::Reductions& reduced = found->reductions;
    if (column.reduction == Reduction::Last)
        return valueOf(reduced.last.value);
    if (query::needsHistory(column.reduction) || reduced.count == 0)
        return missing(GateGap::HistoryNeeded);
    switch (column.reduction) {
        case Reduction::Min:
            return valueOf(reduced.min);
        case Reduction::Max:
            return valueOf(reduced.max);
        case Reduction::Mean:
            return valueOf(reduced.mean);
        case Reduction::First:
            return valueOf(reduced.first);
        case Reduction::Count:
            return valueOf(static_cast<double>(reduced.count));
        default:
            break;
    }
    switch (query::guessDirection(key)) {
        case query::Direction::Lower:
            return valueOf(reduced.min);
        case query::Direction::Higher:
            return valueOf(reduced.max);
        case query::Direction::Unknown:
            break;
    }
    return valueOf(reduced.last.value);
}

GateValue textIn(const std::vector<domain::KeyValue>& list, const std::string& key) {
    const std::string* text = domain::find(list, key);
    return text == nullptr ? missing(GateGap::Missing) : valueOf(*text);
}

GateValue signatureValue(const VersionFacts& candidate, const VersionFacts& incumbent) {
    const bool known = candidate.signatureGap == Gap::None && incumbent.signatureGap == Gap::None;
    // Without a signature of the incumbent nobody knows what callers send.
    if (!known || incumbent.signature.empty())
        return missing(GateGap::SignatureUnknown);
    const auto changes = compareSignatures(incumbent.signature, candidate.signature);
    const bool breaks = std::ranges::any_of(
        changes, [](const SignatureChange& change) { return isBreaking(change.kind); });
    return valueOf(std::string(breaks ? "no" : "yes"));
}

bool asksPresence(const Expression& leaf) {
    return leaf.kind == Expression::Kind::Compare &&
           (leaf.comparison.comparator == Comparator::IsNull ||
            leaf.comparison.comparator == Comparator::IsNotNull);
}

bool comparesSomething(const Expression& expression) {
    switch (expression.kind) {
        case Expression::Kind::Everything:
        case Expression::Kind::NameHolds:
            return false;
        case Expression::Kind::And:
        case Expression::Kind::Or:
        case Expression::Kind::Not:
            return std::ranges::all_of(expression.children, comparesSomething);
        default:
            return true;
    }
}

}  // namespace

Gate::Gate(std::string text, std::vector<Name> names, query::Filter filter)
    : m_text(std::move(text)), m_names(std::move(names)), m_filter(std::move(filter)) {}

Result<Gate> Gate::parse(std::string_view text) {
    GateText words;
    if (!words.read(text))
        return words.error();
    const Result<query::Filter> filter = query::parseFilter(words.filter(), base::Millis{0});
    if (filter.failed())
        return words.moved(filter.error());
    PODIUM_TRY(Gate, filter);
    const bool empty = filter.value().matchesAll();
    if (empty || !comparesSomething(filter.value().expression()))
        return Error{ErrorCode::QueryInvalid,
                     {"0", std::to_string(text.size()), empty ? "gate-empty" : "gate-words"}};
    return Gate(std::string(text), std::move(words.names()), filter.value());
}

/// One look at a gate with two versions: a table of one row.
class GateJudge {
public:
    GateJudge(const Gate& gate, const VersionFacts& candidate, const VersionFacts* incumbent)
        : m_gate(gate), m_candidate(candidate), m_incumbent(incumbent), m_frame({base::RunNo{1}}) {
        m_frame.setSemantics(query::Semantics::Files);  // NaN stays NaN
        for (const ColumnKey& column : gate.m_filter.columns())
            load(column);
    }

    void run(GateResult& result) {
        result.outcome = judge(m_gate.m_filter.expression());
        if (result.outcome == Outcome::Unknown && m_firstGap) {
            result.gap = m_firstGap->gap;
            result.gapName = m_firstGap->name;
        }
        for (const auto& [column, value] : m_values)
            result.values.push_back(value);
        fillSides(m_gate.m_filter.expression(), result);
    }

private:
    void load(const ColumnKey& column) {
        const Gate::Name* name = nameOf(column.key);
        if (name == nullptr)
            return;
        GateValue value = lookUp(*name, column);
        value.name = name->text;
        if (column.kind == ColumnKind::Metric && column.reduction != Reduction::Last)
            value.name = std::string(query::reductionName(column.reduction)) + '(' + value.name +
                         argumentText(column) + ')';
        if (value.number) {
            m_frame.set(column, std::make_shared<query::Column>(
                                    query::NumberColumn{{*value.number}, query::Bitmap(1, true)}));
        } else if (value.text) {
            query::TextColumnBuilder text(1);
            text.set(0, *value.text);
            m_frame.set(column, std::make_shared<query::Column>(text.take()));
        }
        m_values.emplace_back(column, std::move(value));
    }

    [[nodiscard]] const Gate::Name* nameOf(const std::string& column) const {
        const auto found = std::ranges::find(m_gate.m_names, column, &Gate::Name::column);
        return found == m_gate.m_names.end() ? nullptr : &*found;
    }

    [[nodiscard]] std::string argumentText(const ColumnKey& column) const {
        if (column.argument.empty())
            return {};
        const Gate::Name* other = nameOf(column.argument);
        return ", " + (other == nullptr ? column.argument : other->text);
    }

    [[nodiscard]] GateValue lookUp(const Gate::Name& name, const ColumnKey& column) const {
        using Field = Gate::Name::Field;
        const bool both = name.field == Field::Signature;
        if ((name.ofIncumbent || both) && m_incumbent == nullptr)
            return missing(GateGap::NoIncumbent);
        const VersionFacts& facts = name.ofIncumbent ? *m_incumbent : m_candidate;
        const bool ofRun = name.field == Field::Metric || name.field == Field::Param ||
                           name.field == Field::RunTag || name.field == Field::RunName;
        if (ofRun && facts.runGap != Gap::None)
            return missing(GateGap::RunUnknown);
        switch (name.field) {
            case Field::Metric:
                return metricValue(facts, column, name.key);
            case Field::Param:
                return textIn(facts.params, name.key);
            case Field::Tag:
                return textIn(facts.version.tags, name.key);
            case Field::RunTag:
                return textIn(facts.runTags, name.key);
            case Field::Version:
                return valueOf(static_cast<double>(facts.version.version));
            case Field::Stage:
                return valueOf(facts.version.stage.empty() ? std::string("None")
                                                           : facts.version.stage);
            case Field::RunName:
                return valueOf(facts.runName);
            case Field::Signature:
                return signatureValue(m_candidate, *m_incumbent);
        }
        return missing(GateGap::Missing);
    }

    /// Kleene's logic: what is missing leaves the answer open only where it could turn it.
    [[nodiscard]] Outcome judge(const Expression& expression) {
        switch (expression.kind) {
            case Expression::Kind::And:
                return join(expression, Outcome::Fail, Outcome::Pass);
            case Expression::Kind::Or:
                return join(expression, Outcome::Pass, Outcome::Fail);
            case Expression::Kind::Not: {
                const Outcome inner = judge(expression.children.front());
                if (inner == Outcome::Unknown)
                    return inner;
                return inner == Outcome::Pass ? Outcome::Fail : Outcome::Pass;
            }
            default:
                return judgeLeaf(expression);
        }
    }

    [[nodiscard]] Outcome join(const Expression& expression, Outcome deciding, Outcome otherwise) {
        Outcome outcome = otherwise;
        for (const Expression& child : expression.children) {
            const Outcome one = judge(child);
            if (one == deciding)
                return deciding;
            if (one == Outcome::Unknown)
                outcome = Outcome::Unknown;
        }
        return outcome;
    }

    [[nodiscard]] Outcome judgeLeaf(const Expression& leaf) {
        std::vector<ColumnKey> columns;
        query::collectColumns(leaf, columns);
        for (const ColumnKey& column : columns) {
            const GateValue* value = find(column);
            if (value == nullptr || value->gap == GateGap::None ||
                (value->gap == GateGap::Missing && asksPresence(leaf)))
                continue;
            if (!m_firstGap)
                m_firstGap = *value;
            return Outcome::Unknown;
        }
        return query::evaluateExpression(leaf, m_frame, {}).test(0) ? Outcome::Pass : Outcome::Fail;
    }

    [[nodiscard]] const GateValue* find(const ColumnKey& column) const {
        for (const auto& [key, value] : m_values) {
            if (key == column)
                return &value;
        }
        return nullptr;
    }

    void fillSides(const Expression& expression, GateResult& result) const {
        const query::Comparison& comparison = expression.comparison;
        if (expression.kind == Expression::Kind::Relation) {
            const query::NumberColumn left =
                query::evaluateValue(expression.values[0], m_frame, {});
            const query::NumberColumn right =
                query::evaluateValue(expression.values[1], m_frame, {});
            if (left.present.test(0))
                result.left = left.values[0];
            if (right.present.test(0))
                result.right = right.values[0];
        } else if (const auto* number = std::get_if<query::Number>(&comparison.operand);
                   expression.kind == Expression::Kind::Compare && number != nullptr) {
            if (const GateValue* value = find(comparison.column))
                result.left = value->number;
            result.right = number->value;
        } else {
            return;
        }
        result.comparison = query::comparatorText(comparison.comparator);
    }

    const Gate& m_gate;
    const VersionFacts& m_candidate;
    const VersionFacts* m_incumbent;
    query::Frame m_frame;
    std::vector<std::pair<ColumnKey, GateValue>> m_values;
    std::optional<GateValue> m_firstGap;
};

std::string_view outcomeName(Outcome outcome) {
    switch (outcome) {
        case Outcome::Pass:
            return "pass";
        case Outcome::Fail:
            return "fail";
        case Outcome::Unknown:
        case Outcome::Faulty:
            break;
    }
    return "unknown";
}

GateResult judgeGate(const GateRule& rule, const VersionFacts& candidate,
                     const VersionFacts* incumbent) {
    GateResult result;
    result.rule = rule;
    const Result<Gate> gate = Gate::parse(rule.text);
    if (!gate.ok()) {
        result.outcome = Outcome::Faulty;
        if (gate.failed())
            result.error = gate.error();
        return result;
    }
    GateJudge(gate.value(), candidate, incumbent).run(result);
    return result;
}

std::vector<GateResult> judgeGates(std::span<const GateRule> rules, const VersionFacts& candidate,
                                   const VersionFacts* incumbent) {
    std::vector<GateResult> results;
    for (const GateRule& rule : rules)
        results.push_back(judgeGate(rule, candidate, incumbent));
    return results;
}

std::vector<GateNote> gateNotes(std::span<const GateResult> results) {
    std::vector<GateNote> notes;
    for (const GateResult& result : results)
        notes.push_back({result.rule.text, std::string(outcomeName(result.outcome))});
    return notes;
}

}  // namespace podium::registry
