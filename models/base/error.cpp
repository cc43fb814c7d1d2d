// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include <array>
#include <system_error>

namespace podium::base {

namespace {

constexpr std::array Names = {
    std::pair{ErrorCode::PathNotFound, std::string_view("path-not-found")},
    std::pair{ErrorCode::PathNotReadable, std::string_view("path-not-readable")},
    std::pair{ErrorCode::NotAStore, std::string_view("not-a-store")},
    std::pair{ErrorCode::NotADatabase, std::string_view("not-a-database")},
    std::pair{ErrorCode::EmptyDatabase, std::string_view("empty-database")},
    std::pair{ErrorCode::FolderNotDatabase, std::string_view("folder-not-database")},
    std::pair{ErrorCode::UnsupportedSource, std::string_view("unsupported-source")},
    std::pair{ErrorCode::SourceVanished, std::string_view("source-vanished")},
    std::pair{ErrorCode::MetaMissing, std::string_view("meta-missing")},
    std::pair{ErrorCode::MetaEmpty, std::string_view("meta-empty")},
    std::pair{ErrorCode::MetaInvalid, std::string_view("meta-invalid")},
    std::pair{ErrorCode::MetaKeyMissing, std::string_view("meta-key-missing")},
    std::pair{ErrorCode::MetaIdMismatch, std::string_view("meta-id-mismatch")},
    std::pair{ErrorCode::MetaValueInvalid, std::string_view("meta-value-invalid")},
    std::pair{ErrorCode::MetricLineInvalid, std::string_view("metric-line-invalid")},
    std::pair{ErrorCode::MetricFileEmpty, std::string_view("metric-file-empty")},
    std::pair{ErrorCode::KeyInvalid, std::string_view("key-invalid")},
    std::pair{ErrorCode::NotUtf8, std::string_view("not-utf8")},
    std::pair{ErrorCode::ValueTooLarge, std::string_view("value-too-large")},
    std::pair{ErrorCode::NestingTooDeep, std::string_view("nesting-too-deep")},
    std::pair{ErrorCode::SymlinkOutside, std::string_view("symlink-outside")},
    std::pair{ErrorCode::UnexpectedEntry, std::string_view("unexpected-entry")},
    std::pair{ErrorCode::DuplicateName, std::string_view("duplicate-name")},
    std::pair{ErrorCode::ReadFailed, std::string_view("read-failed")},
    std::pair{ErrorCode::WatchLimit, std::string_view("watch-limit")},
    std::pair{ErrorCode::ArtifactRootOnly, std::string_view("artifact-root-only")},
    std::pair{ErrorCode::NestedStore, std::string_view("nested-store")},
    std::pair{ErrorCode::CacheOpenFailed, std::string_view("cache-open-failed")},
    std::pair{ErrorCode::CacheNewer, std::string_view("cache-newer")},
    std::pair{ErrorCode::CacheDamaged, std::string_view("cache-damaged")},
    std::pair{ErrorCode::CacheBusy, std::string_view("cache-busy")},
    std::pair{ErrorCode::DatabaseDamaged, std::string_view("database-damaged")},
    std::pair{ErrorCode::Sql, std::string_view("sql")},
    std::pair{ErrorCode::QuerySyntax, std::string_view("query-syntax")},
    std::pair{ErrorCode::QueryInvalid, std::string_view("query-invalid")},
    std::pair{ErrorCode::ArtifactNotFound, std::string_view("artifact-not-found")},
    std::pair{ErrorCode::ArtifactOutside, std::string_view("artifact-outside")},
    std::pair{ErrorCode::ArtifactUnreachable, std::string_view("artifact-unreachable")},
    std::pair{ErrorCode::ArtifactTooLarge, std::string_view("artifact-too-large")},
    std::pair{ErrorCode::DecodeFailed, std::string_view("decode-failed")},
    std::pair{ErrorCode::WriteFailed, std::string_view("write-failed")},
    std::pair{ErrorCode::Internal, std::string_view("internal")},
};
static_assert(Names.size() == static_cast<std::size_t>(ErrorCode::Internal) + 1,
              "every code has a name");

}  // namespace

std::string_view codeName(ErrorCode code) {
    return Names[static_cast<std::size_t>(code)].second;
}

ErrorCode codeFromName(std::string_view name) {
    for (const auto& [code, known] : Names) {
        if (known == name)
            return code;
    }
    return ErrorCode::Internal;
}

std::string logLine(const Error& error) {
    std::string line(codeName(error.code));
    for (const std::string& arg : error.args)
        line += ": " + arg;
    return line;
}

std::string systemReason(int errnoValue) {
    return std::generic_category().message(errnoValue);
}

}  // namespace podium::base
