// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/outboxbook.h"

#include <algorithm>
#include <map>

namespace podium::session {

using base::Result;
using stores::Change;
using stores::Held;
using sync::Decision;
using sync::DecisionState;

namespace {

QString locationOf(const Decision& decision) {
    return QString::fromStdString(decision.location);
}

/// On its way or arrived: what comes now comes after it.
bool isOut(const Decision& decision) {
    return decision.state == DecisionState::Writing || decision.state == DecisionState::Written;
}

/// A change that is decided instead of an earlier one, on what that was decided on.
Change inPlaceOf(const Decision& earlier, Change change) {
    const Change before =
        earlier.state == DecisionState::Conflict ? sync::onWhatWasFound(earlier) : earlier.change;
    change.basis = before.basis;
    // What the earlier one would have archived was shown as archived.
    if (change.archiveExisting && before.archiveExisting && change.wanted == before.wanted) {
        change.archived.insert(change.archived.end(), before.archived.begin(),
                               before.archived.end());
        std::ranges::sort(change.archived);
        const auto twice = std::ranges::unique(change.archived);
        change.archived.erase(twice.begin(), twice.end());
    }
    return change;
}

bool changesNothing(const Change& change) {
    return change.wanted == change.basis && (!change.archiveExisting || change.archived.empty());
}

}  // namespace

OutboxBook::OutboxBook(cache::Cache& cache, jobs::JobEngine& engine, SourceBook& sources,
                       QObject* parent)
    : QObject(parent), m_cache(cache), m_engine(engine), m_sources(sources) {
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &OutboxBook::pump);
    connect(&sources, &SourceBook::changed, this, [this] {
        tell();  // a source may have come, and with it its number
        pump();
    });
    connect(&sources, &SourceBook::runsRead, this,
            [this](const QString& location, const QStringList& runIds) {
                ownersRead(location, runIds, false);
            });
    connect(&sources, &SourceBook::modelsRead, this,
            [this](const QString& location, const QStringList& names) {
                ownersRead(location, names, true);
            });
    connect(&sources, &SourceBook::synced, this, [this](const QString& location) {
        m_later.remove(location);
        lookAgain();
        readAgain(location);
        pump();
    });
    load();
}

int OutboxBook::count() const {
    return static_cast<int>(std::ranges::count_if(m_decisions, [](const Decision& decision) {
        return decision.state != DecisionState::Written;
    }));
}

void OutboxBook::tell() {
    auto edits = std::make_shared<Edits>();
    auto registry = std::make_shared<RegistryEdits>();
    for (const Decision& decision : m_decisions) {
        const SourceInfo* source = m_sources.find(locationOf(decision));
        if (source == nullptr || !source->sourceNo.valid())
            continue;
        edits->add(source->sourceNo, decision);
        registry->add(source->sourceNo, decision);
    }
    const bool same = *edits == *m_edits && *registry == *m_registryEdits;
    if (!same) {
        m_edits = std::move(edits);
        m_registryEdits = std::move(registry);
    }
    if (std::exchange(m_told, m_decisions) != m_decisions || !same)
        Q_EMIT changed();
}

Decision* OutboxBook::find(std::int64_t entryNo) {
    const auto found = std::ranges::find(m_decisions, entryNo, &Decision::entryNo);
    return found != m_decisions.end() ? &*found : nullptr;
}

void OutboxBook::decide(const QString& location, const std::vector<Change>& changes) {
    for (const Change& change : changes)
        decideOne(location, change);
    tell();
}

void OutboxBook::decideOne(const QString& location, const Change& change) {
    Decision decision{--m_lastToken, location.toStdString(), m_cache.clock()(), change};
    std::int64_t earlier = 0;
    // The newest one about this place; an older one is out already.
    const auto same = std::find_if(m_decisions.rbegin(), m_decisions.rend(), [&](const auto& one) {
        return one.location == decision.location && one.change.place == change.place;
    });
    if (same != m_decisions.rend() && isOut(*same)) {
        decision.change.basis = same->change.wanted;
    } else if (same != m_decisions.rend()) {
        decision.change = inPlaceOf(*same, std::move(decision.change));
        earlier = same->entryNo;
        m_decisions.erase(std::next(same).base());
    }
    if (changesNothing(decision.change)) {
        if (earlier != 0)
            withdraw(earlier);
        return;
    }
    m_decisions.push_back(decision);
    const std::int64_t token = decision.entryNo;
    record(
        [decision, earlier, numbers = m_numbers](cache::Outbox& outbox) {
            const std::string intent = sync::intentOf(decision.change);
            const std::string basis = sync::basisOf(decision.change);
            return earlier != 0
                       ? outbox.replace(numbers->of(earlier), decision.location, intent, basis)
                       : outbox.add(decision.location, intent, basis);
        },
        [this, token](std::int64_t entryNo) { recorded(token, entryNo); });
}

void OutboxBook::withdraw(std::int64_t entryNo) {
    record(
        [entryNo, numbers = m_numbers](cache::Outbox& outbox) -> Result<std::int64_t> {
            const std::int64_t number = numbers->of(entryNo);
            PODIUM_TRY(std::int64_t, outbox.settle(number, "withdrawn", ""));
            return number;
        },
        [](std::int64_t) {});
}

/// Steps of the outbox happen one after the other, in the order in which they were decided.
void OutboxBook::record(Task task, std::function<void(std::int64_t)> done) {
    m_steps.push_back({std::move(task), std::move(done)});
    nextStep();
}

void OutboxBook::nextStep() {
    if (m_stepping || m_steps.empty())
        return;
    m_stepping = true;
    Step step = std::move(m_steps.front());
    m_steps.pop_front();
    m_engine.run<std::int64_t>(
        jobs::Pool::Long, this,
        [&cache = m_cache, task = std::move(step.task)](std::stop_token, base::Progress&) {
            return task(cache.outbox());
        },
        [this, done = std::move(step.done)](Result<std::int64_t> entryNo) {
            m_stepping = false;
            if (entryNo.failed())
                Q_EMIT failed(entryNo.error());
            done(entryNo.ok() ? entryNo.value() : 0);
            nextStep();
        });
}

void OutboxBook::recorded(std::int64_t token, std::int64_t entryNo) {
    if (entryNo == 0) {
        // It could not be kept, so it is not shown as if it were.
        std::erase_if(m_decisions, [token](const Decision& one) { return one.entryNo == token; });
        tell();
        return;
    }
    m_numbers->set(token, entryNo);
    if (Decision* decision = find(token))
        decision->entryNo = entryNo;
    tell();
    pump();
}

void OutboxBook::decideAgain(Decision& decision, const Change& change) {
    decision.state = DecisionState::Waiting;
    decision.error.reset();
    decision.found.reset();
    decision.inStage.clear();
    decision.change = change;
    m_later.remove(locationOf(decision));
    m_recording.insert(decision.entryNo);
    record(
        [entryNo = decision.entryNo, basis = sync::basisOf(change),
         numbers = m_numbers](cache::Outbox& outbox) -> Result<std::int64_t> {
            const std::int64_t number = numbers->of(entryNo);
            PODIUM_TRY(std::int64_t, outbox.decideAgain(number, basis));
            return number;
        },
        [this, again = decision.entryNo](std::int64_t) {
            m_recording.erase(again);
            pump();
        });
}

void OutboxBook::tryAgain(std::int64_t entryNo) {
    Decision* decision = find(entryNo);
    if (decision == nullptr || isOut(*decision) || decision->state == DecisionState::Conflict)
        return;
    decideAgain(*decision, Change(decision->change));
    tell();
}

void OutboxBook::tryAllAgain() {
    for (Decision& decision : m_decisions) {
        if (!isOut(decision) && decision.state != DecisionState::Conflict)
            decideAgain(decision, Change(decision.change));
    }
    tell();
}

void OutboxBook::keepMine(std::int64_t entryNo) {
    Decision* decision = find(entryNo);
    if (decision == nullptr || decision->state != DecisionState::Conflict)
        return;
    decideAgain(*decision, sync::onWhatWasFound(*decision));
    tell();
}

void OutboxBook::discard(std::int64_t entryNo) {
    const Decision* decision = find(entryNo);
    if (decision == nullptr || isOut(*decision))
        return;
    const bool conflict = decision->state == DecisionState::Conflict;
    const QString location = locationOf(*decision);
    const stores::Place place = decision->change.place;
    std::erase_if(m_decisions, [&](const Decision& one) { return one.entryNo == entryNo; });
    withdraw(entryNo);
    tell();
    // What is shown may be older than what the store was found to hold.
    const QStringList owner{QString::fromStdString(place.owner)};
    if (conflict && isOfRegistry(place.kind))
        m_sources.readModels(location, owner);
    else if (conflict)
        m_sources.readRuns(location, owner);
    pump();  // what it held back may go
}

const Decision* OutboxBook::blocker(std::int64_t entryNo) const {
    const auto found = std::ranges::find(m_decisions, entryNo, &Decision::entryNo);
    return found != m_decisions.end() ? sync::blockerOf(*found, m_decisions) : nullptr;
}

/// Nothing goes out that is not in the outbox as it is meant, nor before what it depends on. In a
/// store that is not to be written to nothing waits for anything.
bool OutboxBook::isReady(const Decision& decision) const {
    if (decision.state != DecisionState::Waiting || decision.entryNo <= 0 ||
        m_recording.contains(decision.entryNo))
        return false;
    const SourceInfo* source = m_sources.find(locationOf(decision));
    return (source != nullptr && source->readOnly) ||
           sync::blockerOf(decision, m_decisions) == nullptr;
}

/// Starts what can go out now: of each location the oldest.
void OutboxBook::pump() {
    QStringList locations;
    for (const Decision& decision : m_decisions) {
        if (!locations.contains(locationOf(decision)) && isReady(decision))
            locations.append(locationOf(decision));
    }
    for (const QString& location : locations)
        deliverNext(location);
}

void OutboxBook::deliverNext(const QString& location) {
    const SourceInfo* source = m_sources.find(location);
    if (source == nullptr || m_busy.contains(location))
        return;
    const bool readOnly = source->readOnly;
    const std::shared_ptr<stores::Store> store = m_sources.store(source->sourceNo);
    const qint64 now = m_cache.clock()();
    if (!readOnly && (!store || m_later.value(location, 0) > now))
        return;
    const auto next = std::ranges::find_if(m_decisions, [&](const Decision& decision) {
        return isReady(decision) && locationOf(decision) == location;
    });
    if (next == m_decisions.end())
        return;
    m_busy.append(location);
    if (!readOnly)
        next->state = DecisionState::Writing;
    auto job = [&cache = m_cache, decision = *next, store, readOnly](
                   std::stop_token stop, base::Progress&) -> Result<Decision> {
        if (readOnly)
            return sync::keepHere(cache.outbox(), decision);
        return sync::deliver(cache.outbox(), decision, *store, std::move(stop));
    };
    m_engine.run<Decision>(jobs::Pool::Long, this, std::move(job),
                           [this, location, entryNo = next->entryNo](Result<Decision> result) {
                               delivered(location, entryNo, std::move(result));
                           });
    tell();
}

void OutboxBook::delivered(const QString& location, std::int64_t entryNo, Result<Decision> result) {
    m_busy.removeAll(location);
    Decision* decision = find(entryNo);
    if (!result.ok() || decision == nullptr) {
        if (result.failed())
            Q_EMIT failed(result.error());
        if (decision != nullptr)
            decision->state = DecisionState::Waiting;
        postpone(location);
        tell();
        return;
    }
    *decision = std::move(result).value();
    const Decision arrived = *decision;
    if (arrived.state == DecisionState::Waiting)
        postpone(location);
    tell();
    if (arrived.state > DecisionState::Waiting)
        Q_EMIT trouble(arrived);
    pump();
    // One read for all that went out together.
    if (!m_busy.contains(location))
        readAgain(location);
}

/// Whose decisions are in the store and not in the cache yet.
void OutboxBook::readAgain(const QString& location) {
    QStringList runs;
    QStringList models;
    for (const Decision& decision : m_decisions) {
        if (decision.state != DecisionState::Written || locationOf(decision) != location)
            continue;
        QStringList& owners = isOfRegistry(decision.change.place.kind) ? models : runs;
        owners.append(QString::fromStdString(decision.change.place.owner));
    }
    if (!runs.isEmpty())
        m_sources.readRuns(location, runs);
    if (!models.isEmpty())
        m_sources.readModels(location, models);
}

void OutboxBook::postpone(const QString& location) {
    m_later[location] = m_cache.clock()() + m_retryDelay;
    if (!m_retry.isActive())
        m_retry.start(m_retryDelay + 1);
}

/// The cache has what was written: nothing has to be put over it any more.
void OutboxBook::ownersRead(const QString& location, const QStringList& owners, bool ofRegistry) {
    std::erase_if(m_decisions, [&](const Decision& decision) {
        return decision.state == DecisionState::Written && locationOf(decision) == location &&
               isOfRegistry(decision.change.place.kind) == ofRegistry &&
               owners.contains(QString::fromStdString(decision.change.place.owner));
    });
    tell();
}

}  // namespace podium::session
