// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/environment.h"
#include "jobs/slot.h"
#include "registry/audit.h"
#include "registry/evidence.h"
#include "registry/gate.h"
#include "registry/inbox.h"
#include "session/outboxbook.h"
#include "session/registrybook.h"
#include "session/transitionbook.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace podium::session {

using Inbox = std::vector<registry::InboxEntry>;

/// Names a request.
struct RequestKey {
    base::SourceNo source;
    std::string model;
    std::int64_t version = 0;
    std::string id;

    friend bool operator==(const RequestKey&, const RequestKey&) = default;
};
[[nodiscard]] RequestKey keyOf(const registry::InboxEntry& entry);

/// One request with all that a person decides by.
struct Review {
    registry::InboxEntry entry;
    registry::PolicyReading policy;
    registry::VersionFacts candidate;
    std::optional<registry::VersionFacts> incumbent;
    registry::Evidence evidence;
    std::vector<registry::GateResult> gates;
    registry::Judgement judgement;
    stores::Change change;  // what approving comes to in the end
    std::vector<registry::AuditLine> audit;
    cache::AuditCheck auditCheck;
    bool loading = false;  // all but entry and policy is still to come
};

/// Requests for promotion in all open sources, and what a person says to them. It keeps nothing of
/// its own: requests are events in the registry (registry/event.h), with what was decided here laid
/// over them, and what is said goes into the outbox. Requests for a stage that a Databricks
/// workspace keeps (`native`) are asked and answered there, and can't wait: asked(), decided() or
/// refused() tells. Lives on the UI thread; looks in jobs.
class ReviewBook : public QObject {
    Q_OBJECT
public:
    /// `environment`: where logins come from that no connection has.
    ReviewBook(cache::Cache& cache, jobs::JobEngine& engine, RegistryBook& registry,
               OutboxBook& outbox, SourceBook& sources, http::Environment environment,
               QObject* parent = nullptr);

    /// What waits longest first, then what is decided.
    [[nodiscard]] const std::shared_ptr<const Inbox>& inbox() const { return m_inbox; }
    [[nodiscard]] int waitingForMe() const;
    /// Which of the metrics' directions a person has said.
    void setDirections(registry::DirectionOf directions);
    /// The name of this person in sources that know no login, in the log too; "" is the machine's
    /// user.
    void setName(const std::string& name);

    /// Loads the evidence of a request; nothing: of none.
    void select(const std::optional<RequestKey>& key);
    /// nullptr if none is selected, or it is gone.
    [[nodiscard]] const std::shared_ptr<const Review>& current() const { return m_review; }

    /// Asks for a version to go somewhere; asked() follows, or refused().
    registry::DraftFault ask(base::SourceNo source, const std::string& model, std::int64_t version,
                             const registry::Target& target, bool archiveExisting,
                             const std::string& comment);
    /// Says something to the selected request. With the last approval the change itself goes out
    /// after it, and what came of it as an event. `archiveExisting`: of a native request that is
    /// approved; others say it themselves.
    registry::DraftFault say(registry::Action action, const std::string& comment,
                             bool archiveExisting = false);
    /// Makes the change of the selected request, which has its approvals.
    registry::DraftFault apply();
    /// Takes back what has not arrived. With a promotion that others were faster than, what was to
    /// be noted of it becomes that.
    void discard(std::int64_t entryNo);
    /// Stores a policy of a model, or takes it away.
    [[nodiscard]] std::vector<stores::Change> policyChanges(base::SourceNo source,
                                                            const std::string& model,
                                                            const registry::Policy* policy) const;

    [[nodiscard]] std::shared_ptr<const ModelEntry> model(base::SourceNo source,
                                                          const std::string& name) const;

Q_SIGNALS:
    void inboxChanged();
    void reviewChanged();
    void failed(const podium::base::Error& error);
    /// A request is made: in the store, or in the outbox.
    void asked(podium::base::SourceNo source, const std::string& model, std::int64_t version,
               const podium::registry::Target& target);
    /// What came of something said about a native request; nothing of what was refused is kept.
    void decided(const podium::session::TransitionDecision& decision);
    void refused(const podium::session::TransitionDecision& decision,
                 const podium::base::Error& error);
    /// A request came that waits for this person and was not there before.
    void requestCame(const podium::registry::InboxEntry& entry);

private:
    using Changes = std::vector<stores::Change>;
    using Names = std::map<base::SourceNo, std::string>;
    using Transitions = std::map<base::SourceNo, TransitionBook::Requests>;
    struct Loaded {
        std::shared_ptr<const Inbox> inbox;
        Names me;
    };
    [[nodiscard]] static base::Result<Loaded> load(cache::Cache& cache,
                                                   const RegistrySnapshot& snapshot,
                                                   const Transitions& transitions,
                                                   const http::Environment& environment,
                                                   const std::string& name);
    void followTransitions();
    registry::DraftFault askByTags(base::SourceNo source, const std::string& model,
                                   std::int64_t version, const registry::Target& target,
                                   bool archiveExisting, const std::string& comment);
    registry::DraftFault sayNative(registry::Action action, const std::string& comment,
                                   bool archiveExisting);
    void reload();
    void inboxLoaded(const Loaded& loaded);
    void loadReview();
    [[nodiscard]] registry::Draft draft(registry::Action action, const std::string& comment) const;
    /// Adds the event to the changes, and to the version's tags for the next one.
    registry::DraftFault addEvent(const registry::Draft& draft, domain::ModelVersion& version,
                                  Changes& changes) const;
    registry::DraftFault addPromotion(const Review& review, domain::ModelVersion& version,
                                      Changes& changes) const;
    void send(base::SourceNo source, const Changes& changes);

    cache::Cache& m_cache;
    RegistryBook& m_registry;
    OutboxBook& m_outbox;
    SourceBook& m_sources;
    http::Environment m_environment;
    TransitionBook m_transitions;
    jobs::Slot<Loaded> m_inboxSlot;
    jobs::Slot<std::shared_ptr<const Review>> m_reviewSlot;
    registry::DirectionOf m_directions = query::guessDirection;
    std::string m_name;
    Names m_me;  // who this person is, by source
    std::shared_ptr<const Inbox> m_inbox;
    std::optional<RequestKey> m_selected;
    std::shared_ptr<const Review> m_review;
    bool m_known = false;  // what was there at the start is nothing that came
};

}  // namespace podium::session
