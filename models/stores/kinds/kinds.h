// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/store.h"

#include <memory>
#include <string_view>

namespace podium::stores {

/// Opens whatever a source names: a folder, a SQLite file, a folder that has an `mlflow.db`, a
/// `file:` URI of one of these, or MLflow's `sqlite:///relative` and `sqlite:////absolute`. A new
/// kind of store is one more line in the table in kinds.cpp. Errors: those of the store that the source looks like;
/// UnsupportedSource {source} for a scheme or a file that no kind takes; PathNotFound.
[[nodiscard]] base::Result<std::unique_ptr<Store>> openStore(std::string_view source);

}  // namespace podium::stores
