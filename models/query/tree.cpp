// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/tree.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace podium::query {

namespace {

const TextColumn* textColumn(const Frame& frame, const ColumnKey& key) {
    const Column* column = frame.column(key);
    return column == nullptr ? nullptr : std::get_if<TextColumn>(column);
}

/// For each text of `wanted` its first row in `ids`, by dictionary code; NoRow where there is none.
std::vector<std::uint32_t> rowsOf(const TextColumn& wanted, const TextColumn& ids) {
    std::vector<std::uint32_t> found(wanted.dictionary.size() + 1, Nesting::NoRow);
    std::unordered_map<std::string_view, std::uint32_t> codes;
    for (std::uint32_t i = 0; i < wanted.dictionary.size(); ++i)
        codes.emplace(wanted.dictionary[i], i + 1);
    std::vector<std::uint32_t> translated(ids.dictionary.size() + 1, TextColumn::Missing);
    for (std::size_t i = 0; i < ids.dictionary.size(); ++i)
        if (const auto code = codes.find(ids.dictionary[i]); code != codes.end())
            translated[i + 1] = code->second;
    for (std::uint32_t row = 0; row < ids.codes.size(); ++row) {
        const std::uint32_t code = translated[ids.codes[row]];
        if (code != TextColumn::Missing && found[code] == Nesting::NoRow)
            found[code] = row;
    }
    return found;
}

}  // namespace

ColumnKey parentColumn() {
    return tagColumn("mlflow.parentRunId");
}

Nesting::Nesting(const TextColumn* runIds, const TextColumn* parentIds, std::size_t rows) {
    if (runIds == nullptr || parentIds == nullptr || parentIds->dictionary.empty())
        return;
    const std::vector<std::uint32_t> found = rowsOf(*parentIds, *runIds);
    bool nested = false;
    m_parents.assign(rows, NoRow);
    for (std::uint32_t row = 0; row < rows; ++row) {
        const std::uint32_t parent = found[parentIds->codes[row]];
        if (parent == row)
            continue;
        m_parents[row] = parent;
        nested = nested || parent != NoRow;
    }
    if (nested)
        breakCircles(*runIds);
    else
        m_parents.clear();
}

Nesting::Nesting(const Frame& frame)
    : Nesting(textColumn(frame, attributeColumn(Attribute::RunId)),
              textColumn(frame, parentColumn()), frame.rows()) {}

void Nesting::breakCircles(const TextColumn& runIds) {
    // Each row is walked once: `walk` says in which walk it was met.
    std::vector<std::uint32_t> walk(m_parents.size(), NoRow);
    for (std::uint32_t start = 0; start < m_parents.size(); ++start) {
        std::uint32_t row = start;
        while (row != NoRow && walk[row] == NoRow) {
            walk[row] = start;
            row = m_parents[row];
        }
        if (row == NoRow || walk[row] != start)
            continue;
        std::uint32_t least = row;
        for (std::uint32_t next = m_parents[row]; next != row; next = m_parents[next])
            if (runIds.text(next) < runIds.text(least))
                least = next;
        m_parents[least] = NoRow;
    }
}

Bitmap Nesting::withAncestors(const Bitmap& rows) const {
    Bitmap result = rows;
    if (!nested())
        return result;
    for (const std::uint32_t row : rows.rows())
        for (std::uint32_t up = m_parents[row]; up != NoRow && !result.test(up); up = m_parents[up])
            result.set(up);
    return result;
}

RunTree::RunTree(const Nesting& nesting, std::span<const std::uint32_t> sortedRows,
                 const Bitmap& matches)
    : m_places(matches.size(), NoRow), m_matches(matches) {
    for (std::uint32_t i = 0; i < sortedRows.size(); ++i) {
        m_places[sortedRows[i]] = i;
        m_matching += matches.test(sortedRows[i]) ? 1 : 0;
    }
    if (nesting.nested())
        link(nesting, sortedRows);
    if (!nested())
        m_rows.assign(sortedRows.begin(), sortedRows.end());
}

/// Finds the parents that are in the tree and, if any, lays out the children of each.
void RunTree::link(const Nesting& nesting, std::span<const std::uint32_t> sortedRows) {
    m_parents.assign(m_places.size(), NoRow);
    std::vector<std::uint32_t> counts(m_places.size() + 1, 0);  // [0] roots, [row + 1] children
    // NoRow + 1 is 0: the roots' own slot.
    const auto slot = [this](std::uint32_t row) { return m_parents[row] + 1; };
    bool any = false;
    for (const std::uint32_t row : sortedRows) {
        std::uint32_t up = nesting.parent(row);
        while (up != NoRow && !contains(up))
            up = nesting.parent(up);
        m_parents[row] = up;
        any = any || up != NoRow;
        ++counts[slot(row)];
    }
    if (!any) {
        m_parents.clear();
        return;
    }
    m_offsets.assign(m_places.size() + 2, 0);
    for (std::size_t i = 0; i < counts.size(); ++i)
        m_offsets[i + 1] = m_offsets[i] + counts[i];
    m_rows.resize(sortedRows.size());
    std::fill(counts.begin(), counts.end(), 0);
    for (const std::uint32_t row : sortedRows) {
        const std::uint32_t place = counts[slot(row)]++;
        m_rows[m_offsets[slot(row)] + place] = row;
        m_places[row] = place;
    }
}

std::span<const std::uint32_t> RunTree::roots() const {
    const std::span<const std::uint32_t> rows(m_rows);
    return nested() ? rows.subspan(0, m_offsets[1]) : rows;
}

std::span<const std::uint32_t> RunTree::children(std::uint32_t row) const {
    if (!nested())
        return {};
    return std::span<const std::uint32_t>(m_rows).subspan(m_offsets[row + 1],
                                                          m_offsets[row + 2] - m_offsets[row + 1]);
}

std::uint32_t RunTree::parent(std::uint32_t row) const {
    return nested() ? m_parents[row] : NoRow;
}

}  // namespace podium::query
