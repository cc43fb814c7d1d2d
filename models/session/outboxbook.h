// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cache/cache.h"
#include "jobs/jobengine.h"
#include "session/edits.h"
#include "session/registryedits.h"
#include "session/sourcebook.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <vector>

namespace podium::session {

/// What people decided and what became of it: records every decision in the outbox first, then
/// brings it to its store in the order in which it was decided, again and again while the store
/// does not answer. What is not in the store (or not read from there yet) is edits(). Lives on the
/// UI thread; the outbox and stores are looked at in jobs.
class OutboxBook : public QObject {
    Q_OBJECT
public:
    OutboxBook(cache::Cache& cache, jobs::JobEngine& engine, SourceBook& sources,
               QObject* parent = nullptr);

    /// What earlier sessions left; also called by itself at the start.
    void load();
    /// What other programs (the command line) put into the outbox or brought to its end meanwhile;
    /// also done by itself after each sync.
    void lookAgain();

    /// Decisions that have not arrived, oldest first.
    [[nodiscard]] const std::vector<sync::Decision>& decisions() const { return m_decisions; }
    /// How many of them a person has to know of: not those that are written already.
    [[nodiscard]] int count() const;
    [[nodiscard]] const SharedEdits& edits() const { return m_edits; }
    [[nodiscard]] const SharedRegistryEdits& registryEdits() const { return m_registryEdits; }
    /// The one that a decision waits for, because it has no meaning without it; nullptr if it waits
    /// for nothing but its turn.
    [[nodiscard]] const sync::Decision* blocker(std::int64_t entryNo) const;

    /// Each change's basis is what the person saw. A decision that has not gone out yet is replaced
    /// by another about the same place; going back to its basis withdraws it. They go out in this
    /// order; one that meets a conflict or a refusal holds back those that depend on it
    /// (sync::dependsOn) and no others.
    void decide(const QString& location, const std::vector<stores::Change>& changes);

    /// These name decisions by their entries. Trying again also those that the store refused or
    /// that are only here.
    void tryAgain(std::int64_t entryNo);
    void tryAllAgain();
    /// Of a conflict: writes over what the store holds now, if it still does.
    void keepMine(std::int64_t entryNo);
    /// Takes a decision back: what the store holds counts. Also for what waits, failed or is only
    /// here. What is being written can't be taken back.
    void discard(std::int64_t entryNo);

    /// After a store did not answer it is tried again after so long.
    void setRetryDelay(int milliseconds) { m_retryDelay = milliseconds; }

Q_SIGNALS:
    /// Decisions or their states are others than before.
    void changed();
    /// A decision met something that a person should see: a conflict, a refusal, a read-only store.
    void trouble(const podium::sync::Decision& decision);
    /// The outbox itself can't be used: nothing was kept.
    void failed(const podium::base::Error& error);

private:
    using Task = std::function<base::Result<std::int64_t>(cache::Outbox&)>;
    struct Step {
        Task task;
        std::function<void(std::int64_t)> done;  // 0: it failed
    };
    /// Entries that were decided on before they had a number have a negative one. For the steps of
    /// the outbox, which happen one at a time.
    class Numbers {
    public:
        void set(std::int64_t token, std::int64_t entryNo) { m_numbers[token] = entryNo; }
        [[nodiscard]] std::int64_t of(std::int64_t entryNo) const {
            const auto found = m_numbers.find(entryNo);
            return found != m_numbers.end() ? found->second : entryNo;
        }

    private:
        std::map<std::int64_t, std::int64_t> m_numbers;
    };

    void tell();
    [[nodiscard]] sync::Decision* find(std::int64_t entryNo);
    void decideOne(const QString& location, const stores::Change& change);
    void record(Task task, std::function<void(std::int64_t)> done);
    void nextStep();
    void withdraw(std::int64_t entryNo);
    void takeOpen(const std::vector<cache::OutboxEntry>& entries);
    void recorded(std::int64_t token, std::int64_t entryNo);
    void decideAgain(sync::Decision& decision, const stores::Change& change);
    [[nodiscard]] bool isReady(const sync::Decision& decision) const;
    void pump();
    void deliverNext(const QString& location);
    void delivered(const QString& location, std::int64_t entryNo,
                   base::Result<sync::Decision> result);
    void postpone(const QString& location);
    void readAgain(const QString& location);
    void ownersRead(const QString& location, const QStringList& owners, bool ofRegistry);

    cache::Cache& m_cache;
    jobs::JobEngine& m_engine;
    SourceBook& m_sources;
    std::vector<sync::Decision> m_decisions;
    SharedEdits m_edits = std::make_shared<const Edits>();
    SharedRegistryEdits m_registryEdits = std::make_shared<const RegistryEdits>();
    std::deque<Step> m_steps;  // in order, one at a time
    bool m_stepping = false;
    std::set<std::int64_t> m_recording;  // entries that the outbox does not have as they are here
    QStringList m_busy;                  // locations that are being written to
    QHash<QString, qint64> m_later;      // locations that did not answer, until when
    QTimer m_retry;
    int m_retryDelay = 20'000;
    std::int64_t m_lastToken = 0;
    std::shared_ptr<Numbers> m_numbers = std::make_shared<Numbers>();
    std::vector<sync::Decision> m_told;  // what changed() told last
};

}  // namespace podium::session
