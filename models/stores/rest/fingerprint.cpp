// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/rest/fingerprint.h"

#include <bit>
#include <cstring>

namespace podium::stores {

namespace {

constexpr std::uint64_t Prime = 0x9E3779B97F4A7C15ULL;

/// The finisher of SplitMix64 (Steele, Lea, Flood 2014): every input bit reaches every output bit.
std::uint64_t mix(std::uint64_t x) {
    x ^= x >> 30U;
    x *= 0xBF58476D1CE4E5B9ULL;
    x ^= x >> 27U;
    x *= 0x94D049BB133111EBULL;
    return x ^ (x >> 31U);
}

/// One value after the other; their order counts.
class Chain {
public:
    explicit Chain(std::uint64_t seed) : m_hash(mix(seed + Prime)) {}

    Chain& add(std::uint64_t number) {
        m_hash = mix(m_hash ^ number) + Prime;
        return *this;
    }
    Chain& add(std::string_view text) {
        add(text.size());
        while (!text.empty()) {
            std::uint64_t word = 0;
            const std::size_t take = text.size() < sizeof word ? text.size() : sizeof word;
            std::memcpy(&word, text.data(), take);
            add(word);
            text.remove_prefix(take);
        }
        return *this;
    }
    Chain& add(const domain::OptionalMillis& time) {
        return add(std::uint64_t{time.has_value()})
            .add(static_cast<std::uint64_t>(time.value_or(0)));
    }
    [[nodiscard]] std::uint64_t value() const { return m_hash; }

private:
    std::uint64_t m_hash;
};

/// What is summed up has no order, so each kind of thing begins with its own seed.
enum Seed : std::uint64_t { Whole = 1, OfParam, OfTag, OfMetric, OfDataset, OfInput, OfOutput };

std::uint64_t hashOf(Seed seed, const domain::KeyValue& entry) {
    return Chain(seed).add(entry.key).add(entry.value).value();
}

std::uint64_t hashOf(const domain::Metric& metric) {
    Chain chain(OfMetric);
    chain.add(metric.key);
    for (const domain::MetricPoint& point : metric.points) {
        const bool nan = point.value != point.value;
        chain.add(nan ? Prime : std::bit_cast<std::uint64_t>(point.value))
            .add(static_cast<std::uint64_t>(point.timestamp))
            .add(static_cast<std::uint64_t>(point.step));
    }
    return chain.value();
}

std::uint64_t hashOf(const domain::DatasetInput& input) {
    const domain::Dataset& set = input.dataset;
    std::uint64_t tags = 0;
    for (const domain::Tag& tag : input.tags)
        tags += hashOf(OfTag, tag);
    return Chain(OfDataset)
        .add(set.name)
        .add(set.digest)
        .add(set.sourceType)
        .add(set.source)
        .add(set.schema)
        .add(set.profile)
        .add(tags)
        .value();
}

}  // namespace

Fingerprint runFingerprint(const domain::Run& run) {
    std::uint64_t lists = 0;
    for (const domain::Param& param : run.params)
        lists += hashOf(OfParam, param);
    for (const domain::Tag& tag : run.tags)
        lists += hashOf(OfTag, tag);
    for (const domain::Metric& metric : run.metrics)
        lists += hashOf(metric);
    for (const domain::DatasetInput& input : run.datasetInputs)
        lists += hashOf(input);
    for (const std::string& model : run.modelInputs)
        lists += Chain(OfInput).add(model).value();
    for (const domain::ModelOutput& output : run.modelOutputs)
        lists += Chain(OfOutput)
                     .add(output.modelId)
                     .add(static_cast<std::uint64_t>(output.step))
                     .value();
    const std::uint64_t hash = Chain(Whole)
                                   .add(run.runId)
                                   .add(run.runName)
                                   .add(run.experimentId)
                                   .add(run.userId)
                                   .add(static_cast<std::uint64_t>(run.status))
                                   .add(static_cast<std::uint64_t>(run.lifecycle))
                                   .add(run.startTime)
                                   .add(run.endTime)
                                   .add(run.artifactUri)
                                   .add(lists)
                                   .value();
    return hash != 0 ? hash : 1;
}

}  // namespace podium::stores
