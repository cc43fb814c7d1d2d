// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/run/runfacts.h"

#include "items/cell.h"
#include "items/rundiff.h"
#include "views/run/editmarks.h"
#include "views/text/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace podium::views {

using cache::RunDetails;
using items::toQString;
using session::InspectedRuns;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(podium::views::Inspector)
};

constexpr int ShortCommit = 7;

class Rows {
public:
    explicit Rows(QString title) { m_group.title = std::move(title); }

    /// Nothing is added for an empty value.
    KeyValueRow* add(const QString& key, const QString& value) {
        if (value.isEmpty())
            return nullptr;
        KeyValueRow row;
        row.key = key;
        row.values = QStringList(value);
        m_group.rows.append(row);
        return &m_group.rows.last();
    }
    [[nodiscard]] KeyValueGroup take() { return std::move(m_group); }

private:
    KeyValueGroup m_group;
};

QString tag(const domain::Run& run, std::string_view key) {
    const std::string* value = domain::find(run.tags, key);
    return value != nullptr ? toQString(*value) : QString();
}

KeyValueRow::Tone toneOf(domain::RunStatus status) {
    switch (status) {
        case domain::RunStatus::Failed:
        case domain::RunStatus::Killed:
            return KeyValueRow::Tone::Bad;
        case domain::RunStatus::Scheduled:
            return KeyValueRow::Tone::Warning;
        default:
            return KeyValueRow::Tone::Plain;
    }
}

QString stateOf(const domain::Run& run, base::Millis now) {
    const QString state = statusText(run.status);
    if (!run.startTime)
        return state;
    const bool running = run.status == domain::RunStatus::Running;
    if (running)
        return Words::tr("%1 for %2", "Running for 2 h").arg(state, duration(now - *run.startTime));
    if (!run.endTime || *run.endTime < *run.startTime)
        return state;
    return Words::tr("%1 in %2", "Finished in 1 h 12 min")
        .arg(state, duration(*run.endTime - *run.startTime));
}

QString timeText(const domain::OptionalMillis& time, base::Millis now) {
    if (!time)
        return {};
    return Words::tr("%1, %2", "2 h ago, 2024-05-01 12:00:00")
        .arg(ago(*time, now), timestamp(*time));
}

void addSource(Rows& rows, const domain::Run& run) {
    const QString commit = tag(run, "mlflow.source.git.commit");
    const QString branch = tag(run, "mlflow.source.git.branch");
    QString git = commit.left(ShortCommit);
    if (!branch.isEmpty())
        git += (git.isEmpty() ? QString() : QStringLiteral(" ")) + branch;
    if (KeyValueRow* row = rows.add(Words::tr("Git"), git)) {
        const QString repository = tag(run, "mlflow.source.git.repoURL");
        row->toolTip = repository.isEmpty() ? commit : commit + QLatin1Char('\n') + repository;
    }
    rows.add(Words::tr("Source"), tag(run, "mlflow.source.name"));
    rows.add(Words::tr("Entry point"), tag(run, "mlflow.project.entryPoint"));
}

void addInputs(Rows& rows, const domain::Run& run) {
    for (const domain::DatasetInput& input : run.datasetInputs) {
        const std::string* context = domain::find(input.tags, "mlflow.data.context");
        QString text = toQString(input.dataset.name);
        if (context != nullptr && !context->empty())
            text += QStringLiteral(" · ") + toQString(*context);
        if (KeyValueRow* row = rows.add(Words::tr("Dataset"), text)) {
            row->toolTip = toQString(input.dataset.name + "\n" + input.dataset.digest + "\n" +
                                     input.dataset.source.substr(0, 500));
        }
    }
    for (const std::string& model : run.modelInputs)
        rows.add(Words::tr("Model in"), toQString(model));
    for (const domain::ModelOutput& output : run.modelOutputs) {
        rows.add(Words::tr("Model out"),
                 output.step == 0
                     ? toQString(output.modelId)
                     : Words::tr("%1 at step %2").arg(toQString(output.modelId)).arg(output.step));
    }
}

KeyValueGroup factsOf(const RunDetails& details, const QString& title, base::Millis now) {
    const domain::Run& run = details.run;
    Rows rows(title);
    rows.add(Words::tr("Run"), runTitle(details));
    if (KeyValueRow* row = rows.add(Words::tr("Status"), stateOf(run, now)))
        row->tone = toneOf(run.status);
    if (details.vanished) {
        rows.add(Words::tr("Store"), Words::tr("gone from its store"))->tone =
            KeyValueRow::Tone::Warning;
    }
    if (run.lifecycle == domain::Lifecycle::Deleted)
        rows.add(Words::tr("Lifecycle"), lifecycleText(run.lifecycle));
    const QString parent = tag(run, "mlflow.parentRunId");
    if (KeyValueRow* row = rows.add(Words::tr("Parent"), parent))
        row->link = QStringView(RunLink) + parent;
    rows.add(Words::tr("Experiment"), toQString(details.experimentName));
    rows.add(Words::tr("User"), toQString(run.userId));
    rows.add(Words::tr("Started"), timeText(run.startTime, now));
    rows.add(Words::tr("Ended"), timeText(run.endTime, now));
    addSource(rows, run);
    addInputs(rows, run);
    rows.add(Words::tr("Run ID"), toQString(run.runId));
    rows.add(Words::tr("Artifacts"), toQString(run.artifactUri));
    return rows.take();
}

/// How many runs stand side by side.
std::size_t shownRuns(const InspectedRuns& runs, int mostRuns) {
    return std::min(runs.runs.size(), static_cast<std::size_t>(std::max(1, mostRuns)));
}

/// The heads of a comparison: which column is which run.
KeyValueGroup selectedGroup(const InspectedRuns& runs, std::size_t shown) {
    KeyValueGroup group;
    group.title = selectionTitle(runs);
    KeyValueRow names;
    names.key = Words::tr("Run");
    KeyValueRow states;
    states.key = Words::tr("Status");
    for (std::size_t i = 0; i < shown; ++i) {
        names.values.append(runTitle(runs.runs[i]));
        states.values.append(statusText(runs.runs[i].run.status));
    }
    group.rows = {names, states};
    return group;
}

KeyValueRow comparedRow(const items::ComparedText& text, std::size_t shown) {
    KeyValueRow row;
    row.key = toQString(text.key);
    for (std::size_t i = 0; i < shown; ++i) {
        const std::string* value = text.values[i];
        row.values.append(value != nullptr ? toQString(*value) : QStringLiteral("–"));
    }
    return row;
}

KeyValueGroup singleGroup(const std::vector<items::ComparedText>& texts, const QString& title) {
    KeyValueGroup group;
    group.title = title;
    for (const items::ComparedText& text : texts)
        group.rows.append(comparedRow(text, 1));
    return group;
}

QVector<KeyValueGroup> comparisonGroups(const InspectedRuns& runs,
                                        const items::TextComparison& comparison, int mostRuns) {
    const std::size_t shown = shownRuns(runs, mostRuns);
    const auto different = static_cast<qint64>(comparison.different.size());
    const auto same = static_cast<qint64>(comparison.same.size());
    KeyValueGroup differing;
    differing.title =
        Words::tr("Different · %1 of %2").arg(count(different), count(different + same));
    for (const items::ComparedText& text : comparison.different)
        differing.rows.append(comparedRow(text, shown));
    KeyValueGroup equal = singleGroup(comparison.same, Words::tr("The same · %1").arg(count(same)));
    QVector<KeyValueGroup> groups{selectedGroup(runs, shown)};
    for (const KeyValueGroup& group : {differing, equal}) {
        if (!group.rows.isEmpty())
            groups.append(group);
    }
    return groups;
}

double reduced(const series::Reductions& reductions, query::Reduction which) {
    switch (which) {
        case query::Reduction::Min:
            return reductions.min;
        case query::Reduction::Max:
            return reductions.max;
        case query::Reduction::Mean:
            return reductions.mean;
        case query::Reduction::First:
            return reductions.first;
        case query::Reduction::Count:
            return static_cast<double>(reductions.count);
        default:
            break;
    }
    return reductions.last.value;
}

QString metricToolTip(const items::ComparedMetric& metric) {
    QStringList lines{toQString(metric.key)};
    for (const series::Reductions* r : metric.values) {
        if (r == nullptr)
            continue;
        if (r->count == 0) {
            lines.append(Words::tr("last %1 at step %2; the history was not read")
                             .arg(fullNumber(r->last.value))
                             .arg(r->last.step));
            continue;
        }
        lines.append(Words::tr("last %1 at step %2, min %3 at step %4, max %5 at step %6, %7")
                         .arg(fullNumber(r->last.value))
                         .arg(r->last.step)
                         .arg(fullNumber(r->min))
                         .arg(r->minStep)
                         .arg(fullNumber(r->max))
                         .arg(r->maxStep)
                         .arg(pointCount(static_cast<qint64>(r->count))));
    }
    return lines.join(QLatin1Char('\n'));
}

KeyValueRow metricRow(const items::ComparedMetric& metric, std::size_t shown, bool single,
                      query::Reduction reduction) {
    KeyValueRow row;
    row.key = toQString(metric.key);
    row.toolTip = metricToolTip(metric);
    if (single && metric.values.front() != nullptr) {
        const series::Reductions& r = *metric.values.front();
        const auto known = [&r](double value) {
            return r.count == 0 ? QStringLiteral("–") : compactNumber(value);
        };
        row.values = {compactNumber(r.last.value), known(r.min), known(r.max)};
        if (std::isnan(r.last.value))
            row.tone = KeyValueRow::Tone::Bad;
        return row;
    }
    for (std::size_t i = 0; i < shown; ++i) {
        const series::Reductions* r = metric.values[i];
        const bool known = r != nullptr && (r->count != 0 || reduction == query::Reduction::Last);
        row.values.append(known ? compactNumber(reduced(*r, reduction)) : QStringLiteral("–"));
    }
    return row;
}

}  // namespace

QString runTitle(const RunDetails& details) {
    return toQString(details.run.runName.empty() ? details.run.runId : details.run.runName);
}

QString selectionTitle(const InspectedRuns& runs) {
    return Words::tr("Selected · %1").arg(runCount(static_cast<qint64>(runs.selected)));
}

QVector<KeyValueGroup> overviewGroups(const InspectedRuns& runs, base::Millis now) {
    if (runs.runs.empty())
        return {};
    if (runs.runs.size() == 1)
        return {factsOf(runs.runs.front(), QString(), now)};
    KeyValueGroup selected;
    selected.title = selectionTitle(runs);
    for (const RunDetails& details : runs.runs) {
        KeyValueRow row;
        row.key = runTitle(details);
        row.values = QStringList(stateOf(details.run, now));
        row.tone = toneOf(details.run.status);
        selected.rows.append(row);
    }
    return {selected, factsOf(runs.runs.front(), runTitle(runs.runs.front()), now)};
}

QVector<KeyValueGroup> paramGroups(const InspectedRuns& runs, int mostRuns) {
    if (runs.runs.empty())
        return {};
    const items::TextComparison comparison = items::compareTexts(runs, items::ComparedPart::Params);
    if (runs.runs.size() == 1)
        return {singleGroup(comparison.same, {})};
    return comparisonGroups(runs, comparison, mostRuns);
}

QVector<KeyValueGroup> tagGroups(const InspectedRuns& runs, int mostRuns, bool withSystem) {
    if (runs.runs.empty())
        return {};
    items::TextComparison comparison = items::compareTexts(runs, items::ComparedPart::Tags);
    if (!withSystem) {
        const auto isSystem = [](const items::ComparedText& text) {
            return items::isSystemTag(text.key);
        };
        std::erase_if(comparison.different, isSystem);
        std::erase_if(comparison.same, isSystem);
    }
    if (runs.runs.size() == 1) {
        KeyValueGroup tags = singleGroup(comparison.same, {});
        markTags(tags, runs, withSystem);
        return {tags};
    }
    return comparisonGroups(runs, comparison, mostRuns);
}

QVector<KeyValueGroup> metricGroups(const InspectedRuns& runs, int mostRuns,
                                    query::Reduction reduction) {
    if (runs.runs.empty())
        return {};
    const bool single = runs.runs.size() == 1;
    const std::size_t shown = shownRuns(runs, mostRuns);
    KeyValueGroup own;
    KeyValueGroup system;
    for (const items::ComparedMetric& metric : items::compareMetrics(runs)) {
        KeyValueGroup& group = items::isSystemMetric(metric.key) ? system : own;
        group.rows.append(metricRow(metric, shown, single, reduction));
    }
    system.title = Words::tr("System · %1").arg(count(system.rows.size()));
    QVector<KeyValueGroup> groups;
    for (const KeyValueGroup& group : {own, system}) {
        if (!group.rows.isEmpty())
            groups.append(group);
    }
    return groups;
}

QStringList metricTitles(const InspectedRuns& runs, int mostRuns) {
    QStringList titles{QString()};
    if (runs.runs.size() == 1)
        return titles + QStringList{Words::tr("last"), Words::tr("min"), Words::tr("max")};
    for (std::size_t i = 0; i < shownRuns(runs, mostRuns); ++i)
        titles.append(runTitle(runs.runs[i]));
    return titles;
}

int systemTagCount(const InspectedRuns& runs) {
    const items::TextComparison comparison = items::compareTexts(runs, items::ComparedPart::Tags);
    const auto isSystem = [](const items::ComparedText& text) {
        return items::isSystemTag(text.key);
    };
    return static_cast<int>(std::ranges::count_if(comparison.different, isSystem) +
                            std::ranges::count_if(comparison.same, isSystem));
}

}  // namespace podium::views
