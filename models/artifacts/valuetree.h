// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace podium::artifacts {

enum class ValueType { Object, Array, String, Number, Boolean, Null, Alias };

/// Where a document stopped being read although it goes on.
enum class TreeEnd {
    Whole,     // everything is in the tree
    TooMany,   // more values than the bound
    TooDeep,   // nested deeper than the bound; what is deeper is left out
    TooLong,   // the file is longer than the bound
    Malformed  // what stands there is not the format; `line` and `column` say where
};

struct TreeBounds {
    std::size_t nodes = 300'000;
    std::size_t depth = 256;
    std::size_t valueBytes = 16 * 1024;  // of one key or value; the rest of it is not kept
    std::int64_t fileBytes = std::int64_t{64} * 1024 * 1024;
};

/// A JSON or YAML document as a flat, bounded tree. Node 0 is the root. Numbers stay the text they
/// were, so that nothing is rounded and bare NaN and Infinity are as good as any.
class ValueTree {
public:
    using Node = std::uint32_t;
    static constexpr Node Root = 0;

    [[nodiscard]] bool empty() const { return m_nodes.empty(); }
    [[nodiscard]] std::size_t size() const { return m_nodes.size(); }
    [[nodiscard]] ValueType type(Node node) const { return m_nodes[node].type; }
    [[nodiscard]] Node parent(Node node) const { return m_nodes[node].parent; }
    /// Position among its siblings.
    [[nodiscard]] std::uint32_t row(Node node) const { return m_nodes[node].row; }
    [[nodiscard]] std::uint32_t childCount(Node node) const { return m_nodes[node].children; }
    [[nodiscard]] Node child(Node node, std::uint32_t row) const {
        return m_children[m_nodes[node].firstChild + row];
    }
    /// The key of an object's member; empty for an array's.
    [[nodiscard]] std::string_view key(Node node) const;
    /// The text of a scalar; empty for objects and arrays.
    [[nodiscard]] std::string_view value(Node node) const;
    /// True where a key or value was longer than the bound.
    [[nodiscard]] bool cut(Node node) const { return m_nodes[node].cut; }

    [[nodiscard]] TreeEnd end() const { return m_end; }
    void setEnd(TreeEnd end) { m_end = end; }
    [[nodiscard]] std::int64_t line() const { return m_line; }
    [[nodiscard]] std::int64_t column() const { return m_column; }
    /// What was expected or found there, in the words of the format; not for translation.
    [[nodiscard]] const std::string& reason() const { return m_reason; }

private:
    friend class ValueTreeBuilder;
    struct Data {
        std::uint32_t parent = 0;
        std::uint32_t row = 0;
        std::uint32_t firstChild = 0;
        std::uint32_t children = 0;
        std::size_t text = 0;  // key, then value, in m_text
        std::uint32_t keyLength = 0;
        std::uint32_t valueLength = 0;
        ValueType type = ValueType::Null;
        bool cut = false;
    };

    std::vector<Data> m_nodes;
    std::vector<Node> m_children;  // grouped by parent
    std::string m_text;
    TreeEnd m_end = TreeEnd::Whole;
    std::int64_t m_line = 0;
    std::int64_t m_column = 0;
    std::string m_reason;
};

/// Makes a ValueTree in document order; refuses what is beyond the bounds.
class ValueTreeBuilder {
public:
    explicit ValueTreeBuilder(const TreeBounds& bounds) : m_bounds(bounds) {}

    /// Adds a scalar. False when the bound of nodes is reached: stop.
    bool add(std::string_view key, ValueType type, std::string_view value);
    /// Opens an object or array; false as above. Deeper than the bound it is counted, not kept.
    bool open(std::string_view key, ValueType type);
    void close();
    [[nodiscard]] std::size_t depth() const { return m_open.size() + m_skipped; }
    void fail(std::int64_t line, std::int64_t column, std::string reason);
    void mark(TreeEnd end);
    [[nodiscard]] ValueTree take();

private:
    TreeBounds m_bounds;
    ValueTree m_tree;
    std::vector<ValueTree::Node> m_open;
    std::size_t m_skipped = 0;  // open values below the deepest that is kept
};

}  // namespace podium::artifacts
