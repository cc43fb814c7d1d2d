// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/sqlstore/readjob.h"

#include "stores/sqlstore/loggedmodelreader.h"
#include "stores/sqlstore/registryreader.h"

#include <algorithm>
#include <set>
#include <thread>

namespace podium::stores::sqlstore {

using base::ErrorCode;
using base::Result;

namespace {

constexpr std::size_t PageRuns = 256;
/// Points after which a transaction ends, some tens of milliseconds; one long run is one
/// transaction.
constexpr std::int64_t SlicePoints = 60'000;
/// Before 1.25 metrics have no index of runs: each question reads the whole table, so there are
/// few.
constexpr std::size_t PageRunsUnindexed = 4096;
constexpr std::int64_t SlicePointsUnindexed = 1'500'000;
constexpr int ModelsAtOnce = 500;

template <typename T>
bool isDamaged(const Result<T>& result) {
    return result.failed() && result.error().code == ErrorCode::StoreDamaged;
}

/// A database in memory is read at the speed of the processors: threads beyond one more than these
/// take each other's time (measured on two: 3 are 1.5 times as fast as 8).
unsigned usefulThreads(unsigned wanted) {
    return std::min(wanted, std::max(2U, std::thread::hardware_concurrency() + 1));
}

bool isIndexed(const Schema& schema) {
    return !schema.has("metrics") || schema.isIndexed("metrics", "run_uuid");
}

}  // namespace

ReadJob::ReadJob(const Access& access, const ReadRequest& request, const Known& known, Sink& sink,
                 base::Progress& progress, std::stop_token stop)
    : m_access(access),
      m_request(request),
      m_known(known),
      m_sink(sink),
      m_progress(progress),
      m_stop(std::move(stop)),
      m_indexed(isIndexed(access.schema())),
      m_pageSize(m_indexed ? PageRuns : PageRunsUnindexed) {}

Result<void> ReadJob::run(unsigned threads) {
    Result<Connection> connection = m_access.connect();
    PODIUM_TRY(void, connection);
    if (!m_request.models.empty())
        return someModels(connection.value());
    PODIUM_TRY(void, plan(connection.value()));
    m_progress.total = static_cast<std::int64_t>(m_runs.size());
    {
        const std::size_t pages = (m_runs.size() + m_pageSize - 1) / m_pageSize;
        std::vector<std::jthread> workers;
        for (std::size_t i = 0; i < std::min<std::size_t>(usefulThreads(threads), pages); ++i)
            workers.emplace_back([this] { work(); });
        if (m_request.runIds.empty() && m_request.experimentIds.empty())
            fail(readModels(connection.value()));
    }
    if (m_stop.stop_requested())
        return base::Cancelled{};
    return m_failure;
}

Result<ReadJob::Plan> ReadJob::look(sql::Database& database) const {
    Result<std::vector<domain::Experiment>> experiments =
        readExperiments(database, m_access.schema());
    PODIUM_TRY(Plan, experiments);
    Result<std::vector<RunPlace>> runs =
        m_request.runIds.empty() ? listRuns(database, m_access.schema())
                                 : findRuns(database, m_access.schema(), m_request.runIds);
    PODIUM_TRY(Plan, runs);
    return Plan{std::move(experiments).value(), std::move(runs).value()};
}

Result<void> ReadJob::plan(Connection& connection) {
    Result<Plan> plan = connection.snapshot(m_stop, [&] { return look(connection.database()); });
    PODIUM_TRY(void, plan);
    std::vector<domain::Experiment>& experiments = plan.value().experiments;
    m_runs = std::move(plan.value().runs);
    const std::vector<std::string>& asked = m_request.experimentIds;
    const auto unasked = [&](const std::string& id) {
        return !asked.empty() && std::ranges::find(asked, id) == asked.end();
    };
    std::erase_if(m_runs, [&](const RunPlace& place) { return unasked(place.experimentId); });
    std::erase_if(experiments, [&](const domain::Experiment& experiment) {
        return unasked(experiment.experimentId);
    });
    deliverExperiments(std::move(experiments));
    return {};
}

void ReadJob::deliverExperiments(std::vector<domain::Experiment> experiments) {
    std::set<std::string, std::less<>> needed;
    for (const RunPlace& place : m_runs)
        needed.insert(place.experimentId);
    for (domain::Experiment& experiment : experiments) {
        const bool has = needed.erase(experiment.experimentId) > 0;
        if (has || m_request.runIds.empty())
            m_sink.experiment(std::move(experiment));
    }
    // Runs whose experiment was taken away by hand still have their values.
    for (const std::string& id : needed) {
        domain::Experiment experiment;
        experiment.experimentId = id;
        experiment.name = id;
        m_sink.experiment(std::move(experiment));
        m_sink.problem({{ErrorCode::MetaValueInvalid, {"runs", "experiment_id", id}}, "runs"}, {},
                       {});
    }
}

Result<void> ReadJob::readModels(Connection& connection) {
    sql::Database& database = connection.database();
    const Schema& schema = m_access.schema();
    Result<Registry> registry =
        connection.snapshot(m_stop, [&] { return readRegistry(database, schema); });
    PODIUM_TRY(void, registry);
    for (domain::RegisteredModel& model : registry.value().models)
        m_sink.registeredModel(std::move(model));
    for (domain::ModelVersion& version : registry.value().versions)
        m_sink.modelVersion(std::move(version));
    std::string last;
    bool more = true;
    while (more && mayGoOn()) {
        Result<std::vector<domain::LoggedModel>> page = connection.snapshot(
            m_stop, [&] { return readLoggedModels(database, schema, last, ModelsAtOnce); });
        PODIUM_TRY(void, page);
        more = page.value().size() == ModelsAtOnce;
        for (domain::LoggedModel& model : page.value()) {
            last = model.modelId;
            m_sink.loggedModel(std::move(model));
        }
    }
    return {};
}

Result<void> ReadJob::someModels(Connection& connection) {
    Result<Registry> registry = connection.snapshot(
        m_stop, [&] { return readRegistry(connection.database(), m_access.schema()); });
    PODIUM_TRY(void, registry);
    const auto asked = [&](const std::string& name) {
        return std::ranges::find(m_request.models, name) != m_request.models.end();
    };
    for (domain::RegisteredModel& model : registry.value().models) {
        if (asked(model.name))
            m_sink.registeredModel(std::move(model));
    }
    for (domain::ModelVersion& version : registry.value().versions) {
        if (asked(version.name))
            m_sink.modelVersion(std::move(version));
    }
    return {};
}

void ReadJob::work() {
    Result<Connection> connection = m_access.connect();
    if (!connection.ok()) {
        fail(connection.as<void>());
        return;
    }
    // One long statement must not keep anybody waiting who wants to stop.
    const std::stop_callback interrupt(m_stop, [&] { connection.value().database().interrupt(); });
    fail(workOn(connection.value()));
}

Result<void> ReadJob::workOn(Connection& connection) {
    RunReader reader(connection, m_access.schema());
    PODIUM_TRY(void, connection.snapshot(m_stop, [&] { return reader.prepare(); }));
    while (mayGoOn()) {
        const std::size_t page = m_nextPage++;
        if (page * m_pageSize >= m_runs.size())
            return {};
        PODIUM_TRY(void, readPage(connection, reader, page));
    }
    return {};
}

Result<void> ReadJob::readPage(Connection& connection, RunReader& reader, std::size_t page) {
    const std::size_t begin = page * m_pageSize;
    const std::size_t end = std::min(begin + m_pageSize, m_runs.size());
    std::vector<std::string> ids;
    for (std::size_t i = begin; i < end; ++i)
        ids.push_back(m_runs[i].runId);
    if (!m_indexed)
        return readUnindexed(connection, reader, ids);
    std::size_t atOnce = ids.size();
    while (!ids.empty() && mayGoOn()) {
        const std::size_t count = std::min(atOnce, ids.size());
        const std::vector<std::string> slice(ids.begin(), ids.begin() + std::ptrdiff_t(count));
        Result<std::vector<std::string>> putOff = readSlice(connection, reader, slice);
        PODIUM_TRY(void, putOff);
        ids.erase(ids.begin(), ids.begin() + std::ptrdiff_t(count));
        ids.insert(ids.begin(), putOff.value().begin(), putOff.value().end());
        // What is put off is read twice but for its points: next time as many as went in.
        atOnce = putOff.value().empty() ? 2 * atOnce
                                        : std::max<std::size_t>(count - putOff.value().size(), 1);
    }
    return {};
}

/// Counts first, so that a slice can be read by one question.
Result<void> ReadJob::readUnindexed(Connection& connection, RunReader& reader,
                                    const std::vector<std::string>& ids) {
    const Result<std::vector<std::int64_t>> counted =
        connection.snapshot(m_stop, [&] { return reader.countPoints(ids); });
    // Where the table is broken, the runs themselves will tell.
    if (!counted.ok() && !isDamaged(counted))
        return counted.as<void>();
    std::vector<std::string> slice;
    std::int64_t points = 0;
    for (std::size_t i = 0; i < ids.size() && mayGoOn(); ++i) {
        const std::int64_t count = counted.ok() ? counted.value()[i] : 0;
        if (!slice.empty() && points + count > SlicePointsUnindexed) {
            PODIUM_TRY(void, readSlice(connection, reader, slice));
            slice.clear();
            points = 0;
        }
        slice.push_back(ids[i]);
        points += count;
    }
    if (!slice.empty())
        PODIUM_TRY(void, readSlice(connection, reader, slice));
    return {};
}

/// Gives the ids that are still to be read.
Result<std::vector<std::string>> ReadJob::readSlice(Connection& connection, RunReader& reader,
                                                    const std::vector<std::string>& ids) {
    using Ids = std::vector<std::string>;
    std::vector<ReadRun> runs;
    Ids putOff;
    const Result<void> read = connection.snapshot(m_stop, [&] {
        return reader.read(ids, m_request.full ? nullptr : &m_known, SlicePoints, runs, putOff);
    });
    if (isDamaged(read)) {
        if (ids.size() == 1) {
            giveUpRun(ids.front(), read.error());
            return Ids();
        }
        for (const std::string& id : ids) {
            if (mayGoOn())
                PODIUM_TRY(Ids, readSlice(connection, reader, {id}));
        }
        return Ids();
    }
    PODIUM_TRY(Ids, read);
    deliver(runs);
    m_progress.done += static_cast<std::int64_t>(ids.size() - putOff.size());
    return putOff;
}

/// A run in a broken part of the file: what is known of it stays.
void ReadJob::giveUpRun(const std::string& runId, const base::Error& error) {
    const RunPlace& place = *std::ranges::find(m_runs, runId, &RunPlace::runId);
    if (m_known.run(place.experimentId, place.runId) != 0)
        m_sink.runUnchanged(place.experimentId, place.runId);
    m_sink.problem({error, place.runId}, {}, {});
    ++m_progress.done;
}

void ReadJob::deliver(std::vector<ReadRun>& runs) {
    for (ReadRun& entry : runs) {
        domain::Run& run = entry.run;
        if (entry.unchanged) {
            m_sink.runUnchanged(run.experimentId, run.runId);
            continue;
        }
        if (entry.textDamaged)
            m_sink.problem({{ErrorCode::NotUtf8, {run.runId}}, run.runId}, run.experimentId,
                           run.runId);
        m_sink.run(std::move(run), entry.fingerprint);
    }
}

void ReadJob::fail(const Result<void>& result) {
    if (result.ok())
        return;
    const std::lock_guard lock(m_mutex);
    if (!m_failed.exchange(true))
        m_failure = result;
}

}  // namespace podium::stores::sqlstore
