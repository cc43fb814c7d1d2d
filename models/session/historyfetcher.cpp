// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/historyfetcher.h"

#include "stores/remote.h"
#include "sync/histories.h"

#include <QPointer>

#include <algorithm>
#include <bit>

namespace podium::session {

using base::Result;
using base::RunNo;
using base::SourceNo;

namespace {

/// While somebody scrolls through runs nothing is asked.
constexpr int StartDelayMs = 150;
constexpr int TellDelayMs = 200;

bool samePoint(const domain::MetricPoint& a, const domain::MetricPoint& b) {
    // NaN is the same as NaN here.
    return a.step == b.step && a.timestamp == b.timestamp &&
           std::bit_cast<std::uint64_t>(a.value) == std::bit_cast<std::uint64_t>(b.value);
}

std::vector<cache::MissingHistories> missingOf(const std::vector<WantedHistory>& wanted,
                                               const QString& metric) {
    std::vector<cache::MissingHistories> missing;
    for (const WantedHistory& history : wanted)
        missing.push_back({history.runNo, history.runId, {metric.toStdString()}});
    return missing;
}

}  // namespace

HistoryFetcher::HistoryFetcher(cache::Cache& cache, jobs::JobEngine& engine, StoreOf storeOf,
                               QObject* parent)
    : QObject(parent), m_cache(cache), m_engine(engine), m_storeOf(std::move(storeOf)) {
    m_start.setSingleShot(true);
    m_start.setInterval(StartDelayMs);
    m_tell.setSingleShot(true);
    m_tell.setInterval(TellDelayMs);
    connect(&m_start, &QTimer::timeout, this, &HistoryFetcher::start);
    connect(&m_tell, &QTimer::timeout, this, [this] {
        for (const QString& metric : std::exchange(m_changed, {}))
            Q_EMIT changed(metric);
    });
}

HistoryFetcher::~HistoryFetcher() {
    for (auto& [key, task] : m_tasks)
        task.stop.request_stop();
}

void HistoryFetcher::want(const QString& metric, SourceNo source,
                          std::vector<WantedHistory> wanted) {
    std::erase_if(wanted, [&](const WantedHistory& one) { return wasAsked(metric, one); });
    const TaskKey key{metric, source};
    if (wanted.empty()) {
        m_wanted.erase(key);
        return;
    }
    const auto running = m_tasks.find(key);
    if (running != m_tasks.end()) {
        // What is on the way goes on while somebody still looks at some of it.
        const bool looked = std::ranges::any_of(wanted, [&](const WantedHistory& one) {
            return running->second.runs.contains(one.runNo);
        });
        if (!looked)
            running->second.stop.request_stop();
        std::erase_if(wanted, [&](const WantedHistory& one) {
            return looked && running->second.runs.contains(one.runNo);
        });
    }
    m_wanted[key] = std::move(wanted);
    m_start.start();
}

void HistoryFetcher::drop(const QString& metric) {
    std::erase_if(m_wanted, [&](const auto& entry) { return entry.first.first == metric; });
    for (auto& [key, task] : m_tasks) {
        if (key.first == metric)
            task.stop.request_stop();
    }
}

void HistoryFetcher::retry(SourceNo source) {
    std::erase_if(m_asked, [&](const auto& entry) {
        return entry.second.source == source && entry.second.failure;
    });
}

bool HistoryFetcher::wasAsked(const QString& metric, const WantedHistory& wanted) const {
    const auto asked = m_asked.find({wanted.runNo, metric});
    return asked != m_asked.end() && samePoint(asked->second.latest, wanted.latest);
}

bool HistoryFetcher::isFetching(const QString& metric, RunNo run) const {
    const auto has = [&](const auto& entry) { return entry.first.first == metric; };
    for (const auto& entry : m_tasks) {
        if (has(entry) && entry.second.runs.contains(run))
            return true;
    }
    return std::ranges::any_of(m_wanted, [&](const auto& entry) {
        return has(entry) &&
               std::ranges::find(entry.second, run, &WantedHistory::runNo) != entry.second.end();
    });
}

std::optional<base::Error> HistoryFetcher::failure(const QString& metric, RunNo run) const {
    const auto asked = m_asked.find({run, metric});
    return asked != m_asked.end() ? asked->second.failure : std::nullopt;
}

void HistoryFetcher::start() {
    for (auto it = m_wanted.begin(); it != m_wanted.end();) {
        if (m_tasks.contains(it->first)) {
            ++it;
            continue;
        }
        const TaskKey key = it->first;
        std::vector<WantedHistory> wanted = std::move(it->second);
        it = m_wanted.erase(it);
        if (wanted.empty())
            continue;
        const bool isLong = std::ranges::any_of(wanted, [](const WantedHistory& one) {
            return one.latest.step >= SampleFromStep && !one.sampled;
        });
        begin(key, std::move(wanted), isLong);
    }
}

void HistoryFetcher::begin(const TaskKey& key, std::vector<WantedHistory> wanted, bool sample) {
    const std::shared_ptr<stores::Store> store = m_storeOf(key.second);
    if (!store || store->remote() == nullptr)
        return;
    Task& task = m_tasks[key];
    task.number = ++m_lastNumber;
    task.runs.clear();
    for (const WantedHistory& one : wanted)
        task.runs.insert(one.runNo);
    const QPointer<HistoryFetcher> self(this);
    const auto committed = [engine = &m_engine, self, metric = key.first] {
        QMetaObject::invokeMethod(
            engine,
            [self, metric] {
                if (self)
                    self->tellSoon(metric);
            },
            Qt::QueuedConnection);
    };
    auto job = [&cache = m_cache, store, missing = missingOf(wanted, key.first), sample, committed](
                   std::stop_token stop, base::Progress& progress) -> Result<void> {
        const Result<sync::HistoryReport> report = sync::fetchHistories(
            *store->remote(), cache, missing, sample, progress, stop, committed);
        PODIUM_TRY(void, report);
        return {};
    };
    task.stop = m_engine.run<void>(
        jobs::Pool::Long, this, std::move(job),
        [this, key, number = task.number, wanted = std::move(wanted),
         sample](const Result<void>& result) { ended(key, number, wanted, sample, result); });
    tellSoon(key.first);
}

void HistoryFetcher::ended(const TaskKey& key, quint64 number, std::vector<WantedHistory> wanted,
                           bool sample, const Result<void>& result) {
    const auto task = m_tasks.find(key);
    if (task == m_tasks.end() || task->second.number != number)
        return;
    m_tasks.erase(task);
    // A server without samples is asked for the whole at once.
    const bool cannotSample =
        sample && result.failed() && result.error().code == base::ErrorCode::ApiMissing;
    if (sample && (result.ok() || cannotSample)) {
        for (WantedHistory& one : wanted)
            one.sampled = true;
        // Only what is still looked at; the charts ask again as the sample comes.
        begin(key, std::move(wanted), false);
    } else if (!result.cancelled()) {
        for (const WantedHistory& one : wanted) {
            Asked& asked = m_asked[{one.runNo, key.first}];
            asked.latest = one.latest;
            asked.source = key.second;
            asked.failure = result.failed() ? std::optional(result.error()) : std::nullopt;
        }
    }
    tellSoon(key.first);
    if (!m_wanted.empty())
        m_start.start();
}

void HistoryFetcher::tellSoon(const QString& metric) {
    m_changed.insert(metric);
    if (!m_tell.isActive())
        m_tell.start();
}

}  // namespace podium::session
