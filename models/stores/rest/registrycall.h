// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/rest/registry.h"
#include "stores/write.h"

#include <string>

namespace podium::stores {

/// Whose registry is written to: they differ in their paths and in what they have.
enum class RegistryDialect {
    Mlflow,               // MLflow's own server
    DatabricksWorkspace,  // a transition of its own, which keeps a comment
    UnityCatalog,         // aliases, no stages
};

/// A call of the REST API that changes something.
struct RegistryCall {
    std::string method;    // "POST", "PATCH", "DELETE"
    std::string endpoint;  // below /api/, e.g. "2.0/mlflow/registered-models/alias"
    std::string body;      // JSON

    friend bool operator==(const RegistryCall&, const RegistryCall&) = default;
};

/// The call that makes a change of the registry, as MLflow's own client sends it. Of a change of a
/// stage in Unity Catalog, which has none, it is the one that is refused there.
[[nodiscard]] RegistryCall callOf(const Change& change, RegistryDialect dialect);

/// Where the dialect has its registry, e.g. "2.0/mlflow/unity-catalog/".
[[nodiscard]] std::string_view registryRoot(RegistryDialect dialect);

}  // namespace podium::stores
