// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/replacefile.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <cerrno>
#include <cstdio>

namespace podium::stores::filestore {

namespace {

constexpr mode_t UsualMode = 0666;  // less what the umask takes, as Python's open()

int writeAll(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto put = ::write(fd, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return errno;
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return 0;
}

/// Not every file system has locks; there one writer is as good as it gets.
bool isLockTaken(int fd) {
    return ::flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

bool isStill(int dir, const char* name, int fd) {
    struct stat held {};
    struct stat named {};
    return ::fstat(fd, &held) == 0 && ::fstatat(dir, name, &named, AT_SYMLINK_NOFOLLOW) == 0 &&
           held.st_dev == named.st_dev && held.st_ino == named.st_ino;
}

}  // namespace

Draft::Draft(int runDir, const char* name) : m_runDir(runDir), m_name(name) {
    // Another writer may rename its draft away between the opening and the lock.
    for (int attempt = 0; attempt < 8; ++attempt) {
        m_file = Fd(::openat(runDir, name, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, UsualMode));
        if (!m_file.valid()) {
            m_error = errno;
            return;
        }
        if (isLockTaken(m_file.get()))
            break;
        if (isStill(runDir, name, m_file.get()))
            return;
    }
    m_file.close();
    m_error = EWOULDBLOCK;
}

int Draft::become(int dir, const char* name, std::string_view bytes) {
    struct stat before {};
    const bool replaces =
        ::fstatat(dir, name, &before, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(before.st_mode);
    // A rename needs no right to the file itself, but who took that right away meant it.
    int failure = !replaces || ::faccessat(dir, name, W_OK, AT_EACCESS) == 0 ? 0 : errno;
    if (failure == 0 && ::ftruncate(m_file.get(), 0) != 0)
        failure = errno;
    if (failure == 0)
        failure = writeAll(m_file.get(), bytes);
    // Where somebody else owns the file its mode can't be taken over; that is no reason to stop.
    if (failure == 0 && replaces)
        static_cast<void>(::fchmod(m_file.get(), before.st_mode & 07777));
    if (failure == 0 && ::fsync(m_file.get()) != 0)
        failure = errno;
    if (failure == 0 && ::renameat(m_runDir, m_name, dir, name) != 0)
        failure = errno;
    if (failure == 0)
        failure = syncFolder(dir);
    else
        discard();
    return failure;
}

void Draft::discard() {
    if (m_file.valid() && isStill(m_runDir, m_name, m_file.get()))
        static_cast<void>(::unlinkat(m_runDir, m_name, 0));
    m_file.close();
}

int syncFolder(int dir) {
    if (::fsync(dir) == 0 || errno == EINVAL || errno == ENOTSUP)
        return 0;
    return errno;
}

}  // namespace podium::stores::filestore
