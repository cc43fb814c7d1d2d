// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/statement.h"

#include <sqlite3.h>

namespace podium::sql {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

/// SQLite's "the bytes are mine to copy" mark without the C-style cast in its macro.
const auto Transient = reinterpret_cast<sqlite3_destructor_type>(std::intptr_t{-1});

}  // namespace

Statement::Statement(sqlite3_stmt* handle, std::string name)
    : m_handle(handle), m_name(std::move(name)) {}

void Statement::Finalizer::operator()(sqlite3_stmt* handle) const {
    sqlite3_finalize(handle);
}

Statement& Statement::bind(int index, std::int64_t value) {
    sqlite3_bind_int64(m_handle.get(), index, value);
    return *this;
}

Statement& Statement::bind(int index, double value) {
    sqlite3_bind_double(m_handle.get(), index, value);
    return *this;
}

Statement& Statement::bind(int index, std::string_view value) {
    const char* data = value.data() != nullptr ? value.data() : "";
    sqlite3_bind_text64(m_handle.get(), index, data, value.size(), Transient, SQLITE_UTF8);
    return *this;
}

Statement& Statement::bindBlob(int index, std::string_view bytes) {
    const char* data = bytes.data() != nullptr ? bytes.data() : "";
    sqlite3_bind_blob64(m_handle.get(), index, data, bytes.size(), Transient);
    return *this;
}

Statement& Statement::bindNull(int index) {
    sqlite3_bind_null(m_handle.get(), index);
    return *this;
}

Result<bool> Statement::step() {
    const int code = sqlite3_step(m_handle.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    if (code == SQLITE_INTERRUPT)
        return base::Cancelled{};
    return errorOf(sqlite3_db_handle(m_handle.get()), m_name);
}

Result<void> Statement::run() {
    Result<bool> stepped = step();
    reset();
    if (!stepped.ok())
        return stepped.as<void>();
    return {};
}

void Statement::reset() {
    sqlite3_reset(m_handle.get());
    sqlite3_clear_bindings(m_handle.get());
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(m_handle.get(), column);
}

double Statement::real(int column) const {
    return sqlite3_column_double(m_handle.get(), column);
}

std::string_view Statement::text(int column) const {
    const unsigned char* data = sqlite3_column_text(m_handle.get(), column);
    if (data == nullptr)
        return {};
    const int size = sqlite3_column_bytes(m_handle.get(), column);
    return {reinterpret_cast<const char*>(data), static_cast<std::size_t>(size)};
}

std::string_view Statement::blob(int column) const {
    const void* data = sqlite3_column_blob(m_handle.get(), column);
    if (data == nullptr)
        return {};
    const int size = sqlite3_column_bytes(m_handle.get(), column);
    return {static_cast<const char*>(data), static_cast<std::size_t>(size)};
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_handle.get(), column) == SQLITE_NULL;
}

}  // namespace podium::sql
