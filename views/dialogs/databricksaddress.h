// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/connection.h"

#include <QString>

#include <optional>

namespace podium::views {

/// An address that means Databricks.
struct DatabricksAddress {
    QString scheme;   // "databricks" or "databricks-uc"
    QString profile;  // "": the default one
};
/// Nothing for other addresses.
[[nodiscard]] std::optional<DatabricksAddress> databricksAddress(const QString& address);

/// What is wrong with it on this machine, in words; "" if nothing is.
[[nodiscard]] QString databricksFault(const DatabricksAddress& address,
                                      const session::DatabricksLogins& logins);

/// Which models a Databricks address shows, in words; "" for other addresses.
[[nodiscard]] QString databricksHint(const QString& address);

}  // namespace podium::views
