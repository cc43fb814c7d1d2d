// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/migrations.h"

namespace podium::sql {

using base::Error;
using base::ErrorCode;
using base::Result;

Result<void> refuseNewer(Database& database, std::span<const std::string_view> steps) {
    const Result<std::int64_t> found = database.number("PRAGMA user_version");
    PODIUM_TRY(void, found);
    if (found.value() <= static_cast<std::int64_t>(steps.size()))
        return {};
    return Error{ErrorCode::CacheNewer,
                 {"", std::to_string(found.value()), std::to_string(steps.size())}};
}

Result<void> migrate(Database& database, std::span<const std::string_view> steps) {
    PODIUM_TRY(void, refuseNewer(database, steps));
    const auto known = static_cast<std::int64_t>(steps.size());
    Result<std::int64_t> found = database.number("PRAGMA user_version");
    PODIUM_TRY(void, found);
    if (found.value() == known)
        return {};

    Result<Transaction> transaction = Transaction::begin(database, Transaction::Kind::Write);
    PODIUM_TRY(void, transaction);
    // Another process may have upgraded between the look and the lock.
    found = database.number("PRAGMA user_version");
    PODIUM_TRY(void, found);
    for (std::int64_t version = found.value(); version < known; ++version)
        PODIUM_TRY(void, database.execute(steps[static_cast<std::size_t>(version)]));
    PODIUM_TRY(void, database.execute("PRAGMA user_version = " + std::to_string(known)));
    return transaction.value().commit();
}

}  // namespace podium::sql
