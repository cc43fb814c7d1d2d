// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/recognise.h"

#include "artifacts/encoding.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace podium::artifacts {

using namespace std::string_view_literals;

namespace {

struct Magic {
    std::string_view bytes;
    Kind kind;
};

constexpr std::array Magics = {
    Magic{"\x89PNG\r\n\x1A\n"sv, Kind::Png},
    Magic{"\xFF\xD8\xFF"sv, Kind::Jpeg},
    Magic{"GIF87a"sv, Kind::Gif},
    Magic{"GIF89a"sv, Kind::Gif},
    Magic{"II*\0"sv, Kind::Tiff},
    Magic{"MM\0*"sv, Kind::Tiff},
    Magic{"%PDF-"sv, Kind::Pdf},
    Magic{"PK\x03\x04"sv, Kind::Archive},
    Magic{"PK\x05\x06"sv, Kind::Archive},
    Magic{"\x1F\x8B"sv, Kind::Archive},
    Magic{"BZh"sv, Kind::Archive},
    Magic{"\xFD"
          "7zXZ\0"sv,
          Kind::Archive},
    Magic{"\x28\xB5\x2F\xFD"sv, Kind::Archive},
    Magic{"7z\xBC\xAF\x27\x1C"sv, Kind::Archive},
    Magic{"\x93NUMPY"sv, Kind::NumPy},
    Magic{"\x89HDF\r\n\x1A\n"sv, Kind::Hdf5},
    Magic{"PAR1"sv, Kind::Parquet},
    Magic{"SQLite format 3\0"sv, Kind::Database},
};

struct Extension {
    std::string_view name;
    Kind kind;
};

constexpr std::array Extensions = {
    Extension{"md", Kind::Markdown},     Extension{"markdown", Kind::Markdown},
    Extension{"html", Kind::Html},       Extension{"htm", Kind::Html},
    Extension{"xhtml", Kind::Html},      Extension{"json", Kind::Json},
    Extension{"geojson", Kind::Json},    Extension{"ipynb", Kind::Json},
    Extension{"jsonl", Kind::JsonLines}, Extension{"ndjson", Kind::JsonLines},
    Extension{"yaml", Kind::Yaml},       Extension{"yml", Kind::Yaml},
    Extension{"csv", Kind::Csv},         Extension{"tsv", Kind::Tsv},
    Extension{"tab", Kind::Tsv},         Extension{"svg", Kind::Svg},
    Extension{"log", Kind::Log},         Extension{"out", Kind::Log},
    Extension{"err", Kind::Log},         Extension{"py", Kind::Code},
    Extension{"r", Kind::Code},          Extension{"sh", Kind::Code},
    Extension{"js", Kind::Code},         Extension{"ts", Kind::Code},
    Extension{"c", Kind::Code},          Extension{"h", Kind::Code},
    Extension{"cpp", Kind::Code},        Extension{"hpp", Kind::Code},
    Extension{"cu", Kind::Code},         Extension{"java", Kind::Code},
    Extension{"scala", Kind::Code},      Extension{"go", Kind::Code},
    Extension{"rs", Kind::Code},         Extension{"jl", Kind::Code},
    Extension{"sql", Kind::Code},        Extension{"xml", Kind::Code},
    Extension{"toml", Kind::Code},       Extension{"ini", Kind::Code},
    Extension{"cfg", Kind::Code},        Extension{"css", Kind::Code},
    Extension{"diff", Kind::Code},       Extension{"patch", Kind::Code},
    Extension{"dockerfile", Kind::Code},
};

std::string lowered(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return lower;
}

std::optional<Kind> kindByMagic(std::string_view head, std::string_view extension,
                                std::int64_t size) {
    for (const Magic& magic : Magics) {
        if (head.starts_with(magic.bytes))
            return magic.kind;
    }
    if (head.size() >= 12 && head.starts_with("RIFF") && head.substr(8, 4) == "WEBP")
        return Kind::Webp;
    // "BM" alone is two letters; the reserved field behind the size is zero in every writer.
    if (head.size() >= 14 && head.starts_with("BM") && head.substr(6, 4) == "\0\0\0\0"sv)
        return Kind::Bmp;
    if (head.size() >= 262 && head.substr(257, 5) == "ustar")
        return Kind::Archive;
    // Pickle protocols 2 to 5 start with 0x80 and the number; all end with '.'.
    if (size >= 3 && head.size() >= 2 && head[0] == '\x80' && head[1] >= 2 && head[1] <= 5)
        return Kind::Pickle;
    if (extension == "tar")
        return Kind::Archive;
    return std::nullopt;
}

/// Text has no NUL and next to no control signs.
bool looksLikeText(std::string_view head, const EncodingGuess& guess) {
    if (guess.encoding == Encoding::Utf16Le || guess.encoding == Encoding::Utf16Be)
        return true;
    std::size_t controls = 0;
    for (const char c : head) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte == 0)
            return false;
        const bool usual = byte >= 0x20 || (byte >= 0x07 && byte <= 0x0D) || byte == 0x1B;
        controls += usual && byte != 0x7F ? 0 : 1;
    }
    // Latin-1 accepts any byte, so it has to be cleaner than UTF-8 to count as text.
    return controls * (guess.encoding == Encoding::Latin1 ? 200 : 50) <= head.size();
}

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

bool startsLikeJson(std::string_view text) {
    if (text.empty())
        return false;
    const char c = text.front();
    return c == '{' || c == '[' || c == '"' || c == '-' || (c >= '0' && c <= '9') ||
           text.starts_with("true") || text.starts_with("false") || text.starts_with("null") ||
           text.starts_with("NaN") || text.starts_with("Infinity");
}

/// The root element may stand behind a declaration, a doctype and comments.
bool startsLikeSvg(const std::string& lower) {
    const std::size_t at = lower.find("<svg");
    return lower.starts_with('<') && at != std::string::npos && at < 4096 &&
           (at == 0 || lower.starts_with("<?xml") || lower.starts_with("<!"));
}

/// `{` with a quoted key or `[` alone do not make a text of unknown name JSON; both ends have to
/// look like it when the whole text is known.
bool isClearlyJson(std::string_view text, bool whole) {
    if (text.size() < 2 || (text.front() != '{' && text.front() != '['))
        return false;
    const std::string_view rest = trimmed(text.substr(1));
    const bool opens = text.front() == '{' ? rest.starts_with('"') || rest.starts_with('}')
                                           : rest.starts_with(']') || startsLikeJson(rest);
    const std::size_t last = text.find_last_not_of(" \t\r\n");
    return opens && (!whole || text[last] == '}' || text[last] == ']');
}

/// At least three lines, the same number (one or more) of tabs in each.
bool isClearlyTabbed(std::string_view text) {
    std::ptrdiff_t tabs = -1;
    int lines = 0;
    while (lines < 20) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos)
            break;
        const std::string_view line = text.substr(0, end);
        const auto count = std::count(line.begin(), line.end(), '\t');
        if (count == 0 || (tabs >= 0 && count != tabs))
            return false;
        tabs = count;
        text.remove_prefix(end + 1);
        ++lines;
    }
    return lines >= 3;
}

Kind kindOfText(std::string_view text, std::string_view fileName, std::string_view extension,
                bool whole) {
    const std::string_view body = trimmed(text);
    const std::string lower = lowered(body.substr(0, 8192));
    if (startsLikeSvg(lower))
        return Kind::Svg;
    if (lower.starts_with("<!doctype html") || lower.starts_with("<html"))
        return Kind::Html;
    if (fileName == "MLmodel")
        return Kind::MLmodel;
    if (extension == "txt" && fileName.find("requirements") != std::string_view::npos)
        return Kind::Requirements;
    if (fileName == "MLproject")
        return Kind::Yaml;
    if (fileName == "Dockerfile" || fileName == "Makefile")
        return Kind::Code;
    for (const Extension& known : Extensions) {
        if (known.name != extension)
            continue;
        const bool json = known.kind == Kind::Json || known.kind == Kind::JsonLines;
        if (known.kind == Kind::Svg || (json && !startsLikeJson(body)))
            return Kind::Text;  // the content contradicts the name
        return known.kind;
    }
    if (isClearlyJson(body, whole))
        return Kind::Json;
    if (lower.starts_with("---\n") || lower.starts_with("%yaml"))
        return Kind::Yaml;
    return isClearlyTabbed(text) ? Kind::Tsv : Kind::Text;
}

}  // namespace

bool isRasterImage(Kind kind) {
    return kind >= Kind::Png && kind <= Kind::Tiff;
}

bool isText(Kind kind) {
    return (kind >= Kind::Text && kind <= Kind::Tsv) || kind == Kind::Svg;
}

Kind recognise(std::string_view head, std::string_view name, std::int64_t size) {
    if (size == 0 || head.empty())
        return Kind::Empty;
    const std::string_view fileName = name.substr(name.rfind('/') + 1);
    const std::size_t dot = fileName.rfind('.');
    const std::string extension =
        dot == std::string_view::npos ? std::string() : lowered(fileName.substr(dot + 1));
    if (const auto kind = kindByMagic(head, extension, size))
        return *kind;
    head = head.substr(0, RecogniseBytes);
    const bool whole = static_cast<std::int64_t>(head.size()) >= size;
    const EncodingGuess guess = guessEncoding(head, whole);
    if (!looksLikeText(head, guess))
        return Kind::Binary;
    const std::string text =
        decoded(head.substr(static_cast<std::size_t>(guess.markLength)), guess.encoding);
    return kindOfText(text, fileName, extension, whole);
}

}  // namespace podium::artifacts
