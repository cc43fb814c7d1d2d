// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/database.h"

#include <QString>

#include <filesystem>
#include <map>
#include <string>

namespace podium::tests {

/// A database under construction. Fails the program on an error: a test can't go on.
class SqlFile {
public:
    explicit SqlFile(const std::filesystem::path& path);
    SqlFile& run(const std::string& sql);
    [[nodiscard]] sql::Database& database() { return m_database; }

private:
    sql::Database m_database;
};

/// Tables as MLflow 3.11 has them, but for those that Podium does not read.
extern const char* const SchemaOf3;
/// Tables as MLflow 1.0 made them: metrics without step and is_nan, no latest_metrics, no
/// experiment_tags, no registry.
extern const char* const SchemaOf1;

/// An experiment and a run with a param, a tag and two points, for SchemaOf3.
[[nodiscard]] std::string oneRun(const std::string& runId, const std::string& experimentId = "1");

/// Every file below a folder with its bytes and times: what must not change.
[[nodiscard]] std::map<std::string, std::string> everythingIn(const std::filesystem::path& folder);

}  // namespace podium::tests
