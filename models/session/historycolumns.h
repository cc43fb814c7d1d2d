// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cache/reader.h"
#include "query/frame.h"
#include "series/historyreductions.h"

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <unordered_map>

namespace podium::session {

/// What was computed from histories, a number for each run and column, so that it is computed again
/// only for runs that went on. Thread safe.
class HistoryCache {
public:
    using Number = std::optional<double>;

    /// What was kept under this stamp (see stampOf), nothing if that is not there.
    [[nodiscard]] std::optional<Number> find(const query::ColumnKey& column, base::RunNo run,
                                             std::uint64_t stamp) const;
    void keep(const query::ColumnKey& column, base::RunNo run, std::uint64_t stamp, Number number);
    void clear();

private:
    struct Entry {
        std::uint64_t stamp = 0;
        Number number;
    };
    static constexpr std::size_t MostColumns = 200;

    mutable std::mutex m_mutex;
    std::map<query::ColumnKey, std::unordered_map<base::RunNo, Entry>> m_columns;
};

/// What a number of a history depends on beside the history.
struct HistoryQuestion {
    query::ColumnKey column;
    std::uint32_t name = 0;  // of the spelling that the run has
    domain::OptionalMillis started;
    std::optional<std::int64_t> bestStep;  // AtBest: where the other metric is best
    series::Reach reach = series::Reach::FromFirst;
};

/// Changes when the history (its reductions, as bytes) or the question does.
[[nodiscard]] std::uint64_t stampOf(const HistoryQuestion& question, std::string_view reductions);

/// Reads the history and computes the number; nothing if there is none.
[[nodiscard]] base::Result<HistoryCache::Number> answer(cache::Reader& reader, base::RunNo run,
                                                        const HistoryQuestion& question);

}  // namespace podium::session
