// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cache/cache.h"
#include "measure.h"
#include "session/frameloader.h"

#include <memory>
#include <string>

namespace podium::bench {

/// A folder that goes with this object, or one that was named and stays.
class Scratch {
public:
    explicit Scratch(const std::filesystem::path& named);
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
    bool m_own = false;
};

/// A cache with made-up runs.
[[nodiscard]] std::unique_ptr<cache::Cache> cachedRuns(const Scratch& scratch,
                                                       const Options& options);

/// Those of the made-up store.
[[nodiscard]] std::vector<cache::ExperimentRow> experimentsOf(cache::Cache& cache);

/// The columns that a table of the suite shows: metrics, params and tags in turn.
[[nodiscard]] std::vector<query::ColumnKey> shownColumns(int count);

/// The made-up experiment's runs with these columns.
[[nodiscard]] session::RunTable loadTable(cache::Cache& cache,
                                          const std::vector<query::ColumnKey>& columns);

}  // namespace podium::bench
