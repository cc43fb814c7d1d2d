// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "http/credentials.h"
#include "http/environment.h"
#include "http/url.h"

#include <string>
#include <string_view>

namespace podium::http {

/// A workspace of Databricks and who asks there. A plain value.
struct DatabricksProfile {
    std::string name;  // empty: the environment's variables
    Url host;
    Credentials credentials;
};

/// True for `databricks`, `databricks-uc` and these with `://PROFILE`.
[[nodiscard]] bool isDatabricksUri(std::string_view uri);

/// The profile behind such a URI. A named one, or DATABRICKS_CONFIG_PROFILE, is a section of
/// ~/.databrickscfg (or DATABRICKS_CONFIG_FILE); otherwise DATABRICKS_HOST with its TOKEN,
/// CLIENT_ID and CLIENT_SECRET, or USERNAME and PASSWORD, and what these leave open from the
/// section DEFAULT. ProfileMissing{file, profile}; CredentialsUnusable{profile, reason} for kinds
/// of login that need another program.
[[nodiscard]] base::Result<DatabricksProfile> resolveDatabricks(std::string_view uri,
                                                                const Environment& environment);

}  // namespace podium::http
