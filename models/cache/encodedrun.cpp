// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/encodedrun.h"

#include "cache/blobs.h"
#include "cache/json.h"
#include "series/packed.h"

namespace podium::cache {

namespace {

/// Above this a history is a row of its own, so that a chart of one metric need not read all of a
/// run's.
constexpr std::size_t LongHistoryBytes = 2048;

std::string encodeTexts(const std::vector<domain::KeyValue>& list, NameTable& names,
                        std::vector<std::uint32_t>& numbers, std::uint64_t& lostBytes) {
    BlobWriter writer;
    numbers.reserve(list.size());
    for (const domain::KeyValue& entry : list) {
        const std::uint32_t name = names.number(entry.key);
        if (writer.add(name, entry.value))
            numbers.push_back(name);
        else
            lostBytes += entry.value.size();
    }
    return writer.take();
}

void encodeMetrics(const std::vector<domain::Metric>& metrics, NameTable& names, EncodedRun& out) {
    BlobWriter reductions;
    BlobWriter histories;
    out.metricNames.reserve(metrics.size());
    for (const domain::Metric& metric : metrics) {
        if (metric.points.empty())
            continue;
        const std::uint32_t name = names.number(metric.key);
        const bool whole = metric.extent == domain::Extent::Full;
        series::Reductions reduced =
            whole ? series::reduce(metric.points) : series::latestOnly(metric.points.back());
        // The only point of a history is kept as its latest.
        if (metric.latest && metric.points.size() > 1)
            reduced.last = *metric.latest;
        if (!reductions.add(name, encodeReductions(reduced))) {
            out.lostBytes += metric.points.size() * sizeof(domain::MetricPoint);
            continue;
        }
        out.metricNames.push_back(name);
        if (!whole) {
            out.partial = true;
            continue;
        }
        out.points += metric.points.size();
        if (metric.points.size() == 1)
            continue;
        std::string packed = series::pack(metric.points);
        if (packed.size() > BlobWriter::MaxBytes)
            out.lostBytes += packed.size();
        else if (packed.size() > LongHistoryBytes || !histories.add(name, packed))
            out.series.emplace_back(name, std::move(packed));
    }
    out.metrics = reductions.take();
    if (!histories.empty())
        out.history = histories.take();
}

}  // namespace

std::size_t EncodedRun::bytes() const {
    std::size_t sum =
        512 + params.size() + tags.size() + inputs.size() + metrics.size() + history.size();
    for (const auto& [name, packed] : series)
        sum += packed.size();
    return sum;
}

EncodedRun encodeRun(domain::Run&& run, std::uint64_t fingerprint, NameTable& names) {
    EncodedRun out;
    out.fingerprint = fingerprint;
    if (const std::string* parent = domain::find(run.tags, "mlflow.parentRunId"))
        out.parentId = *parent;
    out.params = encodeTexts(run.params, names, out.paramNames, out.lostBytes);
    out.tags = encodeTexts(run.tags, names, out.tagNames, out.lostBytes);
    out.inputs = inputsToJson(run);
    encodeMetrics(run.metrics, names, out);
    run.params.clear();
    run.tags.clear();
    run.metrics.clear();
    run.datasetInputs.clear();
    run.modelInputs.clear();
    run.modelOutputs.clear();
    out.run = std::move(run);
    return out;
}

}  // namespace podium::cache
