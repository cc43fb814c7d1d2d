// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/archive.h"

#include "artifacts/open.h"
#include "artifacts/window.h"
#include "base/utf8.h"

#include <archive.h>
#include <archive_entry.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <functional>

namespace podium::artifacts {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr std::size_t Block = std::size_t{256} << 10;

/// An open archive over Bytes. libarchive calls back for more; faults of reading are kept.
class Reader {
public:
    Reader(const Bytes& bytes, std::stop_token stop)
        : m_bytes(bytes), m_stop(std::move(stop)), m_archive(archive_read_new()) {}
    ~Reader() { archive_read_free(m_archive); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    /// Formats and filters that need no other program.
    Result<void> open() {
        if (m_archive == nullptr)
            return notDecoded("out of memory");
        archive_read_support_filter_gzip(m_archive);
        archive_read_support_filter_bzip2(m_archive);
        archive_read_support_filter_xz(m_archive);
        archive_read_support_filter_lzma(m_archive);
        archive_read_support_filter_zstd(m_archive);
        archive_read_support_filter_lz4(m_archive);
        archive_read_support_format_tar(m_archive);
        archive_read_support_format_gnutar(m_archive);
        archive_read_support_format_zip(m_archive);
        archive_read_support_format_7zip(m_archive);
        archive_read_support_format_raw(m_archive);
        archive_read_set_read_callback(m_archive, &Reader::read);
        archive_read_set_skip_callback(m_archive, &Reader::skip);
        archive_read_set_seek_callback(m_archive, &Reader::seek);
        archive_read_set_callback_data(m_archive, this);
        if (archive_read_open1(m_archive) != ARCHIVE_OK)
            return cancelled() ? Result<void>(base::Cancelled{}) : Result<void>(error());
        return {};
    }

    enum class Next { Entry, End, Fault };
    Next next() {
        m_entry = nullptr;
        const int code = archive_read_next_header(m_archive, &m_entry);
        if (code == ARCHIVE_EOF)
            return Next::End;
        return code == ARCHIVE_OK || code == ARCHIVE_WARN ? Next::Entry : Next::Fault;
    }

    [[nodiscard]] archive_entry* entry() const { return m_entry; }
    [[nodiscard]] bool isRaw() const { return archive_format(m_archive) == ARCHIVE_FORMAT_RAW; }
    [[nodiscard]] bool isStreamed() const {
        return archive_filter_code(m_archive, 0) != ARCHIVE_FILTER_NONE ||
               archive_format(m_archive) == ARCHIVE_FORMAT_7ZIP;
    }
    [[nodiscard]] std::string format() const { return text(archive_format_name(m_archive)); }
    [[nodiscard]] std::string filter() const { return text(archive_filter_name(m_archive, 0)); }
    [[nodiscard]] std::string reason() const { return text(archive_error_string(m_archive)); }
    [[nodiscard]] bool cancelled() const { return m_stop.stop_requested(); }

    [[nodiscard]] Error error() const {
        return m_fault ? *m_fault : notDecoded(reason().empty() ? "archive" : reason());
    }

    /// Hands the entry's content over in blocks until `take` says false. False on a fault.
    bool content(const std::function<bool(std::string_view)>& take) {
        const void* data = nullptr;
        std::size_t size = 0;
        la_int64_t offset = 0;
        while (!cancelled()) {
            const int code = archive_read_data_block(m_archive, &data, &size, &offset);
            if (code == ARCHIVE_EOF)
                return true;
            if (code != ARCHIVE_OK && code != ARCHIVE_WARN)
                return false;
            if (!take(std::string_view(static_cast<const char*>(data), size)))
                return true;
        }
        return true;
    }

private:
    static std::string text(const char* words) {
        return words == nullptr ? std::string() : base::toUtf8(words);
    }
    static la_ssize_t read(archive* handle, void* data, const void** buffer) {
        auto* self = static_cast<Reader*>(data);
        if (self->cancelled()) {
            archive_set_error(handle, ECANCELED, "cancelled");
            return ARCHIVE_FATAL;
        }
        Result<std::string> block = self->m_bytes.read(self->m_at, Block);
        if (!block.ok()) {
            if (block.failed())
                self->m_fault = block.error();
            archive_set_error(handle, EIO, "read");
            return ARCHIVE_FATAL;
        }
        self->m_block = std::move(block).value();
        self->m_at += static_cast<std::int64_t>(self->m_block.size());
        *buffer = self->m_block.data();
        return static_cast<la_ssize_t>(self->m_block.size());
    }
    static la_int64_t skip(archive*, void* data, la_int64_t request) {
        auto* self = static_cast<Reader*>(data);
        const std::int64_t left = std::max<std::int64_t>(0, self->m_bytes.size() - self->m_at);
        const std::int64_t skipped = std::clamp<std::int64_t>(request, 0, left);
        self->m_at += skipped;
        return skipped;
    }
    static la_int64_t seek(archive*, void* data, la_int64_t offset, int whence) {
        auto* self = static_cast<Reader*>(data);
        const std::int64_t size = self->m_bytes.size();
        const std::int64_t from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? self->m_at : size;
        if (offset < -from || offset > size - from)
            return ARCHIVE_FATAL;
        return self->m_at = from + offset;
    }

    const Bytes& m_bytes;
    std::stop_token m_stop;
    archive* m_archive;
    archive_entry* m_entry = nullptr;
    std::string m_block;
    std::int64_t m_at = 0;
    std::optional<Error> m_fault;
};

/// A name that stays below a folder on any system.
bool isTameName(std::string_view name) {
    if (name.ends_with('/'))
        name.remove_suffix(1);
    const bool drive = name.size() >= 2 && name[1] == ':';
    if (!isSafePath(name) || drive)
        return false;
    return name.find('\\') == std::string_view::npos;
}

PackedFile fileOf(archive_entry* entry, bool raw) {
    PackedFile file;
    const char* name = archive_entry_pathname(entry);
    const std::string bytes = name == nullptr || raw ? std::string() : std::string(name);
    file.path = base::toUtf8(bytes);
    file.isTame = raw || isTameName(bytes);
    file.isFolder = archive_entry_filetype(entry) == AE_IFDIR || bytes.ends_with('/');
    file.isLink =
        archive_entry_filetype(entry) == AE_IFLNK || archive_entry_hardlink(entry) != nullptr;
    if (archive_entry_size_is_set(entry) != 0)
        file.size = archive_entry_size(entry);
    if (archive_entry_mtime_is_set(entry) != 0) {
        constexpr std::int64_t Latest = std::int64_t{1} << 40;  // the year 36812
        file.modified = std::clamp<std::int64_t>(archive_entry_mtime(entry), 0, Latest) * 1000;
    }
    return file;
}

Error tooLarge(std::int64_t size, std::int64_t bound) {
    return {ErrorCode::ArtifactTooLarge,
            {std::string(), std::to_string(size), std::to_string(bound)}};
}

/// Hands the content of one file to `take`, at most `most` bytes of it.
Result<std::int64_t> unpack(const Bytes& bytes, std::size_t index, std::int64_t most,
                            const std::stop_token& stop,
                            const std::function<Result<void>(std::string_view)>& take) {
    Reader reader(bytes, stop);
    PODIUM_TRY(std::int64_t, reader.open());
    std::int64_t passed = 0;
    for (std::size_t at = 0;; ++at) {
        const Reader::Next next = reader.next();
        if (reader.cancelled())
            return base::Cancelled{};
        if (next != Reader::Next::Entry)
            return reader.error();
        if (at == index)
            break;
        // What is unpacked only to get past it counts as well.
        const bool good = !reader.isStreamed() || reader.content([&](std::string_view block) {
            passed += static_cast<std::int64_t>(block.size());
            return passed <= most;
        });
        if (!good || passed > most)
            return good ? tooLarge(passed, most) : reader.error();
    }
    std::int64_t done = 0;
    Result<void> taken;
    const bool good = reader.content([&](std::string_view block) {
        done += static_cast<std::int64_t>(block.size());
        if (done <= most)
            taken = take(block);
        return done <= most && taken.ok();
    });
    if (reader.cancelled())
        return base::Cancelled{};
    PODIUM_TRY(std::int64_t, taken);
    if (done > most)
        return tooLarge(done, most);
    if (!good)
        return reader.error();
    return done;
}

}  // namespace

Result<PackedListing> listPacked(const Bytes& bytes, const PackedBounds& bounds,
                                 const std::stop_token& stop) {
    Reader reader(bytes, stop);
    PODIUM_TRY(PackedListing, reader.open());
    PackedListing listing;
    std::int64_t passed = 0;
    while (true) {
        const Reader::Next next = reader.next();
        if (reader.cancelled())
            return base::Cancelled{};
        if (next == Reader::Next::End)
            break;
        if (next == Reader::Next::Fault) {
            if (listing.files.empty())
                return reader.error();
            listing.fault = reader.reason();
            break;
        }
        listing.format = reader.format();
        listing.filter = reader.filter();
        listing.isStream = reader.isRaw();
        if (listing.files.size() >= bounds.files) {
            listing.cut = true;
            break;
        }
        listing.files.push_back(fileOf(reader.entry(), listing.isStream));
        if (listing.isStream)
            break;  // how much it holds is known when it is unpacked
        // In a compressed stream the next header comes only behind the content.
        const bool good = !reader.isStreamed() || reader.content([&](std::string_view block) {
            passed += static_cast<std::int64_t>(block.size());
            return passed <= bounds.bytes;
        });
        if (!good)
            listing.fault = reader.reason();
        listing.cut = listing.cut || passed > bounds.bytes;
        if (!good || listing.cut)
            break;
    }
    // What is neither packed nor an archive is read by the raw format as itself.
    if (listing.isStream && listing.filter == "none")
        return notDecoded("archive");
    return listing;
}

Result<std::int64_t> unpackFile(const Bytes& bytes, std::size_t index, int descriptor,
                                const PackedBounds& bounds, base::Progress& progress,
                                const std::stop_token& stop) {
    return unpack(bytes, index, bounds.bytes, stop, [&](std::string_view block) -> Result<void> {
        while (!block.empty()) {
            const ssize_t wrote = ::write(descriptor, block.data(), block.size());
            if (wrote < 0 && errno == EINTR)
                continue;
            if (wrote <= 0)
                return Error{ErrorCode::WriteFailed, {std::string(), base::systemReason(errno)}};
            block.remove_prefix(static_cast<std::size_t>(wrote));
            progress.done += wrote;
        }
        return {};
    });
}

Result<std::string> unpackToMemory(const Bytes& bytes, std::size_t index, std::int64_t mostBytes,
                                   const std::stop_token& stop) {
    std::string content;
    const auto done =
        unpack(bytes, index, mostBytes, stop, [&](std::string_view block) -> Result<void> {
            content += block;
            return {};
        });
    PODIUM_TRY(std::string, done);
    return content;
}

}  // namespace podium::artifacts
