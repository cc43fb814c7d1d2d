// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/sqlstore/filestate.h"

#include "stores/sqlstore/values.h"

#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <fstream>

namespace podium::stores::sqlstore {

namespace {

/// Longer than a tick of the clock that file systems take their times from.
constexpr std::int64_t YoungNs = 50'000'000;
constexpr std::size_t WalHeaderSize = 32;
constexpr std::uint64_t WalHeadKind = 11;
constexpr std::uint64_t StateKind = 12;
/// To be raised when more is read of a database than before, so that it is read anew.
constexpr std::uint64_t ReaderVersion = 1;

std::int64_t nanoseconds(const timespec& time) {
    return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

FileState::File fileAt(const std::filesystem::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0)
        return {};
    return {true, status.st_ino, status.st_size, nanoseconds(status.st_mtim),
            nanoseconds(status.st_ctim)};
}

/// Nobody locks the log itself: it may be opened and closed at will.
std::uint64_t walHeadOf(const std::filesystem::path& wal) {
    std::array<char, WalHeaderSize> head{};
    std::ifstream file(wal, std::ios::binary);
    file.read(head.data(), head.size());
    const auto size = static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0));
    return size == 0 ? 0 : RowHash(WalHeadKind).add(std::string_view(head.data(), size)).value();
}

}  // namespace

Fingerprint FileState::number() const {
    RowHash hash(StateKind + ReaderVersion);
    for (const File& file : {main, wal, journal})
        hash.add(std::int64_t{file.there})
            .add(static_cast<std::int64_t>(file.inode))
            .add(file.size)
            .add(file.modified)
            .add(file.changed);
    hash.add(static_cast<std::int64_t>(walHead));
    return hash.value() != 0 ? hash.value() : 1;
}

FileState stateOf(const std::filesystem::path& path) {
    FileState state;
    state.main = fileAt(path);
    state.wal = fileAt(beside(path, "-wal"));
    state.journal = fileAt(beside(path, "-journal"));
    if (state.wal.there)
        state.walHead = walHeadOf(beside(path, "-wal"));
    using namespace std::chrono;
    const std::int64_t now =
        duration_cast<std::chrono::nanoseconds>(system_clock::now().time_since_epoch()).count();
    state.young =
        now - std::max({state.main.changed, state.wal.changed, state.journal.changed}) < YoungNs;
    return state;
}

std::filesystem::path beside(const std::filesystem::path& path, const char* suffix) {
    return path.native() + suffix;
}

bool isLockedBySomebody(const std::filesystem::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0)
        return false;
    std::array<char, 64> place{};
    std::snprintf(place.data(), place.size(), " %02x:%02x:%llu ", major(status.st_dev),
                  minor(status.st_dev), static_cast<unsigned long long>(status.st_ino));
    std::ifstream locks("/proc/locks");
    std::string line;
    while (std::getline(locks, line)) {
        if (line.find(place.data()) != std::string::npos)
            return true;
    }
    return false;
}

base::Result<Header> headerOf(sql::Database& database) {
    constexpr std::string_view Magic("SQLite format 3\0", 16);
    constexpr std::size_t ReadVersion = 19;
    std::array<char, 100> head{};
    const base::Result<std::size_t> size = database.readFile(0, head);
    PODIUM_TRY(Header, size);
    if (size.value() == 0)
        return Header::Empty;
    if (!std::string_view(head.data(), size.value()).starts_with(Magic))
        return Header::NotSqlite;
    return head[ReadVersion] == 2 ? Header::Wal : Header::Rollback;
}

}  // namespace podium::stores::sqlstore
