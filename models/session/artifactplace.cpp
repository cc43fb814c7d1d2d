// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/artifactplace.h"

#include "session/relinks.h"

namespace podium::session {

using artifacts::RemoteOwner;
using base::ErrorCode;
using base::Result;

bool isServer(std::string_view kind) {
    return kind == "rest" || kind == "databricks";
}

Result<ArtifactPlace> placeOf(const cache::RunDetails& details, const cache::SourceRow& source,
                              std::shared_ptr<stores::Store> store,
                              std::vector<artifacts::RelinkRule> rules) {
    const domain::Run& run = details.run;
    ArtifactPlace place;
    RemoteOwner remote{details.sourceNo,
                       source.location,
                       {run.runId, {}, run.artifactUri},
                       std::move(store),
                       source.offline};
    if (isServer(source.kind)) {
        // Without its store (it could not be opened) what is here can still be looked at.
        remote.offline = remote.offline || !remote.store || remote.store->remote() == nullptr;
        place.remote = std::move(remote);
        return place;
    }
    Result<artifacts::Resolved> resolved =
        artifacts::resolve({run.artifactUri, run.experimentId, run.runId, details.sourceRoot,
                            run.folder, std::move(rules)});
    if (resolved.failed() && resolved.error().code == ErrorCode::ArtifactUnreachable &&
        artifacts::isReachableUri(run.artifactUri)) {
        place.remote = std::move(remote);
        return place;
    }
    PODIUM_TRY(ArtifactPlace, resolved);
    place.folder = resolved.value().folder;
    place.how = resolved.value().how;
    return place;
}

Result<ArtifactPlace> placeOf(const cache::RunDetails& run, cache::Reader& reader,
                              const OpenStores& stores, const std::filesystem::path& relinks) {
    const Result<std::vector<cache::SourceRow>> sources = reader.sources();
    PODIUM_TRY(ArtifactPlace, sources);
    cache::SourceRow source;
    for (const cache::SourceRow& row : sources.value()) {
        if (row.sourceNo == run.sourceNo)
            source = row;
    }
    const auto open = stores.find(run.sourceNo);
    return placeOf(run, source, open == stores.end() ? nullptr : open->second,
                   readRelinks(relinks, source.location));
}

RemoteOwner OfflineFiles::ownerOf(const stores::ArtifactOwner& owner) const {
    RemoteOwner whole = m_everyRun;
    whole.owner = owner;
    return whole;
}

Result<std::vector<sync::OfflineFile>> OfflineFiles::files(const stores::ArtifactOwner& owner,
                                                           std::stop_token stop) {
    using Files = std::vector<sync::OfflineFile>;
    const RemoteOwner whole = ownerOf(owner);
    const bool hasServer = whole.store && whole.store->remote() != nullptr;
    if (!hasServer && !artifacts::isReachableUri(owner.artifactUri))
        return Files();
    const Result<artifacts::Listing> listing = m_artifacts.listAll(whole, {}, stop);
    PODIUM_TRY(Files, listing);
    if (listing.value().reason)
        return *listing.value().reason;
    Files files;
    for (const artifacts::Entry& entry : listing.value().entries) {
        if (!entry.isFolder && !entry.problem)
            files.push_back({entry.raw, entry.size, entry.isHere});
    }
    return files;
}

Result<std::int64_t> OfflineFiles::fetch(const stores::ArtifactOwner& owner,
                                         const std::string& path, std::stop_token stop) {
    base::Progress progress;
    const Result<cache::Blob> blob = m_artifacts.fetch(ownerOf(owner), path, {}, progress, stop);
    PODIUM_TRY(std::int64_t, blob);
    return blob.value().file.size;
}

}  // namespace podium::session
