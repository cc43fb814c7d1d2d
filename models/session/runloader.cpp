// SPDX-License-Identifier: GPL-3.0-or-later
// The attribute columns of the runs of some experiments.
#include "session/frameloader.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>

namespace podium::session {

using base::ExperimentNo;
using base::Result;
using base::RunNo;
using query::Attribute;
using query::Bitmap;
using query::Column;

namespace {

bool wanted(const cache::RunRow& row, ViewType viewType, bool withVanished) {
    if (row.vanished && !withVanished)
        return false;
    return viewType == ViewType::All || row.deleted == (viewType == ViewType::DeletedOnly);
}

/// Texts that grow row by row; few or many different ones.
class TextCollector {
public:
    void add(std::string_view text) { m_builder.append(text); }
    [[nodiscard]] Column take() { return m_builder.take(); }

private:
    query::TextColumnBuilder m_builder{0};
};

/// Every row's text is its own: the dictionary is the column, without a look-up for each.
class UniqueTexts {
public:
    void add(std::string_view text) {
        m_column.dictionary.emplace_back(text);
        m_column.codes.push_back(static_cast<std::uint32_t>(m_column.dictionary.size()));
    }
    [[nodiscard]] Column take() { return std::move(m_column); }

private:
    query::TextColumn m_column;
};

class IntegerCollector {
public:
    void add(const domain::OptionalMillis& value) { m_values.push_back(value); }
    [[nodiscard]] Column take() const {
        query::IntegerColumn column;
        column.values.resize(m_values.size());
        column.present = Bitmap(m_values.size());
        for (std::size_t row = 0; row < m_values.size(); ++row) {
            if (!m_values[row])
                continue;
            column.values[row] = *m_values[row];
            column.present.set(row);
        }
        return column;
    }

private:
    std::vector<domain::OptionalMillis> m_values;
};

Bitmap bitmapOf(const std::vector<bool>& rows) {
    Bitmap bitmap(rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows[row])
            bitmap.set(row);
    }
    return bitmap;
}

/// Which runs of an experiment are kept offline.
class KeptRuns {
public:
    static Result<KeptRuns> of(cache::Reader& reader, const cache::ExperimentRow& experiment) {
        const Result<std::vector<cache::Kept>> kept = reader.kept(experiment.sourceNo);
        PODIUM_TRY(KeptRuns, kept);
        KeptRuns runs;
        for (const cache::Kept& one : kept.value()) {
            if (one.experimentId != experiment.experiment.experimentId)
                continue;
            if (one.runId.empty())
                runs.m_all = true;
            else
                runs.m_ids.insert(one.runId);
        }
        return runs;
    }
    [[nodiscard]] bool has(std::string_view runId) const {
        return m_all || (!m_ids.empty() && m_ids.contains(runId));
    }

private:
    bool m_all = false;
    std::set<std::string, std::less<>> m_ids;
};

/// The attribute columns while they are being read.
struct AttributeColumns {
    query::Semantics semantics = query::Semantics::Sql;
    std::vector<RunNo> runs;
    std::vector<ExperimentNo> experiments;
    std::vector<bool> vanished;
    std::vector<bool> keptOffline;
    std::vector<std::string> parentIds;
    std::vector<std::vector<std::string>> sources;  // of several; else it is the only one
    std::string onlySource;
    std::unordered_map<std::string, std::size_t> known;  // rows by id and start, for what is twice
    UniqueTexts runId, artifactUri;
    TextCollector runName, experimentId, experimentName, userId, status, lifecycle;
    IntegerCollector startTime, endTime, duration;

    /// A run that another source has shown already only adds its source there.
    void add(const cache::RunRow& row, const std::string& experiment, const std::string& source,
             bool several, bool kept) {
        if (several) {
            const std::string identity =
                std::string(row.runId) + ' ' + std::to_string(row.startTime.value_or(-1));
            const auto [entry, added] = known.emplace(identity, runs.size());
            if (!added) {
                std::vector<std::string>& origins = sources[entry->second];
                if (std::ranges::find(origins, source) == origins.end()) {
                    origins.push_back(source);
                    keptOffline[entry->second] = keptOffline[entry->second] || kept;
                    return;
                }
            }
        }
        if (several)
            sources.push_back({source});
        runs.push_back(row.runNo);
        experiments.push_back(row.experimentNo);
        vanished.push_back(row.vanished);
        keptOffline.push_back(kept);
        parentIds.emplace_back(row.parentId);
        runId.add(row.runId);
        runName.add(row.runName);
        experimentId.add(row.experimentId);
        experimentName.add(experiment);
        userId.add(row.userId);
        status.add(domain::statusName(row.status));
        lifecycle.add(row.deleted ? "deleted" : "active");
        artifactUri.add(row.artifactUri);
        startTime.add(row.startTime);
        endTime.add(row.endTime);
        duration.add(row.startTime && row.endTime
                         ? domain::OptionalMillis(*row.endTime - *row.startTime)
                         : std::nullopt);
    }

    [[nodiscard]] Column sourceColumn() const {
        query::TextListColumn column;
        if (sources.empty()) {
            column.values.assign(runs.size(), onlySource);
            column.offsets.resize(runs.size() + 1);
            std::iota(column.offsets.begin(), column.offsets.end(), 0U);
            return column;
        }
        column.offsets.push_back(0);
        for (const std::vector<std::string>& origins : sources) {
            column.values.insert(column.values.end(), origins.begin(), origins.end());
            column.offsets.push_back(static_cast<std::uint32_t>(column.values.size()));
        }
        return column;
    }

    [[nodiscard]] RunTable take() {
        RunTable table;
        Column source = sourceColumn();
        auto frame = std::make_shared<query::Frame>(std::move(runs));
        frame->setSemantics(semantics);
        const auto set = [&](Attribute attribute, Column column) {
            frame->set(query::attributeColumn(attribute),
                       std::make_shared<const Column>(std::move(column)));
        };
        set(Attribute::RunId, runId.take());
        set(Attribute::RunName, runName.take());
        set(Attribute::ExperimentId, experimentId.take());
        set(Attribute::ExperimentName, experimentName.take());
        set(Attribute::UserId, userId.take());
        set(Attribute::Status, status.take());
        set(Attribute::Lifecycle, lifecycle.take());
        set(Attribute::ArtifactUri, artifactUri.take());
        set(Attribute::StartTime, startTime.take());
        set(Attribute::EndTime, endTime.take());
        set(Attribute::Duration, duration.take());
        set(Attribute::Source, std::move(source));
        table.vanished = bitmapOf(vanished);
        table.keptOffline = bitmapOf(keptOffline);
        table.experiments = std::move(experiments);
        query::TextColumnBuilder parents(parentIds.size());
        for (std::size_t row = 0; row < parentIds.size(); ++row) {
            if (!parentIds[row].empty())
                parents.set(row, parentIds[row]);
        }
        frame->set(query::parentColumn(), std::make_shared<const Column>(parents.take()));
        table.nesting = query::Nesting(*frame);
        table.frame = std::move(frame);
        return table;
    }
};

}  // namespace

Result<RunTable> loadRuns(cache::Reader& reader, std::span<const cache::ExperimentRow> experiments,
                          ViewType viewType, bool withVanished, std::stop_token stop) {
    std::vector<cache::ExperimentRow> ordered(experiments.begin(), experiments.end());
    std::ranges::sort(ordered, {}, &cache::ExperimentRow::experimentNo);
    Result<std::vector<cache::SourceRow>> sources = reader.sources();
    PODIUM_TRY(RunTable, sources);
    std::map<base::SourceNo, std::string> titles;
    std::set<base::SourceNo> folders;
    for (const cache::SourceRow& source : sources.value()) {
        titles[source.sourceNo] = source.title.empty() ? source.location : source.title;
        if (source.kind == "filestore")
            folders.insert(source.sourceNo);
    }
    // Copies of a store often have the same title, but are two sources.
    std::map<std::string, std::set<base::SourceNo>> alike;
    for (const cache::ExperimentRow& row : ordered)
        alike[titles[row.sourceNo]].insert(row.sourceNo);
    for (const cache::SourceRow& source : sources.value()) {
        const auto others = alike.find(titles[source.sourceNo]);
        if (others != alike.end() && others->second.size() > 1)
            titles[source.sourceNo] = source.location;
    }
    const bool several = std::ranges::any_of(ordered, [&](const cache::ExperimentRow& row) {
        return row.sourceNo != ordered.front().sourceNo;
    });
    AttributeColumns columns;
    const bool files = std::ranges::all_of(
        ordered, [&](const cache::ExperimentRow& row) { return folders.contains(row.sourceNo); });
    columns.semantics = files ? query::Semantics::Files : query::Semantics::Sql;
    for (const cache::ExperimentRow& experiment : ordered) {
        const std::string& title = titles[experiment.sourceNo];
        columns.onlySource = title;
        const Result<KeptRuns> kept = KeptRuns::of(reader, experiment);
        PODIUM_TRY(RunTable, kept);
        Result<void> read =
            reader.runs(experiment.experimentNo, stop, [&](const cache::RunRow& row) {
                if (wanted(row, viewType, withVanished))
                    columns.add(row, experiment.experiment.name, title, several,
                                kept.value().has(row.runId));
            });
        PODIUM_TRY(RunTable, read);
    }
    return columns.take();
}

}  // namespace podium::session
