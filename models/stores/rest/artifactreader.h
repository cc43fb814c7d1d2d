// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/remote.h"
#include "stores/rest/api.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace podium::stores {

/// A path below an artifact root that may be used as it is: relative, without empty, "." and ".."
/// parts, without control characters.
[[nodiscard]] bool isSafePath(std::string_view path);

/// A path in a folder; either may be "".
[[nodiscard]] std::string joinedPath(std::string_view folder, std::string_view name);

/// Asks for a file of the server's own and stores it. A file that is missing is a fault 500 on many
/// servers, which no repetition cures, so it is asked for once.
[[nodiscard]] base::Result<FetchedFile> fetchFile(Api& api, http::Request request,
                                                  const std::filesystem::path& target,
                                                  base::Progress& progress, std::stop_token stop);

/// The request, told where its answer goes and who is told how far it is.
[[nodiscard]] http::Request intoFile(http::Request request, const std::filesystem::path& target,
                                     base::Progress& progress);
/// What has come to lie at `target`. WriteFailed.
[[nodiscard]] base::Result<FetchedFile> fetchedFile(const http::Response& response,
                                                    const std::filesystem::path& target);

/// Lists and fetches artifacts through the tracking server itself. Any thread.
class ArtifactReader {
public:
    explicit ArtifactReader(Api& api) : m_api(api) {}

    [[nodiscard]] base::Result<std::vector<RemoteFile>> list(const ArtifactOwner& owner,
                                                             const std::string& folder,
                                                             std::stop_token stop);
    [[nodiscard]] base::Result<FetchedFile> fetch(const ArtifactOwner& owner,
                                                  const std::string& path,
                                                  const std::filesystem::path& target,
                                                  base::Progress& progress, std::stop_token stop);

private:
    [[nodiscard]] base::Result<std::vector<RemoteFile>> listPages(
        Root root, const std::string& endpoint, const http::QueryPairs& query,
        const std::string& folder, bool baseNames, std::stop_token stop);

    Api& m_api;
};

}  // namespace podium::stores
