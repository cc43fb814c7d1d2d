// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/damage.h"

#include <array>
#include <fstream>
#include <string>
#include <system_error>

namespace podium::cache {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

std::filesystem::path beside(const std::filesystem::path& file, const char* suffix) {
    std::filesystem::path other = file;
    other += suffix;
    return other;
}

constexpr std::array Tables = {
    "source",        "experiment",      "name",         "experiment_name",
    "run",           "run_metrics",     "run_texts",    "run_history",
    "series",        "problem",         "logged_model", "registered_model",
    "model_version", "fetched_history", "kept",         "remote_folder",
    "blob",          "remote_file"};

}  // namespace

Result<void> probe(sql::Database& database) {
    for (const char* table : Tables) {
        const std::string sql = std::string("SELECT * FROM ") + table + " LIMIT 1";
        Result<sql::Statement> statement = database.prepare(sql, "probe");
        if (statement.failed())
            return Error{ErrorCode::DatabaseDamaged, statement.error().args};
        PODIUM_TRY(void, statement.value().step());
    }
    return {};
}

Result<std::filesystem::path> setAside(const std::filesystem::path& file, base::Millis now) {
    const std::filesystem::path target = beside(file, (".damaged-" + std::to_string(now)).c_str());
    std::error_code failure;
    std::filesystem::rename(file, target, failure);
    if (failure)
        return Error{ErrorCode::WriteFailed, {file.string(), failure.message()}};
    for (const char* suffix : {"-wal", "-shm"})
        std::filesystem::rename(beside(file, suffix), beside(target, suffix), failure);
    std::filesystem::remove(beside(file, ".is-damaged"), failure);
    return target;
}

void markDamaged(const std::filesystem::path& file) {
    std::ofstream(beside(file, ".is-damaged")).put('\n');
}

bool isMarkedDamaged(const std::filesystem::path& file) {
    std::error_code failure;
    return std::filesystem::exists(beside(file, ".is-damaged"), failure);
}

}  // namespace podium::cache
