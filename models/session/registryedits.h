// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/registrybook.h"
#include "sync/decision.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What people decided about registered models, over what was read of them: shown at once, wherever
/// the store is.
namespace podium::session {

/// Decisions by registered model that are not in the store, or not read from there yet. Never
/// changes once it is shared.
class RegistryEdits {
public:
    /// `sourceNo` is that of the decision's location. In the order in which they were decided;
    /// decisions about runs are passed over.
    void add(base::SourceNo sourceNo, const sync::Decision& decision);

    [[nodiscard]] bool empty() const { return m_models.empty(); }
    [[nodiscard]] std::size_t size() const;  // decisions
    [[nodiscard]] const std::vector<sync::Decision>& of(base::SourceNo source,
                                                        const std::string& model) const;

    friend bool operator==(const RegistryEdits&, const RegistryEdits&) = default;

private:
    std::map<std::pair<base::SourceNo, std::string>, std::vector<sync::Decision>> m_models;
};

using SharedRegistryEdits = std::shared_ptr<const RegistryEdits>;

/// The registry as it was decided: stages (with what they archive), aliases, descriptions and tags;
/// ModelEntry::decisions says what of it is not in the store. What decisions name and the registry
/// does not have is left out. The same pointer if there is nothing to change.
[[nodiscard]] std::shared_ptr<const RegistrySnapshot> withEdits(
    std::shared_ptr<const RegistrySnapshot> read, const RegistryEdits& edits);

/// The decision that a place shows, nullptr if it shows what was read. For the stage of a version
/// also one that archives it.
[[nodiscard]] const sync::Decision* decisionAt(const ModelEntry& entry, const stores::Place& place);
/// The worst state of the decisions that changed what is shown of a version: its stage,
/// description and tags, aliases that came to it or left it. Nothing if there are none.
[[nodiscard]] std::optional<sync::DecisionState> stateOf(const ModelEntry& entry,
                                                         std::int64_t version);
/// The same of all that is shown of a model.
[[nodiscard]] std::optional<sync::DecisionState> stateOf(const ModelEntry& entry);

/// What takes changes back, once they are made: in the other direction, with what they archived.
[[nodiscard]] std::vector<stores::Change> reversed(const std::vector<stores::Change>& changes);

}  // namespace podium::session
