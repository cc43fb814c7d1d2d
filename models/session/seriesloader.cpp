// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/seriesloader.h"

#include <set>

namespace podium::session {

using base::Result;
using base::RunNo;

namespace {

using Loaded = std::vector<LoadedSeries>;

/// About 800 MiB of points; beyond, memory starts anew.
constexpr std::size_t MostPoints = 32U << 20U;

/// A long one stays packed in the cache: a chart reads of it what it shows.
Result<std::shared_ptr<const series::Series>> seriesOf(const cache::StoredHistory& history) {
    if (history.opened != nullptr)
        return std::make_shared<const series::Series>(history.opened);
    return series::Series::fromBlob(history.packed);
}

Result<Loaded> read(cache::Cache& cache, const std::string& metric, const std::vector<RunNo>& runs,
                    const std::stop_token& stop) {
    Result<cache::Reader> reader = cache.reader();
    PODIUM_TRY(Loaded, reader);
    Result<std::uint32_t> name = reader.value().nameNumber(metric);
    PODIUM_TRY(Loaded, name);
    Loaded loaded;
    for (const RunNo run : runs) {
        if (stop.stop_requested())
            return base::Cancelled{};
        Result<cache::StoredHistory> stored = reader.value().openedHistory(run, name.value());
        PODIUM_TRY(Loaded, stored);
        const cache::StoredHistory& history = stored.value();
        if (history.packed.empty() && history.opened == nullptr)
            continue;
        auto series = seriesOf(history);
        PODIUM_TRY(Loaded, series);
        LoadedSeries entry{run,
                           std::move(series).value(),
                           history.extent,
                           history.outdated,
                           history.fetchedAt,
                           history.latest.value_or(domain::MetricPoint{}),
                           {}};
        if (!entry.isWhole()) {
            Result<std::optional<cache::RunDetails>> details = reader.value().run(run);
            PODIUM_TRY(Loaded, details);
            if (details.value())
                entry.runId = details.value()->run.runId;
        }
        loaded.push_back(std::move(entry));
    }
    return loaded;
}

}  // namespace

SeriesLoader::SeriesLoader(cache::Cache& cache, jobs::JobEngine& engine, QObject* parent)
    : QObject(parent), m_cache(cache), m_engine(engine) {}

void SeriesLoader::load(const QString& metric, const std::vector<RunNo>& runs, QObject* context,
                        Done done) {
    std::vector<RunNo> missing;
    for (const RunNo run : runs) {
        if (!m_memory.contains({run, metric}))
            missing.push_back(run);
    }
    auto job = [&cache = m_cache, key = metric.toStdString(), missing](
                   std::stop_token stop, base::Progress&) -> Result<Loaded> {
        if (missing.empty())
            return Loaded();
        return read(cache, key, missing, stop);
    };
    auto finish = [this, metric, runs, missing, epoch = m_epoch,
                   done = std::move(done)](Result<Loaded> result) {
        if (!result.ok()) {
            done(std::move(result));
            return;
        }
        // What was forgotten meanwhile is given to who asked, and not kept.
        if (epoch != m_epoch && missing.size() != runs.size()) {
            load(metric, runs, this, done);
            return;
        }
        if (epoch != m_epoch) {
            done(std::move(result));
            return;
        }
        for (const RunNo run : missing)
            m_memory.emplace(Key(run, metric), LoadedSeries{run, nullptr});
        keep(metric, result.value());
        done(collect(metric, runs));
    };
    m_engine.run<Loaded>(jobs::Pool::Compute, context, std::move(job), std::move(finish));
}

void SeriesLoader::keep(const QString& metric, const Loaded& loaded) {
    if (m_points > MostPoints) {
        // Charts hold what they show; only what nobody shows is given up.
        std::erase_if(m_memory,
                      [](const auto& entry) { return entry.second.series.use_count() <= 1; });
        m_points = 0;
        for (const auto& [key, entry] : m_memory)
            m_points += entry.series != nullptr ? entry.series->weight() : 0;
    }
    for (const LoadedSeries& entry : loaded) {
        m_memory[{entry.runNo, metric}] = entry;
        m_points += entry.series->weight();
    }
}

Loaded SeriesLoader::collect(const QString& metric, const std::vector<RunNo>& runs) const {
    Loaded found;
    for (const RunNo run : runs) {
        const auto it = m_memory.find({run, metric});
        if (it != m_memory.end() && it->second.series != nullptr)
            found.push_back(it->second);
    }
    return found;
}

void SeriesLoader::forget() {
    ++m_epoch;
    m_memory.clear();
    m_points = 0;
}

void SeriesLoader::forgetPartial(const QString& metric) {
    ++m_epoch;
    std::erase_if(m_memory, [&](const auto& entry) {
        return entry.first.second == metric && entry.second.series != nullptr &&
               !entry.second.isWhole();
    });
}

void SeriesLoader::metrics(std::vector<RunNo> runs, QObject* context,
                           std::function<void(Result<std::vector<std::string>>)> done) {
    using Names = std::vector<std::string>;
    auto job = [&cache = m_cache, runs = std::move(runs)](std::stop_token stop,
                                                          base::Progress&) -> Result<Names> {
        Result<cache::Reader> reader = cache.reader();
        PODIUM_TRY(Names, reader);
        std::set<std::string> names;
        for (const RunNo run : runs) {
            if (stop.stop_requested())
                return base::Cancelled{};
            Result<std::vector<std::string>> keys = reader.value().metricNames(run);
            PODIUM_TRY(Names, keys);
            names.insert(keys.value().begin(), keys.value().end());
        }
        return Names(names.begin(), names.end());
    };
    m_engine.run<Names>(jobs::Pool::Compute, context, std::move(job), std::move(done));
}

}  // namespace podium::session
