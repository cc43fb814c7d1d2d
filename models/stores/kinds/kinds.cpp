// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/kinds/kinds.h"

#include "stores/filestore/filestore.h"
#include "stores/kinds/network.h"
#include "stores/sqlstore/sqlstore.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

namespace podium::stores {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

using Opened = std::unique_ptr<Store>;

constexpr const char* DatabaseName = "mlflow.db";

struct Kind {
    bool (*takes)(const std::filesystem::path& path);
    Result<Opened> (*open)(const std::filesystem::path& path);
};

bool isFolder(const std::filesystem::path& path) {
    std::error_code failure;
    return std::filesystem::is_directory(path, failure);
}

bool isThere(const std::filesystem::path& path) {
    std::error_code failure;
    return std::filesystem::exists(path, failure);
}

bool isFileStore(const std::filesystem::path& path) {
    return FileStore::open(path).ok();
}

bool isFileStoreWithRuns(const std::filesystem::path& path) {
    const Result<std::unique_ptr<FileStore>> store = FileStore::open(path);
    return store.ok() && store.value()->hasRuns();
}

/// MLflow >= 3.7 keeps its runs in `mlflow.db` of the project's folder, and their artifacts in an
/// `mlruns` beside it; older versions leave an empty `mlruns/0` there whatever they use.
bool holdsDatabase(const std::filesystem::path& folder) {
    const std::filesystem::path database = folder / DatabaseName;
    if (!isFolder(folder) || !isThere(database))
        return false;
    return SqlStore::holdsDatabase(database) ? !isFileStoreWithRuns(folder) : !isFileStore(folder);
}

template <typename Kept>
Result<Opened> asStore(Result<std::unique_ptr<Kept>> store) {
    PODIUM_TRY(Opened, store);
    return Opened(std::move(store).value());
}

constexpr std::array Kinds = {
    Kind{[](const std::filesystem::path& path) {
             return SqlStore::takes(path) && !(isFolder(path) && isFileStore(path));
         },
         [](const std::filesystem::path& path) { return asStore(SqlStore::open(path)); }},
    Kind{holdsDatabase,
         [](const std::filesystem::path& path) {
             return asStore(SqlStore::open(path / DatabaseName));
         }},
    Kind{isFolder,
         [](const std::filesystem::path& path) { return asStore(FileStore::open(path)); }},
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

/// The path of a URI: as it stands if there is such a thing, else without what follows a `?` and
/// with its escapes as bytes.
std::filesystem::path uriPath(std::string_view text) {
    const std::string_view bare = text.substr(0, text.find('?'));
    for (const std::string_view literal : {text, bare}) {
        if (isThere(literal))
            return literal;
    }
    return percentDecoded(bare);
}

/// What a source names on this machine; nothing for a scheme that no kind takes.
std::optional<std::filesystem::path> placeOf(std::string_view source) {
    // SQLAlchemy's: three slashes and a relative path, or four slashes in all.
    for (const std::string_view scheme : {"sqlite:///", "sqlite+pysqlite:///"}) {
        if (!source.starts_with(scheme))
            continue;
        std::string_view rest = source.substr(scheme.size());
        if (rest.starts_with("file:") && rest.find("uri=true") != std::string_view::npos)
            rest.remove_prefix(5);
        return rest.empty() || rest.front() == '?' ? std::nullopt : std::optional(uriPath(rest));
    }
    for (const std::string_view scheme : {"file://", "file:"}) {
        if (source.starts_with(scheme))
            return uriPath(source.substr(scheme.size()));
    }
    if (source.find("://") != std::string_view::npos)
        return std::nullopt;
    return std::filesystem::path(source);
}

/// What a file is that no kind takes: the words of the message depend on it.
Error refusal(const std::filesystem::path& path) {
    std::error_code failure;
    const auto status = std::filesystem::status(path, failure);
    if (status.type() == std::filesystem::file_type::not_found)
        return {ErrorCode::PathNotFound, {path.string()}};
    if (!std::filesystem::is_regular_file(status))
        return {ErrorCode::PathNotReadable, {path.string(), failure.message()}};
    const std::ifstream file(path, std::ios::binary);
    if (!file.is_open())
        return {ErrorCode::PathNotReadable, {path.string(), base::systemReason(errno)}};
    return {ErrorCode::NotAStore, {path.string()}};
}

}  // namespace

Result<Opened> openStore(std::string_view source, const OpenContext& context) {
    if (isNetworkSource(source))
        return openNetworkStore(source, context);
    const std::optional<std::filesystem::path> place = placeOf(source);
    if (!place)
        return Error{ErrorCode::UnsupportedSource, {std::string(source)}};
    std::error_code failure;
    const std::filesystem::path path = std::filesystem::absolute(*place, failure);
    for (const Kind& kind : Kinds) {
        if (kind.takes(path))
            return kind.open(path);
    }
    return refusal(path);
}

}  // namespace podium::stores
