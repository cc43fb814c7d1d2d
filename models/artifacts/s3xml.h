// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/way.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The XML that S3 speaks (API reference: ListObjectsV2, Error Responses).
namespace podium::artifacts {

/// A page of a listing; keys and prefixes are whole, as bytes.
struct S3Page {
    std::vector<ListedFile> entries;  // path: key or common prefix ("/" at its end, isFolder)
    std::string continuation;         // "" on the last page
};

/// Nothing if the text is no such XML. Keys are decoded where the answer says that they are encoded
/// (encoding-type=url).
[[nodiscard]] std::optional<S3Page> readS3Page(std::string_view xml);

struct S3Fault {
    std::string code;  // "NoSuchKey", "AccessDenied" …; "" where the text is no such XML
    std::string message;
    std::string region;  // where the bucket is, in answers that tell so
};
[[nodiscard]] S3Fault readS3Fault(std::string_view xml);

}  // namespace podium::artifacts
