// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/reviewbook.h"

#include "registry/transition.h"
#include "session/identity.h"
#include "session/versionfacts.h"

#include <algorithm>
#include <map>

namespace podium::session {

using base::Result;
using domain::ModelVersion;
using registry::Action;
using registry::Draft;
using registry::DraftFault;
using registry::InboxEntry;
using registry::InboxSource;
using stores::Change;

namespace {

using SharedReview = std::shared_ptr<const Review>;
using Snapshot = std::shared_ptr<const RegistrySnapshot>;

std::vector<ModelVersion> versionsOf(const ModelEntry& entry) {
    std::vector<ModelVersion> versions;
    for (const ModelEntry::Version& one : entry.versions)
        versions.push_back(one.version);
    return versions;
}

/// Requests of the sources that are open, each seen by who asks there.
Inbox inboxOf(const RegistrySnapshot& snapshot, const std::vector<cache::SourceRow>& rows,
              const std::map<base::SourceNo, std::string>& me,
              const std::map<base::SourceNo, TransitionBook::Requests>& transitions) {
    std::map<base::SourceNo, InboxSource> sources;
    for (const ModelEntry& entry : snapshot.models) {
        const auto row = std::ranges::find(rows, entry.sourceNo, &cache::SourceRow::sourceNo);
        if (row == rows.end())
            continue;
        InboxSource& source = sources[entry.sourceNo];
        source.sourceNo = entry.sourceNo;
        source.title = entry.sourceTitle.toStdString();
        source.location = row->location;
        source.me = me.at(entry.sourceNo);
        source.models.push_back(entry.model);
        for (const ModelEntry::Version& one : entry.versions)
            source.versions.push_back(one.version);
        if (const auto open = transitions.find(entry.sourceNo); open != transitions.end()) {
            for (const stores::TransitionRequest& one : open->second) {
                if (one.name == entry.model.name)
                    source.native.push_back(
                        registry::requestFrom(one, entry.model, versionsOf(entry)));
            }
        }
    }
    std::vector<InboxSource> list;
    for (auto& [number, source] : sources)
        list.push_back(std::move(source));
    return registry::inboxOf(list);
}

const ModelVersion* versionNumbered(const std::vector<ModelVersion>& versions,
                                    std::int64_t number) {
    const auto found = std::ranges::find(versions, number, &ModelVersion::version);
    return found != versions.end() ? &*found : nullptr;
}

Result<void> addAudit(cache::Cache& cache, Review& review) {
    Result<std::vector<cache::AuditRecord>> log = cache.outbox().auditLog();
    PODIUM_TRY(void, log);
    Result<cache::AuditCheck> check = cache.outbox().verifyAudit();
    PODIUM_TRY(void, check);
    review.auditCheck = check.value();
    review.audit = registry::auditOf(registry::auditLines(log.value()), review.entry.location,
                                     review.entry.request.model, review.entry.request.version);
    return {};
}

Result<SharedReview> loadEvidence(cache::Cache& cache, const ModelEntry& model, Review review,
                                  const registry::DirectionOf& directions,
                                  const std::stop_token& stop) {
    Result<cache::Reader> reader = cache.reader();
    PODIUM_TRY(SharedReview, reader);
    Result<std::vector<cache::SourceRow>> sources = reader.value().sources();
    PODIUM_TRY(SharedReview, sources);
    const auto source =
        std::ranges::find(sources.value(), review.entry.sourceNo, &cache::SourceRow::sourceNo);
    const std::vector<ModelVersion> versions = versionsOf(model);
    const registry::Request& request = review.entry.request;
    const ModelVersion* version = versionNumbered(versions, request.version);
    if (source == sources.value().end() || version == nullptr)
        return SharedReview();
    const auto factsOf = [&](const ModelVersion& of) {
        return loadVersionFacts(cache, reader.value(), *source, model.model, of, stop);
    };
    review.candidate = factsOf(*version);
    const auto incumbent =
        registry::incumbentOf(request.target, request.version, model.model, versions);
    if (const ModelVersion* other = incumbent ? versionNumbered(versions, *incumbent) : nullptr)
        review.incumbent = factsOf(*other);
    if (stop.stop_requested())
        return base::Cancelled{};
    const registry::VersionFacts* against = review.incumbent ? &*review.incumbent : nullptr;
    review.evidence = registry::compare(review.candidate, against, directions);
    review.gates = registry::judgeGates(review.policy.policy.gates, review.candidate, against);
    review.judgement = registry::judge(review.policy, request, review.gates, review.entry.me);
    review.change = registry::changeFor(request, model.model, versions);
    PODIUM_TRY(SharedReview, addAudit(cache, review));
    review.loading = false;
    return SharedReview(std::make_shared<const Review>(std::move(review)));
}

bool waits(const Inbox& inbox, const RequestKey& key) {
    return std::ranges::any_of(
        inbox, [&](const InboxEntry& entry) { return entry.waitingForMe && keyOf(entry) == key; });
}

}  // namespace

RequestKey keyOf(const InboxEntry& entry) {
    return {entry.sourceNo, entry.request.model, entry.request.version, entry.request.id};
}

ReviewBook::ReviewBook(cache::Cache& cache, jobs::JobEngine& engine, RegistryBook& registry,
                       OutboxBook& outbox, SourceBook& sources, http::Environment environment,
                       QObject* parent)
    : QObject(parent),
      m_cache(cache),
      m_registry(registry),
      m_outbox(outbox),
      m_sources(sources),
      m_environment(std::move(environment)),
      m_transitions(engine, registry, sources),
      m_inboxSlot(engine, this),
      m_reviewSlot(engine, this),
      m_inbox(std::make_shared<const Inbox>()) {
    connect(&registry, &RegistryBook::changed, this, &ReviewBook::reload);
    followTransitions();
}

void ReviewBook::setName(const std::string& name) {
    if (name == m_name)
        return;
    m_name = name;
    nameAuditors(m_cache, m_environment, name);
    reload();
}

void ReviewBook::setDirections(registry::DirectionOf directions) {
    m_directions = std::move(directions);
    loadReview();
}

int ReviewBook::waitingForMe() const {
    return static_cast<int>(registry::waitingForMe(*m_inbox));
}

Result<ReviewBook::Loaded> ReviewBook::load(cache::Cache& cache, const RegistrySnapshot& snapshot,
                                            const Transitions& transitions,
                                            const http::Environment& environment,
                                            const std::string& name) {
    Result<cache::Reader> reader = cache.reader();
    PODIUM_TRY(Loaded, reader);
    const Result<std::vector<cache::SourceRow>> sources = reader.value().sources();
    PODIUM_TRY(Loaded, sources);
    Loaded loaded;
    for (const cache::SourceRow& source : sources.value())
        loaded.me[source.sourceNo] = identityOf(source, environment, name);
    loaded.inbox =
        std::make_shared<const Inbox>(inboxOf(snapshot, sources.value(), loaded.me, transitions));
    return loaded;
}

void ReviewBook::reload() {
    m_inboxSlot.start(
        [&cache = m_cache, snapshot = m_registry.snapshot(), transitions = m_transitions.open(),
         environment = m_environment, name = m_name](std::stop_token, base::Progress&) {
            return load(cache, *snapshot, transitions, environment, name);
        },
        [this](const Result<Loaded>& result) {
            if (result.ok())
                inboxLoaded(result.value());
            else if (result.failed())
                Q_EMIT failed(result.error());
        });
}

void ReviewBook::inboxLoaded(const Loaded& loaded) {
    const std::shared_ptr<const Inbox> before = m_inbox;
    m_inbox = loaded.inbox;
    m_me = loaded.me;
    Q_EMIT inboxChanged();
    loadReview();
    for (const InboxEntry& entry : *loaded.inbox) {
        if (m_known && entry.waitingForMe && !waits(*before, keyOf(entry)))
            Q_EMIT requestCame(entry);
    }
    m_known = true;
}

void ReviewBook::select(const std::optional<RequestKey>& key) {
    if (key == m_selected)
        return;
    m_selected = key;
    m_review = nullptr;
    loadReview();
}

std::shared_ptr<const ModelEntry> ReviewBook::model(base::SourceNo source,
                                                    const std::string& name) const {
    const Snapshot snapshot = m_registry.snapshot();
    for (const ModelEntry& entry : snapshot->models) {
        if (entry.sourceNo == source && entry.model.name == name)
            return {snapshot, &entry};
    }
    return nullptr;
}

void ReviewBook::loadReview() {
    m_reviewSlot.cancel();
    const auto entry = std::ranges::find_if(*m_inbox, [this](const InboxEntry& one) {
        return m_selected && keyOf(one) == *m_selected;
    });
    const auto of = m_selected ? model(m_selected->source, m_selected->model) : nullptr;
    if (entry == m_inbox->end() || !of) {
        m_review = nullptr;
        Q_EMIT reviewChanged();
        return;
    }
    // What was known of the same request stays in sight until the rest is there.
    auto next = m_review ? std::make_shared<Review>(*m_review) : std::make_shared<Review>();
    next->loading = !m_review || m_review->loading;
    next->entry = *entry;
    next->policy = registry::policyOf(of->model.tags);
    m_review = next;
    Q_EMIT reviewChanged();
    m_reviewSlot.start(
        [&cache = m_cache, of, review = *next, directions = m_directions](std::stop_token stop,
                                                                          base::Progress&) {
            return loadEvidence(cache, *of, review, directions, stop);
        },
        [this](Result<SharedReview> result) {
            if (result.failed()) {
                Q_EMIT failed(result.error());
                return;
            }
            m_review = std::move(result).value();
            Q_EMIT reviewChanged();
        });
}

Draft ReviewBook::draft(Action action, const std::string& comment) const {
    Draft made;
    made.action = action;
    made.comment = comment;
    made.who = m_review->entry.me;
    made.request = m_review->entry.request.id;
    if (action == Action::Approve || action == Action::Reject)
        made.gates = registry::gateNotes(m_review->gates);
    return made;
}

DraftFault ReviewBook::addEvent(const Draft& draft, ModelVersion& version, Changes& changes) const {
    registry::Written written =
        registry::writeEvent(draft, version, m_cache.clock()(), registry::randomBits());
    if (written.fault != DraftFault::None)
        return written.fault;
    changes.push_back(registry::changeFor(written.event, version));
    version.tags.push_back({written.event.key, written.event.value});
    return DraftFault::None;
}

/// The change, and that it was made. The outbox holds the second back until the first has arrived.
DraftFault ReviewBook::addPromotion(const Review& review, ModelVersion& version,
                                    Changes& changes) const {
    changes.push_back(review.change);
    Draft applied = draft(Action::Applied, {});
    applied.effect = registry::Effect::Written;
    return addEvent(applied, version, changes);
}

void ReviewBook::send(base::SourceNo number, const Changes& changes) {
    if (const SourceInfo* source = m_sources.find(number))
        m_outbox.decide(source->location, changes);
}

DraftFault ReviewBook::askByTags(base::SourceNo source, const std::string& name,
                                 std::int64_t number, const registry::Target& target,
                                 bool archiveExisting, const std::string& comment) {
    const auto entry = model(source, name);
    if (!entry)
        return DraftFault::NoTarget;
    const std::vector<ModelVersion> versions = versionsOf(*entry);
    const ModelVersion* found = versionNumbered(versions, number);
    if (found == nullptr)
        return DraftFault::NoTarget;
    ModelVersion version = *found;
    Changes changes;
    const auto me = m_me.find(source);
    const Draft made =
        registry::requestDraft(target, number, me != m_me.end() ? me->second : std::string(),
                               comment, archiveExisting, entry->model, versions);
    const DraftFault fault = addEvent(made, version, changes);
    if (fault == DraftFault::None) {
        send(source, changes);
        Q_EMIT asked(source, name, number, target);
    }
    return fault;
}

DraftFault ReviewBook::say(Action action, const std::string& comment, bool archiveExisting) {
    if (!m_review || m_review->loading)
        return DraftFault::NoRequest;
    if (m_review->entry.request.native)
        return sayNative(action, comment, archiveExisting);
    const Review review = *m_review;
    ModelVersion version = review.candidate.version;
    // Events that came since the evidence was read are followed, too.
    if (const auto entry = model(review.entry.sourceNo, version.name)) {
        for (const ModelEntry::Version& one : entry->versions) {
            if (one.version.version == version.version)
                version = one.version;
        }
    }
    Changes changes;
    DraftFault fault = addEvent(draft(action, comment), version, changes);
    if (fault == DraftFault::None && action == Action::Approve && review.judgement.isLastApproval)
        fault = addPromotion(review, version, changes);
    if (fault == DraftFault::None)
        send(review.entry.sourceNo, changes);
    return fault;
}

DraftFault ReviewBook::apply() {
    if (!m_review || m_review->loading)
        return DraftFault::NoRequest;
    const Review review = *m_review;
    ModelVersion version = review.candidate.version;
    Changes changes;
    const DraftFault fault = addPromotion(review, version, changes);
    if (fault == DraftFault::None)
        send(review.entry.sourceNo, changes);
    return fault;
}

void ReviewBook::discard(std::int64_t entryNo) {
    const auto& decisions = m_outbox.decisions();
    const auto found = std::ranges::find(decisions, entryNo, &sync::Decision::entryNo);
    if (found == decisions.end())
        return;
    const sync::Decision taken = *found;
    // What was to be noted once it had arrived, and now never will.
    std::vector<sync::Decision> notes;
    for (const sync::Decision& one : decisions) {
        const registry::Event event =
            one.change.place.kind == stores::PlaceKind::VersionTag &&
                    registry::isEvent(one.change.place.key)
                ? registry::readEvent(one.change.place.key, one.change.wanted.value_or(""))
                : registry::Event();
        if (event.action == Action::Applied && one.location == taken.location &&
            one.entryNo != entryNo && sync::dependsOn(one.change, taken.change))
            notes.push_back(one);
    }
    for (const sync::Decision& note : notes)
        m_outbox.discard(note.entryNo);
    m_outbox.discard(entryNo);
    for (const sync::Decision& note : notes) {
        const registry::Event event =
            registry::readEvent(note.change.place.key, *note.change.wanted);
        const SourceInfo* source = m_sources.find(QString::fromStdString(note.location));
        const auto entry =
            source != nullptr ? model(source->sourceNo, note.change.place.owner) : nullptr;
        const std::vector<ModelVersion> versions =
            entry ? versionsOf(*entry) : std::vector<ModelVersion>();
        const ModelVersion* of = versionNumbered(versions, note.change.place.version);
        if (of == nullptr)
            continue;
        ModelVersion version = *of;
        std::erase_if(version.tags,
                      [&](const domain::Tag& tag) { return tag.key == note.change.place.key; });
        Draft outcome;
        outcome.action = Action::Applied;
        outcome.who = event.who;
        outcome.request = event.request;
        outcome.effect = taken.state == sync::DecisionState::Conflict ? registry::Effect::Conflict
                                                                      : registry::Effect::Refused;
        outcome.found = taken.found.value_or("");
        Changes changes;
        if (addEvent(outcome, version, changes) == DraftFault::None)
            send(source->sourceNo, changes);
    }
}

std::vector<Change> ReviewBook::policyChanges(base::SourceNo source, const std::string& name,
                                              const registry::Policy* policy) const {
    const auto entry = model(source, name);
    if (!entry)
        return {};
    return {registry::policyChange(entry->model, policy)};
}

}  // namespace podium::session
