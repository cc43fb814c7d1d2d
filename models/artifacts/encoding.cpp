// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/encoding.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace podium::artifacts {

namespace {

constexpr std::size_t HeadSize = 64 * 1024;

/// Windows-1252, 0x80 to 0x9F; 0 where it has no sign. What people call Latin-1 is this.
constexpr std::array<char32_t, 32> Windows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append(std::string& text, char32_t c) {
    const auto byte = [&text](char32_t value) { text += static_cast<char>(value); };
    if (c < 0x80) {
        byte(c);
    } else if (c < 0x800) {
        byte(0xC0 | (c >> 6));
        byte(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        byte(0xE0 | (c >> 12));
        byte(0x80 | ((c >> 6) & 0x3F));
        byte(0x80 | (c & 0x3F));
    } else {
        byte(0xF0 | (c >> 18));
        byte(0x80 | ((c >> 12) & 0x3F));
        byte(0x80 | ((c >> 6) & 0x3F));
        byte(0x80 | (c & 0x3F));
    }
}

std::string fromLatin1(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        char32_t code = static_cast<unsigned char>(c);
        if (code >= 0x80 && code <= 0x9F && Windows1252[code - 0x80] != 0)
            code = Windows1252[code - 0x80];
        append(text, code);
    }
    return text;
}

std::string fromUtf16(std::string_view bytes, bool bigEndian) {
    std::string text;
    text.reserve(bytes.size());
    const auto unit = [&](std::size_t at) -> char32_t {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(bigEndian ? first << 8 | second : second << 8 | first);
    };
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        char32_t code = unit(at);
        if (code >= 0xD800 && code <= 0xDFFF) {
            const char32_t next = at + 3 < bytes.size() ? unit(at + 2) : 0;
            if (code <= 0xDBFF && next >= 0xDC00 && next <= 0xDFFF) {
                code = 0x10000 + ((code - 0xD800) << 10) + (next - 0xDC00);
                at += 2;
            } else {
                code = 0xFFFD;
            }
        }
        append(text, code);
    }
    return text;
}

/// The head without a sequence that the end of the block cut in two.
std::string_view withoutCutTail(std::string_view head) {
    for (std::size_t back = 1; back <= 3 && back <= head.size(); ++back) {
        const auto c = static_cast<unsigned char>(head[head.size() - back]);
        if ((c & 0xC0U) == 0x80U)
            continue;
        const std::size_t length = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1;
        return length > back ? head.substr(0, head.size() - back) : head;
    }
    return head;
}

}  // namespace

EncodingGuess guessEncoding(std::string_view head, bool whole) {
    const Encoding bytewise =
        base::isUtf8(whole ? head : withoutCutTail(head)) ? Encoding::Utf8 : Encoding::Latin1;
    if (head.starts_with("\xEF\xBB\xBF"))
        return {bytewise, 3};
    if (head.starts_with("\xFF\xFE"))
        return {Encoding::Utf16Le, 2};
    if (head.starts_with("\xFE\xFF"))
        return {Encoding::Utf16Be, 2};
    return {bytewise, 0};
}

std::string decoded(std::string_view bytes, Encoding encoding) {
    switch (encoding) {
        case Encoding::Utf16Le:
            return fromUtf16(bytes, false);
        case Encoding::Utf16Be:
            return fromUtf16(bytes, true);
        case Encoding::Latin1:
            return fromLatin1(bytes);
        case Encoding::Utf8:
            break;
    }
    return base::toUtf8(bytes);
}

base::Result<TextBytes> openText(std::shared_ptr<const Bytes> bytes) {
    auto head = bytes->read(0, HeadSize);
    PODIUM_TRY(TextBytes, head);
    const EncodingGuess guess =
        guessEncoding(head.value(), bytes->size() <= static_cast<std::int64_t>(HeadSize));
    TextBytes text;
    if (guess.encoding == Encoding::Utf8 || guess.encoding == Encoding::Latin1) {
        text.bytes = std::move(bytes);
        text.encoding = guess.encoding;
        text.start = guess.markLength;
        return text;
    }
    auto whole = bytes->read(guess.markLength, MaxConverted);
    PODIUM_TRY(TextBytes, whole);
    text.truncated = bytes->size() - guess.markLength > MaxConverted;
    text.bytes = std::make_shared<MemoryBytes>(decoded(whole.value(), guess.encoding));
    return text;
}

}  // namespace podium::artifacts
