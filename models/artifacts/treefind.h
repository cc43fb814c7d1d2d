// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/encoding.h"
#include "artifacts/valuetree.h"

#include <optional>
#include <string>
#include <string_view>

/// Looking things up in a ValueTree; what is not there is no fault.
namespace podium::artifacts {

[[nodiscard]] inline std::optional<ValueTree::Node> member(const ValueTree& tree,
                                                           ValueTree::Node object,
                                                           std::string_view key) {
    for (std::uint32_t row = 0; row < tree.childCount(object); ++row) {
        if (tree.key(tree.child(object, row)) == key)
            return tree.child(object, row);
    }
    return std::nullopt;
}

/// The text of a member; "" for null, for what is none, and for what is no scalar.
[[nodiscard]] inline std::string textAt(const ValueTree& tree, ValueTree::Node object,
                                        std::string_view key) {
    const auto found = member(tree, object, key);
    return found && tree.type(*found) != ValueType::Null ? std::string(tree.value(*found)) : "";
}

/// A text, or the texts of a list one behind the other, as notebooks keep their lines.
[[nodiscard]] inline std::string joinedText(const ValueTree& tree, ValueTree::Node node) {
    if (tree.type(node) != ValueType::Array)
        return std::string(tree.value(node));
    std::string text;
    for (std::uint32_t row = 0; row < tree.childCount(node); ++row)
        text += tree.value(tree.child(node, row));
    return text;
}

/// The value as JSON in one line, at most about `longest` bytes of it.
[[nodiscard]] std::string compactText(const ValueTree& tree, ValueTree::Node node,
                                      std::size_t longest);

/// A text in memory as the readers of JSON and YAML take it.
[[nodiscard]] inline TextBytes textOf(std::string_view text) {
    return {std::make_shared<MemoryBytes>(std::string(text)), Encoding::Utf8, 0, false};
}

}  // namespace podium::artifacts
