// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/database.h"
#include "stores/sqlstore/schema.h"
#include "stores/write.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <stop_token>

namespace podium::stores::sqlstore {

/// Writes into a user's database the rows that MLflow itself would write: one short transaction,
/// which takes the write lock at its beginning and looks at the basis inside of it. The file is
/// open for writing only as long as that takes; its journal mode and schema stay as they are.
class SqlWriter final : public StoreWriter {
public:
    /// `path` without links; `patience` for somebody else's lock.
    SqlWriter(std::filesystem::path path, std::chrono::milliseconds patience);

    /// Fails with DatabaseBusy, StoreDamaged, DatabaseNotMlflow, SourceVanished as reads do.
    [[nodiscard]] base::Result<Held> look(const Place& place, std::stop_token stop) override;
    [[nodiscard]] base::Result<Outcome> apply(const Change& change, std::stop_token stop) override;

private:
    using Work = std::function<base::Result<void>(sql::Database&, const Schema&)>;
    [[nodiscard]] base::Result<void> transaction(sql::Transaction::Kind kind,
                                                 const std::stop_token& stop, const Work& work);
    [[nodiscard]] base::Result<Outcome> applyToRegistry(const Change& change,
                                                        const std::stop_token& stop);
    [[nodiscard]] base::Error told(const base::Error& error) const;

    std::filesystem::path m_path;
    std::chrono::milliseconds m_patience;
};

}  // namespace podium::stores::sqlstore
