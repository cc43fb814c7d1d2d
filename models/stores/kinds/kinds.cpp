// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/kinds/kinds.h"

#include "stores/filestore/filestore.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <string>

namespace podium::stores {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

using Opened = std::unique_ptr<Store>;

struct Kind {
    bool (*takes)(const std::filesystem::path& path);
    Result<Opened> (*open)(const std::filesystem::path& path);
};

constexpr std::array Kinds = {
    Kind{[](const std::filesystem::path& path) {
             std::error_code failure;
             return std::filesystem::is_directory(path, failure);
         },
         [](const std::filesystem::path& path) -> Result<Opened> {
             Result<std::unique_ptr<FileStore>> store = FileStore::open(path);
             PODIUM_TRY(Opened, store);
             return Opened(std::move(store).value());
         }},
};

/// "%20" and the like as bytes; a '%' that starts no escape stays.
std::string percentDecoded(std::string_view text) {
    const auto digit = [](char c) {
        if (c >= '0' && c <= '9')
            return c - '0';
        const char lower = static_cast<char>(c | 0x20);
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    };
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape = text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 &&
                            digit(text[i + 2]) >= 0;
        decoded +=
            escape ? static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2])) : text[i];
        i += escape ? 2 : 0;
    }
    return decoded;
}

/// What a file is that no kind takes: the words of the message depend on it.
Error refusal(const std::filesystem::path& path) {
    std::error_code failure;
    const auto status = std::filesystem::status(path, failure);
    if (status.type() == std::filesystem::file_type::not_found)
        return {ErrorCode::PathNotFound, {path.string()}};
    if (!std::filesystem::is_regular_file(status))
        return {ErrorCode::PathNotReadable, {path.string(), failure.message()}};
    std::ifstream file(path, std::ios::binary);
    std::array<char, 16> head{};
    file.read(head.data(), head.size());
    if (!file.is_open())
        return {ErrorCode::PathNotReadable, {path.string(), base::systemReason(errno)}};
    const bool isSqlite = std::string_view(head.data(), static_cast<std::size_t>(file.gcount())) ==
                          std::string_view("SQLite format 3\0", 16);
    if (isSqlite)
        return {ErrorCode::UnsupportedSource, {path.string()}};
    const bool named = path.extension() == ".db" || path.extension() == ".sqlite" ||
                       path.extension() == ".sqlite3";
    if (named && file.gcount() == 0)
        return {ErrorCode::EmptyDatabase, {path.string()}};
    if (named)
        return {ErrorCode::NotADatabase, {path.string()}};
    return {ErrorCode::NotAStore, {path.string()}};
}

}  // namespace

Result<Opened> openStore(std::string_view source) {
    std::string place(source);
    if (source.starts_with("file://"))
        place = percentDecoded(source.substr(7));
    else if (source.starts_with("file:"))
        place = percentDecoded(source.substr(5));
    else if (source.find("://") != std::string_view::npos)
        return Error{ErrorCode::UnsupportedSource, {place}};
    std::error_code failure;
    const std::filesystem::path path = std::filesystem::absolute(place, failure);
    for (const Kind& kind : Kinds) {
        if (kind.takes(path))
            return kind.open(path);
    }
    return refusal(path);
}

}  // namespace podium::stores
