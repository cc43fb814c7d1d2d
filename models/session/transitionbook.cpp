// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/transitionbook.h"

#include <algorithm>

namespace podium::session {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::SourceNo;
using registry::Action;

namespace {

/// A registry may have thousands of versions, and each is one request to the server.
constexpr std::size_t NewestVersions = 50;

bool isSame(const TransitionDecision& a, const TransitionDecision& b) {
    return a.source == b.source && a.request.name == b.request.name &&
           a.request.version == b.request.version && a.request.stage == b.request.stage;
}

Result<void> tell(stores::TransitionRequests& requests, const TransitionDecision& decision,
                  const std::stop_token& stop) {
    switch (decision.action) {
        case Action::Request: {
            const auto made = requests.create(decision.request, stop);
            PODIUM_TRY(void, made);
            return {};
        }
        case Action::Approve:
            return requests.approve(decision.request, decision.archiveExisting, decision.comment,
                                    stop);
        case Action::Reject:
            return requests.reject(decision.request, decision.comment, stop);
        case Action::Withdraw:
            return requests.withdraw(decision.request, decision.comment, stop);
        default:
            return Error{ErrorCode::Internal, {"transition"}};
    }
}

}  // namespace

TransitionBook::TransitionBook(jobs::JobEngine& engine, RegistryBook& registry, SourceBook& sources,
                               QObject* parent)
    : QObject(parent), m_engine(engine), m_registry(registry), m_sources(sources) {
    connect(&registry, &RegistryBook::changed, this, &TransitionBook::lookIfOther);
    connect(&sources, &SourceBook::changed, this, &TransitionBook::lookIfOther);
    connect(&sources, &SourceBook::synced, this, &TransitionBook::look);
}

TransitionBook::~TransitionBook() {
    m_stop.request_stop();
}

TransitionBook::Requests TransitionBook::open(SourceNo source) const {
    Requests all;
    if (const auto found = m_open.find(source); found != m_open.end()) {
        for (const auto& [model, requests] : found->second)
            all.insert(all.end(), requests.begin(), requests.end());
    }
    return all;
}

std::map<SourceNo, TransitionBook::Requests> TransitionBook::open() const {
    std::map<SourceNo, Requests> all;
    for (const auto& [source, models] : m_open)
        all[source] = open(source);
    return all;
}

bool TransitionBook::isOffered(SourceNo source) const {
    const SourceInfo* info = m_sources.find(source);
    return info != nullptr && info->kind == QLatin1String("databricks") &&
           !m_missing.contains(source);
}

std::vector<TransitionBook::Wanted> TransitionBook::wanted() const {
    std::map<SourceNo, Wanted> all;
    const auto snapshot = m_registry.asRead();
    for (const ModelEntry& entry : snapshot->models) {
        const SourceInfo* info = m_sources.find(entry.sourceNo);
        if (info == nullptr || info->kind != QLatin1String("databricks") || !info->isReachable())
            continue;
        Wanted& one = all[entry.sourceNo];
        one.source = entry.sourceNo;
        one.store = m_sources.store(entry.sourceNo);
        auto& versions = one.models[entry.model.name];
        for (std::size_t i = 0; i < entry.versions.size(); ++i) {
            const domain::ModelVersion& version = entry.versions[i].version;
            const bool staged = !version.stage.empty() && version.stage != "None";
            if (i < NewestVersions || staged)
                versions.emplace_back(version.version, version.stage);
        }
    }
    std::vector<Wanted> list;
    for (auto& [source, one] : all) {
        if (one.store)
            list.push_back(std::move(one));
    }
    return list;
}

TransitionBook::Listed TransitionBook::list(const Wanted& wanted, const std::stop_token& stop) {
    Listed listed;
    const auto requests = wanted.store->transitions();
    if (!requests) {
        listed.missing = true;
        return listed;
    }
    for (const auto& [model, versions] : wanted.models) {
        Requests found;
        std::optional<Error> error;
        for (const auto& [version, stage] : versions) {
            const auto open = requests->open(model, version, stop);
            if (open.cancelled())
                return listed;
            if (open.ok()) {
                found.insert(found.end(), open.value().begin(), open.value().end());
                continue;
            }
            if (open.error().code == ErrorCode::VersionMissing)
                continue;  // deleted since it was read
            error = open.error();
            break;
        }
        // Models of Unity Catalog have no stages.
        if (!error || error->code == ErrorCode::StagesUnsupported) {
            listed.models[model] = std::move(found);
            continue;
        }
        if (error->code == ErrorCode::ApiMissing) {
            listed.missing = true;
            return listed;
        }
        listed.error = error;
        // One model may be none of this person's business; all else is about the server.
        if (error->code != ErrorCode::Forbidden)
            return listed;
    }
    return listed;
}

void TransitionBook::lookIfOther() {
    if (wanted() != m_asked)
        look();
}

void TransitionBook::look() {
    m_stop.request_stop();
    m_asked = wanted();
    // What is closed, or has no models any more, has no requests either.
    const bool gone = std::erase_if(m_open, [this](const auto& one) {
                          return m_sources.find(one.first) == nullptr;
                      }) > 0;
    if (gone)
        Q_EMIT changed();
    const quint64 ticket = ++m_ticket;
    if (m_asked.empty())
        return;
    m_stop = m_engine.run<All>(
        jobs::Pool::Long, this,
        [asked = m_asked](std::stop_token stop, base::Progress&) -> Result<All> {
            All all;
            for (const Wanted& one : asked) {
                all[one.source] = list(one, stop);
                if (stop.stop_requested())
                    return base::Cancelled{};
            }
            return all;
        },
        [this, ticket, asked = m_asked](Result<All> result) {
            if (ticket == m_ticket && result.ok())
                listed(asked, std::move(result).value());
        });
}

void TransitionBook::listed(const std::vector<Wanted>& asked, All all) {
    const auto before = m_open;
    for (const Wanted& one : asked) {
        Listed& now = all[one.source];
        auto& open = m_open[one.source];
        if (now.missing)
            m_missing.insert(one.source);
        else if (!now.error)
            m_missing.erase(one.source);
        std::erase_if(open, [&](const auto& model) {
            return now.missing || !one.models.contains(model.first);
        });
        for (auto& [model, requests] : now.models)
            open[model] = std::move(requests);
        if (!now.error) {
            m_told.erase(one.source);
            continue;
        }
        const auto told = m_told.find(one.source);
        const bool known = told != m_told.end() && told->second.code == now.error->code;
        m_told[one.source] = *now.error;
        if (!known)
            Q_EMIT failed(*now.error);
    }
    if (m_open != before)
        Q_EMIT changed();
}

void TransitionBook::decide(const TransitionDecision& decision) {
    const auto same = [&](const TransitionDecision& one) { return isSame(one, decision); };
    if (std::ranges::any_of(m_underWay, same))
        return;
    const SourceInfo* info = m_sources.find(decision.source);
    const std::string location = info != nullptr ? info->location.toStdString() : std::string();
    const std::shared_ptr<stores::Store> store = m_sources.store(decision.source);
    if (info != nullptr && info->readOnly) {
        Q_EMIT refused(decision, Error{ErrorCode::StoreReadOnly, {location, ""}});
        return;
    }
    if (!store) {
        Q_EMIT refused(decision, Error{ErrorCode::OfflineMode, {location}});
        return;
    }
    m_underWay.push_back(decision);
    m_engine.run<void>(
        jobs::Pool::Long, this,
        [store, decision, location](std::stop_token stop, base::Progress&) -> Result<void> {
            const auto requests = store->transitions();
            if (!requests)
                return Error{ErrorCode::ApiMissing, {location, "transition-requests"}};
            return tell(*requests, decision, stop);
        },
        [this, decision](const Result<void>& result) { answered(decision, result); });
}

/// Also what was refused is looked at again: somebody may have been faster, and an answer that got
/// lost says nothing about what has happened.
void TransitionBook::answered(const TransitionDecision& decision, const Result<void>& result) {
    std::erase_if(m_underWay, [&](const TransitionDecision& one) { return isSame(one, decision); });
    if (result.cancelled())
        return;
    const bool missing = result.failed() && result.error().code == ErrorCode::ApiMissing;
    if (missing)
        m_missing.insert(decision.source);
    if (const SourceInfo* info = m_sources.find(decision.source); info != nullptr && !missing) {
        look();
        m_sources.readModels(info->location, {QString::fromStdString(decision.request.name)});
    }
    if (result.ok())
        Q_EMIT decided(decision);
    else
        Q_EMIT refused(decision, result.error());
}

}  // namespace podium::session
