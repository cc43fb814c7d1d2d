// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/reviewpack.h"

#include <QString>

/// What is said of requests, decisions, policies and evidence. No widgets here.
namespace podium::views {

/// "Production", "alias champion", "lane: canary".
[[nodiscard]] QString targetText(const registry::Target& target);
/// "open", "stale: other versions are in its place now".
[[nodiscard]] QString requestStateText(registry::RequestState state, registry::Staleness staleness);
/// "asked", "approved" ...
[[nodiscard]] QString actionText(registry::Action action);
/// What came of the change: "written".
[[nodiscard]] QString effectText(registry::Effect effect);

/// Why somebody may not approve, or only with words: a sentence.
[[nodiscard]] QString reasonText(const registry::Reason& reason);
/// Why a draft can't be sent: a sentence; "" without a fault.
[[nodiscard]] QString draftFaultText(const registry::Written& written);
/// What is wrong with a policy: a sentence.
[[nodiscard]] QString policyFaultText(const registry::PolicyFault& fault);
/// How the events of a version hang together: a sentence.
[[nodiscard]] QString chainText(registry::Chain::State state);

/// Why something is not known: a clause.
[[nodiscard]] QString gapText(registry::Gap gap);
/// "passed", "failed", "unknown", "can't be read".
[[nodiscard]] QString gateOutcomeText(registry::GateResult::Outcome outcome);
/// What a gate looked at and what is so: "0.9412 ≥ 0.9377", "41.2 > 40", "there is no
/// candidate.tags.x".
[[nodiscard]] QString gateValuesText(const registry::GateResult& gate);
/// "input b is gone (was integer)".
[[nodiscard]] QString signatureChangeText(const registry::SignatureChange& change);
[[nodiscard]] QString fileChangeText(registry::FileChange::Kind kind);

/// The words of registry::reviewPack(). Numbers are whole, times are in UTC.
[[nodiscard]] registry::PackWords packWords();

}  // namespace podium::views
