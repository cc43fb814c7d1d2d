// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace podium::app {

enum class TableFormat { Table, Csv, Tsv, Json, Markdown, Latex, Ids };

/// The format of this name: "table", "csv", "tsv", "json", "markdown", "latex", "ids".
[[nodiscard]] std::optional<TableFormat> tableFormat(const QString& name);

/// One value of a row; monostate is "missing".
using Field = std::variant<std::monostate, std::string, double, std::int64_t>;

struct TableColumn {
    std::string name;
    bool isTime = false;      // milliseconds since the epoch: ISO 8601 but in JSON
    bool isDuration = false;  // milliseconds: words for people in Table, a number elsewhere
};

/// Writes rows in one format. Ids writes the first column alone. Only Table keeps the rows until
/// the end, because its columns are as wide as their widest text.
class TableWriter {
public:
    TableWriter(TableFormat format, std::vector<TableColumn> columns, Output& output);

    void row(const std::vector<Field>& fields);
    void finish();

private:
    [[nodiscard]] std::string text(const Field& field, const TableColumn& column) const;
    void line(const std::vector<std::string>& cells);
    void json(const std::vector<Field>& fields);
    void aligned();

    TableFormat m_format;
    std::vector<TableColumn> m_columns;
    Output& m_output;
    bool m_empty = true;
    std::vector<std::vector<std::string>> m_rows;  // Table only
    std::vector<bool> m_isNumber;                  // Table only: a column to be set at the right
};

}  // namespace podium::app
