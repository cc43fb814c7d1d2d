// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/ini.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>

namespace podium::http {

namespace {

constexpr std::string_view Blanks = " \t\r\f\v";
constexpr std::size_t LargestFile = std::size_t{1} << 20U;

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(Blanks);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(Blanks) + 1 - begin);
}

std::string small(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return result;
}

/// Reads line by line; `m_value` is where a line that goes on belongs.
class Reader {
public:
    void take(std::string_view line, std::map<std::string, Ini::Section, std::less<>>& sections) {
        const std::string_view text = trimmed(line);
        if (text.empty() || text.front() == '#' || text.front() == ';')
            return;
        const std::size_t indent = line.find_first_not_of(Blanks);
        if (m_value != nullptr && indent > m_indent) {
            *m_value += '\n';
            *m_value += text;
            return;
        }
        m_value = nullptr;
        m_indent = indent;
        if (const std::size_t end = text.rfind(']'); text.front() == '[' && end > 1) {
            if (end != std::string_view::npos)
                m_section = &sections[std::string(text.substr(1, end - 1))];
            return;
        }
        const std::size_t between = text.find_first_of("=:");
        if (m_section == nullptr || between == std::string_view::npos || between == 0)
            return;
        m_value = &(*m_section)[small(trimmed(text.substr(0, between)))];
        *m_value = trimmed(text.substr(between + 1));
    }

private:
    Ini::Section* m_section = nullptr;
    std::string* m_value = nullptr;
    std::size_t m_indent = 0;
};

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

}  // namespace

Ini Ini::parse(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    Ini ini;
    Reader reader;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        reader.take(text.substr(begin, end - begin), ini.m_sections);
        begin = end + 1;
    }
    return ini;
}

base::Result<std::optional<Ini>> Ini::read(const std::filesystem::path& path) {
    using Found = base::Result<std::optional<Ini>>;
    const auto unusable = [&](int errnoValue) -> Found {
        return base::Error{base::ErrorCode::CredentialsUnusable,
                           {path.string(), base::systemReason(errnoValue)}};
    };
    errno = 0;
    const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rbe"));
    if (!file)
        return errno == ENOENT || errno == ENOTDIR ? Found(std::optional<Ini>()) : unusable(errno);
    std::string text(LargestFile, '\0');
    errno = 0;
    const std::size_t size = std::fread(text.data(), 1, text.size(), file.get());
    if (std::ferror(file.get()) != 0)
        return unusable(errno);
    if (size == LargestFile)
        return unusable(EFBIG);
    text.resize(size);
    auto ini = std::optional<Ini>(parse(text));
    std::ranges::fill(text, '\0');
    return ini;
}

const Ini::Section* Ini::section(std::string_view name) const {
    const auto found = m_sections.find(name);
    return found == m_sections.end() ? nullptr : &found->second;
}

std::string Ini::value(std::string_view name, std::string_view key) const {
    const Section* keys = section(name);
    if (keys == nullptr)
        return {};
    const auto found = keys->find(key);
    return found == keys->end() ? std::string() : found->second;
}

}  // namespace podium::http
