// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/remoteartifacts.h"
#include "artifacts/resolve.h"
#include "cache/cache.h"
#include "sync/keepoffline.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>

namespace podium::session {

/// Sources that are open now, with their stores.
using OpenStores = std::map<base::SourceNo, std::shared_ptr<stores::Store>>;

/// Where the artifacts of a run are: in a folder of this machine, or on a server.
struct ArtifactPlace {
    std::filesystem::path folder;  // empty where they are on a server
    artifacts::Resolved::How how = artifacts::Resolved::How::Recorded;  // the folder was found
    std::optional<artifacts::RemoteOwner> remote;
};

/// Finds them. Looks at the disk, so it belongs on a worker. A source that is a server is asked for
/// its artifacts; for others artifacts::resolve decides, and what it can't reach is asked where the
/// artifact URI points, if that is S3 or http. Errors: those of artifacts::resolve.
[[nodiscard]] base::Result<ArtifactPlace> placeOf(const cache::RunDetails& run,
                                                  const cache::SourceRow& source,
                                                  std::shared_ptr<stores::Store> store,
                                                  std::vector<artifacts::RelinkRule> rules = {});
/// The same, with the source looked up in the cache, and its rules in the file of relinks.
[[nodiscard]] base::Result<ArtifactPlace> placeOf(const cache::RunDetails& run,
                                                  cache::Reader& reader, const OpenStores& stores,
                                                  const std::filesystem::path& relinks = {});

/// True for kinds of sources that are asked over a network.
[[nodiscard]] bool isServer(std::string_view kind);

/// The artifacts of a source as sync::keepOffline wants them. Thread safe. `everyRun` is a
/// RemoteOwner of the source whose owner is filled in for each run and model.
class OfflineFiles : public sync::OfflineArtifacts {
public:
    OfflineFiles(artifacts::RemoteArtifacts& artifacts, artifacts::RemoteOwner everyRun)
        : m_artifacts(artifacts), m_everyRun(std::move(everyRun)) {}

    [[nodiscard]] base::Result<std::vector<sync::OfflineFile>> files(
        const stores::ArtifactOwner& owner, std::stop_token stop) override;
    [[nodiscard]] base::Result<std::int64_t> fetch(const stores::ArtifactOwner& owner,
                                                   const std::string& path,
                                                   std::stop_token stop) override;

private:
    [[nodiscard]] artifacts::RemoteOwner ownerOf(const stores::ArtifactOwner& owner) const;

    artifacts::RemoteArtifacts& m_artifacts;
    artifacts::RemoteOwner m_everyRun;
};

}  // namespace podium::session
