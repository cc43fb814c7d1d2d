// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/jsontable.h"

#include "artifacts/json.h"
#include "artifacts/treefind.h"
#include "artifacts/window.h"

#include <algorithm>

namespace podium::artifacts {

using base::Result;

namespace {

using Node = ValueTree::Node;

constexpr std::size_t LongestCell = 4096;
constexpr std::uint32_t MostColumns = 2000;

std::string cellText(const ValueTree& tree, Node node) {
    switch (tree.type(node)) {
        case ValueType::Null:
            return {};
        case ValueType::Object:
            if (textAt(tree, node, "type") == "image") {
                if (std::string path = textAt(tree, node, "filepath"); !path.empty())
                    return path;
            }
            return compactText(tree, node, LongestCell);
        case ValueType::Array:
            return compactText(tree, node, LongestCell);
        default:
            return std::string(tree.value(node));
    }
}

}  // namespace

Result<JsonTable> readJsonTable(const TextBytes& text, const std::stop_token& stop) {
    TreeBounds bounds;
    bounds.nodes = 2'000'000;
    bounds.depth = 32;
    const auto read = readJson(text, bounds, stop);
    PODIUM_TRY(JsonTable, read);
    const ValueTree& tree = read.value();
    if (tree.empty() || tree.type(ValueTree::Root) != ValueType::Object)
        return notDecoded("table");
    const auto columns = member(tree, ValueTree::Root, "columns");
    const auto data = member(tree, ValueTree::Root, "data");
    if (!columns || !data || tree.type(*columns) != ValueType::Array ||
        tree.type(*data) != ValueType::Array)
        return notDecoded("columns, data");
    JsonTable table;
    table.cut = tree.end() != TreeEnd::Whole || tree.childCount(*columns) > MostColumns ||
                tree.childCount(*data) > MostTableRows;
    for (std::uint32_t i = 0; i < std::min(tree.childCount(*columns), MostColumns); ++i)
        table.columns.push_back(cellText(tree, tree.child(*columns, i)));
    std::vector<bool> hasText(table.columns.size(), false);
    std::vector<bool> hasNumber(table.columns.size(), false);
    const auto rows = std::min<std::size_t>(tree.childCount(*data), MostTableRows);
    table.rows.reserve(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        const Node node = tree.child(*data, static_cast<std::uint32_t>(row));
        std::vector<std::string> cells(table.columns.size());
        const bool isRow = tree.type(node) == ValueType::Array;
        const std::uint32_t count = isRow ? tree.childCount(node) : 1;
        for (std::uint32_t i = 0; i < count && i < cells.size(); ++i) {
            const Node cell = isRow ? tree.child(node, i) : node;
            cells[i] = cellText(tree, cell);
            const ValueType type = tree.type(cell);
            hasNumber[i] = hasNumber[i] || type == ValueType::Number;
            hasText[i] = hasText[i] || (type != ValueType::Number && type != ValueType::Null);
        }
        table.rows.push_back(std::move(cells));
    }
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        table.numeric.push_back(hasNumber[i] && !hasText[i]);
    return table;
}

}  // namespace podium::artifacts
