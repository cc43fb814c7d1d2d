// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/evidence.h"

#include "registry/event.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace podium::registry {

using stores::Held;

namespace {

using Texts = std::map<std::string, std::string>;

Texts textsOf(const std::vector<domain::KeyValue>& list) {
    Texts texts;
    for (const domain::KeyValue& one : list)
        texts.emplace(one.key, one.value);
    return texts;
}

/// What people said of a version, without what this program and MLflow keep there.
Texts tagsOf(const VersionFacts& facts) {
    Texts tags = textsOf(facts.version.tags);
    std::erase_if(tags, [](const auto& tag) {
        return isEvent(tag.first) || tag.first.starts_with("mlflow.");
    });
    return tags;
}

Held heldIn(const Texts& texts, const std::string& key) {
    const auto found = texts.find(key);
    return found == texts.end() ? Held() : Held(found->second);
}

template <typename Entry, typename Differs>
void differingFirst(std::vector<Entry>& entries, const Differs& differs) {
    std::stable_partition(entries.begin(), entries.end(), differs);
}

void compareTexts(const Texts& candidate, const Texts& incumbent, Part<TextChange>& part) {
    std::set<std::string> keys;
    for (const Texts* texts : {&candidate, &incumbent}) {
        for (const auto& [key, value] : *texts)
            keys.insert(key);
    }
    for (const std::string& key : keys)
        part.entries.push_back({key, heldIn(candidate, key), heldIn(incumbent, key)});
    if (part.isComparable())
        differingFirst(part.entries, [](const TextChange& change) { return change.differs(); });
}

std::optional<double> lastOf(const VersionFacts* facts, const std::string& key) {
    if (facts == nullptr)
        return std::nullopt;
    const auto found = std::ranges::find(facts->metrics, key, &cache::ReducedMetric::key);
    return found == facts->metrics.end() ? std::nullopt
                                         : std::optional(found->reductions.last.value);
}

MetricChange::Verdict verdictOf(const MetricChange& change) {
    using Verdict = MetricChange::Verdict;
    if (!change.incumbent)
        return Verdict::OnlyCandidate;
    if (!change.candidate)
        return Verdict::OnlyIncumbent;
    const double now = *change.candidate;
    const double before = *change.incumbent;
    if (now == before || (std::isnan(now) && std::isnan(before)))
        return Verdict::Same;
    if (std::isnan(now) || std::isnan(before) || change.direction == query::Direction::Unknown)
        return Verdict::Unclear;
    const bool higher = change.direction == query::Direction::Higher;
    return (now > before) == higher ? Verdict::Better : Verdict::Worse;
}

MetricChange metricChange(const std::string& key, const VersionFacts& candidate,
                          const VersionFacts* incumbent, const DirectionOf& direction) {
    MetricChange change;
    change.key = key;
    change.candidate = lastOf(&candidate, key);
    change.incumbent = lastOf(incumbent, key);
    change.direction = direction(key);
    const bool finite = change.candidate && change.incumbent && std::isfinite(*change.candidate) &&
                        std::isfinite(*change.incumbent);
    if (finite) {
        change.delta = *change.candidate - *change.incumbent;
        if (*change.incumbent != 0)
            change.relative = *change.delta / std::abs(*change.incumbent);
    }
    change.verdict = verdictOf(change);
    return change;
}

void compareMetrics(const VersionFacts& candidate, const VersionFacts* incumbent,
                    const DirectionOf& direction, Part<MetricChange>& part) {
    std::set<std::string> keys;
    for (const cache::ReducedMetric& metric : candidate.metrics)
        keys.insert(metric.key);
    if (incumbent != nullptr) {
        for (const cache::ReducedMetric& metric : incumbent->metrics)
            keys.insert(metric.key);
    }
    for (const std::string& key : keys)
        part.entries.push_back(metricChange(key, candidate, incumbent, direction));
    if (part.isComparable())
        differingFirst(part.entries, [](const MetricChange& change) {
            return change.verdict != MetricChange::Verdict::Same;
        });
}

using DatasetKey = std::pair<std::string, std::string>;  // name, context

std::map<DatasetKey, std::string> datasetsOf(const VersionFacts* facts) {
    std::map<DatasetKey, std::string> found;
    if (facts == nullptr)
        return found;
    for (const domain::DatasetInput& input : facts->datasets) {
        const std::string* context = domain::find(input.tags, "mlflow.data.context");
        found.emplace(DatasetKey(input.dataset.name, context == nullptr ? "" : *context),
                      input.dataset.digest);
    }
    return found;
}

void compareDatasets(const VersionFacts& candidate, const VersionFacts* incumbent,
                     Part<DatasetChange>& part) {
    const auto now = datasetsOf(&candidate);
    const auto before = datasetsOf(incumbent);
    std::set<DatasetKey> keys;
    for (const auto* of : {&now, &before}) {
        for (const auto& [key, digest] : *of)
            keys.insert(key);
    }
    const auto digestIn = [](const auto& of, const DatasetKey& key) {
        const auto found = of.find(key);
        return found == of.end() ? Held() : Held(found->second);
    };
    for (const DatasetKey& key : keys)
        part.entries.push_back({key.first, key.second, digestIn(now, key), digestIn(before, key)});
    if (part.isComparable())
        differingFirst(part.entries, [](const DatasetChange& change) { return change.differs(); });
}

FileChange::Kind kindOf(const FileFacts* now, const FileFacts* before) {
    using Kind = FileChange::Kind;
    if (before == nullptr)
        return Kind::Added;
    if (now == nullptr)
        return Kind::Removed;
    if (!now->sha256.empty() && !before->sha256.empty())
        return now->sha256 == before->sha256 ? Kind::Same : Kind::Changed;
    return now->size >= 0 && before->size >= 0 && now->size != before->size ? Kind::Changed
                                                                            : Kind::Unknown;
}

void compareFiles(const VersionFacts& candidate, const VersionFacts* incumbent,
                  Part<FileChange>& part) {
    std::map<std::string, std::pair<const FileFacts*, const FileFacts*>> files;
    for (const FileFacts& file : candidate.files)
        files[file.path].first = &file;
    if (incumbent != nullptr) {
        for (const FileFacts& file : incumbent->files)
            files[file.path].second = &file;
    }
    for (const auto& [path, pair] : files) {
        const auto& [now, before] = pair;
        part.entries.push_back(
            {path, part.isComparable() ? kindOf(now, before) : FileChange::Kind::Unknown,
             now == nullptr ? -1 : now->size, before == nullptr ? -1 : before->size});
    }
    differingFirst(part.entries,
                   [](const FileChange& change) { return change.kind != FileChange::Kind::Same; });
}

}  // namespace

Evidence compare(const VersionFacts& candidate, const VersionFacts* incumbent,
                 const DirectionOf& direction) {
    Evidence evidence;
    evidence.candidate = candidate.version.version;
    if (incumbent != nullptr)
        evidence.incumbent = incumbent->version.version;
    const auto mark = [&](auto& part, Gap VersionFacts::*gap) {
        part.candidateGap = candidate.*gap;
        part.incumbentGap = incumbent == nullptr ? Gap::NoIncumbent : incumbent->*gap;
    };
    mark(evidence.metrics, &VersionFacts::runGap);
    mark(evidence.params, &VersionFacts::runGap);
    mark(evidence.datasets, &VersionFacts::runGap);
    mark(evidence.packages, &VersionFacts::packagesGap);
    mark(evidence.signature, &VersionFacts::signatureGap);
    mark(evidence.files, &VersionFacts::filesGap);
    evidence.tags.incumbentGap = incumbent == nullptr ? Gap::NoIncumbent : Gap::None;

    compareMetrics(candidate, incumbent, direction, evidence.metrics);
    compareTexts(textsOf(candidate.params), incumbent ? textsOf(incumbent->params) : Texts(),
                 evidence.params);
    compareTexts(tagsOf(candidate), incumbent ? tagsOf(*incumbent) : Texts(), evidence.tags);
    compareTexts(candidate.packages, incumbent ? incumbent->packages : Texts(), evidence.packages);
    compareDatasets(candidate, incumbent, evidence.datasets);
    compareFiles(candidate, incumbent, evidence.files);
    if (evidence.signature.isComparable())
        evidence.signature.entries = compareSignatures(incumbent->signature, candidate.signature);
    return evidence;
}

}  // namespace podium::registry
