// SPDX-License-Identifier: GPL-3.0-or-later
#include "cached.h"
#include "storegen.h"
#include "stores/filestore/filestore.h"
#include "stores/filestore/floor.h"
#include "sync/syncer.h"

namespace podium::bench {

using nlohmann::json;
namespace floor = stores::filestore;

namespace {

StoreShape shapeOf(const Options& options) {
    return {.runs = options.runs,
            .params = options.params,
            .metrics = options.metrics,
            .points = 5,
            .tags = options.tags};
}

std::unique_ptr<cache::Cache> openCache(const std::filesystem::path& file) {
    auto cache = cache::Cache::open(file, base::systemClock());
    if (!cache.ok())
        fail("can't open " + file.string());
    return std::move(cache).value();
}

sync::SyncReport syncOnce(const std::filesystem::path& root, cache::Cache& cache,
                          unsigned threads) {
    auto store = stores::FileStore::open(root);
    if (!store.ok())
        fail("can't open " + root.string());
    base::Progress progress;
    auto report = sync::sync(*store.value(), cache,
                             {.full = false, .runIds = {}, .threads = threads}, progress, {});
    if (!report.ok())
        fail("the sync failed: " + (report.failed() ? base::logLine(report.error()) : ""));
    return report.value();
}

}  // namespace

json benchSync(const Options& options) {
    const Scratch scratch(options.folder);
    const std::filesystem::path root = scratch.path() / "mlruns";
    makeFileStore(root, shapeOf(options));
    Samples figure;
    Samples least;
    Samples firstRows;
    sync::SyncReport report;
    floor::FloorCount count = floor::rawRead(root, options.threads);  // warms the files
    for (int i = 0; i < options.repetitions; ++i) {
        least.add(timed([&] { count = floor::rawRead(root, options.threads); }));
        const std::filesystem::path folder = scratch.path() / "fresh";
        std::filesystem::remove_all(folder);
        figure.add(timed([&] {
            const auto cache = openCache(folder / "cache.db");
            report = syncOnce(root, *cache, options.threads);
        }));
    }
    json result = against(figure, least);
    result["runs"] = report.runs;
    result["files"] = report.files;
    result["bytes"] = report.bytes;
    result["points"] = report.points;
    result["floor_files"] = count.files;
    result["floor_bytes"] = count.bytes;
    result["threads"] = options.threads;
    return result;
}

json benchResync(const Options& options) {
    const Scratch scratch(options.folder);
    const std::filesystem::path root = scratch.path() / "mlruns";
    makeFileStore(root, shapeOf(options));
    const auto cache = openCache(scratch.path() / "known" / "cache.db");
    static_cast<void>(syncOnce(root, *cache, options.threads));
    Samples figure;
    Samples least;
    sync::SyncReport report;
    floor::FloorCount count = floor::statWalk(root, options.threads);
    for (int i = 0; i < options.repetitions; ++i) {
        least.add(timed([&] { count = floor::statWalk(root, options.threads); }));
        figure.add(timed([&] { report = syncOnce(root, *cache, options.threads); }));
    }
    json result = against(figure, least);
    result["unchanged"] = report.unchanged;
    result["floor_files"] = count.files;
    result["threads"] = options.threads;
    return result;
}

}  // namespace podium::bench
