// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobengine.h"
#include "registry/event.h"
#include "session/registrybook.h"
#include "session/sourcebook.h"
#include "stores/transition.h"

#include <QObject>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace podium::session {

/// What a person says to a transition request, or (Action::Request) a new one.
struct TransitionDecision {
    base::SourceNo source;
    registry::Action action = registry::Action::Unknown;
    stores::TransitionRequest request;
    bool archiveExisting = false;  // of Action::Approve
    std::string comment;           // of all but Action::Request, whose is in `request`
};

/// Open transition requests of the sources whose registry has them (a Databricks workspace's), and
/// what is said to them. They are kept nowhere but there: without an answer nothing is decided. Of
/// a source that does not answer the last list stays. Lives on the UI thread; asks in jobs.
class TransitionBook : public QObject {
    Q_OBJECT
public:
    using Requests = std::vector<stores::TransitionRequest>;

    TransitionBook(jobs::JobEngine& engine, RegistryBook& registry, SourceBook& sources,
                   QObject* parent = nullptr);
    ~TransitionBook() override;

    [[nodiscard]] Requests open(base::SourceNo source) const;
    [[nodiscard]] std::map<base::SourceNo, Requests> open() const;
    /// False of other kinds of sources, and once the source has said that it knows no requests.
    [[nodiscard]] bool isOffered(base::SourceNo source) const;
    /// decided() or refused() tells what came of it, refused() maybe at once. Nothing happens while
    /// something is being said about the same.
    void decide(const TransitionDecision& decision);

Q_SIGNALS:
    /// Other requests are open than before.
    void changed();
    /// A source does not tell its requests; not again for the same reason before it has told them.
    void failed(const podium::base::Error& error);
    void decided(const podium::session::TransitionDecision& decision);
    void refused(const podium::session::TransitionDecision& decision,
                 const podium::base::Error& error);

private:
    /// What to ask a source for; the stages are in it because their change closes requests.
    struct Wanted {
        base::SourceNo source;
        std::shared_ptr<stores::Store> store;
        std::map<std::string, std::vector<std::pair<std::int64_t, std::string>>> models;

        friend bool operator==(const Wanted&, const Wanted&) = default;
    };
    struct Listed {
        std::map<std::string, Requests> models;  // those that told all
        bool missing = false;                    // the source knows no requests
        std::optional<base::Error> error;
    };
    using All = std::map<base::SourceNo, Listed>;
    [[nodiscard]] static Listed list(const Wanted& wanted, const std::stop_token& stop);
    [[nodiscard]] std::vector<Wanted> wanted() const;
    void look();
    void lookIfOther();
    void listed(const std::vector<Wanted>& asked, All all);
    void answered(const TransitionDecision& decision, const base::Result<void>& result);

    jobs::JobEngine& m_engine;
    RegistryBook& m_registry;
    SourceBook& m_sources;
    std::stop_source m_stop{std::nostopstate};
    quint64 m_ticket = 0;  // of the newest look: what an older one finds comes too late
    std::vector<Wanted> m_asked;
    std::map<base::SourceNo, std::map<std::string, Requests>> m_open;
    std::set<base::SourceNo> m_missing;
    std::map<base::SourceNo, base::Error> m_told;
    std::vector<TransitionDecision> m_underWay;
};

}  // namespace podium::session
