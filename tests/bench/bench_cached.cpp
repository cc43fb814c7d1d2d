// SPDX-License-Identifier: GPL-3.0-or-later
#include "cached.h"
#include "storegen.h"

#include <cstdlib>

namespace podium::bench {

using nlohmann::json;

Scratch::Scratch(const std::filesystem::path& named) : m_path(named) {
    if (named.empty()) {
        std::string pattern =
            (std::filesystem::temp_directory_path() / "podium-bench-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr)
            fail("can't make a folder in " + std::filesystem::temp_directory_path().string());
        m_path = pattern;
        m_own = true;
    }
    std::filesystem::create_directories(m_path);
}

Scratch::~Scratch() {
    std::error_code ignored;
    if (m_own)
        std::filesystem::remove_all(m_path, ignored);
}

std::unique_ptr<cache::Cache> cachedRuns(const Scratch& scratch, const Options& options) {
    const std::filesystem::path file =
        scratch.path() /
        ("cached-" + std::to_string(options.runs) + "-" + std::to_string(options.metrics) + "-" +
         std::to_string(options.params) + "-" + std::to_string(options.tags) + ".db");
    const bool there = std::filesystem::exists(file);
    auto opened = cache::Cache::open(file, base::systemClock());
    if (!opened.ok())
        fail("can't open " + file.string());
    std::unique_ptr<cache::Cache> cache = std::move(opened).value();
    if (!there)
        fillCache(*cache, {.runs = options.runs,
                           .params = options.params,
                           .metrics = options.metrics,
                           .points = 5,
                           .tags = options.tags});
    return cache;
}

std::vector<query::ColumnKey> shownColumns(int count) {
    std::vector<query::ColumnKey> columns;
    for (int i = 0; i < count; ++i) {
        const std::string number = std::to_string(i / 3);
        if (i % 3 == 0)
            columns.push_back(query::metricColumn("metric_" + number));
        else if (i % 3 == 1)
            columns.push_back(query::paramColumn("param_" + number));
        else
            columns.push_back(query::tagColumn("tag_" + number));
    }
    return columns;
}

std::vector<cache::ExperimentRow> experimentsOf(cache::Cache& cache) {
    auto reader = cache.reader();
    if (!reader.ok())
        fail("can't read the cache");
    auto experiments = reader.value().experiments(base::SourceNo{1});
    if (!experiments.ok())
        fail("can't read the experiments");
    return std::move(experiments).value();
}

session::RunTable loadTable(cache::Cache& cache, const std::vector<query::ColumnKey>& columns) {
    auto reader = cache.reader();
    if (!reader.ok())
        fail("can't read the cache");
    auto table = session::loadRuns(reader.value(), experimentsOf(cache),
                                   session::ViewType::ActiveOnly, false, {});
    if (table.ok())
        table = session::withColumns(reader.value(), std::move(table).value(), columns, {});
    if (!table.ok())
        fail("can't load the runs");
    return std::move(table).value();
}

json benchMemory(const Options& options) {
    const Scratch scratch(options.folder);
    const auto cache = cachedRuns(scratch, options);
    const std::int64_t before = residentBytes();
    const session::RunTable table = loadTable(*cache, shownColumns(options.columns));
    const std::int64_t after = residentBytes();
    // The least: eight bytes a number and the run ids as they are.
    const std::int64_t floor =
        static_cast<std::int64_t>(options.runs) * (8 * (options.columns + 5) + 32 + 32);
    const double ratio = static_cast<double>(after - before) / static_cast<double>(floor);
    return {{"rows", table.frame->rows()},
            {"table_bytes", after - before},
            {"floor_bytes", floor},
            {"ratio", ratio},
            {"process_bytes", after}};
}

}  // namespace podium::bench
