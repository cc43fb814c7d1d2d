// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/syncer.h"

#include "sync/collector.h"

#include <algorithm>
#include <chrono>
#include <filesystem>

namespace podium::sync {

using base::Result;
using base::RunNo;
using base::SourceNo;

namespace {

/// What a person calls a store: the last part of its place, with the folder above where that alone
/// says little.
std::string titleOf(const stores::StoreInfo& info) {
    if (const std::size_t scheme = info.location.find("://"); scheme != std::string::npos)
        return info.location.substr(scheme + 3);
    const std::filesystem::path path(info.location);
    std::string name = path.filename().string();
    if (name.empty())
        name = path.parent_path().filename().string();
    if ((name == "mlruns" || name == "mlflow.db") && path.parent_path().has_filename())
        return path.parent_path().filename().string() + "/" + name;
    return name.empty() ? info.location : name;
}

Result<KnownRuns> loadKnown(cache::WriterThread& writer, SourceNo source) {
    std::vector<cache::KnownRun> runs;
    stores::Fingerprint state = 0;
    const Result<void> loaded = writer.run([&](cache::Writer& connection) {
        Result<std::vector<cache::KnownRun>> known = connection.knownRuns(source);
        PODIUM_TRY(void, known);
        runs = std::move(known).value();
        const Result<std::uint64_t> store = connection.storeState(source);
        PODIUM_TRY(void, store);
        state = store.value();
        return Result<void>();
    });
    PODIUM_TRY(KnownRuns, loaded);
    return KnownRuns(std::move(runs), state);
}

/// Runs that were to be seen and were not. Of an experiment that did not come as a whole
/// nothing can be said.
std::vector<RunNo> goneRuns(const KnownRuns& known, const SyncOptions& options,
                            const Collector& collector) {
    std::vector<RunNo> gone;
    if (collector.allUnchanged())
        return gone;
    for (const cache::KnownRun* run : known.unseen()) {
        const bool asked = options.experimentIds.empty() ||
                           std::ranges::count(options.experimentIds, run->experimentId) > 0;
        if (asked && !collector.isPartial(run->experimentId))
            gone.push_back(run->runNo);
    }
    return gone;
}

Result<void> finishExperiments(cache::Cache& cache, const Collector& collector,
                               const std::vector<RunNo>& gone) {
    const base::Millis now = cache.clock()();
    return cache.writer().run([&](cache::Writer& writer) -> Result<void> {
        PODIUM_TRY(void, writer.setVanished(gone, now));
        return collector.putCuts(writer);
    });
}

/// What can only be said once the whole store was read.
Result<void> finish(cache::Cache& cache, SourceNo source, const Collector& collector,
                    const std::vector<RunNo>& gone) {
    using Part = stores::Sink::Part;
    const base::Millis now = cache.clock()();
    return cache.writer().run([&](cache::Writer& writer) -> Result<void> {
        if (collector.allUnchanged())
            return writer.setSynced(source, now, collector.storeState());
        PODIUM_TRY(void, writer.setVanished(gone, now));
        PODIUM_TRY(void, collector.putCuts(writer));
        PODIUM_TRY(void, writer.setVanishedExperiments(source, collector.experiments(), now));
        PODIUM_TRY(void, writer.putRegistry(source, collector.models(), collector.versions(),
                                            collector.isWhole(Part::Registry)));
        PODIUM_TRY(void, writer.observeRegistry(
                             source, collector.models(), collector.versions(), now,
                             collector.isWhole(Part::Registry) ? cache::Writer::Observed::Registry
                                                               : cache::Writer::Observed::Part));
        PODIUM_TRY(void, writer.putLoggedModels(source, collector.loggedModels(),
                                                collector.isWhole(Part::LoggedModels)));
        PODIUM_TRY(void, writer.putStoreProblems(source, collector.storeProblems()));
        return writer.setSynced(source, now, collector.storeState());
    });
}

/// Of a store that said at once that all is as it was.
Result<std::int64_t> experimentsThere(cache::Cache& cache, SourceNo source) {
    Result<cache::Reader> reader = cache.reader();
    PODIUM_TRY(std::int64_t, reader);
    const Result<std::vector<cache::ExperimentRow>> rows = reader.value().experiments(source);
    PODIUM_TRY(std::int64_t, rows);
    return std::ranges::count(rows.value(), false, &cache::ExperimentRow::vanished);
}

}  // namespace

Result<SourceNo> addSource(const stores::StoreInfo& info, cache::Cache& cache) {
    SourceNo source;
    const Result<void> stored = cache.writer().run([&](cache::Writer& writer) -> Result<void> {
        Result<SourceNo> added =
            writer.addSource(info.kind, info.location, info.root, titleOf(info), cache.clock()());
        PODIUM_TRY(void, added);
        source = added.value();
        return {};
    });
    PODIUM_TRY(SourceNo, stored);
    return source;
}

Result<SyncReport> sync(stores::Store& store, cache::Cache& cache, const SyncOptions& options,
                        base::Progress& progress, std::stop_token stop,
                        const std::function<void(SourceNo)>& committed) {
    const auto started = std::chrono::steady_clock::now();
    Result<cache::WriterThread::Lock> lock = cache.writer().lock(stop);
    PODIUM_TRY(SyncReport, lock);
    Result<SourceNo> source = addSource(store.info(), cache);
    PODIUM_TRY(SyncReport, source);
    Result<KnownRuns> known = loadKnown(cache.writer(), source.value());
    PODIUM_TRY(SyncReport, known);

    SyncReport report;
    report.source = source.value();
    Collector collector(cache.writer(), source.value(), known.value(), committed);
    const stores::ReadRequest request{options.full,     options.runIds,  options.experimentIds,
                                      options.mostRuns, options.threads, options.models};
    const Result<void> read = store.read(request, known.value(), collector, progress, stop);
    // Whatever was read stays, also when somebody stopped the sync or the store broke off.
    const Result<void> flushed = collector.flush();
    PODIUM_TRY(SyncReport, read);
    PODIUM_TRY(SyncReport, flushed);

    if (!options.models.empty()) {
        const Result<void> stored = cache.writer().run([&](cache::Writer& writer) -> Result<void> {
            PODIUM_TRY(void, writer.putModels(source.value(), options.models, collector.models(),
                                              collector.versions()));
            return writer.observeRegistry(source.value(), collector.models(), collector.versions(),
                                          cache.clock()(), cache::Writer::Observed::Models);
        });
        PODIUM_TRY(SyncReport, stored);
        if (committed)
            committed(source.value());
    } else if (options.runIds.empty()) {
        const std::vector<RunNo> gone = goneRuns(known.value(), options, collector);
        PODIUM_TRY(SyncReport, options.experimentIds.empty()
                                   ? finish(cache, source.value(), collector, gone)
                                   : finishExperiments(cache, collector, gone));
        report.vanished = static_cast<std::int64_t>(gone.size());
        if (committed)
            committed(source.value());
    }
    report.experiments = static_cast<std::int64_t>(collector.experiments().size());
    if (collector.allUnchanged()) {
        const Result<std::int64_t> there = experimentsThere(cache, source.value());
        PODIUM_TRY(SyncReport, there);
        report.experiments = there.value();
    }
    report.runs = collector.runs();
    report.unchanged = collector.unchanged();
    report.points = collector.points();
    report.files = progress.files.load();
    report.bytes = progress.bytes.load();
    report.problems = static_cast<std::int64_t>(collector.storeProblems().size());
    report.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    return report;
}

}  // namespace podium::sync
