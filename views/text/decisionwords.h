// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/edits.h"

#include <QString>

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
[[nodiscard]] QString decisionSentence(const session::Decision& decision);
/// What is decided: "Name", "Description", "Tag team".
[[nodiscard]] QString decisionSubject(const session::Place& place);
/// A text of a decision in one line; words for none at all.
[[nodiscard]] QString decisionValue(const std::optional<std::string>& value);

}  // namespace podium::views
