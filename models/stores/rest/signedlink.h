// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/remote.h"
#include "stores/rest/api.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace podium::stores {

/// A link to a file in a cloud's storage that is good for some minutes, as Databricks gives it: a
/// shared access signature of Azure, or a signed URL of AWS or Google. It is a secret itself.
struct SignedLink {
    std::string url;
    std::vector<http::Header> headers;  // to be sent with it
};

/// The link in an answer of one of these endpoints: mlflow/artifacts/credentials-for-read
/// (credential_infos), mlflow/logged-models/…/credentials-for-download (credentials),
/// mlflow/model-versions/get-signed-download-uri, fs/create-download-url. AnswerInvalid{url,
/// reason} where there is none in it.
[[nodiscard]] base::Result<SignedLink> readSignedLink(std::string_view body,
                                                      const std::string& url);

/// Gets a link; asked again when the one it gave has expired.
using AskLink = std::function<base::Result<SignedLink>(std::stop_token stop)>;

/// Fetches what the link leads to. The storage gets the link's own headers and nothing else: no
/// token, no headers of the connection, no client certificate. Errors: those of `ask` and of
/// HttpClient; ArtifactNotFound{owner, path}, Forbidden{storage's host, what it said}, ServerFault,
/// HttpStatus.
[[nodiscard]] base::Result<FetchedFile> fetchByLink(Api& api, const AskLink& ask,
                                                    const std::string& owner,
                                                    const std::string& path,
                                                    const std::filesystem::path& target,
                                                    base::Progress& progress, std::stop_token stop);

}  // namespace podium::stores
