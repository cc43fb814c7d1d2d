// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "cache/blobstore.h"
#include "cache/historybytes.h"
#include "cache/outbox.h"
#include "cache/reader.h"
#include "cache/writerthread.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace podium::cache {

/// One cache file and what belongs to it: the writer's thread, readers, the outbox beside it. Made
/// and owned by the composition; it outlives everything that uses it. All members may be called
/// from any thread.
class Cache {
public:
    /// Opens or makes the cache. A newer schema gives CacheNewer and changes nothing. A damaged
    /// file is moved aside and a fresh one made (setAside() tells where it is); the outbox is a
    /// file of its own and stays.
    [[nodiscard]] static base::Result<std::unique_ptr<Cache>> open(
        const std::filesystem::path& file, base::Clock clock);

    Cache(const Cache&) = delete;
    Cache& operator=(const Cache&) = delete;
    ~Cache();

    [[nodiscard]] WriterThread& writer() { return *m_writer; }
    /// A connection of one's own; it sees a snapshot during each of its calls.
    [[nodiscard]] base::Result<Reader> reader() const;
    /// Contents of artifacts that were fetched from servers.
    [[nodiscard]] BlobStore& blobs() { return *m_blobs; }
    [[nodiscard]] Outbox& outbox() { return *m_outbox; }
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }
    [[nodiscard]] const base::Clock& clock() const { return m_clock; }

    /// Where a damaged cache was put when this one was opened.
    [[nodiscard]] const std::optional<std::filesystem::path>& setAside() const {
        return m_setAside;
    }

private:
    Cache(std::filesystem::path file, base::Clock clock);

    std::filesystem::path m_file;
    std::shared_ptr<HistoryConnections> m_histories;
    base::Clock m_clock;
    std::optional<std::filesystem::path> m_setAside;
    std::unique_ptr<WriterThread> m_writer;
    std::unique_ptr<BlobStore> m_blobs;
    std::unique_ptr<Outbox> m_outbox;
};

}  // namespace podium::cache
