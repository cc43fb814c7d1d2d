// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/blob.h"

#include <sqlite3.h>
#include <limits>

namespace podium::sql {

void Blob::Closer::operator()(sqlite3_blob* handle) const {
    sqlite3_blob_close(handle);
}

base::Result<Blob> Blob::open(Database& database, const char* table, const char* column,
                              std::int64_t row) {
    sqlite3_blob* handle = nullptr;
    sqlite3* connection = database.m_handle.get();
    constexpr int ReadOnly = 0;
    if (sqlite3_blob_open(connection, "main", table, column, row, ReadOnly, &handle) != SQLITE_OK) {
        sqlite3_blob_close(handle);
        return errorOf(connection, table);
    }
    return Blob(handle);
}

std::size_t Blob::size() const {
    return static_cast<std::size_t>(sqlite3_blob_bytes(m_handle.get()));
}

bool Blob::read(std::size_t offset, std::size_t size, char* out) {
    constexpr auto Most = static_cast<std::size_t>(std::numeric_limits<int>::max());
    return offset <= Most && size <= Most &&
           sqlite3_blob_read(m_handle.get(), out, static_cast<int>(size),
                             static_cast<int>(offset)) == SQLITE_OK;
}

}  // namespace podium::sql
