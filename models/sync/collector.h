// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cache/cache.h"
#include "stores/store.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace podium::sync {

/// Finds what the cache knows of a run, and remembers what was seen. Thread safe.
class KnownRuns : public stores::Known {
public:
    explicit KnownRuns(std::vector<cache::KnownRun> runs, stores::Fingerprint store = 0);

    [[nodiscard]] stores::Fingerprint run(std::string_view experimentId,
                                          std::string_view runId) const override;
    [[nodiscard]] stores::Fingerprint store() const override { return m_store; }
    /// How many are not marked as vanished.
    [[nodiscard]] std::int64_t present() const;
    /// The known run, or nullptr. The pointer stays good as long as this object.
    [[nodiscard]] const cache::KnownRun* find(std::string_view experimentId,
                                              std::string_view runId) const;
    void setSeen(const cache::KnownRun& run);
    /// Known runs that were not seen and are not marked as vanished yet.
    [[nodiscard]] std::vector<const cache::KnownRun*> unseen() const;

private:
    struct Key {
        std::string_view experimentId;
        std::string_view runId;
        friend bool operator==(const Key&, const Key&) = default;
    };
    struct Hash {
        std::size_t operator()(const Key& key) const;
    };
    std::vector<cache::KnownRun> m_runs;
    stores::Fingerprint m_store = 0;
    std::unordered_map<Key, std::size_t, Hash> m_index;
    std::vector<unsigned char> m_seen;  // one byte a run: threads write side by side
};

/// The sink of a sync: packs runs on the threads that read them, hands batches to the writer and
/// holds readers back while too much is on its way. Thread safe.
class Collector : public stores::Sink {
public:
    Collector(cache::WriterThread& writer, base::SourceNo source, KnownRuns& known,
              std::function<void(base::SourceNo)> committed);
    ~Collector() override;

    void experiment(domain::Experiment&& experiment) override;
    void run(domain::Run&& run, stores::Fingerprint fingerprint) override;
    void runUnchanged(std::string_view experimentId, std::string_view runId) override;
    void loggedModel(domain::LoggedModel&& model) override;
    void registeredModel(domain::RegisteredModel&& model) override;
    void modelVersion(domain::ModelVersion&& version) override;
    void experimentCut(std::string_view experimentId, std::int64_t runs) override;
    void storeState(stores::Fingerprint state) override;
    void storeUnchanged() override;
    void experimentUnread(std::string_view experimentId) override;
    void partUnread(Part part) override;
    void problem(domain::Problem&& problem, std::string_view experimentId,
                 std::string_view runId) override;

    /// Hands over what is left and waits until all of it is committed.
    [[nodiscard]] base::Result<void> flush();

    /// Valid after flush().
    [[nodiscard]] const std::set<std::string, std::less<>>& experiments() const {
        return m_seenExperiments;
    }
    /// True if nothing can be said of runs of the experiment that did not come.
    [[nodiscard]] bool isPartial(const std::string& experimentId) const {
        return m_cuts.contains(experimentId) || m_unread.contains(experimentId);
    }
    /// False if what did not come of it may well be there.
    [[nodiscard]] bool isWhole(Part part) const { return !m_unreadParts.contains(part); }
    /// Keeps for each experiment that was read whether it was cut. On the writer's thread.
    [[nodiscard]] base::Result<void> putCuts(cache::Writer& writer) const;
    [[nodiscard]] const std::vector<domain::RegisteredModel>& models() const { return m_models; }
    [[nodiscard]] const std::vector<domain::ModelVersion>& versions() const { return m_versions; }
    [[nodiscard]] const std::vector<domain::LoggedModel>& loggedModels() const {
        return m_loggedModels;
    }
    [[nodiscard]] const std::vector<cache::StoredProblem>& storeProblems() const {
        return m_storeProblems;
    }
    /// The store said that nothing at all has changed.
    [[nodiscard]] bool allUnchanged() const { return m_allUnchanged; }
    [[nodiscard]] stores::Fingerprint storeState() const { return m_storeState; }
    [[nodiscard]] std::int64_t runs() const { return m_runs; }
    [[nodiscard]] std::int64_t unchanged() const { return m_unchanged; }
    [[nodiscard]] std::int64_t points() const { return m_points; }

private:
    struct Batch;
    using Clock = std::chrono::steady_clock;

    void startNewBatch();
    void hand(std::unique_ptr<Batch> batch);
    [[nodiscard]] base::Result<void> store(cache::Writer& writer, Batch& batch);
    void duplicate(const domain::Run& run);
    void finished(std::size_t bytes, const base::Result<void>& result);

    cache::WriterThread& m_writer;
    base::SourceNo m_source;
    KnownRuns& m_known;
    std::function<void(base::SourceNo)> m_committed;

    std::mutex m_mutex;
    std::condition_variable m_room;
    std::unique_ptr<Batch> m_batch;
    Clock::time_point m_batchStarted;
    std::size_t m_bytesOnTheWay = 0;
    int m_batchesOnTheWay = 0;
    base::Result<void> m_failure;
    std::map<std::string, base::ExperimentNo, std::less<>> m_experimentNos;  // writer's thread only

    std::set<std::string, std::less<>> m_seenExperiments;
    std::map<std::string, std::int64_t, std::less<>> m_cuts;
    std::set<std::string, std::less<>> m_unread;
    std::set<Part> m_unreadParts;
    std::map<std::pair<std::string, std::string>, std::vector<domain::Problem>> m_runProblems;
    std::vector<domain::RegisteredModel> m_models;
    std::vector<domain::ModelVersion> m_versions;
    std::vector<domain::LoggedModel> m_loggedModels;
    std::vector<cache::StoredProblem> m_storeProblems;
    stores::Fingerprint m_storeState = 0;
    bool m_allUnchanged = false;
    std::int64_t m_runs = 0;
    std::int64_t m_unchanged = 0;
    std::int64_t m_points = 0;
};

}  // namespace podium::sync
