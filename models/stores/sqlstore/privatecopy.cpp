// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/sqlstore/privatecopy.h"

#include "base/utf8.h"
#include "stores/sqlstore/filestate.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <span>
#include <string>
#include <thread>
#include <vector>

namespace podium::stores::sqlstore {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr std::string_view Prefix = "podium-database-";
constexpr const char* LockName = "in-use";
constexpr std::size_t BlockSize = 1U << 20U;
constexpr int Attempts = 40;

Error writeError(const fs::path& file, int error) {
    return {ErrorCode::WriteFailed, {base::toUtf8(file.native()), base::systemReason(error)}};
}

/// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor() {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] int release() { return std::exchange(m_fd, -1); }

private:
    int m_fd;
};

/// Takes the lock of a folder of copies, or -1 if a living program has it.
int lockFolder(const fs::path& folder, int flags) {
    Descriptor fd(::open((folder / LockName).c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | flags,
                         S_IRUSR | S_IWUSR));
    if (fd.get() < 0 || ::flock(fd.get(), LOCK_EX | LOCK_NB) != 0)
        return -1;
    return fd.release();
}

/// Removes what killed programs of this user left behind.
void sweep(const fs::path& parent) {
    std::error_code failure;
    std::vector<fs::path> dead;
    for (fs::directory_iterator at(parent, failure), end; !failure && at != end;
         at.increment(failure)) {
        const fs::path folder = at->path();
        struct stat status {};
        const bool ours = folder.filename().native().starts_with(Prefix) &&
                          ::lstat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode) &&
                          status.st_uid == ::getuid();
        if (!ours)
            continue;
        const Descriptor lock(lockFolder(folder, 0));
        if (lock.get() >= 0)
            dead.push_back(folder);
    }
    for (const fs::path& folder : dead)
        fs::remove_all(folder, failure);
}

Result<void> append(int file, const fs::path& path, std::span<const char> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR)
            return writeError(path, errno);
        bytes = bytes.subspan(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
    }
    return {};
}

/// Copies with `read(offset, buffer) -> Result<size>` until nothing comes.
template <typename Read>
Result<void> copyTo(const fs::path& target, const std::stop_token& stop, Read&& read) {
    const Descriptor file(
        ::open(target.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (file.get() < 0)
        return writeError(target, errno);
    std::vector<char> block(BlockSize);
    std::int64_t offset = 0;
    while (true) {
        if (stop.stop_requested())
            return base::Cancelled{};
        const Result<std::size_t> size = read(offset, std::span<char>(block));
        PODIUM_TRY(void, size);
        if (size.value() == 0)
            return {};
        PODIUM_TRY(void, append(file.get(), target, std::span(block).first(size.value())));
        offset += static_cast<std::int64_t>(size.value());
    }
}

Result<void> copyJournal(const fs::path& journal, const fs::path& target,
                         const std::stop_token& stop) {
    const Descriptor file(::open(journal.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0)
        return Error{ErrorCode::PathNotReadable,
                     {base::toUtf8(journal.native()), base::systemReason(errno)}};
    return copyTo(target, stop,
                  [&](std::int64_t offset, std::span<char> into) -> Result<std::size_t> {
                      const ssize_t size = ::pread(file.get(), into.data(), into.size(), offset);
                      if (size < 0)
                          return Error{ErrorCode::PathNotReadable,
                                       {base::toUtf8(journal.native()), base::systemReason(errno)}};
                      return static_cast<std::size_t>(size);
                  });
}

}  // namespace

PrivateCopy::~PrivateCopy() {
    std::error_code failure;
    if (!m_folder.empty())
        fs::remove_all(m_folder, failure);
    if (m_lock >= 0)
        ::close(m_lock);
}

Result<void> PrivateCopy::makeFolder() {
    std::error_code failure;
    const fs::path parent = fs::temp_directory_path(failure);
    sweep(parent);
    std::string pattern = (parent / std::string(Prefix)).native() + "XXXXXX";
    if (failure || ::mkdtemp(pattern.data()) == nullptr)
        return writeError(parent, failure ? failure.value() : errno);
    m_folder = pattern;
    m_lock = lockFolder(m_folder, O_CREAT);
    return m_lock >= 0 ? Result<void>() : Result<void>(writeError(m_folder / LockName, errno));
}

/// False if somebody wrote meanwhile. The database goes first and the log after it: what the log
/// gains in between is whole transactions, and a log that started anew shows in its header.
Result<bool> PrivateCopy::copyOnce(const fs::path& path, sql::Database& source,
                                   const std::stop_token& stop) {
    const FileState before = stateOf(path);
    if (before.young)
        return false;
    PODIUM_TRY(bool, copyTo(file(), stop, [&](std::int64_t offset, std::span<char> into) {
                   return source.readFile(offset, into);
               }));
    for (const char* suffix : {"-wal", "-journal"}) {
        std::error_code failure;
        fs::remove(beside(file(), suffix), failure);
        const bool there = suffix[1] == 'w' ? before.wal.there : before.journal.there;
        if (!there)
            continue;
        const Result<void> copied = copyJournal(beside(path, suffix), beside(file(), suffix), stop);
        if (copied.failed() && stateOf(path) != before)
            return false;
        PODIUM_TRY(bool, copied);
    }
    return stateOf(path) == before;
}

/// Makes one plain file of the copy, which any number of connections may read.
Result<void> PrivateCopy::playBack(const fs::path& path) {
    Result<sql::Database> database = sql::Database::open(file(), sql::OpenMode::ReadWrite);
    Result<void> played = database.ok() ? database.value().execute(
                                              "PRAGMA synchronous = OFF;"
                                              "PRAGMA journal_mode = DELETE;"
                                              "SELECT count(*) FROM sqlite_master")
                                        : database.as<void>();
    if (played.failed())
        return Error{ErrorCode::StoreDamaged,
                     {base::toUtf8(path.native()), played.error().args[1]}};
    return played;
}

Result<std::unique_ptr<PrivateCopy>> PrivateCopy::make(const fs::path& path, sql::Database& source,
                                                       std::stop_token stop) {
    using Made = std::unique_ptr<PrivateCopy>;
    Made copy(new PrivateCopy());
    PODIUM_TRY(Made, copy->makeFolder());
    for (int attempt = 0; attempt < Attempts; ++attempt) {
        if (stop.stop_requested())
            return base::Cancelled{};
        const Result<bool> whole = copy->copyOnce(path, source, stop);
        PODIUM_TRY(Made, whole);
        if (whole.value()) {
            PODIUM_TRY(Made, copy->playBack(path));
            return Result<Made>(std::move(copy));
        }
        if (isLockedBySomebody(path))
            break;
        std::this_thread::sleep_for(std::chrono::milliseconds(60));
    }
    return Error{ErrorCode::DatabaseBusy, {base::toUtf8(path.native())}};
}

}  // namespace podium::stores::sqlstore
