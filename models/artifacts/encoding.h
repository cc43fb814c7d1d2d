// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/bytes.h"

#include <memory>
#include <string>
#include <string_view>

namespace podium::artifacts {

enum class Encoding { Utf8, Utf16Le, Utf16Be, Latin1 };

struct EncodingGuess {
    Encoding encoding = Encoding::Utf8;
    int markLength = 0;  // bytes of the byte order mark
};

/// Judges by the first bytes: a byte order mark decides, well-formed UTF-8 is UTF-8, anything else
/// is read as Latin-1 with the Windows-1252 signs, which never fails. Unless `head` is the `whole`
/// text, a sequence may be cut at its end.
[[nodiscard]] EncodingGuess guessEncoding(std::string_view head, bool whole);

/// The bytes as UTF-8. UTF-16 must come in whole units; what is malformed becomes U+FFFD.
[[nodiscard]] std::string decoded(std::string_view bytes, Encoding encoding);

/// A text as bytes in which a line ends with one byte 0x0A and `encoding` is UTF-8 or Latin-1.
struct TextBytes {
    std::shared_ptr<const Bytes> bytes;
    Encoding encoding = Encoding::Utf8;
    std::int64_t start = 0;  // where the text begins, behind a byte order mark
    bool truncated = false;  // UTF-16 is converted in memory, up to a bound
};

/// Opens a file's bytes as text. UTF-16 files are converted at once and at most MaxConverted bytes
/// of them; others stay on disk. Errors: ReadFailed.
[[nodiscard]] base::Result<TextBytes> openText(std::shared_ptr<const Bytes> bytes);
inline constexpr std::int64_t MaxConverted = std::int64_t{32} * 1024 * 1024;

}  // namespace podium::artifacts
