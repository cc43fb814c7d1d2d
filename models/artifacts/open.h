// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/bytes.h"
#include "base/clock.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

/// The one way into an artifact folder. A store is untrusted: nothing outside the root is opened
/// whatever its names and links say, and nothing but regular files and folders is ever opened (a
/// FIFO would block, a device act). Links inside the root are followed where the kernel can
/// guarantee that they stay inside (openat2, Linux 5.6), refused elsewhere.
namespace podium::artifacts {

/// A file descriptor that closes itself.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int fd) : m_fd(fd) {}
    Descriptor(Descriptor&& other) noexcept : m_fd(other.release()) {}
    Descriptor& operator=(Descriptor&& other) noexcept;
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor();

    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] bool valid() const { return m_fd >= 0; }
    int release();

private:
    int m_fd = -1;
};

/// True for a relative path of at least one part, without "..", ".", empty parts and NUL. Bytes
/// that are no UTF-8 are fine: they are names of real files.
[[nodiscard]] bool isSafePath(std::string_view rawPath);

/// An opened regular file below an artifact root; readable from several threads at once.
class File : public Bytes {
public:
    /// `rawPath`: bytes as they are on disk, relative to `root`, "/"-separated. Errors:
    /// ArtifactOutside (the path or a link on it leaves the root), PathNotFound, PathNotReadable,
    /// UnexpectedEntry (no regular file).
    [[nodiscard]] static base::Result<std::shared_ptr<const File>> open(
        const std::filesystem::path& root, std::string_view rawPath);

    [[nodiscard]] std::int64_t size() const override { return m_size; }
    [[nodiscard]] base::Millis modified() const { return m_modified; }
    [[nodiscard]] bool executable() const { return m_executable; }
    [[nodiscard]] base::Result<std::string> read(std::int64_t offset,
                                                 std::size_t count) const override;

private:
    File(Descriptor descriptor, std::string shownPath);

    Descriptor m_descriptor;
    std::string m_shownPath;
    std::int64_t m_size = 0;
    base::Millis m_modified = 0;
    bool m_executable = false;
};

/// Opens a folder below the root; an empty path is the root itself. Errors as File::open.
[[nodiscard]] base::Result<Descriptor> openFolder(const std::filesystem::path& root,
                                                  std::string_view rawPath);

}  // namespace podium::artifacts
