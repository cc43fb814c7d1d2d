// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/open.h"

#include "base/utf8.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>

namespace podium::artifacts {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr int CommonFlags = O_CLOEXEC | O_NONBLOCK | O_NOCTTY;

/// Part by part and without any link, for kernels and sandboxes that have no openat2.
int openPartByPart(int rootFd, const std::string& path, int flags) {
    Descriptor folder;
    int at = rootFd;
    std::size_t begin = 0;
    while (true) {
        const std::size_t end = path.find('/', begin);
        const std::string part = path.substr(begin, end - begin);
        if (end == std::string::npos)
            return ::openat(at, part.c_str(), flags | O_NOFOLLOW);
        Descriptor next(::openat(at, part.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!next.valid())
            return -1;
        folder = std::move(next);
        at = folder.get();
        begin = end + 1;
    }
}

int openBeneath(int rootFd, const std::string& path, int flags) {
    open_how how{};
    how.flags = static_cast<__u64>(flags);
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS;
    const long fd = ::syscall(SYS_openat2, rootFd, path.c_str(), &how, sizeof how);
    if (fd < 0 && (errno == ENOSYS || errno == EPERM))
        return openPartByPart(rootFd, path, flags);
    return static_cast<int>(fd);
}

Error openError(const std::string& shown) {
    switch (errno) {
        case ENOENT:
        case ENOTDIR:
            return {ErrorCode::PathNotFound, {shown}};
        case EXDEV:  // RESOLVE_BENEATH met a link that leads out
        case ELOOP:
            return {ErrorCode::ArtifactOutside, {shown}};
        default:
            return {ErrorCode::PathNotReadable, {shown, base::systemReason(errno)}};
    }
}

Result<Descriptor> openRoot(const std::filesystem::path& root) {
    Descriptor fd(::open(root.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!fd.valid())
        return openError(base::toUtf8(root.native()));
    return fd;
}

}  // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    if (this != &other) {
        if (m_fd >= 0)
            ::close(m_fd);
        m_fd = other.release();
    }
    return *this;
}

Descriptor::~Descriptor() {
    if (m_fd >= 0)
        ::close(m_fd);
}

int Descriptor::release() {
    const int fd = m_fd;
    m_fd = -1;
    return fd;
}

bool isSafePath(std::string_view rawPath) {
    if (rawPath.empty() || rawPath.find('\0') != std::string_view::npos)
        return false;
    std::size_t begin = 0;
    while (begin <= rawPath.size()) {
        const std::size_t end = std::min(rawPath.find('/', begin), rawPath.size());
        const std::string_view part = rawPath.substr(begin, end - begin);
        if (part.empty() || part == "." || part == "..")
            return false;
        begin = end + 1;
    }
    return true;
}

File::File(Descriptor descriptor, std::string shownPath)
    : m_descriptor(std::move(descriptor)), m_shownPath(std::move(shownPath)) {}

Result<std::shared_ptr<const File>> File::open(const std::filesystem::path& root,
                                               std::string_view rawPath) {
    const std::string shown = base::toUtf8(rawPath);
    if (!isSafePath(rawPath))
        return Error{ErrorCode::ArtifactOutside, {shown}};
    auto folder = openRoot(root);
    PODIUM_TRY(std::shared_ptr<const File>, folder);
    const std::string path(rawPath);
    // Looked at before it is opened: opening alone can make a device act.
    Descriptor look(openBeneath(folder.value().get(), path, O_PATH | O_CLOEXEC));
    if (!look.valid())
        return openError(shown);
    struct stat info {};
    if (::fstat(look.get(), &info) != 0)
        return openError(shown);
    if (!S_ISREG(info.st_mode))
        return Error{ErrorCode::UnexpectedEntry, {shown}};
    Descriptor fd(openBeneath(folder.value().get(), path, O_RDONLY | CommonFlags));
    if (!fd.valid() || ::fstat(fd.get(), &info) != 0)
        return openError(shown);
    if (!S_ISREG(info.st_mode))
        return Error{ErrorCode::UnexpectedEntry, {shown}};
    std::shared_ptr<File> file(new File(std::move(fd), shown));
    file->m_size = info.st_size;
    file->m_modified = info.st_mtim.tv_sec * 1000 + info.st_mtim.tv_nsec / 1'000'000;
    file->m_executable = (info.st_mode & (S_IXUSR | S_IXGRP | S_IXOTH)) != 0;
    return std::shared_ptr<const File>(std::move(file));
}

Result<std::string> File::read(std::int64_t offset, std::size_t count) const {
    std::string bytes;
    if (offset < 0 || offset >= m_size)
        return bytes;
    const auto left = static_cast<std::uint64_t>(m_size - offset);
    bytes.resize(static_cast<std::size_t>(std::min<std::uint64_t>(count, left)));
    std::size_t got = 0;
    while (got < bytes.size()) {
        const ssize_t n = ::pread(m_descriptor.get(), bytes.data() + got, bytes.size() - got,
                                  offset + static_cast<off_t>(got));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return Error{ErrorCode::ReadFailed, {m_shownPath, base::systemReason(errno)}};
        if (n == 0)  // the file was cut while it was open
            break;
        got += static_cast<std::size_t>(n);
    }
    bytes.resize(got);
    return bytes;
}

Result<Descriptor> openFolder(const std::filesystem::path& root, std::string_view rawPath) {
    auto folder = openRoot(root);
    PODIUM_TRY(Descriptor, folder);
    const std::string path = rawPath.empty() ? "." : std::string(rawPath);
    const std::string shown = base::toUtf8(rawPath.empty() ? root.native() : path);
    if (!rawPath.empty() && !isSafePath(rawPath))
        return Error{ErrorCode::ArtifactOutside, {shown}};
    Descriptor fd(openBeneath(folder.value().get(), path, O_RDONLY | O_DIRECTORY | CommonFlags));
    if (!fd.valid())
        return openError(shown);
    return fd;
}

}  // namespace podium::artifacts
