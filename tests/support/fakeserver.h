// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/credentials.h"
#include "stores/remote.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace podium::tests {

/// A server in memory that counts what it is asked and fails as it is told. Stores that a test
/// opens share it; everything may be changed from any thread.
struct FakeServer {
    std::atomic<int> reads = 0;
    std::atomic<int> historyRequests = 0;
    std::atomic<int> searches = 0;
    std::atomic<int> waiting = 0;  // reads that are held now
    std::atomic<int> watches = 0;  // how often somebody wanted to watch it
    std::atomic<int> stopped = 0;  // requests for histories that were cancelled

    [[nodiscard]] int requests() const { return reads + historyRequests + searches; }

    std::mutex mutex;
    std::condition_variable_any changed;
    std::optional<base::Error> failure;   // of every request
    std::optional<base::Error> noSample;  // of every sample
    bool held = false;                    // reads wait until they are stopped or let go
    bool historiesHeld = false;
    bool watched = false;           // it can be followed, and is lost as soon as requests fail
    int steps = 100;                // points of each history
    std::vector<std::string> runs;  // ids
    std::vector<stores::HistoryRequest> asked;
    std::vector<stores::RunSearch> searched;
    std::vector<std::string> answer;               // ids of the runs of each page of a search
    std::optional<std::int64_t> cut;               // the experiment has more than the runs it gives
    std::optional<http::Credentials> credentials;  // of who opened it last

    void fail(std::optional<base::Error> error) {
        const std::lock_guard lock(mutex);
        failure = std::move(error);
        changed.notify_all();
    }
    void hold(bool on) {
        const std::lock_guard lock(mutex);
        held = on;
        changed.notify_all();
    }
    void holdHistories(bool on) {
        const std::lock_guard lock(mutex);
        historiesHeld = on;
        changed.notify_all();
    }
};

/// The point number `step` of every history: loss = 1 / (step + 1).
inline domain::MetricPoint pointAt(int step) {
    return {1.0 / (step + 1), 1'700'000'000'000 + step, step};
}

/// Tells nothing but that the server is lost.
class FakeServerWatcher : public stores::Watcher {
public:
    explicit FakeServerWatcher(std::shared_ptr<FakeServer> server) : m_server(std::move(server)) {}

    Change wait(int timeoutMs, std::stop_token stop) override {
        std::unique_lock lock(m_server->mutex);
        m_server->changed.wait_for(lock, stop, std::chrono::milliseconds(timeoutMs),
                                   [this] { return m_server->failure.has_value(); });
        return {{}, false, stop.stop_requested() ? std::nullopt : m_server->failure};
    }

private:
    std::shared_ptr<FakeServer> m_server;
};

class FakeServerStore : public stores::Store, public stores::Remote {
public:
    FakeServerStore(std::shared_ptr<FakeServer> server, std::string location)
        : m_server(std::move(server)), m_location(std::move(location)) {}

    [[nodiscard]] stores::StoreInfo info() const override { return {"rest", m_location, ""}; }
    [[nodiscard]] Remote* remote() override { return this; }
    [[nodiscard]] std::unique_ptr<stores::Watcher> watch(
        const std::vector<std::string>& /*runs*/) const override {
        ++m_server->watches;
        return m_server->watched ? std::make_unique<FakeServerWatcher>(m_server) : nullptr;
    }

    base::Result<void> read(const stores::ReadRequest& /*request*/, const stores::Known& /*known*/,
                            stores::Sink& sink, base::Progress& /*progress*/,
                            std::stop_token stop) override {
        ++m_server->reads;
        std::unique_lock lock(m_server->mutex);
        ++m_server->waiting;
        m_server->changed.wait(lock, stop, [this] { return !m_server->held; });
        --m_server->waiting;
        if (stop.stop_requested())
            return base::Cancelled{};
        if (m_server->failure)
            return *m_server->failure;
        domain::Experiment experiment;
        experiment.experimentId = "1";
        experiment.name = "cifar";
        sink.experiment(std::move(experiment));
        for (const std::string& id : m_server->runs)
            sink.run(runOf(id), 2);
        if (m_server->cut)
            sink.experimentCut("1", *m_server->cut);
        return {};
    }

    base::Result<void> histories(const stores::HistoryRequest& request, const HistorySink& sink,
                                 base::Progress& /*progress*/, std::stop_token stop) override {
        ++m_server->historyRequests;
        std::unique_lock lock(m_server->mutex);
        m_server->asked.push_back(request);
        m_server->changed.wait(lock, stop, [this] { return !m_server->historiesHeld; });
        if (stop.stop_requested()) {
            ++m_server->stopped;
            return base::Cancelled{};
        }
        if (m_server->failure)
            return *m_server->failure;
        if (request.sample && m_server->noSample)
            return *m_server->noSample;
        for (const std::string& run : request.runIds) {
            domain::Metric metric;
            metric.key = request.keys.front();
            metric.extent = request.sample ? domain::Extent::Sampled : domain::Extent::Full;
            for (int step = 0; step < m_server->steps; step += request.sample ? 10 : 1)
                metric.points.push_back(pointAt(step));
            sink(run, std::move(metric));
        }
        return {};
    }

    base::Result<stores::RunPage> searchRuns(const stores::RunSearch& search,
                                             std::stop_token /*stop*/) override {
        ++m_server->searches;
        const std::lock_guard lock(m_server->mutex);
        m_server->searched.push_back(search);
        if (m_server->failure)
            return *m_server->failure;
        stores::RunPage page{{}, search.pageToken.empty() ? "more" : ""};
        for (const std::string& id : m_server->answer)
            page.runs.push_back(runOf(id + search.pageToken));
        return page;
    }
    base::Result<std::vector<stores::RemoteFile>> listArtifacts(
        const stores::ArtifactOwner& /*owner*/, const std::string& /*folder*/,
        std::stop_token /*stop*/) override {
        return std::vector<stores::RemoteFile>();
    }
    base::Result<stores::FetchedFile> fetchArtifact(const stores::ArtifactOwner& owner,
                                                    const std::string& path,
                                                    const std::filesystem::path& /*target*/,
                                                    base::Progress& /*progress*/,
                                                    std::stop_token /*stop*/) override {
        return base::Error{base::ErrorCode::ArtifactNotFound, {owner.runId, path}};
    }

    /// A run as a server's search gives it: of each metric the latest value alone.
    [[nodiscard]] domain::Run runOf(const std::string& id) const {
        domain::Run run;
        run.runId = id;
        run.runName = "run-" + id;
        run.experimentId = "1";
        run.status = domain::RunStatus::Finished;
        domain::Metric metric;
        metric.key = "loss";
        metric.extent = domain::Extent::LatestOnly;
        metric.points = {pointAt(m_server->steps - 1)};
        run.metrics = {metric};
        return run;
    }

private:
    std::shared_ptr<FakeServer> m_server;
    std::string m_location;
};

}  // namespace podium::tests
