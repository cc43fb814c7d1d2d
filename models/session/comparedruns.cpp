// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/comparedruns.h"

#include "series/distance.h"
#include "series/statistics.h"
#include "session/comparedfiles.h"
#include "session/frameloader.h"
#include "session/relinks.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <unordered_map>

namespace podium::session {

using base::Result;
using base::RunNo;

namespace {

using Compared = std::shared_ptr<const ComparedRuns>;

/// Curves with more points than this together are left out of the distances of one metric.
constexpr std::size_t MostCurvePoints = std::size_t{8} << 20;

std::set<query::ColumnKey> keysOf(const ComparedRuns& compared) {
    std::set<query::ColumnKey> keys;
    for (const ComparedRun& run : compared.runs) {
        for (const domain::Param& param : run.details.run.params)
            keys.insert(query::paramColumn(param.key));
        for (const domain::Tag& tag : run.details.run.tags) {
            if (!tag.key.starts_with("mlflow."))
                keys.insert(query::tagColumn(tag.key));
        }
        for (const cache::ReducedMetric& metric : run.details.metrics) {
            for (const auto reduction :
                 {query::Reduction::Last, query::Reduction::Min, query::Reduction::Max})
                keys.insert(query::metricColumn(metric.key, reduction));
        }
    }
    return keys;
}

Spread spreadOfNumbers(const query::NumberColumn& column) {
    std::vector<double> values;
    for (std::size_t row = 0; row < column.values.size(); ++row) {
        if (column.present.test(row) && std::isfinite(column.values[row]))
            values.push_back(column.values[row]);
    }
    return {values.size(), series::sampleOf(values).deviation, 0};
}

Spread spreadOfTexts(const query::TextColumn& column) {
    std::unordered_map<std::uint32_t, std::size_t> counts;
    std::size_t runs = 0;
    std::vector<double> numbers;
    for (const std::uint32_t code : column.codes) {
        if (code == query::TextColumn::Missing)
            continue;
        ++runs;
        ++counts[code];
        const std::string& text = column.dictionary[code - 1];
        bool good = false;
        const double number = QByteArray::fromStdString(text).trimmed().toDouble(&good);
        if (good && std::isfinite(number))
            numbers.push_back(number);
    }
    Spread spread;
    spread.runs = runs;
    for (const auto& [code, count] : counts) {
        const double share = static_cast<double>(count) / static_cast<double>(runs);
        spread.agreement += share * share;
    }
    spread.deviation = series::sampleOf(numbers).deviation;
    return spread;
}

Result<void> loadSpreads(cache::Reader& reader, ComparedRuns& compared,
                         const std::stop_token& stop) {
    std::set<base::SourceNo> sources;
    std::set<std::int64_t> wanted;
    for (const ComparedRun& run : compared.runs) {
        sources.insert(run.details.sourceNo);
        wanted.insert(run.details.runNo.value >> 32);  // a run's number holds its experiment's
    }
    std::vector<cache::ExperimentRow> experiments;
    for (const base::SourceNo source : sources) {
        Result<std::vector<cache::ExperimentRow>> all = reader.experiments(source);
        PODIUM_TRY(void, all);
        for (cache::ExperimentRow& row : all.value()) {
            if (wanted.contains(row.experimentNo.value))
                experiments.push_back(std::move(row));
        }
    }
    Result<RunTable> table = loadRuns(reader, experiments, ViewType::All, true, stop);
    PODIUM_TRY(void, table);
    const std::set<query::ColumnKey> keys = keysOf(compared);
    const std::vector<query::ColumnKey> columns(keys.begin(), keys.end());
    table = withColumns(reader, std::move(table).value(), columns, stop);
    PODIUM_TRY(void, table);
    for (const query::ColumnKey& key : columns) {
        const query::Column* column = table.value().frame->column(key);
        if (column == nullptr)
            continue;
        if (const auto* numbers = std::get_if<query::NumberColumn>(column))
            compared.spreads[key] = spreadOfNumbers(*numbers);
        else if (const auto* texts = std::get_if<query::TextColumn>(column))
            compared.spreads[key] = spreadOfTexts(*texts);
    }
    return {};
}

Result<std::vector<std::shared_ptr<const series::Line>>> linesOf(cache::Reader& reader,
                                                                 const ComparedRuns& compared,
                                                                 const std::string& metric) {
    using Lines = std::vector<std::shared_ptr<const series::Line>>;
    Lines lines(compared.runs.size());
    Result<std::uint32_t> name = reader.nameNumber(metric);
    PODIUM_TRY(Lines, name);
    std::size_t points = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Result<std::string> packed = reader.history(compared.runs[i].details.runNo, name.value());
        PODIUM_TRY(Lines, packed);
        if (packed.value().empty())
            continue;
        auto series = series::Series::fromBlob(packed.value());
        PODIUM_TRY(Lines, series);
        points += series.value()->size();
        if (points > MostCurvePoints)
            break;
        lines[i] = series::Line::make(*series.value(), series::XKind::Step);
    }
    return lines;
}

Result<void> loadDistances(cache::Reader& reader, ComparedRuns& compared,
                           const std::stop_token& stop) {
    std::map<std::string, int> curves;
    for (const ComparedRun& run : compared.runs) {
        for (const cache::ReducedMetric& metric : run.details.metrics)
            curves[metric.key] += metric.reductions.count > 1 ? 1 : 0;
    }
    const std::size_t count = compared.runs.size();
    for (const auto& [metric, number] : curves) {
        if (number < 2)
            continue;
        if (stop.stop_requested())
            return base::Cancelled{};
        auto lines = linesOf(reader, compared, metric);
        PODIUM_TRY(void, lines);
        std::vector<double> distances(count * count, std::numeric_limits<double>::quiet_NaN());
        for (std::size_t i = 0; i < count; ++i) {
            for (std::size_t j = 0; j <= i && !stop.stop_requested(); ++j) {
                if (!lines.value()[i] || !lines.value()[j])
                    continue;
                const double distance = series::curveDistance(*lines.value()[i], *lines.value()[j]);
                distances[i * count + j] = distance;
                distances[j * count + i] = distance;
            }
        }
        compared.distances.emplace(metric, std::move(distances));
    }
    return {};
}

Result<Compared> load(cache::Cache& cache, const std::vector<RunNo>& wanted,
                      const std::stop_token& stop) {
    Result<cache::Reader> reader = cache.reader();
    PODIUM_TRY(Compared, reader);
    auto compared = std::make_shared<ComparedRuns>();
    compared->wanted = wanted.size();
    for (const RunNo number : wanted) {
        if (stop.stop_requested())
            return base::Cancelled{};
        if (compared->runs.size() == RunComparer::MostRuns)
            break;
        Result<std::optional<cache::RunDetails>> details = reader.value().run(number);
        PODIUM_TRY(Compared, details);
        if (details.value())
            compared->runs.emplace_back().details = std::move(*details.value());
    }
    if (compared->runs.size() > 1) {
        PODIUM_TRY(Compared, loadSpreads(reader.value(), *compared, stop));
        PODIUM_TRY(Compared, loadDistances(reader.value(), *compared, stop));
        loadComparedFiles(reader.value(), *compared, relinkFile(cache), stop);
    }
    if (stop.stop_requested())
        return base::Cancelled{};
    return Compared(std::move(compared));
}

}  // namespace

RunComparer::RunComparer(cache::Cache& cache, jobs::JobEngine& engine, QObject* parent)
    : QObject(parent),
      m_cache(cache),
      m_slot(engine, this),
      m_current(std::make_shared<const ComparedRuns>()) {}

void RunComparer::setRuns(const std::vector<RunNo>& runs) {
    if (runs == m_runs)
        return;
    m_runs = runs;
    reload();
}

void RunComparer::reload() {
    setLoading(true);
    m_slot.start([&cache = m_cache, runs = m_runs](
                     std::stop_token stop, base::Progress&) { return load(cache, runs, stop); },
                 [this](Result<Compared> result) {
                     setLoading(false);
                     if (result.failed()) {
                         Q_EMIT failed(result.error());
                         return;
                     }
                     m_current = std::move(result).value();
                     Q_EMIT changed();
                 });
}

void RunComparer::cancel() {
    m_slot.cancel();
    setLoading(false);
}

void RunComparer::setLoading(bool loading) {
    if (loading == m_loading)
        return;
    m_loading = loading;
    Q_EMIT loadingChanged(loading);
}

}  // namespace podium::session
