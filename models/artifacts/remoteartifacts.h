// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/source.h"
#include "cache/cache.h"
#include "http/client.h"
#include "http/environment.h"
#include "stores/remote.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

namespace podium::artifacts {

class ArtifactWay;
class BucketRegions;
struct ListedFile;

/// Whose artifacts, and how their source is reached. A plain value.
struct RemoteOwner {
    base::SourceNo source;
    std::string location;  // of the source, for errors
    stores::ArtifactOwner owner;
    /// The opened store of a source that is a server. Null for a folder or database whose artifacts
    /// lie elsewhere: then `owner.artifactUri` alone says how to get there.
    std::shared_ptr<stores::Store> store;
    bool offline = false;  // on purpose: nothing is asked, what is here is what there is

    [[nodiscard]] const std::string& id() const {
        return owner.runId.empty() ? owner.modelId : owner.runId;
    }
    [[nodiscard]] cache::RemoteKey key(const std::string& path) const {
        return {source, id(), path};
    }
};

/// True if artifacts at this place can be reached from here without a tracking server (s3, r2, b2,
/// http, https), if anybody answers there.
[[nodiscard]] bool isReachableUri(std::string_view uri);

/// Artifacts that lie on servers: listed and fetched when there is a network, and kept in the
/// cache, from which they come when there is none. Goes through the tracking server where there is
/// one, else (or where that can't) straight to where the artifact URI points. Every function
/// blocks, belongs on a worker thread and may be called from several at once; owned by the
/// composition.
///
/// Errors: OfflineMode{location} for what is not here of a source taken offline;
/// ArtifactUnreachable {uri} for places that only other programs reach; ArtifactNotFound,
/// ArtifactTooLarge; those of the network.
class RemoteArtifacts {
public:
    RemoteArtifacts(cache::Cache& cache, std::shared_ptr<http::HttpClient> client,
                    http::Environment environment);
    /// The same with a client that outlives it.
    RemoteArtifacts(cache::Cache& cache, http::HttpClient& client, http::Environment environment);
    ~RemoteArtifacts();

    /// What is directly in a folder ("" is the root): asked now, else as it was listed last
    /// (Listing::listedAt and ::reason). Names that are no safe relative paths are listed with a
    /// problem (ArtifactOutside).
    [[nodiscard]] base::Result<Listing> list(const RemoteOwner& owner, const std::string& folder,
                                             std::stop_token stop);

    /// Everything below a folder ("" is the root), in the order of artifacts::listAll. A folder
    /// that can't be listed is an entry with a problem.
    [[nodiscard]] base::Result<Listing> listAll(const RemoteOwner& owner, const ListBounds& bounds,
                                                std::stop_token stop, const std::string& from = {});

    struct FetchOptions {
        std::int64_t mostBytes = 0;  // larger files that are not here give ArtifactTooLarge; 0: any
        bool anew = false;           // even if it is here
    };
    /// The file in the cache, fetched if it is not there or if a later listing tells that it has
    /// changed. A broken or cancelled fetch is gone on with by the next one. Progress counts bytes.
    [[nodiscard]] base::Result<cache::Blob> fetch(const RemoteOwner& owner, const std::string& path,
                                                  const FetchOptions& options,
                                                  base::Progress& progress, std::stop_token stop);

    /// Fetches a file to a place of the caller's, through `target`.part; from the cache if it is
    /// there.
    base::Result<void> download(const RemoteOwner& owner, const std::string& path,
                                const std::filesystem::path& target, base::Progress& progress,
                                std::stop_token stop);

    [[nodiscard]] cache::Cache& cache() { return m_cache; }

private:
    using Ways = std::vector<std::unique_ptr<ArtifactWay>>;
    using Asked = std::vector<ListedFile>;
    [[nodiscard]] base::Result<Ways> waysTo(const RemoteOwner& owner);
    [[nodiscard]] base::Result<Asked> ask(const RemoteOwner& owner, const std::string& folder,
                                          std::stop_token stop);
    [[nodiscard]] base::Result<Listing> lastListing(const RemoteOwner& owner,
                                                    const std::string& folder,
                                                    const base::Error& reason);
    [[nodiscard]] base::Result<Listing> listingOf(const RemoteOwner& owner, const Asked& files);
    struct Known;
    [[nodiscard]] base::Result<Known> known(const RemoteOwner& owner, const std::string& path);
    [[nodiscard]] base::Result<stores::FetchedFile> fetchTo(
        const RemoteOwner& owner, const std::string& path, const std::filesystem::path& target,
        std::int64_t mostBytes, base::Progress& progress, std::stop_token stop);

    cache::Cache& m_cache;
    std::shared_ptr<http::HttpClient> m_client;
    http::Environment m_environment;
    std::unique_ptr<BucketRegions> m_regions;
};

/// The artifacts of one owner as a view wants them.
class RemoteSource : public ArtifactSource {
public:
    RemoteSource(std::shared_ptr<RemoteArtifacts> artifacts, RemoteOwner owner)
        : m_artifacts(std::move(artifacts)), m_owner(std::move(owner)) {}

    [[nodiscard]] bool isRemote() const override { return true; }
    [[nodiscard]] base::Result<Listing> list(const std::string& rawFolder,
                                             std::stop_token stop) override;
    [[nodiscard]] base::Result<FilePlace> fetch(const std::string& raw, std::int64_t mostBytes,
                                                base::Progress& progress,
                                                std::stop_token stop) override;

private:
    std::shared_ptr<RemoteArtifacts> m_artifacts;
    RemoteOwner m_owner;
};

}  // namespace podium::artifacts
