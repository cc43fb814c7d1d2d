// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/kinds/network.h"

#include "http/databricks.h"
#include "stores/rest/reststore.h"

#include <utility>

namespace podium::stores {

using base::Error;
using base::ErrorCode;
using base::Result;

Result<std::unique_ptr<Store>> openNetworkStore(std::string_view source,
                                                const OpenContext& context) {
    using Opened = std::unique_ptr<Store>;
    Result<std::string> location = networkLocation(source);
    PODIUM_TRY(Opened, location);
    if (context.client == nullptr)
        return Error{ErrorCode::UnsupportedSource, {location.value()}};
    Result<http::Connection> connection =
        connectionOf(source, context.settings, context.credentials, context.environment);
    PODIUM_TRY(Opened, connection);
    const bool databricks = http::isDatabricksUri(source);
    ConnectionSettings settings = context.settings;
    if (databricks && settings.registryUri.empty() && context.environment.lookup)
        settings.registryUri = context.environment.get("MLFLOW_REGISTRY_URI");
    if (source.starts_with("databricks-uc"))
        settings.registryUri = source;
    StoreInfo info{databricks ? "databricks" : "rest", std::move(location).value(), {}};
    return Opened(std::make_unique<RestStore>(*context.client, std::move(info),
                                              std::move(connection).value(), std::move(settings),
                                              context.patience));
}

}  // namespace podium::stores
