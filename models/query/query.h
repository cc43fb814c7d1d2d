// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "query/frame.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

/// The filter language of Podium: MLflow's own search filter (its file store's meaning, sqlparse
/// 0.5), and beyond it OR, NOT, brackets, IN for everything, IS [NOT] NULL for everything, NOT
/// LIKE, numeric comparison of params and tags (`params.lr < 0.01`), order of texts (`params.day >
/// '2024-05'`), reductions of a metric's history (`min(metrics.loss) < 0.2`; min max mean first
/// last count), the attributes experiment_id, experiment_name, lifecycle_stage and duration, the
/// numbers nan, inf and -inf, and plain words, which are looked for in the run's name.
///
/// A comparison with something a run does not have is false, also `!=` and NOT LIKE; only IS NULL
/// and NOT (...) are true then. With several datasets one that fits is enough.
namespace podium::query {

struct Expression;

/// Something a person should know about a filter which is nevertheless valid. Positions are bytes.
struct Note {
    enum class Code {
        /// MLflow drops elements of a list for run_id and dataset.* unless they have a lower-case
        /// letter and no upper-case one; for equal answers Podium does the same.
        ListElementDropped,
    };
    Code code;
    std::size_t position = 0;
    std::size_t length = 0;
};

/// A parsed filter; cheap to copy, never changes, may be used by several threads at once.
class Filter {
public:
    /// Matches every run.
    Filter();
    Filter(std::shared_ptr<const Expression> expression, bool mlflow, std::vector<Note> notes);

    /// True if it matches every run whatever it has (an empty text).
    [[nodiscard]] bool matchesAll() const;
    /// The columns a frame needs for evaluate().
    [[nodiscard]] std::vector<ColumnKey> columns() const;
    [[nodiscard]] const std::vector<Note>& notes() const { return m_notes; }
    [[nodiscard]] const Expression& expression() const { return *m_expression; }
    [[nodiscard]] bool mlflow() const { return m_mlflow; }

private:
    std::shared_ptr<const Expression> m_expression;
    bool m_mlflow = true;
    std::vector<Note> m_notes;
};

/// Reads a filter (UTF-8). Errors are QuerySyntax (it can't be read) and QueryInvalid (it can, but
/// makes no sense), with the arguments position, length (bytes of UTF-8; length 0 at the end of the
/// text) and one of these codes:
/// QuerySyntax, what was expected: "operator" (after a name), "operand" (name of something,
/// condition), "value", "value-number", "value-text", "value-list", "and-or" (after a complete
/// condition), "close-bracket", "close-quote", "close-backtick", "null" (after IS), "like-or-in"
/// (after NOT), "key" (after the dot), "key-quotes" (this key needs back-ticks), "number" (no
/// number MLflow or Podium knows), "list-text" (texts in quotes, or numbers, with commas),
/// "character" (nothing can start with it), "metric" (in a function);
/// QueryInvalid, the reason: "entity" (before the dot), "attribute", "dataset-field", "function"
/// (names that do not exist), "operator-number" (this operator does not compare numbers),
/// "list-empty", "too-long" (over 64 KiB), "nesting" (brackets or NOT deeper than 100).
[[nodiscard]] base::Result<Filter> parseFilter(std::string_view text);

/// True if MLflow 3.11 itself takes the filter as it stands.
[[nodiscard]] bool acceptedByMlflow(const Filter& filter);

/// The same filter in MLflow's own language, for a server: every key in back-ticks, operators in
/// upper case, numbers as MLflow 1.x to 3.x reads them; "" for a filter that matches everything.
/// Nothing if MLflow has no words for it (OR of different things, numbers in params, reductions, NaN
/// and infinities ...). The server's answer may still differ as stores of MLflow differ among each
/// other: SQL stores keep 0 in the place of NaN, so evaluate() over what came is worth its time.
[[nodiscard]] std::optional<std::string> mlflowText(const Filter& filter);

/// The rows of the frame that match. A column which the frame lacks counts as missing in every row.
/// If stop is requested, the result is of no use.
[[nodiscard]] Bitmap evaluate(const Filter& filter, const Frame& frame, std::stop_token stop = {});

}  // namespace podium::query
