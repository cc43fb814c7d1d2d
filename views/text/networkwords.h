// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace podium::views {

/// What was waited for when an ErrorCode::NetTimeout came: "the connection". An unknown one stays
/// as it is.
[[nodiscard]] QString awaitedWords(std::string_view what);

/// Why credentials can't be used, after a colon; `reason` is the kind of login that would have to
/// be asked of another program (its name in AWS' or Databricks' settings), or words of the system.
[[nodiscard]] QString loginWords(std::string_view reason);

/// Why a keychain gives or takes no secret (base::ErrorCode::KeychainFailed).
[[nodiscard]] QString keychainWords(std::string_view reason);

}  // namespace podium::views
