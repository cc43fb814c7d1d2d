// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/ids.h"

#include <cstdint>
#include <string>
#include <string_view>

/// What the cache holds of artifacts that lie on servers.
namespace podium::cache {

/// One file of a run's or logged model's artifacts.
struct RemoteKey {
    base::SourceNo source;
    std::string owner;  // run id or logged model id
    std::string path;   // below the owner's root

    friend bool operator==(const RemoteKey&, const RemoteKey&) = default;
};

/// A folder as a server listed it.
struct StoredFolder {
    std::string document;  // JSON array of {path, is_dir, file_size}
    base::Millis listedAt = 0;
};

/// A file whose content is here.
struct StoredFile {
    std::string path;
    std::string digest;     // SHA-256, hexadecimal
    std::int64_t size = 0;  // bytes
    std::string validator;  // ETag or Last-Modified as the server gave it, "" where it gave none
    base::Millis fetchedAt = 0;
};

struct StoredBlob {
    std::string digest;
    std::int64_t size = 0;
};

/// Bytes of artifacts held here; a content that several files share counts once.
struct BlobUsage {
    std::int64_t bytes = 0;
    std::int64_t blobs = 0;
};

/// True if the patterns name the path. One pattern a line: '*' stands for any characters (also
/// '/'), '?' for one; a pattern that names a folder names everything below it.
[[nodiscard]] bool matchesPatterns(std::string_view patterns, std::string_view path);

}  // namespace podium::cache
