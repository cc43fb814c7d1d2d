// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/remoteartifacts.h"
#include "http/awscredentials.h"
#include "http/client.h"
#include "http/environment.h"
#include "stores/storagelogin.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

/// The ways to artifacts that are not on this machine; for RemoteArtifacts alone.
namespace podium::artifacts {

/// A file or folder as a server lists it. The path may be anything: it is looked at later.
struct ListedFile {
    std::string path;  // below the owner's root
    bool isFolder = false;
    std::int64_t size = UnknownSize;
    std::string validator;  // ETag, "" where the listing has none

    friend bool operator==(const ListedFile&, const ListedFile&) = default;
};

/// One way to the artifacts of one owner. Blocks; several calls at once are fine.
class ArtifactWay {
public:
    virtual ~ArtifactWay() = default;
    [[nodiscard]] virtual base::Result<std::vector<ListedFile>> list(const std::string& folder,
                                                                     std::stop_token stop) = 0;
    [[nodiscard]] virtual base::Result<stores::FetchedFile> fetch(
        const std::string& path, const std::filesystem::path& target, base::Progress& progress,
        std::stop_token stop) = 0;
};

/// Regions of buckets that an answer told of: shared by everything that asks S3.
class BucketRegions {
public:
    [[nodiscard]] std::string get(const std::string& bucket) const {
        const std::lock_guard lock(m_mutex);
        const auto found = m_regions.find(bucket);
        return found == m_regions.end() ? std::string() : found->second;
    }
    void set(const std::string& bucket, const std::string& region) {
        const std::lock_guard lock(m_mutex);
        m_regions[bucket] = region;
    }

private:
    mutable std::mutex m_mutex;
    std::map<std::string, std::string> m_regions;
};

/// What every way shares.
struct WayContext {
    http::HttpClient& client;
    const http::Environment& environment;
    BucketRegions& regions;
    base::Clock clock;
};

/// Through the tracking server.
[[nodiscard]] std::unique_ptr<ArtifactWay> makeServerWay(stores::Remote& remote,
                                                         const stores::ArtifactOwner& owner);
/// With keys to the storage that the tracking server gives for the asking.
[[nodiscard]] std::unique_ptr<ArtifactWay> makeLoginWay(stores::StorageLogins& logins,
                                                        const stores::ArtifactOwner& owner,
                                                        const WayContext& context);
/// `s3://bucket/key`, `r2://bucket@account.r2.cloudflarestorage.com/key` and
/// `b2://bucket@s3.region.backblazeb2.com/key`. Errors: ArtifactUnreachable{uri} for what is none,
/// those of http::resolveAws. `keys` instead of those that the environment has.
[[nodiscard]] base::Result<std::unique_ptr<ArtifactWay>> makeS3Way(
    const std::string& uri, const WayContext& context,
    const std::optional<http::AwsKeys>& keys = std::nullopt);
/// `http(s)://…`: file by file; folders of MLflow's own `…/mlflow-artifacts/artifacts` alone can be
/// listed. A URL stands in a store that anybody may have written: it gets no credentials but those
/// it names itself.
[[nodiscard]] base::Result<std::unique_ptr<ArtifactWay>> makeHttpWay(const std::string& uri,
                                                                     const WayContext& context);

/// The error behind an answer that is none of 2xx. `said` is what the server said, in one line.
[[nodiscard]] base::Error httpFailure(const http::Response& response, const std::string& path,
                                      const std::string& said);
/// The beginning of a body as one line, for an error.
[[nodiscard]] std::string saidBy(const std::string& body);

/// Bytes of a download as they come, into Progress.
[[nodiscard]] std::function<void(std::int64_t, std::int64_t)> reportTo(base::Progress& progress);

/// Letters of a URI's scheme in small; "" for a path.
[[nodiscard]] std::string schemeOf(std::string_view uri);

}  // namespace podium::artifacts
