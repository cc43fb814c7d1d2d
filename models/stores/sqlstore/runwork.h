// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/sqlstore/metriclist.h"
#include "stores/sqlstore/rows.h"
#include "stores/sqlstore/runreader.h"
#include "stores/sqlstore/values.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

/// What the parts of RunReader share.
namespace podium::stores::sqlstore {

/// What a row hash is of, so that a param and a tag of one text differ.
enum RowKind : std::uint64_t {
    RunKind = 1,
    ParamKind,
    TagKind,
    LatestKind,
    PointsKind,
    InputKind,
    InputTagKind,
    LinkKind
};

/// For a statement whose only parameter is a list of ids; nothing if its table is missing.
template <typename Take>
[[nodiscard]] base::Result<void> eachOf(std::optional<sql::Statement>& statement,
                                        std::string_view ids, Take&& take) {
    if (!statement)
        return {};
    statement->bind(1, ids);
    return eachRow(*statement, take);
}

/// Column 0 of every statement is the run's id, but for those that are asked run by run.
struct RunReader::Work {
    std::string ids;
    std::vector<ReadRun>& runs;
    std::vector<std::uint64_t> hashes = {};
    std::vector<MetricList> metrics = {};
    std::vector<std::pair<std::int64_t, std::int64_t>> points = {};  // count, greatest row number
    std::unordered_map<std::string_view, std::size_t> places = {};
    std::size_t last = 0;
    /// Inputs by their own id: place of the run, place in its list.
    std::unordered_map<std::string, std::pair<std::size_t, std::size_t>> inputs = {};

    [[nodiscard]] Fingerprint fingerprintOf(std::size_t place) const {
        const auto [count, greatest] = points[place];
        const Fingerprint sum =
            hashes[place] + RowHash(PointsKind).add(count).add(greatest).value();
        return sum != 0 ? sum : 1;
    }

    /// The place of the row's run, or nothing. Rows of one run mostly come one after another.
    std::optional<std::size_t> placeOf(const sql::Statement& row) {
        const std::string_view id = row.text(0);
        if (last < runs.size() && runs[last].run.runId == id)
            return last;
        const auto found = places.find(id);
        if (found == places.end())
            return std::nullopt;
        last = found->second;
        return last;
    }
};

}  // namespace podium::stores::sqlstore
