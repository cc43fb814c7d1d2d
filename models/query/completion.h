// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/frame.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// Help while a filter is typed: its colours and what could come next. Positions are bytes.
namespace podium::query {

enum class SpanKind { Key, Function, Operator, Keyword, Number, Text, Bracket, Word, Error };

struct Span {
    SpanKind kind = SpanKind::Word;
    std::size_t position = 0;
    std::size_t length = 0;
};

/// The parts of a filter, also of an unfinished or wrong one; blanks have no span.
[[nodiscard]] std::vector<Span> tokens(std::string_view text);

/// The names there are, each list in the order in which they are to be offered.
struct KeyCatalog {
    std::vector<std::string> metrics;
    std::vector<std::string> params;
    std::vector<std::string> tags;
    /// The texts known for a column (a param's values, names of users ...), or nothing; may be
    /// empty.
    std::function<std::vector<std::string>(const ColumnKey&)> values;
};

enum class CandidateKind { Key, Function, Operator, Keyword, Value };

struct Candidate {
    CandidateKind kind = CandidateKind::Key;
    std::string text;  // ready to stand in the filter, with quotes or back-ticks where needed
};

struct Completion {
    std::size_t begin = 0;  // the text in [begin, end) is to be replaced by a candidate
    std::size_t end = 0;
    std::vector<Candidate> candidates;  // best first, at most `limit`
};

/// What could stand at the cursor: names, then an operator that suits the name, a value, AND or OR.
/// What begins with the text typed so far comes before what has it inside; case does not matter.
[[nodiscard]] Completion complete(std::string_view text, std::size_t cursor,
                                  const KeyCatalog& catalog, std::size_t limit = 50);

/// A key of a column as it has to be written in a filter, e.g. "metrics.`train/loss`".
[[nodiscard]] std::string columnName(const ColumnKey& column);

/// A text in quotes; one with both kinds of quotes, or a backslash at its end, gives nothing.
[[nodiscard]] std::string writtenText(std::string_view text);

}  // namespace podium::query
