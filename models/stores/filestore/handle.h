// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/stat.h>
#include <string>
#include <string_view>
#include <utility>

namespace podium::stores::filestore {

/// Owns a file descriptor.
class Fd {
public:
    Fd() = default;
    explicit Fd(int fd) : m_fd(fd) {}
    Fd(Fd&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    Fd& operator=(Fd&& other) noexcept;
    Fd(const Fd&) = delete;
    Fd& operator=(const Fd&) = delete;
    ~Fd() { close(); }

    [[nodiscard]] bool valid() const { return m_fd >= 0; }
    [[nodiscard]] int get() const { return m_fd; }
    void close();

private:
    int m_fd = -1;
};

/// What came of opening a thing in a store.
enum class OpenState {
    Ok,
    Missing,    // nothing there, or a link that leads nowhere
    Outside,    // a link that leaves the store, or a second link in a row
    WrongType,  // not the folder or the regular file that was asked for
    Failed,     // `error` says why
};

struct Opened {
    OpenState state = OpenState::Missing;
    int error = 0;
    Fd fd;
    struct stat status {};  // of what `fd` stands for; for files only
    bool viaLink = false;
};

/// Opens files and folders of one store, read-only and without ever waiting (a FIFO is not a file).
/// A symbolic link is followed once, and only if what it stands for lies in the store: anything
/// else could show a person files that are none of the store's. Stateless after construction; used
/// from many threads.
class Opener {
public:
    /// `realRoot`: absolute path of the store's root without links.
    explicit Opener(std::string realRoot) : m_root(std::move(realRoot)) {}

    [[nodiscard]] const std::string& root() const { return m_root; }
    [[nodiscard]] Opened folder(int dir, const char* name, bool mayFollow = true) const;
    [[nodiscard]] Opened file(int dir, const char* name, bool mayFollow = true) const;
    /// What a link stands for, as a path-only descriptor; `status` is that of its target.
    [[nodiscard]] Opened follow(int dir, const char* name) const;
    /// Opens what follow() found, as a folder or as a regular file.
    [[nodiscard]] static Opened reopen(const Opened& target);

private:
    std::string m_root;
};

/// read() until `size` bytes are there or the file ends; -1 on error.
[[nodiscard]] long readFully(int fd, char* buffer, std::size_t size);

}  // namespace podium::stores::filestore
