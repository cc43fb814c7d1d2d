// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "sql/database.h"

#include <filesystem>
#include <memory>
#include <stop_token>

namespace podium::stores::sqlstore {

/// A database copied with its journals into a folder of its own, for what can't be read where it
/// lies without leaving something behind: a write-ahead log wants an index beside it, a journal
/// wants to be played back. Deleted with this object; what a killed program left is swept when the
/// next copy is made (a lock on a file in the folder tells the living from the dead).
class PrivateCopy {
public:
    /// Copies by `source`, an open connection without a transaction. Tries again while somebody
    /// writes; DatabaseBusy {path} if that does not end, or if somebody is seen to have the
    /// database open, for then it can be read where it is. WriteFailed {path, reason} where there
    /// is no room, StoreDamaged {path, reason} if the copy can't be opened.
    [[nodiscard]] static base::Result<std::unique_ptr<PrivateCopy>> make(
        const std::filesystem::path& path, sql::Database& source, std::stop_token stop);
    ~PrivateCopy();
    PrivateCopy(const PrivateCopy&) = delete;
    PrivateCopy& operator=(const PrivateCopy&) = delete;

    /// The copied database: one file, journals played back.
    [[nodiscard]] std::filesystem::path file() const { return m_folder / "mlflow.db"; }

private:
    PrivateCopy() = default;
    [[nodiscard]] base::Result<void> makeFolder();
    [[nodiscard]] base::Result<bool> copyOnce(const std::filesystem::path& path,
                                              sql::Database& source, const std::stop_token& stop);
    [[nodiscard]] base::Result<void> playBack(const std::filesystem::path& path);

    std::filesystem::path m_folder;
    int m_lock = -1;
};

}  // namespace podium::stores::sqlstore
