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
    std::pair{ErrorCode::DatabaseBusy, std::string_view("database-busy")},
    std::pair{ErrorCode::DatabaseNotMlflow, std::string_view("database-not-mlflow")},
    std::pair{ErrorCode::StoreDamaged, std::string_view("store-damaged")},
    std::pair{ErrorCode::NetRefused, std::string_view("net-refused")},
    std::pair{ErrorCode::NetNameNotFound, std::string_view("net-name-not-found")},
    std::pair{ErrorCode::NetTimeout, std::string_view("net-timeout")},
    std::pair{ErrorCode::NetLost, std::string_view("net-lost")},
    std::pair{ErrorCode::TlsExpired, std::string_view("tls-expired")},
    std::pair{ErrorCode::TlsWrongHost, std::string_view("tls-wrong-host")},
    std::pair{ErrorCode::TlsUntrusted, std::string_view("tls-untrusted")},
    std::pair{ErrorCode::CertificateFile, std::string_view("certificate-file")},
    std::pair{ErrorCode::ProxyFailed, std::string_view("proxy-failed")},
    std::pair{ErrorCode::RedirectRefused, std::string_view("redirect-refused")},
    std::pair{ErrorCode::UrlInvalid, std::string_view("url-invalid")},
    std::pair{ErrorCode::HttpTooLarge, std::string_view("http-too-large")},
    std::pair{ErrorCode::HttpStatus, std::string_view("http-status")},
    std::pair{ErrorCode::LoginNeeded, std::string_view("login-needed")},
    std::pair{ErrorCode::LoginRefused, std::string_view("login-refused")},
    std::pair{ErrorCode::Forbidden, std::string_view("forbidden")},
    std::pair{ErrorCode::RateLimited, std::string_view("rate-limited")},
    std::pair{ErrorCode::ServerFault, std::string_view("server-fault")},
    std::pair{ErrorCode::AnswerNotJson, std::string_view("answer-not-json")},
    std::pair{ErrorCode::AnswerInvalid, std::string_view("answer-invalid")},
    std::pair{ErrorCode::ApiMissing, std::string_view("api-missing")},
    std::pair{ErrorCode::PageTokenRepeats, std::string_view("page-token-repeats")},
    std::pair{ErrorCode::NotAServer, std::string_view("not-a-server")},
    std::pair{ErrorCode::ProfileMissing, std::string_view("profile-missing")},
    std::pair{ErrorCode::CredentialsUnusable, std::string_view("credentials-unusable")},
    std::pair{ErrorCode::KeychainFailed, std::string_view("keychain-failed")},
    std::pair{ErrorCode::OfflineMode, std::string_view("offline-mode")},
    std::pair{ErrorCode::ExperimentTooLarge, std::string_view("experiment-too-large")},
    std::pair{ErrorCode::HistorySampled, std::string_view("history-sampled")},
    std::pair{ErrorCode::StoreReadOnly, std::string_view("store-read-only")},
    std::pair{ErrorCode::RunMissing, std::string_view("run-missing")},
    std::pair{ErrorCode::RunDeleted, std::string_view("run-deleted")},
    std::pair{ErrorCode::TagKeyTaken, std::string_view("tag-key-taken")},
    std::pair{ErrorCode::ReadBackDiffers, std::string_view("read-back-differs")},
    std::pair{ErrorCode::ModelMissing, std::string_view("model-missing")},
    std::pair{ErrorCode::VersionMissing, std::string_view("version-missing")},
    std::pair{ErrorCode::VersionInvalid, std::string_view("version-invalid")},
    std::pair{ErrorCode::StageInvalid, std::string_view("stage-invalid")},
    std::pair{ErrorCode::ArchiveNotForStage, std::string_view("archive-not-for-stage")},
    std::pair{ErrorCode::AliasInvalid, std::string_view("alias-invalid")},
    std::pair{ErrorCode::AliasReserved, std::string_view("alias-reserved")},
    std::pair{ErrorCode::TagKeyInvalid, std::string_view("tag-key-invalid")},
    std::pair{ErrorCode::TagKeyTooLong, std::string_view("tag-key-too-long")},
    std::pair{ErrorCode::TagTooLong, std::string_view("tag-too-long")},
    std::pair{ErrorCode::ModelReadBackDiffers, std::string_view("model-read-back-differs")},
    std::pair{ErrorCode::AliasesUnsupported, std::string_view("aliases-unsupported")},
    std::pair{ErrorCode::ModelTagsUnsupported, std::string_view("model-tags-unsupported")},
    std::pair{ErrorCode::StagesUnsupported, std::string_view("stages-unsupported")},
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
