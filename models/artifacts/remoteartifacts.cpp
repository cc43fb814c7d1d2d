// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/remoteartifacts.h"

#include "artifacts/open.h"
#include "artifacts/remotelisting.h"
#include "artifacts/way.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <map>
#include <system_error>
#include <thread>

namespace podium::artifacts {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

/// True where another way may do what this one could not: the server was reached, and can't.
bool isServersOwn(const Error& error) {
    return error.code == ErrorCode::ServerFault || error.code == ErrorCode::ApiMissing ||
           error.code == ErrorCode::HttpStatus || error.code == ErrorCode::ArtifactUnreachable;
}

/// True for failures of the way, not of what was asked for: then what is here still counts.
bool isOfTheNetwork(const Error& error) {
    return error.code == ErrorCode::OfflineMode ||
           (error.code >= ErrorCode::NetRefused && error.code <= ErrorCode::KeychainFailed);
}

std::string folderOf(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

/// Ends a fetch as soon as more than `most` bytes have come or are announced.
class SizeGuard {
public:
    SizeGuard(std::int64_t most, const base::Progress& progress, std::stop_token outer)
        : m_forward(std::move(outer), [this] { m_stop.request_stop(); }) {
        if (most > 0)
            m_thread = std::jthread([this, most, &progress](const std::stop_token& ended) {
                while (!ended.stop_requested() && !m_stop.stop_requested()) {
                    const std::int64_t size = std::max(progress.done.load(), progress.total.load());
                    if (size > most) {
                        m_size = size;
                        m_stop.request_stop();
                    }
                    std::this_thread::sleep_for(std::chrono::milliseconds(10));
                }
            });
    }
    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }
    /// The size that was too much, 0 if none was.
    [[nodiscard]] std::int64_t exceeded() const { return m_size; }

private:
    std::stop_source m_stop;
    std::stop_callback<std::function<void()>> m_forward;
    std::atomic<std::int64_t> m_size = 0;
    std::jthread m_thread;
};

Result<void> copyOut(const cache::Blob& blob, const std::filesystem::path& target) {
    std::filesystem::path part = target;
    part += ".part";
    std::error_code failure;
    std::filesystem::remove(part, failure);
    std::filesystem::copy_file(blob.path(), part, failure);
    if (!failure)
        std::filesystem::permissions(
            part, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write,
            failure);
    if (!failure)
        std::filesystem::rename(part, target, failure);
    if (failure)
        return Error{ErrorCode::WriteFailed, {target.string(), failure.message()}};
    return {};
}

}  // namespace

/// What is here of a file, and what the last listing says of it.
struct RemoteArtifacts::Known {
    std::optional<cache::Blob> blob;
    std::optional<ListedFile> listed;
    bool changed = false;  // since the blob was fetched
};

RemoteArtifacts::RemoteArtifacts(cache::Cache& cache, std::shared_ptr<http::HttpClient> client,
                                 http::Environment environment)
    : m_cache(cache),
      m_client(std::move(client)),
      m_environment(std::move(environment)),
      m_regions(std::make_unique<BucketRegions>()) {}

RemoteArtifacts::RemoteArtifacts(cache::Cache& cache, http::HttpClient& client,
                                 http::Environment environment)
    : RemoteArtifacts(cache, std::shared_ptr<http::HttpClient>(std::shared_ptr<void>(), &client),
                      std::move(environment)) {}

RemoteArtifacts::~RemoteArtifacts() = default;

Result<RemoteArtifacts::Ways> RemoteArtifacts::waysTo(const RemoteOwner& owner) {
    if (owner.offline)
        return Error{ErrorCode::OfflineMode, {owner.location}};
    Ways ways;
    if (owner.store && owner.store->remote() != nullptr)
        ways.push_back(makeServerWay(*owner.store->remote(), owner.owner));
    const WayContext context{*m_client, m_environment, *m_regions, m_cache.clock()};
    const std::string scheme = schemeOf(owner.owner.artifactUri);
    Result<std::unique_ptr<ArtifactWay>> direct =
        Error{ErrorCode::ArtifactUnreachable, {owner.owner.artifactUri}};
    if (scheme == "s3" || scheme == "r2" || scheme == "b2")
        direct = makeS3Way(owner.owner.artifactUri, context);
    else if ((scheme == "http" || scheme == "https") && ways.empty())
        direct = makeHttpWay(owner.owner.artifactUri, context);
    // A version of a registered model; where the server keeps it is not open to the person's own
    // keys as a rule.
    auto* logins = dynamic_cast<stores::StorageLogins*>(owner.store.get());
    if (logins != nullptr && owner.owner.modelId.starts_with("models:/"))
        ways.push_back(makeLoginWay(*logins, owner.owner, context));
    else if (direct.ok())
        ways.push_back(std::move(direct).value());
    else if (ways.empty())
        return direct.as<Ways>();
    return Result<Ways>(std::move(ways));
}

Result<std::vector<ListedFile>> RemoteArtifacts::ask(const RemoteOwner& owner,
                                                     const std::string& folder,
                                                     std::stop_token stop) {
    Result<Ways> ways = waysTo(owner);
    PODIUM_TRY(Asked, ways);
    Result<Asked> first = ways.value().front()->list(folder, stop);
    for (std::size_t i = 1; i < ways.value().size(); ++i) {
        if (!first.failed() || !isServersOwn(first.error()))
            break;
        Result<Asked> other = ways.value()[i]->list(folder, stop);
        if (!other.failed() || first.error().code == ErrorCode::ArtifactUnreachable)
            return other;
    }
    return first;
}

Result<Listing> RemoteArtifacts::list(const RemoteOwner& owner, const std::string& folder,
                                      std::stop_token stop) {
    if (!folder.empty() && !isSafePath(folder))
        return Error{ErrorCode::ArtifactOutside, {folder}};
    const Result<Asked> asked = ask(owner, folder, stop);
    if (asked.failed() && isOfTheNetwork(asked.error()))
        return lastListing(owner, folder, asked.error());
    PODIUM_TRY(Listing, asked);
    const std::string document = listingToJson(asked.value());
    const base::Millis now = m_cache.clock()();
    PODIUM_TRY(Listing, m_cache.writer().run([&](cache::Writer& writer) {
        return writer.putRemoteFolder(owner.source, owner.id(), folder, document, now);
    }));
    return listingOf(owner, asked.value());
}

Result<Listing> RemoteArtifacts::lastListing(const RemoteOwner& owner, const std::string& folder,
                                             const Error& reason) {
    Result<cache::Reader> reader = m_cache.reader();
    PODIUM_TRY(Listing, reader);
    const Result<std::optional<cache::StoredFolder>> stored =
        reader.value().remoteFolder(owner.source, owner.id(), folder);
    PODIUM_TRY(Listing, stored);
    if (!stored.value())
        return reason;
    Result<Listing> listing = listingOf(owner, listingFromJson(stored.value()->document));
    PODIUM_TRY(Listing, listing);
    listing.value().listedAt = stored.value()->listedAt;
    listing.value().reason = reason;
    return listing;
}

Result<Listing> RemoteArtifacts::listingOf(const RemoteOwner& owner, const Asked& files) {
    Result<cache::Reader> reader = m_cache.reader();
    PODIUM_TRY(Listing, reader);
    const Result<std::vector<cache::StoredFile>> here =
        reader.value().remoteFiles(owner.source, owner.id());
    PODIUM_TRY(Listing, here);
    std::map<std::string, std::int64_t, std::less<>> sizes;
    for (const cache::StoredFile& file : here.value())
        sizes.emplace(file.path, file.size);
    return toListing(files, sizes);
}

Result<Listing> RemoteArtifacts::listAll(const RemoteOwner& owner, const ListBounds& bounds,
                                         std::stop_token stop, const std::string& from) {
    Result<Listing> listing = list(owner, from, stop);
    PODIUM_TRY(Listing, listing);
    std::vector<Entry>& entries = listing.value().entries;
    // The list grows behind the index while folders are met: a walk without recursion.
    for (std::size_t at = 0; at < entries.size(); ++at) {
        if (!entries[at].isFolder || entries[at].problem)
            continue;
        const std::string folder = entries[at].raw;
        if (std::count(folder.begin(), folder.end(), '/') + 1 >= bounds.depth ||
            entries.size() >= bounds.entries) {
            listing.value().truncated = true;
            continue;
        }
        Result<Listing> below = list(owner, folder, stop);
        if (below.cancelled())
            return base::Cancelled{};
        if (below.failed()) {
            entries[at].problem = below.error();
            continue;
        }
        if (below.value().reason && !listing.value().reason) {
            listing.value().reason = below.value().reason;
            listing.value().listedAt = below.value().listedAt;
        }
        // A server that lists a folder as its own content must not make the walk endless.
        for (Entry& entry : below.value().entries) {
            if (entry.problem || entry.raw.starts_with(folder + '/'))
                entries.push_back(std::move(entry));
        }
    }
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return a.raw < b.raw; });
    return listing;
}

Result<RemoteArtifacts::Known> RemoteArtifacts::known(const RemoteOwner& owner,
                                                      const std::string& path) {
    Known known;
    Result<std::optional<cache::Blob>> blob = m_cache.blobs().find(owner.key(path));
    PODIUM_TRY(Known, blob);
    known.blob = std::move(blob).value();
    Result<cache::Reader> reader = m_cache.reader();
    PODIUM_TRY(Known, reader);
    const Result<std::optional<cache::StoredFolder>> folder =
        reader.value().remoteFolder(owner.source, owner.id(), folderOf(path));
    PODIUM_TRY(Known, folder);
    if (!folder.value())
        return known;
    for (ListedFile& file : listingFromJson(folder.value()->document)) {
        if (file.path == path)
            known.listed = std::move(file);
    }
    if (known.blob && known.listed && folder.value()->listedAt >= known.blob->file.fetchedAt) {
        const cache::StoredFile& file = known.blob->file;
        const ListedFile& listed = *known.listed;
        known.changed = (listed.size != UnknownSize && listed.size != file.size) ||
                        (!listed.validator.empty() && !file.validator.empty() &&
                         listed.validator != file.validator);
    }
    return known;
}

Result<stores::FetchedFile> RemoteArtifacts::fetchTo(
    const RemoteOwner& owner, const std::string& path, const std::filesystem::path& target,
    std::int64_t mostBytes, base::Progress& progress, std::stop_token stop) {
    using Fetched = stores::FetchedFile;
    Result<Ways> ways = waysTo(owner);
    PODIUM_TRY(Fetched, ways);
    const SizeGuard guard(mostBytes, progress, stop);
    Result<Fetched> first = ways.value().front()->fetch(path, target, progress, guard.token());
    for (std::size_t i = 1; i < ways.value().size(); ++i) {
        if (!first.failed() || !isServersOwn(first.error()))
            break;
        Result<Fetched> other = ways.value()[i]->fetch(path, target, progress, guard.token());
        if (!other.failed() || first.error().code == ErrorCode::ArtifactUnreachable)
            first = std::move(other);
    }
    if (first.cancelled() && guard.exceeded() > 0 && !stop.stop_requested())
        return Error{ErrorCode::ArtifactTooLarge,
                     {path, std::to_string(guard.exceeded()), std::to_string(mostBytes)}};
    return first;
}

Result<cache::Blob> RemoteArtifacts::fetch(const RemoteOwner& owner, const std::string& path,
                                           const FetchOptions& options, base::Progress& progress,
                                           std::stop_token stop) {
    using cache::Blob;
    if (!isSafePath(path))
        return Error{ErrorCode::ArtifactOutside, {path}};
    Result<Known> before = known(owner, path);
    PODIUM_TRY(Blob, before);
    if (before.value().blob && !before.value().changed && !options.anew)
        return std::move(*before.value().blob);
    if (owner.offline && before.value().blob)
        return std::move(*before.value().blob);
    const std::int64_t size = before.value().listed ? before.value().listed->size : UnknownSize;
    if (options.mostBytes > 0 && size > options.mostBytes)
        return Error{ErrorCode::ArtifactTooLarge,
                     {path, std::to_string(size), std::to_string(options.mostBytes)}};
    if (owner.offline)
        return Error{ErrorCode::OfflineMode, {owner.location}};

    Result<cache::FetchClaim> claim = m_cache.blobs().claim(owner.key(path), stop);
    PODIUM_TRY(Blob, claim);
    // Somebody else may have fetched it while this one waited.
    Result<Known> now = known(owner, path);
    PODIUM_TRY(Blob, now);
    if (now.value().blob && !now.value().changed && !options.anew)
        return std::move(*now.value().blob);
    progress.total = std::max<std::int64_t>(size, 0);
    const Result<stores::FetchedFile> fetched =
        fetchTo(owner, path, claim.value().target(), options.mostBytes, progress, stop);
    if (fetched.failed() && isOfTheNetwork(fetched.error()) && now.value().blob && !options.anew)
        return std::move(*now.value().blob);
    PODIUM_TRY(Blob, fetched);
    return m_cache.blobs().put(owner.key(path), claim.value().target(), fetched.value().validator,
                               stop);
}

Result<void> RemoteArtifacts::download(const RemoteOwner& owner, const std::string& path,
                                       const std::filesystem::path& target,
                                       base::Progress& progress, std::stop_token stop) {
    if (!isSafePath(path))
        return Error{ErrorCode::ArtifactOutside, {path}};
    const Result<Known> here = known(owner, path);
    PODIUM_TRY(void, here);
    if (here.value().blob && (!here.value().changed || owner.offline))
        return copyOut(*here.value().blob, target);
    PODIUM_TRY(void, fetchTo(owner, path, target, 0, progress, stop));
    return {};
}

Result<Listing> RemoteSource::list(const std::string& rawFolder, std::stop_token stop) {
    return m_artifacts->list(m_owner, rawFolder, stop);
}

Result<FilePlace> RemoteSource::fetch(const std::string& raw, std::int64_t mostBytes,
                                      base::Progress& progress, std::stop_token stop) {
    Result<cache::Blob> blob =
        m_artifacts->fetch(m_owner, raw, {.mostBytes = mostBytes, .anew = false}, progress, stop);
    PODIUM_TRY(FilePlace, blob);
    return FilePlace{blob.value().folder, blob.value().name};
}

}  // namespace podium::artifacts
