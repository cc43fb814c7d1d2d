// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/direction.h"
#include "registry/facts.h"
#include "stores/write.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Candidate and incumbent side by side.
namespace podium::registry {

/// A part of the evidence: what is there, and why something is not. Where a gap is not None, that
/// side of every entry is empty and nothing may be concluded from it.
template <typename Entry>
struct Part {
    std::vector<Entry> entries;
    Gap candidateGap = Gap::None;
    Gap incumbentGap = Gap::None;

    [[nodiscard]] bool isComparable() const {
        return candidateGap == Gap::None && incumbentGap == Gap::None;
    }
};

struct MetricChange {
    enum class Verdict { Same, Better, Worse, Unclear, OnlyCandidate, OnlyIncumbent };
    std::string key;
    std::optional<double> candidate;  // the last value; may be NaN or infinite
    std::optional<double> incumbent;
    std::optional<double> delta;     // candidate - incumbent, where both are finite
    std::optional<double> relative;  // delta / |incumbent|, where that is not 0
    query::Direction direction = query::Direction::Unknown;
    Verdict verdict = Verdict::Unclear;
};

/// A param, tag or package.
struct TextChange {
    std::string key;
    stores::Held candidate;
    stores::Held incumbent;

    [[nodiscard]] bool differs() const { return candidate != incumbent; }
    friend bool operator==(const TextChange&, const TextChange&) = default;
};

struct SignatureChange {
    enum class Kind {
        InputRemoved,
        InputAdded,
        OptionalInputAdded,
        InputRetyped,
        InputWidened,  // to a type that takes all of the old one: integer to long or double, float
                       // to double
        InputNowRequired,
        InputNowOptional,
        InputsReordered,
        OutputRemoved,
        OutputAdded,
        OutputRetyped,
        ParamRemoved,
        ParamAdded,
        ParamRetyped,
        ParamDefault,
        SignatureRemoved,  // the candidate has none
        SignatureAdded,    // the incumbent had none
    };
    Kind kind = Kind::InputAdded;
    std::string column;       // its name, or its number from 0 where columns have no names
    std::string before = {};  // type or default
    std::string after = {};

    friend bool operator==(const SignatureChange&, const SignatureChange&) = default;
};
/// Whether who calls the incumbent may fail, or be answered in another shape, with the candidate.
[[nodiscard]] bool isBreaking(SignatureChange::Kind kind);
[[nodiscard]] std::vector<SignatureChange> compareSignatures(const domain::Signature& incumbent,
                                                             const domain::Signature& candidate);

struct DatasetChange {
    std::string name;
    std::string context;     // "training" ...
    stores::Held candidate;  // digest
    stores::Held incumbent;

    [[nodiscard]] bool differs() const { return candidate != incumbent; }
};

struct FileChange {
    enum class Kind {
        Same,
        Added,
        Removed,
        Changed,
        Unknown,  // of the same size, and the content of one is not here
    };
    std::string path;
    Kind kind = Kind::Unknown;
    std::int64_t candidateSize = -1;
    std::int64_t incumbentSize = -1;
};

struct Evidence {
    std::int64_t candidate = 0;
    std::optional<std::int64_t> incumbent;
    Part<MetricChange> metrics;
    Part<TextChange> params;
    Part<TextChange> tags;  // of the versions, without events and MLflow's own
    Part<TextChange> packages;
    Part<SignatureChange> signature;
    Part<DatasetChange> datasets;
    Part<FileChange> files;
};

/// Which way a metric gets better: what a person said, else a guess from its name.
using DirectionOf = std::function<query::Direction(std::string_view metric)>;

/// `incumbent`: nullptr if there is none. Entries are by key, those that differ first.
[[nodiscard]] Evidence compare(const VersionFacts& candidate, const VersionFacts* incumbent,
                               const DirectionOf& direction = query::guessDirection);

}  // namespace podium::registry
