// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/registry/evidencerows.h"

#include "items/cell.h"
#include "views/registry/reviewwords.h"
#include "views/text/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace podium::views {

using registry::Evidence;
using registry::FileChange;
using registry::Gap;
using registry::GateResult;
using registry::MetricChange;
using registry::Part;
using registry::TextChange;
using session::Review;

namespace {

/// Beyond these a list helps nobody to decide; the full comparison has the rest.
constexpr std::size_t MostChanges = 8;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Reviews)
};

QString held(const stores::Held& value) {
    return value ? (value->empty() ? Words::tr("(any)") : oneLine(*value, 100)) : Words::tr("none");
}

Fact metricFact(const std::optional<double>& value, bool candidate) {
    Fact fact;
    fact.text = value ? compactNumber(*value) : QStringLiteral("–");
    fact.tone = candidate && value ? Fact::Tone::Plain : Fact::Tone::Dim;
    fact.number = true;
    fact.toolTip = value ? fullNumber(*value) : QString();
    return fact;
}

Fact::Tone toneOf(MetricChange::Verdict verdict) {
    if (verdict == MetricChange::Verdict::Better)
        return Fact::Tone::Good;
    return verdict == MetricChange::Verdict::Worse ? Fact::Tone::Bad : Fact::Tone::Dim;
}

/// Never by its colour alone.
QString verdictText(MetricChange::Verdict verdict) {
    switch (verdict) {
        case MetricChange::Verdict::Better:
            return Words::tr("better");
        case MetricChange::Verdict::Worse:
            return Words::tr("worse");
        case MetricChange::Verdict::Same:
            return Words::tr("same");
        case MetricChange::Verdict::OnlyCandidate:
            return Words::tr("new");
        case MetricChange::Verdict::OnlyIncumbent:
            return Words::tr("gone");
        case MetricChange::Verdict::Unclear:
            break;
    }
    return {};
}

/// Rows of one part: its name at the first of them, and the rest counted.
class Group {
public:
    Group(FactRows& rows, QString name) : m_rows(rows), m_name(std::move(name)) {}

    void add(const QString& text, Fact::Tone tone = Fact::Tone::Plain) {
        if (m_added < MostChanges)
            append(text, tone);
        ++m_added;
    }
    void gap(Gap gap) {
        if (gap != Gap::None && gap != Gap::NoIncumbent && gap != Gap::NoFile)
            append(gapText(gap), Fact::Tone::Warning);
    }
    ~Group() {
        if (m_added > MostChanges)
            append(Words::tr("and %1 more", "differences").arg(m_added - MostChanges),
                   Fact::Tone::Dim);
    }

private:
    void append(const QString& text, Fact::Tone tone) {
        m_rows.rows.append({{m_any ? QString() : m_name, Fact::Tone::Dim}, {text, tone}});
        m_any = true;
    }

    FactRows& m_rows;
    QString m_name;
    std::size_t m_added = 0;
    bool m_any = false;
};

template <typename Entry>
void addGaps(Group& group, const Part<Entry>& part) {
    group.gap(part.candidateGap);
    if (part.incumbentGap != part.candidateGap)
        group.gap(part.incumbentGap);
}

void addTexts(FactRows& rows, const QString& name, const Part<TextChange>& part) {
    Group group(rows, name);
    for (const TextChange& change : part.entries) {
        if (change.differs() && part.isComparable())
            group.add(
                QStringLiteral("%1 %2 → %3")
                    .arg(oneLine(change.key, 80), held(change.incumbent), held(change.candidate)));
    }
    addGaps(group, part);
}

void addSignature(FactRows& rows, const Evidence& evidence) {
    Group group(rows, Words::tr("signature"));
    std::vector<registry::SignatureChange> changes = evidence.signature.entries;
    std::ranges::stable_partition(changes,
                                  [](const auto& one) { return registry::isBreaking(one.kind); });
    for (const registry::SignatureChange& change : changes) {
        const bool breaking = registry::isBreaking(change.kind);
        const QString text = signatureChangeText(change);
        group.add(breaking ? Words::tr("breaking: %1").arg(text) : text,
                  breaking ? Fact::Tone::Bad : Fact::Tone::Plain);
    }
    addGaps(group, evidence.signature);
    if (changes.empty() && evidence.signature.isComparable())
        group.add(Words::tr("the same"), Fact::Tone::Dim);
}

void addDatasets(FactRows& rows, const Evidence& evidence) {
    Group group(rows, Words::tr("datasets"));
    for (const registry::DatasetChange& change : evidence.datasets.entries) {
        if (!change.differs() || !evidence.datasets.isComparable())
            continue;
        const QString name = oneLine(change.name, 80);
        if (!change.incumbent)
            group.add(Words::tr("%1 is new", "a dataset").arg(name));
        else if (!change.candidate)
            group.add(Words::tr("%1 is gone", "a dataset").arg(name));
        else
            group.add(QStringLiteral("%1 %2 → %3")
                          .arg(name, held(change.incumbent), held(change.candidate)));
    }
    addGaps(group, evidence.datasets);
}

void addFiles(FactRows& rows, const Evidence& evidence) {
    Group group(rows, Words::tr("files"));
    const auto countOf = [&](FileChange::Kind kind) {
        return static_cast<int>(
            std::ranges::count(evidence.files.entries, kind, &FileChange::kind));
    };
    QStringList parts;
    if (const int n = countOf(FileChange::Kind::Changed); n > 0)
        parts.append(Words::tr("%1 changed").arg(n));
    if (const int n = countOf(FileChange::Kind::Added); n > 0)
        parts.append(Words::tr("%1 added").arg(n));
    if (const int n = countOf(FileChange::Kind::Removed); n > 0)
        parts.append(Words::tr("%1 removed").arg(n));
    if (const int n = countOf(FileChange::Kind::Unknown); n > 0)
        parts.append(Words::tr("%1 of unknown content").arg(n));
    if (!parts.isEmpty() && evidence.files.isComparable())
        group.add(parts.join(QStringLiteral(", ")));
    addGaps(group, evidence.files);
}

Fact::Tone toneOf(GateResult::Outcome outcome) {
    if (outcome == GateResult::Outcome::Pass)
        return Fact::Tone::Good;
    return outcome == GateResult::Outcome::Unknown ? Fact::Tone::Warning : Fact::Tone::Bad;
}

}  // namespace

FactRows metricRows(const Review& review) {
    const Part<MetricChange>& part = review.evidence.metrics;
    FactRows rows;
    const QString candidate = QStringLiteral("v%1").arg(review.evidence.candidate);
    const bool alone = !review.evidence.incumbent;
    rows.titles = {Words::tr("Metric"), candidate};
    if (!alone)
        rows.titles += {QStringLiteral("v%1").arg(*review.evidence.incumbent), Words::tr("Change"),
                        Words::tr("Share"), QString()};
    for (const MetricChange& change : part.entries) {
        FactRow row = {{oneLine(change.key, 100)}, metricFact(change.candidate, true)};
        if (!alone) {
            const Fact::Tone tone = toneOf(change.verdict);
            row.append(metricFact(change.incumbent, false));
            row.append(
                {change.delta ? signedNumber(*change.delta) : QString(), tone, false, false, true});
            row.append({change.relative ? relativeText(*change.relative) : QString(), tone, false,
                        false, true});
            row.append({verdictText(change.verdict), tone});
        }
        rows.rows.append(row);
    }
    if (part.candidateGap != Gap::None)
        rows.note = gapText(part.candidateGap);
    else if (part.incumbentGap != Gap::None)
        rows.note = gapText(part.incumbentGap);
    else if (rows.rows.isEmpty())
        rows.note = Words::tr("neither run has metrics");
    return rows;
}

FactRows changeRows(const Review& review) {
    FactRows rows;
    const Evidence& evidence = review.evidence;
    if (evidence.incumbent) {
        addSignature(rows, evidence);
        addTexts(rows, Words::tr("requirements"), evidence.packages);
        addTexts(rows, Words::tr("params"), evidence.params);
        addDatasets(rows, evidence);
        addTexts(rows, Words::tr("tags"), evidence.tags);
        addFiles(rows, evidence);
    } else {
        rows.note = Words::tr("nothing is there to compare with");
    }
    if (review.candidate.runNo.valid())
        rows.rows.append({{Words::tr("source run"), Fact::Tone::Dim},
                          {oneLine(review.candidate.runName, 100), Fact::Tone::Link}});
    return rows;
}

FactRows gateRows(const Review& review) {
    FactRows rows;
    int passed = 0;
    int failed = 0;
    int unknown = 0;
    for (const GateResult& gate : review.gates) {
        passed += gate.outcome == GateResult::Outcome::Pass ? 1 : 0;
        failed += gate.outcome == GateResult::Outcome::Fail ? 1 : 0;
        unknown += gate.outcome == GateResult::Outcome::Unknown ? 1 : 0;
        const QString text = oneLine(gate.rule.text, 400);
        rows.rows.append(
            {{gateOutcomeText(gate.outcome), toneOf(gate.outcome), true},
             {text, Fact::Tone::Plain, false, true},
             {gate.rule.required ? Words::tr("required") : Words::tr("optional"), Fact::Tone::Dim},
             {gateValuesText(gate), Fact::Tone::Dim, false, false, true}});
    }
    QStringList parts;
    const auto add = [&parts](int n, const QString& text) {
        if (n > 0)
            parts.append(text.arg(n));
    };
    add(passed, Words::tr("%1 passed"));
    add(failed, Words::tr("%1 failed"));
    add(unknown, Words::tr("%1 unknown"));
    rows.note = review.gates.empty() ? Words::tr("the model's policy has none")
                                     : parts.join(QStringLiteral(" · "));
    return rows;
}

}  // namespace podium::views
