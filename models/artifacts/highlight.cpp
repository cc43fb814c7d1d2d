// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/highlight.h"

#include <algorithm>
#include <array>
#include <string>

namespace podium::artifacts {

using base::Result;
using namespace std::string_view_literals;

namespace {

struct Rules {
    std::u16string_view comment;  // up to the end of the row
    std::u16string_view quotes;
    std::vector<std::u16string_view> words;
    bool caseless = false;
    bool keys = false;  // what stands before ':' or '=' is a name
};

const Rules& rulesOf(Language language) {
    static const Rules Python{
        u"#"sv, u"\"'"sv, {u"False"sv,    u"None"sv,    u"True"sv,  u"and"sv,   u"as"sv,
                           u"assert"sv,   u"async"sv,   u"await"sv, u"break"sv, u"class"sv,
                           u"continue"sv, u"def"sv,     u"del"sv,   u"elif"sv,  u"else"sv,
                           u"except"sv,   u"finally"sv, u"for"sv,   u"from"sv,  u"global"sv,
                           u"if"sv,       u"import"sv,  u"in"sv,    u"is"sv,    u"lambda"sv,
                           u"nonlocal"sv, u"not"sv,     u"or"sv,    u"pass"sv,  u"raise"sv,
                           u"return"sv,   u"try"sv,     u"while"sv, u"with"sv,  u"yield"sv}};
    static const Rules Cpp{
        u"//"sv,
        u"\"'`"sv,
        {u"auto"sv,    u"bool"sv,      u"break"sv,     u"case"sv,      u"catch"sv,    u"char"sv,
         u"class"sv,   u"const"sv,     u"continue"sv,  u"default"sv,   u"delete"sv,   u"do"sv,
         u"double"sv,  u"else"sv,      u"enum"sv,      u"export"sv,    u"extends"sv,  u"false"sv,
         u"float"sv,   u"fn"sv,        u"for"sv,       u"func"sv,      u"function"sv, u"if"sv,
         u"impl"sv,    u"import"sv,    u"int"sv,       u"interface"sv, u"let"sv,      u"long"sv,
         u"match"sv,   u"mut"sv,       u"namespace"sv, u"new"sv,       u"null"sv,     u"package"sv,
         u"private"sv, u"protected"sv, u"public"sv,    u"return"sv,    u"static"sv,   u"struct"sv,
         u"switch"sv,  u"template"sv,  u"this"sv,      u"throw"sv,     u"true"sv,     u"try"sv,
         u"type"sv,    u"typename"sv,  u"use"sv,       u"using"sv,     u"val"sv,      u"var"sv,
         u"void"sv,    u"while"sv}};
    static const Rules Shell{
        u"#"sv, u"\"'"sv, {u"case"sv,   u"do"sv,         u"done"sv,   u"echo"sv,   u"elif"sv,
                           u"else"sv,   u"esac"sv,       u"exit"sv,   u"export"sv, u"fi"sv,
                           u"for"sv,    u"function"sv,   u"if"sv,     u"in"sv,     u"local"sv,
                           u"return"sv, u"set"sv,        u"source"sv, u"then"sv,   u"until"sv,
                           u"while"sv,  u"FROM"sv,       u"RUN"sv,    u"COPY"sv,   u"ENV"sv,
                           u"CMD"sv,    u"ENTRYPOINT"sv, u"WORKDIR"sv}};
    static const Rules Sql{
        u"--"sv,
        u"\"'"sv,
        {u"select"sv, u"from"sv,   u"where"sv,  u"group"sv, u"by"sv,     u"order"sv,  u"insert"sv,
         u"into"sv,   u"values"sv, u"update"sv, u"set"sv,   u"delete"sv, u"create"sv, u"table"sv,
         u"join"sv,   u"left"sv,   u"inner"sv,  u"on"sv,    u"and"sv,    u"or"sv,     u"not"sv,
         u"null"sv,   u"as"sv,     u"limit"sv,  u"with"sv,  u"union"sv,  u"case"sv,   u"when"sv,
         u"then"sv,   u"else"sv,   u"end"sv},
        true};
    static const Rules Json{
        {}, u"\""sv, {u"true"sv, u"false"sv, u"null"sv, u"NaN"sv, u"Infinity"sv}, false, true};
    static const Rules Yaml{
        u"#"sv, u"\"'"sv, {u"true"sv, u"false"sv, u"null"sv, u"yes"sv, u"no"sv}, false, true};
    static const Rules Toml{u"#"sv, u"\"'"sv, {u"true"sv, u"false"sv}, false, true};
    static const Rules Xml{{}, u"\"'"sv, {}};
    static const Rules None{};
    switch (language) {
        case Language::Python:
            return Python;
        case Language::Cpp:
            return Cpp;
        case Language::Shell:
            return Shell;
        case Language::Sql:
            return Sql;
        case Language::Json:
            return Json;
        case Language::Yaml:
            return Yaml;
        case Language::Toml:
            return Toml;
        case Language::Xml:
            return Xml;
        default:
            return None;
    }
}

bool isWordSign(char16_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c > 0x7F;
}

bool isDigit(char16_t c) {
    return c >= '0' && c <= '9';
}

char16_t lower(char16_t c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char16_t>(c + 32) : c;
}

/// One row from its start to its end.
class Painter {
public:
    Painter(std::u16string_view row, const Rules& rules) : m_row(row), m_rules(rules) {}

    std::vector<StyledPart> paint() {
        while (m_at < m_row.size()) {
            const char16_t c = m_row[m_at];
            if (!m_rules.comment.empty() && m_row.substr(m_at).starts_with(m_rules.comment)) {
                add(m_row.size() - m_at, TextStyle::Comment);
            } else if (m_rules.quotes.find(c) != std::u16string_view::npos) {
                quoted(c);
            } else if (isDigit(c)) {
                number();
            } else if (isWordSign(c)) {
                word();
            } else {
                ++m_at;
            }
        }
        return std::move(m_parts);
    }

private:
    void add(std::size_t length, TextStyle style) {
        if (style != TextStyle::Plain)
            m_parts.push_back({m_at, length, style});
        m_at += length;
    }
    void quoted(char16_t quote) {
        std::size_t end = m_at + 1;
        while (end < m_row.size() && m_row[end] != quote)
            end += m_row[end] == '\\' ? 2 : 1;
        end = std::min(end + 1, m_row.size());
        add(end - m_at, m_rules.keys && isKeyBefore(end) ? TextStyle::Name : TextStyle::Literal);
    }
    void number() {
        std::size_t end = m_at;
        while (end < m_row.size() &&
               (isWordSign(m_row[end]) || m_row[end] == '.' ||
                ((m_row[end] == '-' || m_row[end] == '+') && lower(m_row[end - 1]) == 'e')))
            ++end;
        add(end - m_at, TextStyle::Number);
    }
    void word() {
        std::size_t end = m_at;
        while (end < m_row.size() &&
               (isWordSign(m_row[end]) || (m_rules.keys && m_row[end] == '-')))
            ++end;
        const std::u16string_view text = m_row.substr(m_at, end - m_at);
        const bool isKeyword =
            std::any_of(m_rules.words.begin(), m_rules.words.end(),
                        [&](std::u16string_view known) { return same(text, known); });
        const bool isKey = m_rules.keys && isKeyBefore(end);
        add(text.size(), isKey       ? TextStyle::Name
                         : isKeyword ? TextStyle::Keyword
                                     : TextStyle::Plain);
    }
    [[nodiscard]] bool same(std::u16string_view text, std::u16string_view known) const {
        return text.size() == known.size() &&
               std::equal(text.begin(), text.end(), known.begin(), [&](char16_t a, char16_t b) {
                   return (m_rules.caseless ? lower(a) : a) == b;
               });
    }
    [[nodiscard]] bool isKeyBefore(std::size_t end) const {
        while (end < m_row.size() && m_row[end] == ' ')
            ++end;
        return end < m_row.size() && (m_row[end] == ':' || m_row[end] == '=');
    }

    std::u16string_view m_row;
    const Rules& m_rules;
    std::size_t m_at = 0;
    std::vector<StyledPart> m_parts;
};

std::vector<StyledPart> diffParts(std::u16string_view row) {
    if (row.empty())
        return {};
    const TextStyle style = row.starts_with(u"+++") || row.starts_with(u"---") ? TextStyle::Strong
                            : row[0] == '+'                                    ? TextStyle::Green
                            : row[0] == '-'                                    ? TextStyle::Red
                            : row.starts_with(u"@@")                           ? TextStyle::Cyan
                                                                               : TextStyle::Plain;
    return style == TextStyle::Plain ? std::vector<StyledPart>()
                                     : std::vector<StyledPart>{{0, row.size(), style}};
}

/// Code points of valid UTF-8 as UTF-16; what is not valid counts as the sign for it, byte by byte,
/// as the view shows it.
std::u16string utf16(std::string_view text) {
    std::u16string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0x80 || i + length > text.size()) {
            out += static_cast<char16_t>(lead < 0x80 ? lead : 0xFFFD);
            ++i;
            continue;
        }
        std::uint32_t code = lead & (0x7FU >> length);
        for (std::size_t k = 1; k < length; ++k)
            code = code << 6U | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        if (code > 0xFFFF) {
            out += static_cast<char16_t>(0xD800 + ((code - 0x10000) >> 10U));
            out += static_cast<char16_t>(0xDC00 + ((code - 0x10000) & 0x3FFU));
        } else {
            out += static_cast<char16_t>(code);
        }
        i += length;
    }
    return out;
}

}  // namespace

Language languageOf(std::string_view fileName) {
    const std::string_view name = fileName.substr(fileName.rfind('/') + 1);
    if (name == "Dockerfile" || name == "Makefile")
        return Language::Shell;
    const std::size_t dot = name.rfind('.');
    std::string ending(dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1));
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    struct Known {
        std::string_view ending;
        Language language;
    };
    constexpr std::array Endings = {
        Known{"py", Language::Python},  Known{"pyi", Language::Python},
        Known{"r", Language::Python},   Known{"jl", Language::Python},
        Known{"c", Language::Cpp},      Known{"h", Language::Cpp},
        Known{"cc", Language::Cpp},     Known{"cpp", Language::Cpp},
        Known{"hpp", Language::Cpp},    Known{"cu", Language::Cpp},
        Known{"cuh", Language::Cpp},    Known{"java", Language::Cpp},
        Known{"js", Language::Cpp},     Known{"ts", Language::Cpp},
        Known{"go", Language::Cpp},     Known{"rs", Language::Cpp},
        Known{"scala", Language::Cpp},  Known{"kt", Language::Cpp},
        Known{"swift", Language::Cpp},  Known{"css", Language::Cpp},
        Known{"proto", Language::Cpp},  Known{"sh", Language::Shell},
        Known{"bash", Language::Shell}, Known{"dockerfile", Language::Shell},
        Known{"sql", Language::Sql},    Known{"json", Language::Json},
        Known{"jsonl", Language::Json}, Known{"ndjson", Language::Json},
        Known{"ipynb", Language::Json}, Known{"geojson", Language::Json},
        Known{"yaml", Language::Yaml},  Known{"yml", Language::Yaml},
        Known{"toml", Language::Toml},  Known{"ini", Language::Toml},
        Known{"cfg", Language::Toml},   Known{"tf", Language::Toml},
        Known{"xml", Language::Xml},    Known{"svg", Language::Xml},
        Known{"html", Language::Xml},   Known{"htm", Language::Xml},
        Known{"diff", Language::Diff},  Known{"patch", Language::Diff}};
    for (const Known& known : Endings) {
        if (known.ending == ending)
            return known.language;
    }
    if (name == "MLmodel" || name == "MLproject")
        return Language::Yaml;
    return name == "Pipfile" ? Language::Toml : Language::None;
}

std::vector<StyledPart> highlight(std::u16string_view row, Language language) {
    if (language == Language::None)
        return {};
    return language == Language::Diff ? diffParts(row) : Painter(row, rulesOf(language)).paint();
}

Result<std::vector<Line>> StyledLines::read(std::int64_t first, std::size_t count) const {
    auto lines = m_lines->read(first, count);
    PODIUM_TRY(std::vector<Line>, lines);
    for (Line& line : lines.value()) {
        if (m_language != Language::None) {
            line.parts = highlight(utf16(line.text), m_language);
        } else if (line.text.find_first_of("\x1B\r") != std::string::npos) {
            const bool hasColours = line.text.find('\x1B') != std::string::npos;
            const std::size_t again = line.text.find_last_not_of('\r');
            const std::size_t back = line.text.rfind('\r', again);
            if (back != std::string::npos && again != std::string::npos)
                line.text.erase(0, back + 1);  // a progress bar that was drawn anew
            if (hasColours) {
                line.parts = readAnsi(utf16(line.text)).parts;
                line.text = withoutAnsi(line.text);
            }
        }
    }
    return lines;
}

}  // namespace podium::artifacts
