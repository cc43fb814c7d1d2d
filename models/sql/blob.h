// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/database.h"

struct sqlite3_blob;

namespace podium::sql {

/// A value of one row, read piece by piece (sqlite.org/c3ref/blob_open.html): a few pages of a
/// large one are read without the others. Keeps a read transaction open as long as it lives.
class Blob {
public:
    [[nodiscard]] static base::Result<Blob> open(Database& database, const char* table,
                                                 const char* column, std::int64_t row);

    [[nodiscard]] std::size_t size() const;
    /// False beyond the end, and if the row has changed.
    [[nodiscard]] bool read(std::size_t offset, std::size_t size, char* out);

private:
    struct Closer {
        void operator()(sqlite3_blob* handle) const;
    };
    explicit Blob(sqlite3_blob* handle) : m_handle(handle) {}

    std::unique_ptr<sqlite3_blob, Closer> m_handle;
};

}  // namespace podium::sql
