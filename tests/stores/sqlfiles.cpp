// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/stores/sqlfiles.h"

#include <sys/stat.h>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace podium::tests {

namespace {

sql::Database opened(const std::filesystem::path& path) {
    auto database = sql::Database::open(path, sql::OpenMode::ReadWriteCreate);
    if (!database.ok() ||
        !database.value().execute("PRAGMA busy_timeout = 20000; PRAGMA synchronous = OFF").ok()) {
        std::fprintf(stderr, "can't make %s\n", path.c_str());
        std::abort();
    }
    return std::move(database).value();
}

}  // namespace

SqlFile::SqlFile(const std::filesystem::path& path) : m_database(opened(path)) {}

SqlFile& SqlFile::run(const std::string& sql) {
    const auto done = m_database.execute(sql);
    if (!done.ok()) {
        std::fprintf(stderr, "%s\n", done.failed() ? base::logLine(done.error()).c_str() : "");
        std::abort();
    }
    return *this;
}

const char* const SchemaOf3 = R"(
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);
INSERT INTO alembic_version VALUES ('7d34483879f0');
CREATE TABLE experiments (experiment_id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(256) NOT NULL,
  artifact_location VARCHAR(256), lifecycle_stage VARCHAR(32), creation_time BIGINT,
  last_update_time BIGINT, workspace VARCHAR(63) NOT NULL DEFAULT 'default',
  UNIQUE (workspace, name));
CREATE TABLE experiment_tags ("key" VARCHAR(250) NOT NULL, value VARCHAR(5000),
  experiment_id INTEGER NOT NULL, PRIMARY KEY ("key", experiment_id));
CREATE TABLE runs (run_uuid VARCHAR(32) NOT NULL PRIMARY KEY, name VARCHAR(250),
  source_type VARCHAR(20), source_name VARCHAR(500), entry_point_name VARCHAR(50),
  user_id VARCHAR(256), status VARCHAR(9), start_time BIGINT, end_time BIGINT,
  source_version VARCHAR(50), lifecycle_stage VARCHAR(20), artifact_uri VARCHAR(200),
  experiment_id INTEGER, deleted_time BIGINT);
CREATE TABLE params ("key" VARCHAR(250) NOT NULL, value VARCHAR(8000) NOT NULL,
  run_uuid VARCHAR(32) NOT NULL, PRIMARY KEY ("key", run_uuid));
CREATE INDEX index_params_run_uuid ON params (run_uuid);
CREATE TABLE tags ("key" VARCHAR(250) NOT NULL, value VARCHAR(8000),
  run_uuid VARCHAR(32) NOT NULL, PRIMARY KEY ("key", run_uuid));
CREATE INDEX index_tags_run_uuid ON tags (run_uuid);
CREATE TABLE metrics ("key" VARCHAR(250) NOT NULL, value FLOAT NOT NULL, timestamp BIGINT NOT NULL,
  run_uuid VARCHAR(32) NOT NULL, step BIGINT DEFAULT '0' NOT NULL, is_nan BOOLEAN DEFAULT '0' NOT NULL,
  PRIMARY KEY ("key", timestamp, step, run_uuid, value, is_nan));
CREATE INDEX index_metrics_run_uuid ON metrics (run_uuid);
CREATE TABLE latest_metrics ("key" VARCHAR(250) NOT NULL, value FLOAT NOT NULL, timestamp BIGINT,
  step BIGINT NOT NULL, is_nan BOOLEAN NOT NULL, run_uuid VARCHAR(32) NOT NULL,
  PRIMARY KEY ("key", run_uuid));
CREATE INDEX index_latest_metrics_run_uuid ON latest_metrics (run_uuid);
CREATE TABLE datasets (dataset_uuid VARCHAR(36) NOT NULL, experiment_id INTEGER NOT NULL,
  name VARCHAR(500) NOT NULL, digest VARCHAR(36) NOT NULL, dataset_source_type VARCHAR(36) NOT NULL,
  dataset_source TEXT NOT NULL, dataset_schema TEXT, dataset_profile TEXT,
  PRIMARY KEY (experiment_id, name, digest));
CREATE TABLE inputs (input_uuid VARCHAR(36) NOT NULL, source_type VARCHAR(36) NOT NULL,
  source_id VARCHAR(36) NOT NULL, destination_type VARCHAR(36) NOT NULL,
  destination_id VARCHAR(36) NOT NULL, step BIGINT DEFAULT '0' NOT NULL,
  PRIMARY KEY (source_type, source_id, destination_type, destination_id));
CREATE TABLE input_tags (input_uuid VARCHAR(36) NOT NULL, name VARCHAR(255) NOT NULL,
  value VARCHAR(500) NOT NULL, PRIMARY KEY (input_uuid, name));
CREATE TABLE registered_models (name VARCHAR(256) NOT NULL, creation_time BIGINT,
  last_updated_time BIGINT, description VARCHAR(5000), workspace VARCHAR(63) NOT NULL,
  PRIMARY KEY (workspace, name));
CREATE TABLE model_versions (name VARCHAR(256) NOT NULL, version INTEGER NOT NULL,
  creation_time BIGINT, last_updated_time BIGINT, description VARCHAR(5000), user_id VARCHAR(256),
  current_stage VARCHAR(20), source VARCHAR(500), run_id VARCHAR(32), status VARCHAR(20),
  status_message VARCHAR(500), run_link VARCHAR(500), storage_location VARCHAR(500),
  workspace VARCHAR(63) NOT NULL, PRIMARY KEY (workspace, name, version));
CREATE TABLE registered_model_tags ("key" VARCHAR(250) NOT NULL, value VARCHAR(5000),
  name VARCHAR(256) NOT NULL, workspace VARCHAR(63) NOT NULL, PRIMARY KEY (workspace, "key", name));
CREATE TABLE model_version_tags ("key" VARCHAR(250) NOT NULL, value TEXT, name VARCHAR(256) NOT NULL,
  version INTEGER NOT NULL, workspace VARCHAR(63) NOT NULL,
  PRIMARY KEY (workspace, "key", name, version));
CREATE TABLE registered_model_aliases (alias VARCHAR(256) NOT NULL, version INTEGER NOT NULL,
  name VARCHAR(256) NOT NULL, workspace VARCHAR(63) NOT NULL, PRIMARY KEY (workspace, name, alias));
)";

const char* const SchemaOf1 = R"(
CREATE TABLE experiments (experiment_id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(256) NOT NULL UNIQUE,
  artifact_location VARCHAR(256), lifecycle_stage VARCHAR(32));
CREATE TABLE runs (run_uuid VARCHAR(32) NOT NULL PRIMARY KEY, name VARCHAR(250),
  source_type VARCHAR(20), source_name VARCHAR(500), entry_point_name VARCHAR(50),
  user_id VARCHAR(256), status VARCHAR(20), start_time BIGINT, end_time BIGINT,
  source_version VARCHAR(50), lifecycle_stage VARCHAR(20), artifact_uri VARCHAR(200),
  experiment_id INTEGER);
CREATE TABLE metrics ("key" VARCHAR(250) NOT NULL, value FLOAT, timestamp BIGINT NOT NULL,
  run_uuid VARCHAR(32) NOT NULL, PRIMARY KEY ("key", timestamp, run_uuid, value));
CREATE TABLE params ("key" VARCHAR(250) NOT NULL, value VARCHAR(250) NOT NULL,
  run_uuid VARCHAR(32) NOT NULL, PRIMARY KEY ("key", run_uuid));
CREATE TABLE tags ("key" VARCHAR(250) NOT NULL, value VARCHAR(250), run_uuid VARCHAR(32) NOT NULL,
  PRIMARY KEY ("key", run_uuid));
)";

std::string oneRun(const std::string& runId, const std::string& experimentId) {
    const std::string id = "'" + runId + "'";
    return "INSERT OR IGNORE INTO experiments (experiment_id, name, lifecycle_stage) VALUES (" +
           experimentId + ", 'experiment " + experimentId + "', 'active');" +
           "INSERT INTO runs (run_uuid, name, user_id, status, start_time, end_time, "
           "lifecycle_stage, artifact_uri, experiment_id) VALUES (" +
           id + ", 'name of " + runId + "', 'ann', 'FINISHED', 1000, 2000, 'active', '', " +
           experimentId +
           ");"
           "INSERT INTO params VALUES ('lr', '0.1', " +
           id + "); INSERT INTO tags VALUES ('team', 'red', " + id +
           ");"
           "INSERT INTO metrics VALUES ('loss', 0.5, 10, " +
           id + ", 0, 0), ('loss', 0.25, 20, " + id +
           ", 1, 0);"
           "INSERT INTO latest_metrics VALUES ('loss', 0.25, 20, 1, 0, " +
           id + ");";
}

std::map<std::string, std::string> everythingIn(const std::filesystem::path& folder) {
    std::map<std::string, std::string> all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        struct stat status {};
        ::lstat(entry.path().c_str(), &status);
        std::string& content = all[entry.path().string()];
        content = std::to_string(status.st_mtim.tv_sec) + "." +
                  std::to_string(status.st_mtim.tv_nsec) + " ";
        if (entry.is_regular_file()) {
            std::ifstream file(entry.path(), std::ios::binary);
            content.append(std::istreambuf_iterator<char>(file), {});
        }
    }
    struct stat status {};
    ::lstat(folder.c_str(), &status);
    all["."] = std::to_string(status.st_mtim.tv_sec) + "." + std::to_string(status.st_mtim.tv_nsec);
    return all;
}

}  // namespace podium::tests
