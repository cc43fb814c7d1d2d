// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace podium::base {

/// What went wrong, without words: the text is made in views::text, so that it can be translated.
/// The comment behind each code names its arguments in order.
enum class ErrorCode {
    // sources
    PathNotFound,       // path
    PathNotReadable,    // path, reason of the system
    NotAStore,          // path
    NotADatabase,       // path
    EmptyDatabase,      // path
    FolderNotDatabase,  // path
    UnsupportedSource,  // source
    SourceVanished,     // path
    // content of a store
    MetaMissing,        // path
    MetaEmpty,          // path
    MetaInvalid,        // path, reason
    MetaKeyMissing,     // path, key
    MetaIdMismatch,     // path, id in the file, id of the folder
    MetaValueInvalid,   // path, key, value
    MetricLineInvalid,  // path, line number, reason
    MetricFileEmpty,    // path
    KeyInvalid,         // path, key
    NotUtf8,            // path
    ValueTooLarge,      // path, size in bytes, bound in bytes
    NestingTooDeep,     // path, bound
    SymlinkOutside,     // path
    UnexpectedEntry,    // path
    DuplicateName,      // path, name
    ReadFailed,         // path, reason of the system
    WatchLimit,         // path
    ArtifactRootOnly,   // path
    NestedStore,        // path
    // cache
    CacheOpenFailed,  // path, reason
    CacheNewer,       // path, its schema version, the version known here
    CacheDamaged,     // path, place where the damaged file was put
    CacheBusy,        // path
    DatabaseDamaged,  // name of the statement, reason, SQLite's extended code
    Sql,              // name of the statement, reason, SQLite's extended code
    // query
    QuerySyntax,   // position, length, expectation
    QueryInvalid,  // position, length, reason
    // artifacts
    ArtifactNotFound,     // run id, path
    ArtifactOutside,      // path
    ArtifactUnreachable,  // uri
    ArtifactTooLarge,     // path, size in bytes, bound in bytes
    DecodeFailed,         // path, reason
    WriteFailed,          // path, reason
    // databases
    DatabaseBusy,       // path
    DatabaseNotMlflow,  // path
    StoreDamaged,       // path, reason
    // network
    NetRefused,           // host
    NetNameNotFound,      // host
    NetTimeout,           // host, what was waited for
    NetLost,              // host, reason
    TlsExpired,           // host
    TlsWrongHost,         // host
    TlsUntrusted,         // host, reason
    CertificateFile,      // path, reason
    ProxyFailed,          // proxy, reason
    RedirectRefused,      // host, other host
    UrlInvalid,           // text
    HttpTooLarge,         // url, bound in bytes
    HttpStatus,           // url, status, what the server said
    LoginNeeded,          // host
    LoginRefused,         // host
    Forbidden,            // host, what the server said
    RateLimited,          // host
    ServerFault,          // url, status, what the server said
    AnswerNotJson,        // url, how it begins
    AnswerInvalid,        // url, reason
    ApiMissing,           // host, endpoint
    PageTokenRepeats,     // url
    NotAServer,           // url
    ProfileMissing,       // file, profile, names of those there are (may be missing)
    CredentialsUnusable,  // what, reason
    KeychainFailed,       // reason
    OfflineMode,          // location
    ExperimentTooLarge,   // experiment id, runs held
    HistorySampled,       // run id, metric
    // writing to a store
    StoreReadOnly,    // location, reason of the system or ""
    RunMissing,       // run id
    RunDeleted,       // run id
    TagKeyTaken,      // key, other key
    ReadBackDiffers,  // run id, key
    // writing to a registry
    ModelMissing,          // model
    VersionMissing,        // model, version; also one that is deleted
    VersionInvalid,        // text that is not a version's number
    StageInvalid,          // text
    ArchiveNotForStage,    // stage
    AliasInvalid,          // alias
    AliasReserved,         // alias
    TagKeyInvalid,         // key
    TagKeyTooLong,         // key, characters, bound
    TagTooLong,            // key, characters, bound
    ModelReadBackDiffers,  // model
    AliasesUnsupported,    // location
    ModelTagsUnsupported,  // location
    StagesUnsupported,     // location
    // anything else
    Internal,  // words
};

/// The code as it stands in the dump, in the cache and in logs, e.g. "meta-missing".
[[nodiscard]] std::string_view codeName(ErrorCode code);

/// The code behind such a name; ErrorCode::Internal if there is none.
[[nodiscard]] ErrorCode codeFromName(std::string_view name);

/// An error as a value: a code and the arguments that its sentence needs. UTF-8.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::vector<std::string> args;

    friend bool operator==(const Error&, const Error&) = default;
};

/// A short English line for logs and test failures only; what a person reads comes from
/// views::text.
[[nodiscard]] std::string logLine(const Error& error);

/// What the system says of an errno value, e.g. "Permission denied".
[[nodiscard]] std::string systemReason(int errnoValue);

}  // namespace podium::base
