// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/frameloader.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace podium::session {

/// Rows of a frame by run number: those of one experiment are ascending and lie together.
class RowFinder {
public:
    explicit RowFinder(const RunTable& table) : m_runs(table.frame->runs()) {}

    /// The row of a run, or SIZE_MAX. Runs are asked for in the order of the table, which makes it
    /// one step each.
    [[nodiscard]] std::size_t find(base::RunNo run) {
        if (m_next < m_runs.size() && m_runs[m_next] == run)
            return m_next++;
        const auto it = std::ranges::find_if(
            m_runs.begin() + static_cast<std::ptrdiff_t>(std::min(m_next, m_runs.size())),
            m_runs.end(), [run](base::RunNo other) { return other >= run; });
        if (it == m_runs.end() || *it != run)
            return SIZE_MAX;
        m_next = static_cast<std::size_t>(it - m_runs.begin()) + 1;
        return m_next - 1;
    }

private:
    const std::vector<base::RunNo>& m_runs;
    std::size_t m_next = 0;
};

/// The experiments of a table's rows, in their order.
[[nodiscard]] inline std::vector<base::ExperimentNo> experimentsOf(const RunTable& table) {
    std::vector<base::ExperimentNo> list;
    for (const base::ExperimentNo experiment : table.experiments) {
        if (list.empty() || list.back() != experiment)
            list.push_back(experiment);
    }
    return list;
}

}  // namespace podium::session
