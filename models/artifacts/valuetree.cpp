// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/valuetree.h"

#include "base/utf8.h"

#include <algorithm>
#include <utility>

namespace podium::artifacts {

namespace {

/// At most `bound` bytes, not inside a UTF-8 sequence.
std::string_view bounded(std::string_view text, std::size_t bound) {
    if (text.size() <= bound)
        return text;
    std::size_t length = bound;
    while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
        --length;
    return text.substr(0, length);
}

}  // namespace

std::string_view ValueTree::key(Node node) const {
    const Data& data = m_nodes[node];
    return std::string_view(m_text).substr(data.text, data.keyLength);
}

std::string_view ValueTree::value(Node node) const {
    const Data& data = m_nodes[node];
    return std::string_view(m_text).substr(data.text + data.keyLength, data.valueLength);
}

bool ValueTreeBuilder::add(std::string_view key, ValueType type, std::string_view value) {
    if (m_skipped > 0)
        return true;
    if (m_tree.m_nodes.size() >= m_bounds.nodes) {
        mark(TreeEnd::TooMany);
        return false;
    }
    const std::string keptKey = base::toUtf8(bounded(key, m_bounds.valueBytes));
    const std::string keptValue = base::toUtf8(bounded(value, m_bounds.valueBytes));
    ValueTree::Data data;
    data.type = type;
    data.text = m_tree.m_text.size();
    data.keyLength = static_cast<std::uint32_t>(keptKey.size());
    data.valueLength = static_cast<std::uint32_t>(keptValue.size());
    data.cut = key.size() > m_bounds.valueBytes || value.size() > m_bounds.valueBytes;
    if (!m_open.empty()) {
        data.parent = m_open.back();
        data.row = m_tree.m_nodes[data.parent].children++;
    }
    m_tree.m_text += keptKey;
    m_tree.m_text += keptValue;
    m_tree.m_nodes.push_back(data);
    return true;
}

bool ValueTreeBuilder::open(std::string_view key, ValueType type) {
    if (m_skipped > 0 || m_open.size() >= m_bounds.depth) {
        ++m_skipped;
        mark(TreeEnd::TooDeep);
        return true;
    }
    if (!add(key, type, {}))
        return false;
    m_open.push_back(static_cast<ValueTree::Node>(m_tree.m_nodes.size() - 1));
    return true;
}

void ValueTreeBuilder::close() {
    if (m_skipped > 0)
        --m_skipped;
    else if (!m_open.empty())
        m_open.pop_back();
}

void ValueTreeBuilder::fail(std::int64_t line, std::int64_t column, std::string reason) {
    m_tree.m_end = TreeEnd::Malformed;
    m_tree.m_line = line;
    m_tree.m_column = column;
    m_tree.m_reason = std::move(reason);
}

void ValueTreeBuilder::mark(TreeEnd end) {
    if (m_tree.m_end == TreeEnd::Whole)
        m_tree.m_end = end;
}

ValueTree ValueTreeBuilder::take() {
    std::uint32_t next = 0;
    for (ValueTree::Data& node : m_tree.m_nodes) {
        node.firstChild = next;
        next += node.children;
    }
    m_tree.m_children.resize(next);
    for (std::size_t i = 1; i < m_tree.m_nodes.size(); ++i) {
        const ValueTree::Data& node = m_tree.m_nodes[i];
        m_tree.m_children[m_tree.m_nodes[node.parent].firstChild + node.row] =
            static_cast<ValueTree::Node>(i);
    }
    return std::move(m_tree);
}

}  // namespace podium::artifacts
