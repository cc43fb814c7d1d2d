// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/handle.h"

#include <fcntl.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <climits>
#include <cstdio>

namespace podium::stores::filestore {

namespace {

constexpr int FolderFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
constexpr int FileFlags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;

OpenState stateOf(int error) {
    return error == ENOENT ? OpenState::Missing : OpenState::Failed;
}

std::array<char, 40> procPath(int fd) {
    std::array<char, 40> path{};
    std::snprintf(path.data(), path.size(), "/proc/self/fd/%d", fd);
    return path;
}

Opened fileFrom(int raw) {
    Opened opened;
    opened.fd = Fd(raw);
    if (::fstat(raw, &opened.status) != 0) {
        opened.error = errno;
        opened.state = OpenState::Failed;
    } else {
        opened.state = S_ISREG(opened.status.st_mode) ? OpenState::Ok : OpenState::WrongType;
    }
    return opened;
}

bool isBelow(std::string_view path, std::string_view root) {
    if (root == "/")
        return true;
    return path.starts_with(root) && (path.size() == root.size() || path[root.size()] == '/');
}

}  // namespace

Fd& Fd::operator=(Fd&& other) noexcept {
    if (this != &other) {
        close();
        m_fd = std::exchange(other.m_fd, -1);
    }
    return *this;
}

void Fd::close() {
    if (m_fd >= 0)
        ::close(std::exchange(m_fd, -1));
}

Opened Opener::folder(int dir, const char* name, bool mayFollow) const {
    Opened opened;
    const int raw = ::openat(dir, name, FolderFlags | O_NOFOLLOW);
    if (raw >= 0) {
        opened.fd = Fd(raw);
        opened.state = OpenState::Ok;
        return opened;
    }
    opened.error = errno;
    opened.state = stateOf(opened.error);
    if (opened.error != ENOTDIR && opened.error != ELOOP)
        return opened;
    struct stat status {};
    if (::fstatat(dir, name, &status, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISLNK(status.st_mode)) {
        opened.state = OpenState::WrongType;
        return opened;
    }
    if (!mayFollow) {
        opened.state = OpenState::Outside;
        return opened;
    }
    Opened target = follow(dir, name);
    if (target.state != OpenState::Ok)
        return target;
    if (!S_ISDIR(target.status.st_mode)) {
        target.state = OpenState::WrongType;
        return target;
    }
    return reopen(target);
}

Opened Opener::file(int dir, const char* name, bool mayFollow) const {
    const int raw = ::openat(dir, name, FileFlags | O_NOFOLLOW);
    if (raw >= 0)
        return fileFrom(raw);
    Opened opened;
    opened.error = errno;
    // ENXIO: a socket, or a device without a driver
    opened.state = opened.error == ENXIO ? OpenState::WrongType : stateOf(opened.error);
    if (opened.error != ELOOP)
        return opened;
    if (!mayFollow) {
        opened.state = OpenState::Outside;
        return opened;
    }
    Opened target = follow(dir, name);
    if (target.state != OpenState::Ok)
        return target;
    if (!S_ISREG(target.status.st_mode)) {
        target.state = OpenState::WrongType;
        return target;
    }
    return reopen(target);
}

Opened Opener::follow(int dir, const char* name) const {
    Opened target;
    target.viaLink = true;
    const int raw = ::openat(dir, name, O_PATH | O_CLOEXEC);
    if (raw < 0) {
        target.error = errno;
        target.state = target.error == ELOOP ? OpenState::Missing : stateOf(target.error);
        return target;
    }
    target.fd = Fd(raw);
    std::array<char, PATH_MAX> path{};
    const auto length = ::readlink(procPath(raw).data(), path.data(), path.size());
    if (length < 0 || static_cast<std::size_t>(length) >= path.size() ||
        ::fstat(raw, &target.status) != 0) {
        target.error = errno;
        target.state = OpenState::Failed;
        return target;
    }
    const std::string_view real(path.data(), static_cast<std::size_t>(length));
    target.state = isBelow(real, m_root) ? OpenState::Ok : OpenState::Outside;
    return target;
}

Opened Opener::reopen(const Opened& target) {
    // The descriptor is bound to what was checked: nobody can swap the link in between.
    const bool isFolder = S_ISDIR(target.status.st_mode);
    const int raw = ::open(procPath(target.fd.get()).data(), isFolder ? FolderFlags : FileFlags);
    Opened opened;
    if (raw < 0) {
        opened.error = errno;
        opened.state = stateOf(opened.error);
    } else if (isFolder) {
        opened.fd = Fd(raw);
        opened.state = OpenState::Ok;
    } else {
        opened = fileFrom(raw);
    }
    opened.viaLink = true;
    return opened;
}

long readFully(int fd, char* buffer, std::size_t size) {
    std::size_t have = 0;
    while (have < size) {
        const auto got = ::read(fd, buffer + have, size - have);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        have += static_cast<std::size_t>(got);
    }
    return static_cast<long>(have);
}

}  // namespace podium::stores::filestore
