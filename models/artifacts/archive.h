// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/bytes.h"
#include "base/clock.h"
#include "base/progress.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

/// Files inside files, by libarchive: zip, tar, 7z, and gzip, zstd, xz, bzip2 and lz4 around them
/// or around anything else. Names are never used to write anything.
namespace podium::artifacts {

struct PackedFile {
    std::string path;  // as the archive spells it, as valid UTF-8
    bool isFolder = false;
    bool isLink = false;
    /// False where the name would lead out of a folder it is put into: "..", "/x", "C:\x".
    bool isTame = true;
    std::int64_t size = -1;     // bytes, as the archive claims; -1 where it does not
    base::Millis modified = 0;  // 0 where it is not known
};

struct PackedListing {
    std::string format;  // in libarchive's words: "ZIP 2.0 (deflation)"
    std::string filter;  // "gzip", "none"
    std::vector<PackedFile> files;
    bool isStream = false;  // one compressed file that is no archive: files[0] stands for it
    bool cut = false;       // more than the bounds allow
    std::string fault;      // what libarchive says where it goes no further; else ""
};

struct PackedBounds {
    std::size_t files = 100'000;
    /// Bytes that may be unpacked on the way, for a listing and for a file: an archive can claim
    /// anything.
    std::int64_t bytes = std::int64_t{512} << 20;
};

/// What is inside. Errors: DecodeFailed, ReadFailed, cancelled.
[[nodiscard]] base::Result<PackedListing> listPacked(const Bytes& bytes,
                                                     const PackedBounds& bounds = {},
                                                     const std::stop_token& stop = {});

/// Writes the content of the file at `index` of the listing to an open descriptor; how many bytes.
/// Errors: ArtifactTooLarge{"", bytes so far, bound} as soon as there is more than the bound,
/// DecodeFailed, WriteFailed, ReadFailed, cancelled.
[[nodiscard]] base::Result<std::int64_t> unpackFile(const Bytes& bytes, std::size_t index,
                                                    int descriptor, const PackedBounds& bounds,
                                                    base::Progress& progress,
                                                    const std::stop_token& stop = {});

/// The same into memory, for small files: npz, and pictures of a document.
[[nodiscard]] base::Result<std::string> unpackToMemory(const Bytes& bytes, std::size_t index,
                                                       std::int64_t mostBytes,
                                                       const std::stop_token& stop = {});

}  // namespace podium::artifacts
