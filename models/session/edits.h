// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cache/reader.h"
#include "session/frameloader.h"
#include "sync/decision.h"

#include <map>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

/// What people decided, over what was read: shown at once, wherever the store is.
namespace podium::session {

using stores::Change;
using stores::Place;
using stores::PlaceKind;
using sync::Decision;
using sync::DecisionState;

/// What a run's decisions come to. Keys are those of tags; the run's name is under
/// stores::RunNameTag.
struct RunEdits {
    std::map<std::string, sync::Decision> byKey;

    [[nodiscard]] bool empty() const { return byKey.empty(); }
    /// That of the decision which a person should know most of; only if there is one.
    [[nodiscard]] sync::DecisionState state() const;
    [[nodiscard]] const sync::Decision* find(const std::string& key) const;

    friend bool operator==(const RunEdits&, const RunEdits&) = default;
};

/// Decisions by run. Never changes once it is shared.
class Edits {
public:
    /// `sourceNo` is that of the decision's location; decisions about the registry are passed
    /// over.
    void add(base::SourceNo sourceNo, const sync::Decision& decision);

    [[nodiscard]] bool empty() const { return m_runs.empty(); }
    [[nodiscard]] const RunEdits& of(base::SourceNo source, const std::string& runId) const;

    /// Puts the decisions over a run as the cache has it.
    void apply(cache::RunDetails& details) const;

    /// The table with names and tags as they were decided; `edited` gets the rows that have
    /// decisions. Columns that are not loaded are left out.
    [[nodiscard]] RunTable apply(
        RunTable table, std::span<const cache::ExperimentRow> experiments,
        std::unordered_map<std::uint32_t, sync::DecisionState>& edited) const;

    friend bool operator==(const Edits&, const Edits&) = default;

private:
    std::map<std::pair<base::SourceNo, std::string>, RunEdits> m_runs;
};

using SharedEdits = std::shared_ptr<const Edits>;

}  // namespace podium::session
