// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/cache.h"

#include "cache/damage.h"

#include <system_error>

namespace podium::cache {

using base::Error;
using base::ErrorCode;
using base::Result;

Cache::Cache(std::filesystem::path file, base::Clock clock)
    : m_file(std::move(file)),
      m_histories(std::make_shared<HistoryConnections>(m_file)),
      m_clock(std::move(clock)) {}

Cache::~Cache() = default;

Result<std::unique_ptr<Cache>> Cache::open(const std::filesystem::path& file, base::Clock clock) {
    using Opened = std::unique_ptr<Cache>;
    std::error_code failure;
    if (file.has_parent_path())
        std::filesystem::create_directories(file.parent_path(), failure);
    if (failure)
        return Error{ErrorCode::CacheOpenFailed, {file.string(), failure.message()}};

    Opened opened(new Cache(file, std::move(clock)));
    Result<std::unique_ptr<WriterThread>> writer = Error{};
    if (!isMarkedDamaged(file))
        writer = WriterThread::start(file);
    else
        writer = Error{ErrorCode::DatabaseDamaged, {"", ""}};
    if (writer.failed() && writer.error().code == ErrorCode::DatabaseDamaged) {
        Result<std::filesystem::path> aside = cache::setAside(file, opened->m_clock());
        PODIUM_TRY(Opened, aside);
        opened->m_setAside = aside.value();
        writer = WriterThread::start(file);
    }
    if (writer.failed() && writer.error().code == ErrorCode::CacheNewer) {
        Error error = writer.error();
        error.args.front() = file.string();
        return error;
    }
    if (!writer.ok()) {
        const std::vector<std::string> args =
            writer.failed() ? writer.error().args : std::vector<std::string>();
        return Error{ErrorCode::CacheOpenFailed, {file.string(), args.size() > 1 ? args[1] : ""}};
    }
    opened->m_writer = std::move(writer).value();
    opened->m_blobs = std::make_unique<BlobStore>(file, *opened->m_writer, opened->m_clock);

    std::filesystem::path outboxFile = file;
    outboxFile += "-outbox";
    Result<std::unique_ptr<Outbox>> outbox = Outbox::open(outboxFile, opened->m_clock);
    PODIUM_TRY(Opened, outbox);
    opened->m_outbox = std::move(outbox).value();
    return Result<Opened>(std::move(opened));
}

Result<Reader> Cache::reader() const {
    return Reader::open(m_file, m_histories);
}

}  // namespace podium::cache
