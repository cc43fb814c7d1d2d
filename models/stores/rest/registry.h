// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/rest/api.h"
#include "stores/rest/runreader.h"

#include <optional>
#include <string>
#include <vector>

namespace podium::stores {

/// Which registry a server's models are in.
enum class RegistryKind {
    Workspace,    // MLflow's own API
    UnityCatalog  // Databricks: no stages, names of three parts, versions asked for model by model
};

/// Asks for the parts of one model, as a filter of a search.
[[nodiscard]] std::string nameFilter(const std::string& model);

/// The registry of a model: Unity Catalog's names have three parts, and a workspace's have no dots.
[[nodiscard]] RegistryKind registryOf(const std::vector<RegistryKind>& registries,
                                      const std::string& model);

/// Reads registered models, prompts and versions into the sink. What the server does not have is
/// no fault; what may not be read becomes a problem. Fails if the server can't be reached.
base::Result<void> readRegistry(ReadScope& scope, RegistryKind kind);

/// Reads these models with their versions, whether or not they are prompts. A model that the server
/// does not know is left out.
base::Result<void> readModels(ReadScope& scope, RegistryKind kind,
                              const std::vector<std::string>& names);

/// Reads the logged models (MLflow 3) of these experiments, in the same way.
base::Result<void> readLoggedModels(ReadScope& scope,
                                    const std::vector<std::string>& experimentIds);

/// A fault of one part of a store as a problem (and that part as unread), or as the error of the
/// whole if nothing else can be read either.
base::Result<void> settle(ReadScope& scope, const base::Result<void>& result,
                          std::optional<Sink::Part> part = std::nullopt);

}  // namespace podium::stores
