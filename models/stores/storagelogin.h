// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/remote.h"

#include <string>

namespace podium::http {
struct AwsKeys;
}

namespace podium::stores {

/// What a server may give for artifacts that it does not hand out itself: keys to the storage where
/// they are, good for about an hour and for that one place. A store that can is one of these, too.
class StorageLogins {
public:
    virtual ~StorageLogins() = default;

    /// Where in S3 the artifacts are ("s3://bucket/key"), and the keys for it. Blocks; any thread.
    /// ArtifactUnreachable{uri} for owners and clouds that this can't be had of, else the errors of
    /// Remote.
    [[nodiscard]] virtual base::Result<std::string> storageLogin(const ArtifactOwner& owner,
                                                                 http::AwsKeys& keys,
                                                                 std::stop_token stop) = 0;
};

}  // namespace podium::stores
