// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entities.h"
#include "sql/statement.h"
#include "stores/store.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Values as MLflow puts them into columns.
namespace podium::stores::sqlstore {

/// Text of a column, "" for NULL. Bytes that are no UTF-8 are replaced, and then `damaged` is set.
[[nodiscard]] std::string textAt(const sql::Statement& row, int column, bool& damaged);
/// The same where nobody asks about damage.
[[nodiscard]] std::string textAt(const sql::Statement& row, int column);

[[nodiscard]] domain::OptionalMillis millisAt(const sql::Statement& row, int column);

/// MLflow keeps infinities as the greatest double of either sign, which then can't be told from
/// them (sqlalchemy_store: sanitize_metric_value).
[[nodiscard]] double decodedValue(double stored);

[[nodiscard]] domain::Lifecycle lifecycleOf(std::string_view stage);

/// A JSON array of texts, for `IN (SELECT value FROM json_each(?))`.
[[nodiscard]] std::string jsonList(const std::vector<std::string>& texts);

/// Collects rows into a number in which their order does not count: a query plan may change it.
class RowHash {
public:
    explicit RowHash(std::uint64_t kind) : m_row(kind) {}
    RowHash& add(std::string_view bytes);
    RowHash& add(std::int64_t number);
    [[nodiscard]] std::uint64_t value() const { return m_row; }

private:
    std::uint64_t m_row;
};

void sortByKey(std::vector<domain::KeyValue>& list);

}  // namespace podium::stores::sqlstore
