// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/edits.h"

#include <algorithm>
#include <optional>

namespace podium::session {

using query::ColumnKey;
using stores::PlaceKind;

namespace {

std::string keyOf(const stores::Place& place) {
    return place.kind == PlaceKind::RunName ? stores::RunNameTag : place.key;
}

void put(std::vector<domain::Tag>& tags, const std::string& key, const stores::Held& value) {
    const auto at = std::ranges::lower_bound(tags, key, {}, &domain::Tag::key);
    const bool there = at != tags.end() && at->key == key;
    if (!value) {
        if (there)
            tags.erase(at);
    } else if (there) {
        at->value = *value;
    } else {
        tags.insert(at, {key, *value});
    }
}

/// Texts of a few rows over those of a column.
class Overlay {
public:
    explicit Overlay(const query::TextColumn& column) : m_column(column) {}

    void set(std::uint32_t row, const stores::Held& text) {
        if (!text) {
            m_column.codes[row] = query::TextColumn::Missing;
            return;
        }
        const auto found = std::ranges::find(m_column.dictionary, *text);
        const auto at = static_cast<std::size_t>(found - m_column.dictionary.begin());
        if (found == m_column.dictionary.end())
            m_column.dictionary.push_back(*text);
        m_column.codes[row] = static_cast<std::uint32_t>(at + 1);
    }
    [[nodiscard]] std::shared_ptr<const query::Column> take() {
        return std::make_shared<const query::Column>(std::move(m_column));
    }

private:
    query::TextColumn m_column;
};

using Rows = std::vector<std::pair<std::uint32_t, const RunEdits*>>;

/// A column with the decisions of these rows over it, if any touches it.
void overlay(query::Frame& frame, const ColumnKey& column, const std::string& key,
             const Rows& rows) {
    const query::Column* loaded = frame.column(column);
    const auto* texts = loaded != nullptr ? std::get_if<query::TextColumn>(loaded) : nullptr;
    if (texts == nullptr)
        return;
    std::optional<Overlay> changed;
    for (const auto& [row, edits] : rows) {
        const sync::Decision* decision = edits->find(key);
        if (decision == nullptr)
            continue;
        if (!changed)
            changed.emplace(*texts);
        changed->set(row, decision->change.wanted);
    }
    if (changed)
        frame.set(column, changed->take());
}

}  // namespace

sync::DecisionState RunEdits::state() const {
    const auto worst =
        std::ranges::max_element(byKey, {}, [](const auto& entry) { return entry.second.state; });
    return worst != byKey.end() ? worst->second.state : sync::DecisionState::Written;
}

const sync::Decision* RunEdits::find(const std::string& key) const {
    const auto found = byKey.find(key);
    return found != byKey.end() ? &found->second : nullptr;
}

void Edits::add(base::SourceNo sourceNo, const sync::Decision& decision) {
    if (isOfRegistry(decision.change.place.kind))
        return;
    RunEdits& run = m_runs[{sourceNo, decision.change.place.owner}];
    run.byKey.insert_or_assign(keyOf(decision.change.place), decision);
}

const RunEdits& Edits::of(base::SourceNo source, const std::string& runId) const {
    static const RunEdits none;
    const auto found = m_runs.find({source, runId});
    return found != m_runs.end() ? found->second : none;
}

void Edits::apply(cache::RunDetails& details) const {
    const RunEdits& edits = of(details.sourceNo, details.run.runId);
    if (edits.empty())
        return;
    std::ranges::sort(details.run.tags, {}, &domain::Tag::key);
    for (const auto& [key, decision] : edits.byKey) {
        put(details.run.tags, key, decision.change.wanted);
        if (decision.change.place.kind == PlaceKind::RunName)
            details.run.runName = decision.change.wanted.value_or("");
    }
}

RunTable Edits::apply(RunTable table, std::span<const cache::ExperimentRow> experiments,
                      std::unordered_map<std::uint32_t, sync::DecisionState>& edited) const {
    std::unordered_map<base::ExperimentNo, base::SourceNo> sources;
    for (const cache::ExperimentRow& experiment : experiments)
        sources[experiment.experimentNo] = experiment.sourceNo;
    const ColumnKey ids = query::attributeColumn(query::Attribute::RunId);
    Rows rows;
    std::map<std::string, bool> keys;
    for (std::uint32_t row = 0; row < table.frame->rows(); ++row) {
        const RunEdits& edits =
            of(sources[table.experiments[row]], std::string(table.frame->text(ids, row)));
        if (edits.empty())
            continue;
        rows.emplace_back(row, &edits);
        edited[row] = edits.state();
        for (const auto& [key, decision] : edits.byKey)
            keys[key] |= decision.change.place.kind == PlaceKind::RunName;
    }
    if (rows.empty())
        return table;
    auto frame = std::make_shared<query::Frame>(*table.frame);
    for (const auto& [key, isName] : keys) {
        overlay(*frame, query::tagColumn(key), key, rows);
        if (isName)
            overlay(*frame, query::attributeColumn(query::Attribute::RunName), key, rows);
    }
    table.frame = std::move(frame);
    return table;
}

}  // namespace podium::session
