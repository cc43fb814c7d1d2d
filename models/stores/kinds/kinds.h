// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/client.h"
#include "http/environment.h"
#include "stores/rest/api.h"
#include "stores/rest/connectionsettings.h"
#include "stores/store.h"

#include <memory>
#include <optional>
#include <string_view>

namespace podium::stores {

/// What opening a source over a network needs besides its name. A plain value; without a client
/// such sources are refused.
struct OpenContext {
    http::HttpClient* client = nullptr;  // outlives every store opened with it
    http::Environment environment = {};
    ConnectionSettings settings = {};
    std::optional<http::Credentials> credentials = {};  // typed by a person or from the keychain
    Patience patience = {};
};

/// Opens whatever a source names: a folder, a SQLite file, a folder that has an `mlflow.db`, a
/// `file:` URI of one of these, MLflow's `sqlite:///relative` and `sqlite:////absolute`, a tracking
/// server's `http(s)://…`, `databricks` and `databricks://PROFILE`. A new kind of store is one more
/// line in the table in kinds.cpp. Errors: those of the store that the source looks like;
/// UnsupportedSource {source} for a scheme or a file that no kind takes, and for a network without
/// a client; PathNotFound; those of connectionOf().
[[nodiscard]] base::Result<std::unique_ptr<Store>> openStore(std::string_view source,
                                                             const OpenContext& context = {});

}  // namespace podium::stores
