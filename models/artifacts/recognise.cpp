// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/recognise.h"

#include "artifacts/encoding.h"
#include "artifacts/magic.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string>

namespace podium::artifacts {

using namespace std::string_view_literals;

namespace {

struct Extension {
    std::string_view name;
    Kind kind;
};

constexpr std::array Extensions = {
    Extension{"md", Kind::Markdown},     Extension{"markdown", Kind::Markdown},
    Extension{"html", Kind::Html},       Extension{"htm", Kind::Html},
    Extension{"xhtml", Kind::Html},      Extension{"json", Kind::Json},
    Extension{"geojson", Kind::GeoJson}, Extension{"ipynb", Kind::Notebook},
    Extension{"jsonl", Kind::JsonLines}, Extension{"ndjson", Kind::JsonLines},
    Extension{"yaml", Kind::Yaml},       Extension{"yml", Kind::Yaml},
    Extension{"csv", Kind::Csv},         Extension{"tsv", Kind::Tsv},
    Extension{"tab", Kind::Tsv},         Extension{"svg", Kind::Svg},
    Extension{"log", Kind::Log},         Extension{"out", Kind::Log},
    Extension{"err", Kind::Log},         Extension{"toml", Kind::Toml},
};

/// Endings of texts that are code.
constexpr std::array CodeExtensions = {
    "py"sv,  "pyi"sv, "r"sv,   "sh"sv,    "bash"sv, "js"sv,    "ts"sv,    "c"sv,     "h"sv,
    "cpp"sv, "hpp"sv, "cc"sv,  "cu"sv,    "cuh"sv,  "java"sv,  "scala"sv, "go"sv,    "rs"sv,
    "jl"sv,  "sql"sv, "xml"sv, "ini"sv,   "cfg"sv,  "css"sv,   "diff"sv,  "patch"sv, "dockerfile"sv,
    "lua"sv, "m"sv,   "rb"sv,  "swift"sv, "kt"sv,   "proto"sv, "tf"sv,    "cmake"sv,
};

std::string lowered(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return lower;
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

/// What stands behind the signs of `token`, with blanks between them; empty where they differ.
std::string_view behind(std::string_view text, std::initializer_list<std::string_view> tokens) {
    for (const std::string_view token : tokens) {
        text = trimmed(text);
        if (!text.starts_with(token))
            return {};
        text.remove_prefix(token.size());
    }
    return text;
}

/// A table as pandas writes it with `orient="split"` and MLflow's log_table without its index.
bool isJsonTable(std::string_view text, bool whole) {
    std::string_view rest = behind(text, {"{", "\"columns\"", ":", "["});
    if (rest.empty())
        rest = behind(text, {"{", "\"index\"", ":", "["});
    return !rest.empty() && (!whole || (rest.find("\"data\"") != std::string_view::npos &&
                                        text.find("\"columns\"") != std::string_view::npos));
}

/// Objects one a line: the first line is closed, and another object follows.
bool isJsonPerLine(std::string_view text) {
    if (!text.starts_with('{'))
        return false;
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos)
        return false;
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line.size() >= 2 && line.ends_with('}') && trimmed(text.substr(end)).starts_with('{');
}

bool isGeoJson(std::string_view text) {
    std::string_view rest = text.substr(0, 4096);
    for (const std::string_view type :
         {"FeatureCollection"sv, "Feature"sv, "GeometryCollection"sv}) {
        std::size_t at = rest.find("\"type\"");
        if (at != std::string_view::npos &&
            behind(rest.substr(at), {"\"type\"", ":", "\"", type, "\""}).data() != nullptr)
            return true;
    }
    return false;
}

/// What kind of JSON it is.
Kind jsonKind(std::string_view text, bool whole) {
    if (isJsonTable(text, whole))
        return Kind::JsonTable;
    if (isGeoJson(text))
        return Kind::GeoJson;
    if (!behind(text, {"{", "\"cells\"", ":", "[", "{", "\"cell_type\""}).empty())
        return Kind::Notebook;
    return isJsonPerLine(text) ? Kind::JsonLines : Kind::Json;
}

/// Names that MLflow and its tools give their files.
std::optional<Kind> kindByWellKnownName(std::string_view fileName, std::string_view extension) {
    const std::string lower = lowered(fileName);
    if (fileName == "MLmodel")
        return Kind::MLmodel;
    if (lower == "mlproject")
        return Kind::Project;
    if (extension == "txt" && lower.find("requirements") != std::string::npos)
        return Kind::Requirements;
    if (lower == "conda.yaml" || lower == "conda.yml" || lower == "python_env.yaml")
        return Kind::Environment;
    if (lower == "pipfile" || lower == "poetry.lock" || lower == "uv.lock")
        return Kind::Toml;
    if (lower == "dockerfile" || lower == "makefile")
        return Kind::Code;
    return std::nullopt;
}

std::optional<Kind> kindByExtension(std::string_view body, std::string_view extension, bool whole) {
    if (std::find(CodeExtensions.begin(), CodeExtensions.end(), extension) != CodeExtensions.end())
        return Kind::Code;
    for (const Extension& known : Extensions) {
        if (known.name != extension)
            continue;
        const bool json = known.kind == Kind::Json || known.kind == Kind::JsonLines ||
                          known.kind == Kind::Notebook || known.kind == Kind::GeoJson;
        if (known.kind == Kind::Svg || (json && !startsLikeJson(body)))
            return Kind::Text;  // the content contradicts the name
        if (known.kind == Kind::GeoJson || known.kind == Kind::Notebook)
            return body.starts_with('{') ? known.kind : Kind::Json;
        return known.kind == Kind::Json ? jsonKind(body, whole) : known.kind;
    }
    return std::nullopt;
}

Kind kindOfText(std::string_view text, std::string_view fileName, std::string_view extension,
                bool whole) {
    const std::string_view body = trimmed(text);
    const std::string lower = lowered(body.substr(0, 8192));
    if (startsLikeSvg(lower))
        return Kind::Svg;
    if (lower.starts_with("<!doctype html") || lower.starts_with("<html"))
        return Kind::Html;
    if (const auto kind = kindByWellKnownName(fileName, extension))
        return *kind;
    if (const auto kind = kindByExtension(body, extension, whole))
        return *kind;
    if (isJsonPerLine(body))
        return Kind::JsonLines;
    if (isClearlyJson(body, whole))
        return jsonKind(body, whole);
    if (lower.starts_with("---\n") || lower.starts_with("%yaml"))
        return Kind::Yaml;
    if (lower.starts_with("#!"))
        return Kind::Code;
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
