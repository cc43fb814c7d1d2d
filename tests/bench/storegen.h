// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cache/cache.h"
#include "domain/entities.h"

#include <filesystem>

namespace podium::bench {

struct StoreShape {
    int runs = 10'000;
    int params = 20;
    int metrics = 20;
    int points = 5;  // of each metric
    int tags = 10;
};

/// The nth run of a made-up experiment: always the same one for the same number.
[[nodiscard]] domain::Run madeUpRun(int number, const StoreShape& shape);

/// Writes a file store as MLflow 2 would. Does nothing if a store of that shape is there already.
void makeFileStore(const std::filesystem::path& root, const StoreShape& shape);

/// Puts the same runs straight into a cache, without a store.
void fillCache(cache::Cache& cache, const StoreShape& shape);

}  // namespace podium::bench
