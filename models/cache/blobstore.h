// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/progress.h"
#include "base/result.h"
#include "cache/remotefiles.h"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>

namespace podium::cache {

class Writer;
class WriterThread;

/// A content that is here, as a file that never changes.
struct Blob {
    std::filesystem::path folder;  // of the blob store
    std::string name;              // of the file below it
    StoredFile file;

    [[nodiscard]] std::filesystem::path path() const { return folder / name; }
};

/// Where a fetch may write: nobody else, in this program or another, fetches the same file while
/// this lives. `target` (and `target`.part) outlive it, so that a broken fetch can go on later.
class FetchClaim {
public:
    FetchClaim(std::filesystem::path target, std::filesystem::path lock, int descriptor);
    FetchClaim(FetchClaim&& other) noexcept;
    FetchClaim& operator=(FetchClaim&&) = delete;
    ~FetchClaim();

    [[nodiscard]] const std::filesystem::path& target() const { return m_target; }

private:
    std::filesystem::path m_target;
    std::filesystem::path m_lock;
    int m_descriptor;
};

/// Contents of artifacts, each once under its SHA-256, in a folder beside the cache
/// ("cache.db-blobs/ab/cdef…"). Files come and go only inside write transactions of the cache,
/// which one program at a time can have; whatever a crash leaves behind (a file without a row, a
/// row without a file) is harmless and goes with the next sweep() or find(). Thread safe; owned by
/// the Cache. Nothing here is for the UI thread.
class BlobStore {
public:
    static constexpr std::int64_t DefaultLimit = std::int64_t{2} << 30U;

    BlobStore(std::filesystem::path cacheFile, WriterThread& writer, base::Clock clock);

    /// The content of a file if it is here; counts as a use of it.
    [[nodiscard]] base::Result<std::optional<Blob>> find(const RemoteKey& key);

    /// Reserves a file for fetching it; waits for who fetches it now. Cancelled if stop is
    /// requested before.
    [[nodiscard]] base::Result<FetchClaim> claim(const RemoteKey& key, std::stop_token stop);

    /// Takes over a fetched file (it is moved away) as the content of `key`, then makes room if the
    /// store is over its limit. Errors: ReadFailed, WriteFailed.
    [[nodiscard]] base::Result<Blob> put(const RemoteKey& key, const std::filesystem::path& fetched,
                                         const std::string& validator, std::stop_token stop);
    /// The file was looked at on the server and is as it was.
    base::Result<void> confirm(const RemoteKey& key, const Blob& blob);

    /// Bytes from which on contents that were not used for longest go. What is kept offline (table
    /// `kept`) never goes, however much it is.
    void setLimit(std::int64_t bytes) { m_limit = bytes; }
    [[nodiscard]] std::int64_t limit() const { return m_limit; }
    /// Frees what is over the limit; returns the bytes freed.
    base::Result<std::int64_t> makeRoom() { return shrink(m_limit); }
    /// Frees everything that is not kept offline; returns the bytes freed.
    base::Result<std::int64_t> clear() { return shrink(0); }

    /// Puts right what a crash may have left: files without a row, rows without a file or of no
    /// use, fetches given up more than a week ago. Once per start is enough.
    base::Result<void> sweep();
    /// Removes a source from the cache with everything fetched from it.
    base::Result<void> removeSource(base::SourceNo source);

    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

private:
    [[nodiscard]] std::filesystem::path pathOf(std::string_view digest) const;
    base::Result<void> moveIn(const std::filesystem::path& fetched, const StoredFile& file);
    base::Result<void> drop(Writer& writer, std::string_view digest);
    base::Result<std::int64_t> shrink(std::int64_t limit);
    base::Result<std::int64_t> evict(Writer& writer, std::int64_t limit,
                                     std::string_view protectedDigest);
    base::Result<void> dropUnused(Writer& writer);
    base::Result<void> sweepFiles(Writer& writer);
    void sweepFetches();

    std::filesystem::path m_cacheFile;
    std::filesystem::path m_folder;
    WriterThread& m_writer;
    base::Clock m_clock;
    std::atomic<std::int64_t> m_limit = DefaultLimit;
};

}  // namespace podium::cache
