// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/evidence.h"
#include "registry/gate.h"
#include "registry/inbox.h"

#include <QString>

/// What is said of requests, evidence and gates. No widgets here.
namespace podium::views {

/// "Production", "@champion", "tier = gold".
[[nodiscard]] QString targetText(const registry::Target& target);
/// "ranker · version 7 → Production"
[[nodiscard]] QString requestTitle(const registry::Request& request);
/// "version 7 → Production"
[[nodiscard]] QString requestLine(const registry::Request& request);
/// "open", "1 of 2 approvals", "rejected" ...
[[nodiscard]] QString requestStateText(registry::RequestState state);
/// Why a request is stale, as a sentence; "" if it is not.
[[nodiscard]] QString stalenessText(const registry::Request& request);
/// "asked", "approved", "rejected", "withdrew", "commented"; for an effect what came of it.
[[nodiscard]] QString eventText(const registry::Event& event);
/// Why something is not known, in a few words.
[[nodiscard]] QString gapText(registry::Gap gap);
[[nodiscard]] QString gateOutcomeText(registry::GateResult::Outcome outcome);
/// What a gate looked at: "0.9412 ≥ 0.9377", "no such tag".
[[nodiscard]] QString gateValuesText(const registry::GateResult& gate);
/// "input age removed", "output: double → long"
[[nodiscard]] QString signatureChangeText(const registry::SignatureChange& change);
/// Why a person may not approve, or only with words: a sentence.
[[nodiscard]] QString reasonText(const registry::Reason& reason);
/// Why something can't be said; "" if nothing is wrong.
[[nodiscard]] QString draftFaultText(registry::DraftFault fault);
/// What is wrong with a policy, as a sentence.
[[nodiscard]] QString policyFaultText(const registry::PolicyFault& fault,
                                      const registry::Policy& policy);
/// Whether the events of a version are as they were written: a sentence.
[[nodiscard]] QString chainText(const registry::Chain& chain);
/// "+0.0025", "−3"
[[nodiscard]] QString signedNumber(double value);
/// "+1.2 %"
[[nodiscard]] QString relativeText(double share);

}  // namespace podium::views
