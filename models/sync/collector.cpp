// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/collector.h"

#include "cache/blobs.h"

#include <algorithm>
#include <functional>

namespace podium::sync {

using base::ExperimentNo;
using base::Result;
using base::RunNo;

namespace {

// A batch is one transaction: large enough that a commit costs little, small enough that rows
// appear while the store is still being read.
constexpr std::size_t BatchBytes = 4U << 20U;
constexpr auto BatchAge = std::chrono::milliseconds(80);
constexpr std::size_t BytesOnTheWay = 64U << 20U;

}  // namespace

KnownRuns::KnownRuns(std::vector<cache::KnownRun> runs, stores::Fingerprint store)
    : m_runs(std::move(runs)), m_store(store), m_seen(m_runs.size(), 0) {
    m_index.reserve(m_runs.size());
    for (std::size_t i = 0; i < m_runs.size(); ++i)
        m_index.emplace(Key{m_runs[i].experimentId, m_runs[i].runId}, i);
}

std::size_t KnownRuns::Hash::operator()(const Key& key) const {
    const std::hash<std::string_view> hash;
    return hash(key.runId) * 31U + hash(key.experimentId);
}

const cache::KnownRun* KnownRuns::find(std::string_view experimentId,
                                       std::string_view runId) const {
    const auto it = m_index.find(Key{experimentId, runId});
    return it == m_index.end() ? nullptr : &m_runs[it->second];
}

stores::Fingerprint KnownRuns::run(std::string_view experimentId, std::string_view runId) const {
    const cache::KnownRun* known = find(experimentId, runId);
    // A run that was marked as gone is read anew, which brings it back.
    return known != nullptr && !known->vanished ? known->fingerprint : 0;
}

std::int64_t KnownRuns::present() const {
    return std::ranges::count(m_runs, false, &cache::KnownRun::vanished);
}

void KnownRuns::setSeen(const cache::KnownRun& run) {
    m_seen[static_cast<std::size_t>(&run - m_runs.data())] = 1;
}

std::vector<const cache::KnownRun*> KnownRuns::unseen() const {
    std::vector<const cache::KnownRun*> runs;
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        if (m_seen[i] == 0 && !m_runs[i].vanished)
            runs.push_back(&m_runs[i]);
    }
    return runs;
}

struct Collector::Batch {
    struct Entry {
        cache::EncodedRun run;
        RunNo runNo;
        std::vector<domain::Problem> problems;
    };
    std::vector<domain::Experiment> experiments;
    std::vector<Entry> runs;
    std::size_t bytes = 0;
};

Collector::Collector(cache::WriterThread& writer, base::SourceNo source, KnownRuns& known,
                     std::function<void(base::SourceNo)> committed)
    : m_writer(writer),
      m_source(source),
      m_known(known),
      m_committed(std::move(committed)),
      m_batch(std::make_unique<Batch>()),
      m_batchStarted(Clock::now()) {}

Collector::~Collector() {
    // Batches on the writer's thread point at this object.
    std::unique_lock lock(m_mutex);
    m_room.wait(lock, [this] { return m_batchesOnTheWay == 0; });
}

void Collector::experiment(domain::Experiment&& experiment) {
    const std::lock_guard lock(m_mutex);
    m_seenExperiments.insert(experiment.experimentId);
    m_batch->experiments.push_back(std::move(experiment));
}

void Collector::run(domain::Run&& run, stores::Fingerprint fingerprint) {
    Batch::Entry entry{cache::encodeRun(std::move(run), fingerprint, m_writer.names()), {}, {}};
    const domain::Run& attributes = entry.run.run;
    const cache::KnownRun* known = m_known.find(attributes.experimentId, attributes.runId);
    if (known != nullptr) {
        m_known.setSeen(*known);
        entry.runNo = known->runNo;
    }
    const std::size_t bytes = entry.run.bytes();

    std::unique_lock lock(m_mutex);
    m_room.wait(lock, [&] { return m_bytesOnTheWay < BytesOnTheWay; });
    ++m_runs;
    m_points += static_cast<std::int64_t>(entry.run.points);
    const auto problems = m_runProblems.find({attributes.experimentId, attributes.runId});
    if (problems != m_runProblems.end()) {
        entry.problems = std::move(problems->second);
        m_runProblems.erase(problems);
    }
    if (entry.run.lostBytes > 0)
        entry.problems.push_back({{base::ErrorCode::ValueTooLarge,
                                   {attributes.folder, std::to_string(entry.run.lostBytes),
                                    std::to_string(cache::BlobWriter::MaxBytes)}},
                                  attributes.folder});
    m_batch->bytes += bytes;
    m_batch->runs.push_back(std::move(entry));
    if (m_batch->bytes >= BatchBytes || Clock::now() - m_batchStarted >= BatchAge)
        startNewBatch();
}

void Collector::runUnchanged(std::string_view experimentId, std::string_view runId) {
    const cache::KnownRun* known = m_known.find(experimentId, runId);
    if (known != nullptr)
        m_known.setSeen(*known);
    const std::lock_guard lock(m_mutex);
    ++m_unchanged;
}

void Collector::loggedModel(domain::LoggedModel&& model) {
    const std::lock_guard lock(m_mutex);
    m_loggedModels.push_back(std::move(model));
}

void Collector::registeredModel(domain::RegisteredModel&& model) {
    const std::lock_guard lock(m_mutex);
    m_models.push_back(std::move(model));
}

void Collector::modelVersion(domain::ModelVersion&& version) {
    const std::lock_guard lock(m_mutex);
    m_versions.push_back(std::move(version));
}

void Collector::storeState(stores::Fingerprint state) {
    const std::lock_guard lock(m_mutex);
    m_storeState = state;
}

void Collector::storeUnchanged() {
    const std::lock_guard lock(m_mutex);
    m_allUnchanged = true;
    m_storeState = m_known.store();
    m_unchanged = m_known.present();
}

void Collector::experimentCut(std::string_view experimentId, std::int64_t runs) {
    const std::lock_guard lock(m_mutex);
    m_cuts[std::string(experimentId)] = runs;
}

void Collector::experimentUnread(std::string_view experimentId) {
    const std::lock_guard lock(m_mutex);
    m_unread.insert(std::string(experimentId));
}

void Collector::partUnread(Part part) {
    const std::lock_guard lock(m_mutex);
    m_unreadParts.insert(part);
}

Result<void> Collector::putCuts(cache::Writer& writer) const {
    for (const auto& [experimentId, number] : m_experimentNos) {
        if (m_unread.contains(experimentId))
            continue;
        const auto cut = m_cuts.find(experimentId);
        PODIUM_TRY(void, writer.setCut(number, cut == m_cuts.end()
                                                   ? std::nullopt
                                                   : std::optional<std::int64_t>(cut->second)));
    }
    return {};
}

void Collector::problem(domain::Problem&& problem, std::string_view experimentId,
                        std::string_view runId) {
    const std::lock_guard lock(m_mutex);
    if (runId.empty())
        m_storeProblems.push_back({std::move(problem), std::string(experimentId), {}});
    else
        m_runProblems[{std::string(experimentId), std::string(runId)}].push_back(
            std::move(problem));
}

/// Called with the mutex held.
void Collector::startNewBatch() {
    std::unique_ptr<Batch> full = std::exchange(m_batch, std::make_unique<Batch>());
    m_batchStarted = Clock::now();
    if (!full->experiments.empty() || !full->runs.empty())
        hand(std::move(full));
}

void Collector::hand(std::unique_ptr<Batch> batch) {
    m_bytesOnTheWay += batch->bytes;
    ++m_batchesOnTheWay;
    const std::shared_ptr<Batch> shared = std::move(batch);
    m_writer.post([this, shared](cache::Writer& writer) { return store(writer, *shared); },
                  [this, shared](const Result<void>& result) { finished(shared->bytes, result); });
}

Result<void> Collector::store(cache::Writer& writer, Batch& batch) {
    {
        // After a failure nothing more is stored: later batches may need what the failed one had.
        const std::lock_guard lock(m_mutex);
        if (!m_failure.ok())
            return m_failure;
    }
    for (const domain::Experiment& experiment : batch.experiments) {
        Result<ExperimentNo> number = writer.putExperiment(m_source, experiment);
        PODIUM_TRY(void, number);
        m_experimentNos[experiment.experimentId] = number.value();
    }
    for (const Batch::Entry& entry : batch.runs) {
        const domain::Run& run = entry.run.run;
        const auto experiment = m_experimentNos.find(run.experimentId);
        if (experiment == m_experimentNos.end())
            return base::Error{base::ErrorCode::Internal, {"run before its experiment"}};
        Result<RunNo> stored = writer.putRun(experiment->second, entry.runNo, entry.run);
        PODIUM_TRY(void, stored);
        // A server sends a run again that changed while it was asked: the later one counts.
        if (!stored.value().valid() && run.folder.empty()) {
            const Result<RunNo> there = writer.runNumber(experiment->second, run.runId);
            PODIUM_TRY(void, there);
            stored = writer.putRun(experiment->second, there.value(), entry.run);
            PODIUM_TRY(void, stored);
        }
        if (!stored.value().valid()) {
            duplicate(run);
            continue;
        }
        // A run that is new to the cache has no old problems to drop.
        if (entry.runNo.valid() || !entry.problems.empty())
            PODIUM_TRY(
                void, writer.putRunProblems(m_source, run.experimentId, run.runId, entry.problems));
    }
    return {};
}

/// Two folders say that they are the same run: the first one stays.
void Collector::duplicate(const domain::Run& run) {
    const std::lock_guard lock(m_mutex);
    m_storeProblems.push_back(
        {{{base::ErrorCode::DuplicateName, {run.folder, run.runId}}, run.folder},
         run.experimentId,
         {}});
}

void Collector::finished(std::size_t bytes, const Result<void>& result) {
    if (result.ok() && m_committed)
        m_committed(m_source);
    // Notified under the lock: as soon as it is free, the collector may be gone.
    const std::lock_guard lock(m_mutex);
    if (!result.ok() && m_failure.ok())
        m_failure = result;
    m_bytesOnTheWay -= bytes;
    --m_batchesOnTheWay;
    m_room.notify_all();
}

Result<void> Collector::flush() {
    std::unique_lock lock(m_mutex);
    startNewBatch();
    m_room.wait(lock, [this] { return m_batchesOnTheWay == 0; });
    // A run that could not be delivered at all has no row to hang its problems on.
    for (auto& [run, problems] : m_runProblems) {
        for (domain::Problem& problem : problems)
            m_storeProblems.push_back({std::move(problem), run.first, {}});
    }
    m_runProblems.clear();
    return m_failure;
}

}  // namespace podium::sync
