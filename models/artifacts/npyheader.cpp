// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/npy.h"
#include "artifacts/window.h"

#include <charconv>
#include <limits>
#include <optional>

namespace podium::artifacts {

using base::Result;

namespace {

constexpr std::size_t LongestHeader = std::size_t{1} << 20;
constexpr std::size_t MostDimensions = 64;  // NumPy's own bound

std::string_view skipBlanks(std::string_view text) {
    const std::size_t at = text.find_first_not_of(" \t\r\n");
    return at == std::string_view::npos ? std::string_view() : text.substr(at);
}

/// What stands behind `'key':` in a Python dict of the format's own spelling.
std::string_view valueOf(std::string_view dict, std::string_view key) {
    for (const char quote : {'\'', '"'}) {
        const std::string spelled = quote + std::string(key) + quote;
        const std::size_t at = dict.find(spelled);
        if (at == std::string_view::npos)
            continue;
        const std::string_view rest = skipBlanks(dict.substr(at + spelled.size()));
        if (rest.starts_with(':'))
            return skipBlanks(rest.substr(1));
    }
    return {};
}

/// A text in quotes, or a list as it is written, by its brackets.
std::optional<std::string> descrText(std::string_view value) {
    if (value.starts_with('\'') || value.starts_with('"')) {
        const std::size_t end = value.find(value.front(), 1);
        return end == std::string_view::npos ? std::optional<std::string>()
                                             : std::string(value.substr(1, end - 1));
    }
    if (!value.starts_with('['))
        return std::nullopt;
    std::size_t depth = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] == '[')
            ++depth;
        else if (value[i] == ']' && --depth == 0)
            return std::string(value.substr(0, i + 1));
    }
    return std::nullopt;
}

std::optional<std::vector<std::int64_t>> shapeOf(std::string_view value) {
    if (!value.starts_with('('))
        return std::nullopt;
    std::vector<std::int64_t> shape;
    value = skipBlanks(value.substr(1));
    while (!value.empty() && value.front() != ')') {
        std::int64_t size = -1;
        const auto parsed = std::from_chars(value.data(), value.data() + value.size(), size);
        if (parsed.ec != std::errc() || size < 0 || shape.size() >= MostDimensions)
            return std::nullopt;
        shape.push_back(size);
        value.remove_prefix(static_cast<std::size_t>(parsed.ptr - value.data()));
        if (value.starts_with('L'))  // Python 2 wrote 3L
            value.remove_prefix(1);
        value = skipBlanks(value);
        if (value.starts_with(','))
            value = skipBlanks(value.substr(1));
    }
    return value.empty() ? std::nullopt : std::optional(shape);
}

/// "<f8": byte order, kind, and bytes (of U four to a sign).
bool readType(NpyHeader& header) {
    if (header.type.starts_with('[')) {
        header.kind = 'V';
        return true;
    }
    std::string_view type = header.type;
    if (type.empty())
        return false;
    if (std::string_view("<>|=").find(type.front()) != std::string_view::npos) {
        header.bigEndian = type.front() == '>';
        type.remove_prefix(1);
    }
    if (type.empty() || std::string_view("?biufcSUVOMm").find(type[0]) == std::string_view::npos)
        return false;
    header.kind = type[0] == '?' ? 'b' : type[0];
    std::size_t size = type[0] == '?' ? 1 : 0;
    std::from_chars(type.data() + 1, type.data() + type.size(), size);
    if (size > (std::size_t{1} << 30))
        return false;
    header.itemSize = header.kind == 'O' ? 0 : header.kind == 'U' ? size * 4 : size;
    return true;
}

bool countValues(NpyHeader& header) {
    constexpr std::int64_t Most = std::numeric_limits<std::int64_t>::max();
    std::int64_t count = 1;
    for (const std::int64_t size : header.shape) {
        if (size != 0 && count > Most / size)
            return false;
        count *= size;
    }
    header.count = count;
    const auto item = static_cast<std::int64_t>(header.itemSize);
    return item == 0 || count <= (Most - header.dataStart) / item;
}

}  // namespace

Result<NpyHeader> readNpyHeader(const Bytes& bytes) {
    Window window(bytes);
    if (window.view(0, 8).substr(0, 6) != "\x93NUMPY")
        return notDecoded("\\x93NUMPY");
    const std::uint64_t version = window.number(6, 1);
    if (version < 1 || version > 3)
        return notDecoded("version " + std::to_string(version));
    const std::size_t width = version == 1 ? 2 : 4;
    const std::uint64_t length = window.number(8, width);
    if (!window.ok())
        return window.error();
    if (length > LongestHeader)
        return notDecoded("header of " + std::to_string(length) + " bytes");
    const auto start = static_cast<std::int64_t>(8 + width);
    const std::string dict(window.view(start, static_cast<std::size_t>(length)));
    if (!window.ok())
        return window.error();
    NpyHeader header;
    header.dataStart = start + static_cast<std::int64_t>(length);
    const std::optional<std::string> type = descrText(valueOf(dict, "descr"));
    const auto shape = shapeOf(valueOf(dict, "shape"));
    header.type = type.value_or(std::string());
    if (!type || !readType(header))
        return notDecoded("descr");
    header.fortran = valueOf(dict, "fortran_order").starts_with("True");
    header.shape = shape.value_or(std::vector<std::int64_t>());
    if (!shape || !countValues(header))
        return notDecoded("shape");
    return header;
}

}  // namespace podium::artifacts
