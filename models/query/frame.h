// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "domain/entities.h"

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The run table in memory: one vector per column, a row per run. A Frame never changes once it is
/// shared; a frame with more columns shares the old ones.
namespace podium::query {

enum class ColumnKind : std::uint8_t { Attribute, Metric, Param, Tag, Dataset, Formula };

enum class Attribute : std::uint8_t {
    RunId,
    RunName,
    ExperimentId,
    ExperimentName,
    UserId,
    Status,
    Lifecycle,
    ArtifactUri,
    StartTime,
    EndTime,
    Duration,  // milliseconds
    Source,    // where the run was read: a text for each source that has it
};

/// Which one number of a metric's history a column shows. Those up to Best are known of every
/// history the cache has; the others need its points.
enum class Reduction : std::uint8_t {
    Last,
    Min,
    Max,
    Mean,
    First,
    Count,
    Best,      // min or max, as the metric gets better
    MeanLast,  // of the last `argument` points, NaN left out
    AtStep,    // the value at step `argument`
    AtBest,    // the value at the step where the metric `argument` is best
    TimeTo,    // milliseconds from the run's start until the metric reaches `argument`
    Slope,     // per step, least squares over the last `argument` points; "": the last tenth
};

/// How plain comparisons and orders of MLflow's language are meant. MLflow's stores answer some of
/// them differently, each because of the way it keeps values (observed with 3.11):
/// Sql: a metric that is NaN is kept as 0 and so found by `< 1`, infinities as the greatest double;
/// run_name in a filter is the tag mlflow.runName; LIKE looks at the whole text and ILIKE folds
/// ASCII letters alone (SQLite).
/// Files: NaN is found by `!=` only, infinities are such; run_name is the run's; LIKE and ILIKE are
/// regular expressions of one line, ILIKE folds all letters.
enum class Semantics : std::uint8_t { Sql, Files };

/// Names a column. Its values are a NumberColumn for metrics and formulas; an IntegerColumn for the
/// attributes StartTime, EndTime and Duration; a TextListColumn for datasets and the attribute
/// Source; a TextColumn for other attributes, params and tags (Status and Lifecycle in the words of
/// domain::statusName and domain::lifecycleName). `key` is the param, metric or tag name, "name",
/// "digest", "context" of a dataset, or the formula itself. `argument` belongs to a metric's
/// reduction, or is the title that a person gave a formula.
struct ColumnKey {
    ColumnKind kind = ColumnKind::Attribute;
    Attribute attribute = Attribute::RunName;
    Reduction reduction = Reduction::Last;
    std::string key;
    std::string argument;

    friend auto operator<=>(const ColumnKey&, const ColumnKey&) = default;
};

[[nodiscard]] ColumnKey attributeColumn(Attribute attribute);
[[nodiscard]] ColumnKey metricColumn(std::string key, Reduction reduction = Reduction::Last,
                                     std::string argument = {});
[[nodiscard]] ColumnKey paramColumn(std::string key);
[[nodiscard]] ColumnKey tagColumn(std::string key);
[[nodiscard]] ColumnKey datasetColumn(std::string field);
[[nodiscard]] ColumnKey formulaColumn(std::string formula, std::string title = {});

/// True for a plain metric where it is compared and ordered as a SQL store keeps it.
[[nodiscard]] bool asStored(const ColumnKey& column, Semantics semantics);

/// True for reductions that are computed from a history's points.
[[nodiscard]] bool needsHistory(Reduction reduction);

/// A set of rows as bits.
class Bitmap {
public:
    Bitmap() = default;
    explicit Bitmap(std::size_t size, bool value = false);

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool test(std::size_t i) const {
        return ((m_words[i / 64] >> (i % 64)) & 1U) != 0;
    }
    void set(std::size_t i) { m_words[i / 64] |= std::uint64_t{1} << (i % 64); }
    void reset(std::size_t i) { m_words[i / 64] &= ~(std::uint64_t{1} << (i % 64)); }
    [[nodiscard]] std::size_t count() const;
    [[nodiscard]] bool any() const;

    /// The set rows in ascending order.
    [[nodiscard]] std::vector<std::uint32_t> rows() const;

    /// Set operations; the other set has the same size.
    void intersect(const Bitmap& other);
    void unite(const Bitmap& other);
    void invert();

    /// The bits, 64 rows in a word, row 0 lowest; bits past size() are 0 and have to stay so.
    [[nodiscard]] std::span<const std::uint64_t> words() const { return m_words; }
    [[nodiscard]] std::span<std::uint64_t> words() { return m_words; }

    friend bool operator==(const Bitmap&, const Bitmap&) = default;

private:
    std::size_t m_size = 0;
    std::vector<std::uint64_t> m_words;
};

/// Numbers; a value may be NaN or infinite and still be present.
struct NumberColumn {
    std::vector<double> values;
    Bitmap present;
};

/// Whole numbers (times, durations in milliseconds).
struct IntegerColumn {
    std::vector<std::int64_t> values;
    Bitmap present;
};

/// Texts through a dictionary. Code 0 is "missing"; code n is dictionary[n - 1].
struct TextColumn {
    static constexpr std::uint32_t Missing = 0;
    std::vector<std::uint32_t> codes;
    std::vector<std::string> dictionary;

    [[nodiscard]] bool has(std::size_t row) const { return codes[row] != Missing; }
    [[nodiscard]] const std::string& text(std::size_t row) const {
        return dictionary[codes[row] - 1];
    }
};

/// Zero or more texts in a row (the datasets of a run): those of row r are values[offsets[r] ..
/// offsets[r + 1]).
struct TextListColumn {
    std::vector<std::uint32_t> offsets;
    std::vector<std::string> values;
};

using Column = std::variant<NumberColumn, IntegerColumn, TextColumn, TextListColumn>;

/// Rows in a fixed order (that in which the cache gave them); what a person sees is a permutation
/// of them.
class Frame {
public:
    Frame() = default;
    explicit Frame(std::vector<base::RunNo> runs);

    [[nodiscard]] std::size_t rows() const { return m_runs.size(); }
    [[nodiscard]] const std::vector<base::RunNo>& runs() const { return m_runs; }

    /// The column, or nullptr if it has not been loaded into this frame.
    [[nodiscard]] const Column* column(const ColumnKey& key) const;
    [[nodiscard]] bool has(const ColumnKey& key) const { return column(key) != nullptr; }
    void set(ColumnKey key, std::shared_ptr<const Column> column);

    /// Whose answers evaluate() and sortRows() give for these rows.
    [[nodiscard]] Semantics semantics() const { return m_semantics; }
    void setSemantics(Semantics semantics) { m_semantics = semantics; }

    /// A text of a loaded text column, or "" where it is missing or not loaded.
    [[nodiscard]] std::string_view text(const ColumnKey& key, std::size_t row) const;

private:
    std::vector<base::RunNo> m_runs;
    Semantics m_semantics = Semantics::Sql;
    std::map<ColumnKey, std::shared_ptr<const Column>> m_columns;
};

/// Builds a TextColumn row by row.
class TextColumnBuilder {
public:
    explicit TextColumnBuilder(std::size_t rows);
    ~TextColumnBuilder();
    void set(std::size_t row, std::string_view text);
    /// Adds a row.
    void append(std::string_view text);
    [[nodiscard]] TextColumn take();

private:
    struct Index;
    [[nodiscard]] std::uint32_t code(std::string_view text);

    TextColumn m_column;
    std::unique_ptr<Index> m_index;
};

}  // namespace podium::query
