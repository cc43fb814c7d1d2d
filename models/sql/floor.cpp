// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/floor.h"

#include <sqlite3.h>

namespace podium::sql {

namespace {

void countRow(sqlite3_stmt* row, int columns, RowCount& count) {
    ++count.rows;
    for (int i = 0; i < columns; ++i) {
        const int type = sqlite3_column_type(row, i);
        if (type == SQLITE_TEXT) {
            const unsigned char* text = sqlite3_column_text(row, i);
            count.bytes += sqlite3_column_bytes(row, i);
            count.sum += text[0];
        } else if (type != SQLITE_NULL) {
            count.bytes += 8;
            count.sum += sqlite3_column_double(row, i);
        }
    }
}

}  // namespace

RowCount rawRows(const std::filesystem::path& file, const std::vector<std::string>& tables) {
    RowCount count;
    sqlite3* database = nullptr;
    constexpr int Flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX;
    if (sqlite3_open_v2(file.c_str(), &database, Flags, nullptr) == SQLITE_OK) {
        for (const std::string& table : tables) {
            sqlite3_stmt* row = nullptr;
            const std::string sql = "SELECT * FROM \"" + table + '"';
            if (sqlite3_prepare_v2(database, sql.c_str(), -1, &row, nullptr) != SQLITE_OK)
                continue;
            const int columns = sqlite3_column_count(row);
            while (sqlite3_step(row) == SQLITE_ROW)
                countRow(row, columns, count);
            sqlite3_finalize(row);
        }
    }
    sqlite3_close(database);
    return count;
}

}  // namespace podium::sql
