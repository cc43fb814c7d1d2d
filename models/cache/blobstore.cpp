// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/blobstore.h"

#include "base/sha256.h"
#include "cache/reader.h"
#include "cache/writerthread.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <set>
#include <system_error>
#include <thread>
#include <utility>

namespace podium::cache {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr std::size_t Block = std::size_t{1} << 20U;
constexpr auto GivenUp = std::chrono::hours(24 * 7);
constexpr std::size_t DigestLength = 64;

class Handle {
public:
    Handle(const fs::path& path, int flags) : m_fd(::open(path.c_str(), flags | O_CLOEXEC)) {}
    ~Handle() {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    [[nodiscard]] int get() const { return m_fd; }

private:
    int m_fd;
};

Error writeError(const fs::path& path, const std::string& reason) {
    return {ErrorCode::WriteFailed, {path.string(), reason}};
}

Result<void> makeFolder(const fs::path& folder) {
    std::error_code failure;
    if (fs::create_directories(folder, failure))
        fs::permissions(folder, fs::perms::owner_all, failure);
    if (failure)
        return writeError(folder, failure.message());
    return {};
}

/// Digest and size of a file, which is on the disk afterwards whatever happens to the machine.
Result<StoredFile> settle(const fs::path& path, const std::stop_token& stop) {
    const Handle file(path, O_RDONLY);
    base::Sha256 hash;
    StoredFile settled;
    std::string buffer(Block, '\0');
    while (true) {
        if (stop.stop_requested())
            return base::Cancelled{};
        const ssize_t got = ::read(file.get(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return Error{ErrorCode::ReadFailed, {path.string(), base::systemReason(errno)}};
        if (got == 0)
            break;
        hash.add(std::string_view(buffer).substr(0, static_cast<std::size_t>(got)));
        settled.size += got;
    }
    if (::fsync(file.get()) != 0)
        return writeError(path, base::systemReason(errno));
    settled.digest = base::hexadecimal(hash.finish());
    return settled;
}

std::int64_t sizeOf(const fs::path& path) {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode) ? std::int64_t{info.st_size}
                                                                     : std::int64_t{-1};
}

/// What is in a folder; nothing where it can't be read.
std::vector<fs::path> contentOf(const fs::path& folder) {
    std::vector<fs::path> content;
    std::error_code failure;
    for (fs::directory_iterator at(folder, failure); !failure && at != fs::directory_iterator();
         at.increment(failure))
        content.push_back(at->path());
    return content;
}

std::string nameOf(std::string_view digest) {
    return std::string(digest.substr(0, 2)) + '/' + std::string(digest.substr(2));
}

/// The part of the names of a source's fetches that tells whose they are.
std::string fetchPrefix(base::SourceNo source) {
    return std::to_string(source.value) + '-';
}

}  // namespace

FetchClaim::FetchClaim(fs::path target, fs::path lock, int descriptor)
    : m_target(std::move(target)), m_lock(std::move(lock)), m_descriptor(descriptor) {}

FetchClaim::FetchClaim(FetchClaim&& other) noexcept
    : m_target(std::move(other.m_target)),
      m_lock(std::move(other.m_lock)),
      m_descriptor(std::exchange(other.m_descriptor, -1)) {}

FetchClaim::~FetchClaim() {
    if (m_descriptor < 0)
        return;
    // Removed while it is held: who waits for it sees that its file has no name any more.
    ::unlink(m_lock.c_str());
    ::close(m_descriptor);
}

BlobStore::BlobStore(fs::path cacheFile, WriterThread& writer, base::Clock clock)
    : m_cacheFile(std::move(cacheFile)),
      m_folder(m_cacheFile),
      m_writer(writer),
      m_clock(std::move(clock)) {
    m_folder += "-blobs";
}

fs::path BlobStore::pathOf(std::string_view digest) const {
    return m_folder / nameOf(digest);
}

Result<std::optional<Blob>> BlobStore::find(const RemoteKey& key) {
    using Found = std::optional<Blob>;
    Result<Reader> reader = Reader::open(m_cacheFile);
    PODIUM_TRY(Found, reader);
    Result<std::optional<StoredFile>> row = reader.value().remoteFile(key);
    PODIUM_TRY(Found, row);
    if (!row.value())
        return Found();
    Blob blob{m_folder, nameOf(row.value()->digest), *row.value()};
    const std::string digest = blob.file.digest;
    if (sizeOf(blob.path()) != blob.file.size) {
        PODIUM_TRY(Found, m_writer.run([&](Writer& writer) { return drop(writer, digest); }));
        return Found();
    }
    const base::Millis now = m_clock();
    m_writer.post([digest, now](Writer& writer) { return writer.touchBlob(digest, now); });
    return Found(std::move(blob));
}

Result<FetchClaim> BlobStore::claim(const RemoteKey& key, std::stop_token stop) {
    const fs::path folder = m_folder / "fetching";
    PODIUM_TRY(FetchClaim, makeFolder(folder));
    const std::string name =
        fetchPrefix(key.source) + base::sha256Hex(key.owner + '\0' + key.path).substr(0, 32);
    fs::path lock = folder / (name + ".lock");
    while (true) {
        const int descriptor = ::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (descriptor < 0)
            return writeError(lock, base::systemReason(errno));
        while (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            if (stop.stop_requested()) {
                ::close(descriptor);
                return base::Cancelled{};
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        struct stat held {};
        struct stat named {};
        if (::fstat(descriptor, &held) == 0 && ::stat(lock.c_str(), &named) == 0 &&
            held.st_ino == named.st_ino)
            return FetchClaim(folder / name, std::move(lock), descriptor);
        ::close(descriptor);  // who had it has removed it meanwhile: try the new one
    }
}

/// Gives a fetched file its name; for the writer's thread. What has that name already is the same.
Result<void> BlobStore::moveIn(const fs::path& fetched, const StoredFile& file) {
    const fs::path place = pathOf(file.digest);
    PODIUM_TRY(void, makeFolder(place.parent_path()));
    if (sizeOf(place) == file.size) {
        ::unlink(fetched.c_str());
        return {};
    }
    ::chmod(fetched.c_str(), S_IRUSR);
    if (::rename(fetched.c_str(), place.c_str()) != 0)
        return writeError(place, base::systemReason(errno));
    const Handle folder(place.parent_path(), O_RDONLY | O_DIRECTORY);
    ::fsync(folder.get());
    return {};
}

Result<Blob> BlobStore::put(const RemoteKey& key, const fs::path& fetched,
                            const std::string& validator, std::stop_token stop) {
    Result<StoredFile> settled = settle(fetched, stop);
    PODIUM_TRY(Blob, settled);
    StoredFile file = std::move(settled).value();
    const base::Millis now = m_clock();
    file.path = key.path;
    file.validator = validator;
    file.fetchedAt = now;
    const Result<void> stored = m_writer.run([&](Writer& writer) -> Result<void> {
        Result<std::optional<std::string>> before = writer.remoteDigest(key);
        PODIUM_TRY(void, before);
        PODIUM_TRY(void, moveIn(fetched, file));
        PODIUM_TRY(void, writer.putRemoteFile(key, file, now));
        if (before.value() && *before.value() != file.digest) {
            const Result<bool> used = writer.isBlobUsed(*before.value());
            PODIUM_TRY(void, used);
            if (!used.value())
                PODIUM_TRY(void, drop(writer, *before.value()));
        }
        // A store that can't be made smaller is no reason to lose what was fetched.
        static_cast<void>(evict(writer, m_limit, file.digest));
        return {};
    });
    PODIUM_TRY(Blob, stored);
    return Blob{m_folder, nameOf(file.digest), std::move(file)};
}

Result<void> BlobStore::confirm(const RemoteKey& key, const Blob& blob) {
    StoredFile file = blob.file;
    const base::Millis now = m_clock();
    file.fetchedAt = now;
    return m_writer.run([&](Writer& writer) { return writer.putRemoteFile(key, file, now); });
}

/// The row goes first: a crash in between undoes that and leaves a row without a file, which find()
/// and sweep() know.
Result<void> BlobStore::drop(Writer& writer, std::string_view digest) {
    PODIUM_TRY(void, writer.dropBlob(digest));
    const fs::path place = pathOf(digest);
    if (::unlink(place.c_str()) != 0 && errno != ENOENT)
        return writeError(place, base::systemReason(errno));
    return {};
}

Result<std::int64_t> BlobStore::evict(Writer& writer, std::int64_t limit,
                                      std::string_view protectedDigest) {
    Result<std::int64_t> total = writer.blobBytes();
    PODIUM_TRY(std::int64_t, total);
    std::int64_t freed = 0;
    if (total.value() <= limit)
        return freed;
    // Somewhat below the limit, so that the next fetch need not look through everything again.
    const std::int64_t aim = limit - limit / 20;
    const Result<std::vector<StoredBlob>> blobs = writer.blobs(false);
    PODIUM_TRY(std::int64_t, blobs);
    for (const StoredBlob& blob : blobs.value()) {
        if (total.value() - freed <= aim)
            break;
        if (blob.digest == protectedDigest)
            continue;
        const Result<bool> kept = writer.isBlobKept(blob.digest);
        PODIUM_TRY(std::int64_t, kept);
        if (kept.value())
            continue;
        PODIUM_TRY(std::int64_t, drop(writer, blob.digest));
        freed += blob.size;
    }
    return freed;
}

Result<std::int64_t> BlobStore::shrink(std::int64_t limit) {
    std::int64_t freed = 0;
    const Result<void> done = m_writer.run([&](Writer& writer) -> Result<void> {
        const Result<std::int64_t> evicted = evict(writer, limit, {});
        PODIUM_TRY(void, evicted);
        freed = evicted.value();
        return {};
    });
    PODIUM_TRY(std::int64_t, done);
    return freed;
}

Result<void> BlobStore::dropUnused(Writer& writer) {
    const Result<std::vector<StoredBlob>> unused = writer.blobs(true);
    PODIUM_TRY(void, unused);
    for (const StoredBlob& blob : unused.value())
        PODIUM_TRY(void, drop(writer, blob.digest));
    return {};
}

Result<void> BlobStore::sweepFiles(Writer& writer) {
    const Result<std::vector<StoredBlob>> blobs = writer.blobs(false);
    PODIUM_TRY(void, blobs);
    std::set<std::string, std::less<>> known;
    for (const StoredBlob& blob : blobs.value()) {
        if (sizeOf(pathOf(blob.digest)) == blob.size)
            known.insert(blob.digest);
        else
            PODIUM_TRY(void, drop(writer, blob.digest));
    }
    for (const fs::path& folder : contentOf(m_folder)) {
        const std::string first = folder.filename().string();
        if (first.size() != 2)
            continue;
        for (const fs::path& file : contentOf(folder)) {
            const std::string digest = first + file.filename().string();
            if (digest.size() == DigestLength && !known.contains(digest))
                ::unlink(file.c_str());
        }
    }
    return {};
}

void BlobStore::sweepFetches() {
    const auto now = fs::file_time_type::clock::now();
    for (const fs::path& file : contentOf(m_folder / "fetching")) {
        std::error_code failure;
        const auto written = fs::last_write_time(file, failure);
        if (!failure && now - written > GivenUp && file.extension() != ".lock")
            ::unlink(file.c_str());
    }
}

Result<void> BlobStore::sweep() {
    std::error_code failure;
    if (!fs::is_directory(m_folder, failure))
        return {};
    sweepFetches();
    return m_writer.run([this](Writer& writer) -> Result<void> {
        PODIUM_TRY(void, dropUnused(writer));
        return sweepFiles(writer);
    });
}

Result<void> BlobStore::removeSource(base::SourceNo source) {
    const Result<void> removed = m_writer.run([&](Writer& writer) -> Result<void> {
        PODIUM_TRY(void, writer.removeSource(source));
        return dropUnused(writer);
    });
    PODIUM_TRY(void, removed);
    // Its number may be given to another source, which must not go on with these.
    for (const fs::path& file : contentOf(m_folder / "fetching")) {
        if (file.filename().string().starts_with(fetchPrefix(source)))
            ::unlink(file.c_str());
    }
    return {};
}

}  // namespace podium::cache
