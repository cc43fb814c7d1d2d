// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/seriesloader.h"

#include <set>

namespace podium::session {

using base::Result;

SeriesLoader::SeriesLoader(cache::Cache& cache, jobs::JobEngine& engine, QObject* parent)
    : QObject(parent), m_cache(cache), m_engine(engine) {}

std::stop_source SeriesLoader::load(const QString& metric, std::vector<base::RunNo> runs,
                                    QObject* context,
                                    std::function<void(Result<std::vector<LoadedHistory>>)> done) {
    using Histories = std::vector<LoadedHistory>;
    auto job = [&cache = m_cache, key = metric.toStdString(), runs = std::move(runs)](
                   std::stop_token stop, base::Progress&) -> Result<Histories> {
        Result<cache::Reader> reader = cache.reader();
        PODIUM_TRY(Histories, reader);
        Result<std::uint32_t> name = reader.value().nameNumber(key);
        PODIUM_TRY(Histories, name);
        Histories histories;
        for (const base::RunNo run : runs) {
            if (stop.stop_requested())
                return base::Cancelled{};
            Result<std::string> packed = reader.value().history(run, name.value());
            PODIUM_TRY(Histories, packed);
            if (!packed.value().empty())
                histories.push_back({run, std::move(packed).value()});
        }
        return histories;
    };
    return m_engine.run<Histories>(jobs::Pool::Compute, context, std::move(job), std::move(done));
}

std::stop_source SeriesLoader::metrics(std::vector<base::RunNo> runs, QObject* context,
                                       std::function<void(Result<std::vector<std::string>>)> done) {
    using Names = std::vector<std::string>;
    auto job = [&cache = m_cache, runs = std::move(runs)](std::stop_token stop,
                                                          base::Progress&) -> Result<Names> {
        Result<cache::Reader> reader = cache.reader();
        PODIUM_TRY(Names, reader);
        std::set<std::string> names;
        for (const base::RunNo run : runs) {
            if (stop.stop_requested())
                return base::Cancelled{};
            Result<std::vector<std::string>> keys = reader.value().metricNames(run);
            PODIUM_TRY(Names, keys);
            names.insert(keys.value().begin(), keys.value().end());
        }
        return Names(names.begin(), names.end());
    };
    return m_engine.run<Names>(jobs::Pool::Compute, context, std::move(job), std::move(done));
}

}  // namespace podium::session
