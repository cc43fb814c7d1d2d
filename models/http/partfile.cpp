// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/partfile.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <system_error>
#include <utility>

namespace podium::http {

namespace {

std::filesystem::path with(std::filesystem::path path, const char* ending) {
    path += ending;
    return path;
}

/// So that a rename survives a power cut, too.
void flushFolder(const std::filesystem::path& folder) {
    const int handle = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle >= 0) {
        fsync(handle);
        close(handle);
    }
}

}  // namespace

PartFile::PartFile(std::filesystem::path target, std::string source)
    : m_target(std::move(target)),
      m_part(with(m_target, ".part")),
      m_from(with(m_target, ".part.from")),
      m_source(std::move(source)) {}

base::Error PartFile::failed(int errnoValue) const {
    return {base::ErrorCode::WriteFailed, {m_target.string(), base::systemReason(errnoValue)}};
}

PartFile::Begun PartFile::begun() const {
    std::error_code failure;
    const auto size = std::filesystem::file_size(m_part, failure);
    std::ifstream from(m_from);
    std::string source;
    Begun begun;
    if (failure || size == 0 || !std::getline(from, source) || source != m_source ||
        !std::getline(from, begun.mark) || begun.mark.empty())
        return {};
    begun.size = static_cast<std::int64_t>(size);
    return begun;
}

base::Result<void> PartFile::open(bool append, std::string_view mark) {
    close();
    if (!append) {
        std::error_code ignored;
        std::filesystem::remove(m_from, ignored);
    }
    errno = 0;
    m_file.reset(std::fopen(m_part.c_str(), append ? "abe" : "wbe"));
    if (!m_file)
        return failed(errno);
    if (!append && !mark.empty()) {
        std::ofstream from(m_from, std::ios::trunc);
        from << m_source << '\n' << mark << '\n';
    }
    return {};
}

base::Result<void> PartFile::write(std::string_view bytes) {
    errno = 0;
    if (!m_file || std::fwrite(bytes.data(), 1, bytes.size(), m_file.get()) != bytes.size())
        return failed(errno);
    return {};
}

base::Result<void> PartFile::finish() {
    errno = 0;
    if (!m_file || std::fflush(m_file.get()) != 0 || fsync(fileno(m_file.get())) != 0)
        return failed(errno);
    m_file.reset();
    std::error_code failure;
    std::filesystem::rename(m_part, m_target, failure);
    if (failure)
        return failed(failure.value());
    std::filesystem::remove(m_from, failure);
    flushFolder(m_target.parent_path());
    return {};
}

void PartFile::close() {
    m_file.reset();
}

void PartFile::discard() {
    m_file.reset();
    std::error_code ignored;
    std::filesystem::remove(m_part, ignored);
    std::filesystem::remove(m_from, ignored);
}

}  // namespace podium::http
