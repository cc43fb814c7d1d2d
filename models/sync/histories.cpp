// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/histories.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

namespace podium::sync {

using base::Result;
using base::RunNo;

namespace {

/// So many packed bytes may wait for the writer before those who fetch are held back.
constexpr std::size_t BytesOnTheWay = 32U << 20U;
/// Runs asked for together: what servers answer in one bulk request.
constexpr std::size_t RunsAtOnce = 100;

/// Hands histories to the writer as they come and counts them. Thread safe.
class HistoryTaker {
public:
    HistoryTaker(cache::Cache& cache, const std::function<void()>& committed)
        : m_cache(cache), m_committed(committed) {}
    ~HistoryTaker() { wait(); }

    void take(RunNo run, const domain::Metric& metric) {
        const auto history = std::make_shared<const cache::EncodedHistory>(
            cache::encodeHistory(metric, m_cache.writer().names()));
        const std::size_t bytes = history->packed.size() + history->reductions.size();
        {
            std::unique_lock lock(m_mutex);
            m_room.wait(lock, [&] { return m_bytes < BytesOnTheWay; });
            m_bytes += bytes;
            ++m_pending;
        }
        const base::Millis now = m_cache.clock()();
        m_cache.writer().post(
            [run, history, now](cache::Writer& writer) {
                return writer.putHistory(run, *history, now);
            },
            [this, bytes, points = history->points](const Result<void>& result) {
                settled(bytes, points, result);
            });
    }

    Result<HistoryReport> finish() {
        wait();
        const std::lock_guard lock(m_mutex);
        PODIUM_TRY(HistoryReport, m_failure);
        return m_report;
    }

private:
    void wait() {
        std::unique_lock lock(m_mutex);
        m_room.wait(lock, [this] { return m_pending == 0; });
    }

    void settled(std::size_t bytes, std::uint64_t points, const Result<void>& result) {
        if (result.ok() && m_committed)
            m_committed();
        // Notified under the lock: as soon as it is free, this object may be gone.
        const std::lock_guard lock(m_mutex);
        if (result.ok()) {
            ++m_report.metrics;
            m_report.points += static_cast<std::int64_t>(points);
        } else if (m_failure.ok()) {
            m_failure = result;
        }
        m_bytes -= bytes;
        --m_pending;
        m_room.notify_all();
    }

    cache::Cache& m_cache;
    const std::function<void()>& m_committed;
    std::mutex m_mutex;
    std::condition_variable m_room;
    std::size_t m_bytes = 0;
    int m_pending = 0;
    Result<void> m_failure;
    HistoryReport m_report;
};

/// Runs that miss the same metrics are asked for together.
std::map<std::vector<std::string>, std::vector<const cache::MissingHistories*>> grouped(
    std::span<const cache::MissingHistories> wanted) {
    std::map<std::vector<std::string>, std::vector<const cache::MissingHistories*>> groups;
    for (const cache::MissingHistories& entry : wanted)
        groups[entry.keys].push_back(&entry);
    return groups;
}

}  // namespace

Result<HistoryReport> fetchHistories(stores::Remote& remote, cache::Cache& cache,
                                     std::span<const cache::MissingHistories> wanted, bool sample,
                                     base::Progress& progress, std::stop_token stop,
                                     const std::function<void()>& committed) {
    // Numbers are given to names here, so no other program may write the cache meanwhile.
    Result<cache::WriterThread::Lock> lock = cache.writer().lock(stop);
    PODIUM_TRY(HistoryReport, lock);
    for (const cache::MissingHistories& entry : wanted)
        progress.total += static_cast<std::int64_t>(entry.keys.size());
    HistoryTaker taker(cache, committed);
    Result<void> fetched;
    for (const auto& [keys, runs] : grouped(wanted)) {
        for (std::size_t first = 0; first < runs.size() && fetched.ok(); first += RunsAtOnce) {
            stores::HistoryRequest request{{}, keys, sample};
            std::map<std::string, RunNo> numbers;
            for (std::size_t i = first; i < std::min(runs.size(), first + RunsAtOnce); ++i) {
                request.runIds.push_back(runs[i]->runId);
                numbers.emplace(runs[i]->runId, runs[i]->runNo);
            }
            fetched = remote.histories(
                request,
                [&](const std::string& runId, domain::Metric&& metric) {
                    ++progress.done;
                    const auto run = numbers.find(runId);
                    if (run != numbers.end() && !metric.points.empty())
                        taker.take(run->second, metric);
                },
                progress, stop);
        }
    }
    Result<HistoryReport> report = taker.finish();
    PODIUM_TRY(HistoryReport, fetched);
    return report;
}

}  // namespace podium::sync
