// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/treefind.h"

namespace podium::artifacts {

namespace {

using Node = ValueTree::Node;

void appendQuoted(std::string& text, std::string_view value) {
    text += '"';
    for (const char c : value) {
        if (c == '"' || c == '\\')
            text += '\\';
        if (c == '\n')
            text += "\\n";
        else
            text += c;
    }
    text += '"';
}

/// The tree is no deeper than its bound, so that this recursion is bounded as well.
void append(std::string& text, const ValueTree& tree, Node node, std::size_t longest) {
    if (text.size() > longest)
        return;
    const ValueType type = tree.type(node);
    if (type == ValueType::String) {
        appendQuoted(text, tree.value(node).substr(0, longest));
    } else if (type == ValueType::Object || type == ValueType::Array) {
        const bool object = type == ValueType::Object;
        text += object ? '{' : '[';
        for (std::uint32_t row = 0; row < tree.childCount(node) && text.size() <= longest; ++row) {
            text += row > 0 ? ", " : "";
            const Node child = tree.child(node, row);
            if (object) {
                appendQuoted(text, tree.key(child));
                text += ": ";
            }
            append(text, tree, child, longest);
        }
        text += object ? '}' : ']';
    } else {
        text += type == ValueType::Null ? std::string_view("null") : tree.value(node);
    }
}

}  // namespace

std::string compactText(const ValueTree& tree, Node node, std::size_t longest) {
    std::string text;
    append(text, tree, node, longest);
    return text;
}

}  // namespace podium::artifacts
