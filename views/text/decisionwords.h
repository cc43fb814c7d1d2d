// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/changepreview.h"
#include "session/edits.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

/// What is said of decisions that have not arrived in their store. No widgets here.
namespace podium::views {

/// "waiting", "kept here only" ...
[[nodiscard]] QString decisionStateText(session::DecisionState state);
/// An icon's name, as in icons.h.
[[nodiscard]] QString decisionStateIcon(session::DecisionState state);
/// What the state means where there is no room for more.
[[nodiscard]] QString decisionStateSentence(session::DecisionState state);
/// What the state means for a person: why it waits or failed, what the store holds, what can be
/// done.
/// `blocker`: the one that it waits for, because it has no meaning without it.
[[nodiscard]] QString decisionSentence(const session::Decision& decision,
                                       const session::Decision* blocker = nullptr);
/// What is decided: "Name", "Description", "Tag team", "Stage", "Alias champion".
[[nodiscard]] QString decisionSubject(const session::Place& place);
/// Whose it is, in the registry: "churn", "churn, version 7". Runs are known by more than an id.
[[nodiscard]] QString decisionOwner(const session::Place& place);
/// The value that is wanted, with what else it brings: "Production, archives 5"; "(deleted)".
[[nodiscard]] QString decisionWanted(const session::Change& change);
/// A decision about the registry in one line: "version 7 of churn: Staging → Production, archives
/// 5", "alias champion of churn: 5 → 7".
[[nodiscard]] QString decisionLine(const session::Change& change);
/// Numbers of versions: "4, 5".
[[nodiscard]] QString versionNumbers(const std::vector<std::int64_t>& versions);
/// What a change will do to a store, a line for each thing.
[[nodiscard]] QStringList previewText(const std::vector<session::PreviewLine>& lines);
/// A text of a decision in one line; words for none at all.
[[nodiscard]] QString decisionValue(const std::optional<std::string>& value);

}  // namespace podium::views
