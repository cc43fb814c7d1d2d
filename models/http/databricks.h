// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "http/credentials.h"
#include "http/environment.h"
#include "http/url.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace podium::http {

/// A workspace of Databricks and who asks there. A plain value.
struct DatabricksProfile {
    std::string name;  // empty: the environment's variables
    Url host;
    Credentials credentials;
    std::string workspaceId;  // for hosts that several workspaces share; empty: none
};

/// The file of profiles and the names of those in it that have a host.
struct DatabricksProfiles {
    std::filesystem::path file;
    std::vector<std::string> names;
};

/// True for `databricks`, `databricks-uc` and these with `://PROFILE`.
[[nodiscard]] bool isDatabricksUri(std::string_view uri);

/// The profile behind such a URI. A named one, or DATABRICKS_CONFIG_PROFILE, is a section of
/// ~/.databrickscfg (or DATABRICKS_CONFIG_FILE); otherwise DATABRICKS_HOST with its TOKEN,
/// CLIENT_ID and CLIENT_SECRET, or USERNAME and PASSWORD, and what these leave open from the
/// section DEFAULT; without that variable the `default_profile` of the section `__settings__`, else
/// DEFAULT (the order of databricks-sdk's Config). ProfileMissing{file, profile, names there are};
/// CredentialsUnusable{profile, reason} for kinds of login that need another program.
[[nodiscard]] base::Result<DatabricksProfile> resolveDatabricks(std::string_view uri,
                                                                const Environment& environment);

/// The profiles there are; none where the file is missing. CredentialsUnusable{path, reason} if it
/// can't be read.
[[nodiscard]] base::Result<DatabricksProfiles> databricksProfiles(const Environment& environment);

}  // namespace podium::http
