// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/delimited.h"
#include "artifacts/valuetree.h"

#include <stop_token>
#include <string>
#include <vector>

namespace podium::artifacts {

/// A value that is not the same in two documents or tables. `path` is "a.b[2]", or a key of a table
/// with its column.
struct ValueChange {
    enum class Kind { Changed, OnlyLeft, OnlyRight };
    Kind kind = Kind::Changed;
    std::string path;
    std::string left, right;  // in one line, cut
};

struct ValueDiff {
    std::vector<ValueChange> changes;
    std::size_t same = 0;  // values that are the same
    bool cut = false;      // more changes than the bound
};
inline constexpr std::size_t MostChanges = 20'000;

/// Two JSON or YAML documents by their structure: members by key, whatever their order; members of
/// arrays by their place. Numbers are the same if they are the same number ("1.0" and "1").
[[nodiscard]] ValueDiff diffTrees(const ValueTree& left, const ValueTree& right,
                                  const std::stop_token& stop = {});

/// Two tables by rows that have the same text in `keyColumn` (of keys that are there twice the
/// first) and columns of the same name.
[[nodiscard]] ValueDiff diffTables(const std::vector<std::string>& leftColumns,
                                   const std::vector<Record>& left,
                                   const std::vector<std::string>& rightColumns,
                                   const std::vector<Record>& right, std::size_t keyColumn,
                                   const std::stop_token& stop = {});

/// The first column of a table whose texts are all there and all different; 0 where there is none.
[[nodiscard]] std::size_t guessKeyColumn(const std::vector<std::string>& columns,
                                         const std::vector<Record>& rows);

}  // namespace podium::artifacts
