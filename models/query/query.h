// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "query/frame.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

/// The filter language of Podium: MLflow's own search filter (sqlparse 0.5), with the meaning that
/// the store of the runs gives it (see Semantics), and beyond it OR, NOT, brackets, IN for
/// everything, IS [NOT] NULL for everything, NOT LIKE, numeric comparison of params and tags
/// (`params.lr < 0.01`), order of texts (`params.day > '2024-05'`), regular expressions (`tags.host
/// =~ '^gpu'`, `!~`), times (`started > "2026-03-01"`, `ended < 2 days ago`, `created >=
/// yesterday`), durations (`duration > 1h 30min`), reductions of a metric's history
/// (`min(metrics.loss) < 0.2`; min max mean first last count best, and with an argument mean_last
/// at_step at_best time_to slope), comparisons of columns and of formulas with each other
/// (`metrics.a - metrics.b > 0.1`, `abs(metrics.a) < 2 * params.lr`), the attributes experiment_id,
/// experiment (experiment_name), source, lifecycle_stage and duration, the numbers nan, inf and
/// -inf, and plain words, which are looked for in the run's name.
///
/// A time without a clock is a whole day to = and !=, and its first moment to < <= > and >=.
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
    Filter(std::shared_ptr<const Expression> expression, bool mlflow, std::vector<Note> notes,
           bool relative = false);

    /// True if it matches every run whatever it has (an empty text).
    [[nodiscard]] bool matchesAll() const;
    /// The columns a frame needs for evaluate().
    [[nodiscard]] std::vector<ColumnKey> columns() const;
    [[nodiscard]] const std::vector<Note>& notes() const { return m_notes; }
    [[nodiscard]] const Expression& expression() const { return *m_expression; }
    [[nodiscard]] bool mlflow() const { return m_mlflow; }
    /// It says "2 days ago" or the like: read it again for its meaning of today.
    [[nodiscard]] bool relative() const { return m_relative; }

private:
    std::shared_ptr<const Expression> m_expression;
    bool m_mlflow = true;
    bool m_relative = false;
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
/// "character" (nothing can start with it), "metric" (in a function), "comma" (between arguments of
/// a function), "argument-count", "argument-number" (behind a metric in a function), "value-time",
/// "ago" (behind a duration that is to be a time);
/// QueryInvalid, the reason: "entity" (before the dot), "attribute", "dataset-field", "function"
/// (names that do not exist), "operator-number" (this operator does not compare numbers),
/// "list-empty", "operand-number" (a text can't be counted with), "regex" (can't be read),
/// "too-long" (over 64 KiB), "nesting" (brackets or NOT deeper than 100).
/// "2 days ago" counts from `now`, which is the machine's clock if it is not given.
[[nodiscard]] base::Result<Filter> parseFilter(std::string_view text,
                                               std::optional<base::Millis> now = {});

/// True if MLflow 3.11 itself takes the filter as it stands.
[[nodiscard]] bool acceptedByMlflow(const Filter& filter);

/// The same filter in MLflow's own language, for a server: every key in back-ticks, operators in
/// upper case, numbers as MLflow 1.x to 3.x reads them; "" for a filter that matches everything.
/// Nothing if MLflow has no words for it (OR of different things, numbers in params, reductions,
/// NaN and infinities ...). The server's answer may still differ, as stores of MLflow differ among
/// each other: see Semantics.
[[nodiscard]] std::optional<std::string> mlflowText(const Filter& filter);

/// The rows of the frame that match. A column which the frame lacks counts as missing in every row.
/// If stop is requested, the result is of no use.
[[nodiscard]] Bitmap evaluate(const Filter& filter, const Frame& frame, std::stop_token stop = {});

}  // namespace podium::query
