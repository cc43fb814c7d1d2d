// SPDX-License-Identifier: GPL-3.0-or-later
// Of ReviewBook: requests that the registry itself keeps.
#include "registry/transition.h"
#include "session/reviewbook.h"

namespace podium::session {

using base::Error;
using base::ErrorCode;
using registry::Action;
using registry::DraftFault;

void ReviewBook::followTransitions() {
    connect(&m_transitions, &TransitionBook::changed, this, &ReviewBook::reload);
    connect(&m_transitions, &TransitionBook::failed, this, &ReviewBook::failed);
    connect(&m_transitions, &TransitionBook::decided, this,
            [this](const TransitionDecision& decision) {
                const stores::TransitionRequest& of = decision.request;
                if (decision.action == Action::Request)
                    Q_EMIT asked(decision.source, of.name, of.version,
                                 {registry::Target::Kind::Stage, of.stage});
                else
                    Q_EMIT decided(decision);
            });
    connect(&m_transitions, &TransitionBook::refused, this,
            [this](const TransitionDecision& decision, const Error& error) {
                const stores::TransitionRequest& of = decision.request;
                const bool none = error.code == ErrorCode::ApiMissing ||
                                  error.code == ErrorCode::StagesUnsupported;
                if (decision.action != Action::Request || !none) {
                    Q_EMIT refused(decision, error);
                    return;
                }
                const DraftFault fault = askByTags(decision.source, of.name, of.version,
                                                   {registry::Target::Kind::Stage, of.stage},
                                                   decision.archiveExisting, of.comment);
                if (fault != DraftFault::None)
                    Q_EMIT refused(decision, error);
            });
}

DraftFault ReviewBook::ask(base::SourceNo source, const std::string& name, std::int64_t number,
                           const registry::Target& target, bool archiveExisting,
                           const std::string& comment) {
    if (target.kind != registry::Target::Kind::Stage || !m_transitions.isOffered(source))
        return askByTags(source, name, number, target, archiveExisting, comment);
    const auto entry = model(source, name);
    const bool known =
        entry && std::ranges::any_of(entry->versions, [number](const ModelEntry::Version& one) {
            return one.version.version == number;
        });
    if (!known || target.name.empty())
        return DraftFault::NoTarget;
    const auto me = m_me.find(source);
    m_transitions.decide(
        {source,
         Action::Request,
         {name, number, target.name, me != m_me.end() ? me->second : std::string(), comment},
         archiveExisting,
         {}});
    return DraftFault::None;
}

/// Databricks keeps no comments beside decisions, and makes the change with the approval.
DraftFault ReviewBook::sayNative(Action action, const std::string& comment, bool archiveExisting) {
    if (action != Action::Approve && action != Action::Reject && action != Action::Withdraw)
        return DraftFault::NoRequest;
    const registry::InboxEntry& entry = m_review->entry;
    m_transitions.decide(
        {entry.sourceNo, action, registry::transitionOf(entry.request), archiveExisting, comment});
    return DraftFault::None;
}

}  // namespace podium::session
