// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

/// The way out: what a person decided, as one place in a store and the text it is to hold. Whoever
/// adds another thing that can be decided (a stage, an alias) adds a PlaceKind and what stores do
/// with it; the outbox, conflicts and what is shown meanwhile follow from the rest.
namespace podium::stores {

/// What kind of thing a place is.
enum class PlaceKind {
    RunTag,    // `key` of the run `owner`
    RunName,   // of the run `owner`: MLflow keeps it as its run_name and as the tag mlflow.runName
    ModelTag,  // `key` of the registered model `owner`
    ModelDescription,  // of the registered model `owner`
    ModelAlias,        // `key` of the registered model `owner`: holds a version's number in digits
    VersionTag,        // `key` of `version` of the registered model `owner`
    VersionDescription,  // of `version` of the registered model `owner`
    VersionStage,        // of `version` of the registered model `owner`, as MLflow spells stages;
                         // "None" where there is none
};

/// Whether a place is in the registry, not in a run.
[[nodiscard]] constexpr bool isOfRegistry(PlaceKind kind) {
    return kind != PlaceKind::RunTag && kind != PlaceKind::RunName;
}

/// Names one text in a store.
struct Place {
    PlaceKind kind = PlaceKind::RunTag;
    std::string owner;         // run id, or name of the registered model
    std::string key;           // of the tag, or the alias; "" for what there is one of
    std::string folder;        // of a run from the store's root on, where known: saves a search
    std::int64_t version = 0;  // of the model; 0 for what is not of a version

    /// The folder is a hint, no part of the name.
    friend bool operator==(const Place& a, const Place& b) {
        return a.kind == b.kind && a.owner == b.owner && a.key == b.key && a.version == b.version;
    }
};

/// What a place holds; nothing where there is no such thing.
using Held = std::optional<std::string>;

/// A decision: from what the person saw to what it is to be.
struct Change {
    Place place;
    Held wanted;  // nothing: it is to be gone
    Held basis;   // what the place held when it was decided
    /// Of a stage: the other versions in it go to Archived, as with archive_existing_versions.
    bool archiveExisting = false;
    /// With archiveExisting: the versions that were in the stage when it was decided, ascending.
    /// Others in the stage are a conflict.
    std::vector<std::int64_t> archived = {};
    /// Of a stage: why, for stores that keep words with a transition (Databricks); others drop it.
    std::string comment = {};

    friend bool operator==(const Change&, const Change&) = default;
};

/// What came of a change that did not fail.
struct Outcome {
    enum class Kind {
        Written,   // and read back
        Was,       // the store held what is wanted already
        Conflict,  // the store holds neither the basis nor what is wanted; nothing was written
    };
    Kind kind = Kind::Written;
    Held found = {};  // in a conflict: what the store holds
    /// In a conflict about a stage with archiveExisting: the other versions in it now, ascending.
    std::vector<std::int64_t> inStage = {};

    friend bool operator==(const Outcome&, const Outcome&) = default;
};

/// Writes decisions into one store. Made by a Store, which outlives it; calls block, are made on a
/// worker thread, one at a time, and may be stopped while they wait. A change that was cut off
/// anywhere can be applied again.
///
/// Errors besides those of reading the store: StoreReadOnly {location, reason} where nothing can be
/// written, Forbidden of a server; RunMissing {run id}; RunDeleted {run id}: MLflow writes to
/// active runs only; TagKeyTaken {key, the other key}: in a folder `a` and `a/b` can't both be;
/// KeyInvalid {run id, key}; ReadBackDiffers {run id, key}.
///
/// About the registry: ModelMissing {model}; VersionMissing {model, version}, also of a deleted
/// one; ModelReadBackDiffers {model}; what registryrules.h refuses; AliasesUnsupported,
/// ModelTagsUnsupported, StagesUnsupported {location} where the store has no such thing.
class StoreWriter {
public:
    virtual ~StoreWriter() = default;
    [[nodiscard]] virtual base::Result<Held> look(const Place& place, std::stop_token stop) = 0;
    [[nodiscard]] virtual base::Result<Outcome> apply(const Change& change,
                                                      std::stop_token stop) = 0;
};

/// What a place holds, for comparing: MLflow shows a description that is empty and one that is not
/// there alike, so both are nothing here.
[[nodiscard]] inline Held asCompared(PlaceKind kind, const Held& held) {
    const bool description =
        kind == PlaceKind::ModelDescription || kind == PlaceKind::VersionDescription;
    return description && held && held->empty() ? Held() : held;
}

/// How a change and what a store holds now go together; nothing: it is to be written. All stores
/// decide by this. `inStage`: with archiveExisting the other versions in the stage, ascending.
/// Fewer than those that were to be archived are no conflict: the rest is archived already, by
/// somebody else or by this very change before it was cut off.
[[nodiscard]] inline std::optional<Outcome> settledBefore(
    const Change& change, const Held& now, const std::vector<std::int64_t>& inStage = {}) {
    const PlaceKind kind = change.place.kind;
    const Held held = asCompared(kind, now);
    const bool isThere = held == asCompared(kind, change.wanted);
    const bool archives = change.archiveExisting && !inStage.empty();
    const bool isAsDecided = !archives || std::ranges::all_of(inStage, [&](std::int64_t version) {
        return std::ranges::find(change.archived, version) != change.archived.end();
    });
    if (isThere && !archives)
        return Outcome{Outcome::Kind::Was, {}};
    if (!isAsDecided || (!isThere && held != asCompared(kind, change.basis)))
        return Outcome{Outcome::Kind::Conflict, held,
                       archives ? inStage : std::vector<std::int64_t>()};
    return std::nullopt;
}

/// MLflow's tag of a run's name.
inline constexpr const char* RunNameTag = "mlflow.runName";

}  // namespace podium::stores
