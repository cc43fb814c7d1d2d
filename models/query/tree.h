// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/frame.h"

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace podium::query {

/// Which run of a frame lies in which, by the tag `mlflow.parentRunId`. Made once for a frame. A
/// run whose parent is not in the frame (or is the run itself) is a root; of runs that lie in each
/// other in a circle, the one with the least run id is.
class Nesting {
public:
    static constexpr std::uint32_t NoRow = std::numeric_limits<std::uint32_t>::max();

    Nesting() = default;
    /// `runIds` and `parentIds` are columns of one frame; either may be nullptr: no nesting.
    Nesting(const TextColumn* runIds, const TextColumn* parentIds, std::size_t rows);
    /// Each row's parent or NoRow; no row lies in itself, however deep.
    explicit Nesting(std::vector<std::uint32_t> parents) : m_parents(std::move(parents)) {}
    /// Reads the columns attribute RunId and tag mlflow.parentRunId of the frame.
    explicit Nesting(const Frame& frame);

    [[nodiscard]] std::uint32_t parent(std::uint32_t row) const {
        return m_parents.empty() ? NoRow : m_parents[row];
    }
    /// False if no run lies in another.
    [[nodiscard]] bool nested() const { return !m_parents.empty(); }

    /// The rows and everything they lie in.
    [[nodiscard]] Bitmap withAncestors(const Bitmap& rows) const;

private:
    void breakCircles(const TextColumn& runIds);

    std::vector<std::uint32_t> m_parents;  // empty if nothing is nested
};

/// The tag which names the run that a run lies in.
[[nodiscard]] ColumnKey parentColumn();

/// What a table shows: rows in the order of their sorting, children below their parents. Rows that
/// do not match but have a match below them are context. Made from rows in this way:
///
///     Bitmap matches = evaluate(filter, frame);
///     RunTree tree(nesting, sortRows(frame, nesting.withAncestors(matches).rows(), keys),
///     matches);
///
/// A row whose parent is not among the sorted rows hangs below its nearest ancestor that is, or is
/// a root: without withAncestors() the tree has no context rows, and with a default Nesting it is
/// flat.
class RunTree {
public:
    static constexpr std::uint32_t NoRow = Nesting::NoRow;

    RunTree() = default;
    RunTree(const Nesting& nesting, std::span<const std::uint32_t> sortedRows,
            const Bitmap& matches);

    [[nodiscard]] std::span<const std::uint32_t> roots() const;
    [[nodiscard]] std::span<const std::uint32_t> children(std::uint32_t row) const;
    /// NoRow for a root.
    [[nodiscard]] std::uint32_t parent(std::uint32_t row) const;
    /// The place of a row among its parent's children or the roots; NoRow if the tree lacks it.
    [[nodiscard]] std::uint32_t place(std::uint32_t row) const { return m_places[row]; }
    [[nodiscard]] bool contains(std::uint32_t row) const { return m_places[row] != NoRow; }
    [[nodiscard]] bool isContext(std::uint32_t row) const {
        return contains(row) && !m_matches.test(row);
    }
    /// False if there are only roots.
    [[nodiscard]] bool nested() const { return !m_parents.empty(); }
    /// Rows in the tree, and those of them that match.
    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    [[nodiscard]] std::size_t matching() const { return m_matching; }

private:
    void link(const Nesting& nesting, std::span<const std::uint32_t> sortedRows);

    std::vector<std::uint32_t> m_rows;     // roots, then the children of row 0, of row 1 ...
    std::vector<std::uint32_t> m_offsets;  // [row] begins its children; empty if flat
    std::vector<std::uint32_t> m_parents;  // by row; empty if flat
    std::vector<std::uint32_t> m_places;   // by row
    Bitmap m_matches;
    std::size_t m_matching = 0;
};

}  // namespace podium::query
