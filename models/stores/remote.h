// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/store.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace podium::stores {

/// Which histories are asked for.
struct HistoryRequest {
    std::vector<std::string> runIds;
    std::vector<std::string> keys;  // of each of these runs
    bool sample = false;            // a quick sample will do (Extent::Sampled)
};

/// A question that the store itself answers, in MLflow's own filter language.
struct RunSearch {
    std::vector<std::string> experimentIds;
    std::string filter;
    std::vector<std::string> orderBy;  // "metrics.loss ASC"
    bool deleted = false;              // deleted runs instead of active ones
    int pageSize = 200;
    std::string pageToken;  // of the page before, "" for the first
};

struct RunPage {
    std::vector<domain::Run> runs;  // metrics are Extent::LatestOnly
    std::string nextPageToken;      // "" after the last page
};

/// Whose artifacts: a run, or a logged model (then runId is empty).
struct ArtifactOwner {
    std::string runId;
    std::string modelId;
    std::string artifactUri;  // as recorded, "" where unknown
};

/// A file or folder as a server lists it.
struct RemoteFile {
    /// Below the owner's root, "/"-separated, as the server says it: it may be absolute or lead out
    /// by "..", so look at it before it is used. fetchArtifact() refuses what does.
    std::string path;
    bool isFolder = false;
    std::optional<std::int64_t> size;  // bytes; not all servers say

    friend bool operator==(const RemoteFile&, const RemoteFile&) = default;
};

/// Where a file came to lie.
struct FetchedFile {
    std::int64_t size = 0;
    std::string validator;  // ETag or Last-Modified as the server gave it, ""
};

/// What a store over a network answers when asked. Every call blocks, is made on a worker thread,
/// may be made from several at once, and ends within 200 ms after a stop. Errors: those of the
/// network (models/base/error.h); ApiMissing where this server can't.
class Remote {
public:
    virtual ~Remote() = default;

    /// Called with each metric as it arrives, from many threads at once.
    using HistorySink = std::function<void(const std::string& runId, domain::Metric&& metric)>;
    /// Histories in the server's order. A run or key that the server does not know gives a metric
    /// without points.
    virtual base::Result<void> histories(const HistoryRequest& request, const HistorySink& sink,
                                         base::Progress& progress, std::stop_token stop) = 0;

    [[nodiscard]] virtual base::Result<RunPage> searchRuns(const RunSearch& search,
                                                           std::stop_token stop) = 0;

    /// What is directly in a folder of an owner's artifacts ("" is the root).
    [[nodiscard]] virtual base::Result<std::vector<RemoteFile>> listArtifacts(
        const ArtifactOwner& owner, const std::string& folder, std::stop_token stop) = 0;

    /// Fetches a file to `target` through `target`.part, which a broken fetch leaves behind for the
    /// next one to go on with where the server can. Progress counts bytes, total where known.
    [[nodiscard]] virtual base::Result<FetchedFile> fetchArtifact(
        const ArtifactOwner& owner, const std::string& path, const std::filesystem::path& target,
        base::Progress& progress, std::stop_token stop) = 0;
};

}  // namespace podium::stores
