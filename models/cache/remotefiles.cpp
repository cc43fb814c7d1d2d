// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/remotefiles.h"

#include "cache/reader.h"
#include "cache/writer.h"

#include <algorithm>

/// The parts of reader and writer for artifacts that lie on servers.
namespace podium::cache {

using base::Millis;
using base::Result;
using base::SourceNo;
using sql::Statement;

namespace {

/// A byte of UTF-8 that goes on with the character before it.
bool continues(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Glob without backtracking over more than the last star.
bool matches(std::string_view pattern, std::string_view text) {
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t star = std::string_view::npos;
    std::size_t starText = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            starText = t;
        } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
            const bool any = pattern[p++] == '?';
            ++t;
            while (any && t < text.size() && continues(text[t]))
                ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++starText;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

StoredFile storedFile(const Statement& row) {
    return {std::string(row.text(0)), std::string(row.text(1)), row.integer(2),
            std::string(row.text(3)), row.integer(4)};
}

constexpr std::string_view FileColumns =
    "SELECT path, digest, size, validator, fetched_at FROM remote_file JOIN blob USING (digest) ";

/// Files of a digest that something kept may name: {path, patterns}.
constexpr std::string_view KeepersOfBlob =
    "SELECT f.path, k.artifacts FROM remote_file f "
    "JOIN kept k ON k.source_no = f.source_no AND k.artifacts <> '' "
    "WHERE f.digest = ? AND ("
    "(k.run_id IN ('', f.owner) AND EXISTS (SELECT 1 FROM experiment e "
    "JOIN run r ON r.experiment_no = e.experiment_no AND r.run_id = f.owner "
    "WHERE e.source_no = k.source_no AND e.experiment_id = k.experiment_id)) "
    "OR EXISTS (SELECT 1 FROM logged_model m WHERE m.source_no = k.source_no "
    "AND m.model_id = f.owner AND m.experiment_id = k.experiment_id "
    "AND (k.run_id = '' OR json_extract(m.document, '$.source_run_id') = k.run_id)))";

/// Bytes of what an experiment's runs and models have here, each content once.
constexpr std::string_view BytesOfExperiment =
    "SELECT coalesce(sum(size), 0) FROM blob WHERE digest IN (SELECT f.digest FROM experiment e "
    "JOIN remote_file f ON f.source_no = e.source_no WHERE e.experiment_no = ?1 AND "
    "((?2 IN ('', f.owner) AND EXISTS (SELECT 1 FROM run r "
    "WHERE r.experiment_no = e.experiment_no AND r.run_id = f.owner)) "
    "OR EXISTS (SELECT 1 FROM logged_model m WHERE m.source_no = e.source_no "
    "AND m.model_id = f.owner AND m.experiment_id = e.experiment_id "
    "AND (?2 = '' OR json_extract(m.document, '$.source_run_id') = ?2))))";

}  // namespace

bool matchesPatterns(std::string_view patterns, std::string_view path) {
    while (!patterns.empty()) {
        const std::size_t end = std::min(patterns.find('\n'), patterns.size());
        std::string_view pattern = patterns.substr(0, end);
        patterns.remove_prefix(std::min(end + 1, patterns.size()));
        while (pattern.ends_with('/') || pattern.ends_with('\r') || pattern.ends_with(' '))
            pattern.remove_suffix(1);
        while (pattern.starts_with(' '))
            pattern.remove_prefix(1);
        if (pattern.empty())
            continue;
        if (matches(pattern, path) || matches(std::string(pattern) + "/*", path))
            return true;
    }
    return false;
}

Result<std::optional<StoredFolder>> Reader::remoteFolder(SourceNo source, std::string_view owner,
                                                         std::string_view folder) {
    using Found = std::optional<StoredFolder>;
    Result<Statement> query = m_database.prepare(
        "SELECT document, listed_at FROM remote_folder WHERE source_no = ? AND owner = ? "
        "AND folder = ?",
        "remote folder");
    PODIUM_TRY(Found, query);
    query.value().bind(1, source.value).bind(2, owner).bind(3, folder);
    Result<bool> stepped = query.value().step();
    PODIUM_TRY(Found, stepped);
    if (!stepped.value())
        return Found();
    return Found({std::string(query.value().text(0)), query.value().integer(1)});
}

Result<std::optional<StoredFile>> Reader::remoteFile(const RemoteKey& key) {
    using Found = std::optional<StoredFile>;
    Result<Statement> query = m_database.prepare(
        std::string(FileColumns) + "WHERE source_no = ? AND owner = ? AND path = ?", "remote file");
    PODIUM_TRY(Found, query);
    query.value().bind(1, key.source.value).bind(2, key.owner).bind(3, key.path);
    Result<bool> stepped = query.value().step();
    PODIUM_TRY(Found, stepped);
    return stepped.value() ? Found(storedFile(query.value())) : Found();
}

Result<std::vector<StoredFile>> Reader::remoteFiles(SourceNo source, std::string_view owner) {
    using Found = std::vector<StoredFile>;
    Result<Statement> query = m_database.prepare(
        std::string(FileColumns) + "WHERE source_no = ? AND owner = ? ORDER BY path",
        "remote files");
    PODIUM_TRY(Found, query);
    query.value().bind(1, source.value).bind(2, owner);
    Found found;
    while (true) {
        Result<bool> stepped = query.value().step();
        PODIUM_TRY(Found, stepped);
        if (!stepped.value())
            return found;
        found.push_back(storedFile(query.value()));
    }
}

Result<BlobUsage> Reader::blobUsage() {
    const Result<std::int64_t> bytes = m_database.number("SELECT coalesce(sum(size), 0) FROM blob");
    PODIUM_TRY(BlobUsage, bytes);
    const Result<std::int64_t> blobs = m_database.number("SELECT count(*) FROM blob");
    PODIUM_TRY(BlobUsage, blobs);
    return BlobUsage{bytes.value(), blobs.value()};
}

Result<std::int64_t> Reader::artifactBytes(base::ExperimentNo experiment, std::string_view runId) {
    Result<Statement> query = m_database.prepare(BytesOfExperiment, "artifact bytes");
    PODIUM_TRY(std::int64_t, query);
    query.value().bind(1, experiment.value).bind(2, runId);
    const Result<bool> stepped = query.value().step();
    PODIUM_TRY(std::int64_t, stepped);
    return query.value().integer(0);
}

Result<void> Writer::putRemoteFolder(SourceNo source, std::string_view owner,
                                     std::string_view folder, std::string_view document,
                                     Millis now) {
    Result<Statement> put = m_database.prepare(
        "INSERT OR REPLACE INTO remote_folder (source_no, owner, folder, document, listed_at) "
        "VALUES (?, ?, ?, ?, ?)",
        "put remote folder");
    PODIUM_TRY(void, put);
    return put.value()
        .bind(1, source.value)
        .bind(2, owner)
        .bind(3, folder)
        .bind(4, document)
        .bind(5, now)
        .run();
}

Result<void> Writer::putRemoteFile(const RemoteKey& key, const StoredFile& file, Millis now) {
    Result<Statement> blob = m_database.prepare(
        "INSERT INTO blob (digest, size, used_at) VALUES (?, ?, ?) "
        "ON CONFLICT (digest) DO UPDATE SET size = excluded.size, used_at = excluded.used_at",
        "put blob");
    PODIUM_TRY(void, blob);
    PODIUM_TRY(void, blob.value().bind(1, file.digest).bind(2, file.size).bind(3, now).run());
    Result<Statement> put = m_database.prepare(
        "INSERT OR REPLACE INTO remote_file (source_no, owner, path, digest, validator, "
        "fetched_at) VALUES (?, ?, ?, ?, ?, ?)",
        "put remote file");
    PODIUM_TRY(void, put);
    return put.value()
        .bind(1, key.source.value)
        .bind(2, key.owner)
        .bind(3, key.path)
        .bind(4, file.digest)
        .bind(5, file.validator)
        .bind(6, file.fetchedAt)
        .run();
}

Result<std::optional<std::string>> Writer::remoteDigest(const RemoteKey& key) {
    using Found = std::optional<std::string>;
    Result<Statement> query = m_database.prepare(
        "SELECT digest FROM remote_file WHERE source_no = ? AND owner = ? AND path = ?",
        "remote digest");
    PODIUM_TRY(Found, query);
    query.value().bind(1, key.source.value).bind(2, key.owner).bind(3, key.path);
    const Result<bool> stepped = query.value().step();
    PODIUM_TRY(Found, stepped);
    return stepped.value() ? Found(std::string(query.value().text(0))) : Found();
}

Result<void> Writer::touchBlob(std::string_view digest, Millis now) {
    Result<Statement> touch =
        m_database.prepare("UPDATE blob SET used_at = ? WHERE digest = ?", "touch blob");
    PODIUM_TRY(void, touch);
    return touch.value().bind(1, now).bind(2, digest).run();
}

Result<void> Writer::dropBlob(std::string_view digest) {
    Result<Statement> drop = m_database.prepare("DELETE FROM blob WHERE digest = ?", "drop blob");
    PODIUM_TRY(void, drop);
    return drop.value().bind(1, digest).run();
}

Result<std::vector<StoredBlob>> Writer::blobs(bool unusedOnly) {
    using Rows = std::vector<StoredBlob>;
    Result<Statement> query = m_database.prepare(
        unusedOnly ? "SELECT digest, size FROM blob WHERE NOT EXISTS (SELECT 1 FROM remote_file "
                     "WHERE remote_file.digest = blob.digest) ORDER BY digest"
                   : "SELECT digest, size FROM blob ORDER BY used_at, digest",
        "blobs");
    PODIUM_TRY(Rows, query);
    Rows rows;
    while (true) {
        Result<bool> stepped = query.value().step();
        PODIUM_TRY(Rows, stepped);
        if (!stepped.value())
            return rows;
        rows.push_back({std::string(query.value().text(0)), query.value().integer(1)});
    }
}

Result<std::int64_t> Writer::blobBytes() {
    return m_database.number("SELECT coalesce(sum(size), 0) FROM blob");
}

Result<bool> Writer::isBlobUsed(std::string_view digest) {
    Result<Statement> query =
        m_database.prepare("SELECT 1 FROM remote_file WHERE digest = ? LIMIT 1", "blob in use");
    PODIUM_TRY(bool, query);
    query.value().bind(1, digest);
    return query.value().step();
}

Result<bool> Writer::isBlobKept(std::string_view digest) {
    Result<Statement> query = m_database.prepare(KeepersOfBlob, "blob kept");
    PODIUM_TRY(bool, query);
    query.value().bind(1, digest);
    while (true) {
        Result<bool> stepped = query.value().step();
        PODIUM_TRY(bool, stepped);
        if (!stepped.value())
            return false;
        if (matchesPatterns(query.value().text(1), query.value().text(0)))
            return true;
    }
}

}  // namespace podium::cache
