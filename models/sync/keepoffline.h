// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "cache/cache.h"
#include "stores/remote.h"

#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

/// Bringing to this machine what somebody wants to have without a network. What is wanted stands in
/// the cache (Writer::setKept, Reader::kept); keepOffline() brings it up to date: after it was
/// chosen, and after a sync. What is kept is never evicted (BlobStore).
namespace podium::sync {

/// A file of an owner's artifacts as keepOffline() looks at it.
struct OfflineFile {
    std::string path;
    std::int64_t size = -1;  // bytes; -1 where the server does not say
    bool isHere = false;     // already, and nothing tells that it has changed
};

/// How artifacts are listed and fetched into the cache. Every call blocks and may be made from
/// several threads at once.
class OfflineArtifacts {
public:
    virtual ~OfflineArtifacts() = default;
    /// All files of an owner, asked now. Empty for owners whose artifacts lie on this machine.
    [[nodiscard]] virtual base::Result<std::vector<OfflineFile>> files(
        const stores::ArtifactOwner& owner, std::stop_token stop) = 0;
    /// Brings one file into the cache; returns its bytes.
    [[nodiscard]] virtual base::Result<std::int64_t> fetch(const stores::ArtifactOwner& owner,
                                                           const std::string& path,
                                                           std::stop_token stop) = 0;
};

/// What keeping something would take.
struct OfflineSize {
    std::int64_t runs = 0;
    std::int64_t histories = 0;     // that are not here, or not up to the run's latest value
    std::int64_t files = 0;         // that the patterns name
    std::int64_t bytes = 0;         // of these, as far as the server tells
    std::int64_t missingFiles = 0;  // those of them that are not here
    std::int64_t missingBytes = 0;
    std::int64_t unknownSizes = 0;  // files of which the server does not tell the size
};

struct OfflineReport {
    std::int64_t histories = 0;       // fetched now
    std::int64_t files = 0;           // fetched now
    std::int64_t bytes = 0;           // of these files
    std::int64_t failures = 0;        // files and folders that could not be fetched
    std::vector<base::Error> errors;  // the first of them, at most MostErrors
    static constexpr std::size_t MostErrors = 20;
};

/// Looks what `kept` would take, without fetching anything: lists the artifacts of every run (and
/// of the models it made) if `kept` names some. Progress counts runs. Errors: those of the network.
[[nodiscard]] base::Result<OfflineSize> estimateOffline(OfflineArtifacts& artifacts,
                                                        cache::Cache& cache, base::SourceNo source,
                                                        const cache::Kept& kept,
                                                        base::Progress& progress,
                                                        std::stop_token stop);

/// Fetches what is missing of everything that is kept of a source. `remote` is that of the opened
/// store, null where the store gives all histories with a read. Progress counts histories and files
/// (total grows while it is looked what there is), `bytes` those of files. What was fetched stays
/// when it is stopped or breaks off; single files that can't be had are counted in the report, a
/// network that is gone ends it with that error. `committed` as in fetchHistories().
[[nodiscard]] base::Result<OfflineReport> keepOffline(
    stores::Remote* remote, OfflineArtifacts& artifacts, cache::Cache& cache, base::SourceNo source,
    base::Progress& progress, std::stop_token stop, const std::function<void()>& committed = {});

/// Bytes that are on this machine of an experiment, or of one of its runs.
struct OfflineHeld {
    std::int64_t historyBytes = 0;
    std::int64_t artifactBytes = 0;
};
[[nodiscard]] base::Result<OfflineHeld> heldOffline(cache::Reader& reader,
                                                    base::ExperimentNo experiment);
[[nodiscard]] base::Result<OfflineHeld> heldOffline(cache::Reader& reader, base::RunNo run);

}  // namespace podium::sync
