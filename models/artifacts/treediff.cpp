// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/treediff.h"

#include "artifacts/treefind.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <unordered_map>

namespace podium::artifacts {

namespace {

using Node = ValueTree::Node;

constexpr std::size_t LongestValue = 500;

bool sameNumber(std::string_view a, std::string_view b) {
    double x = 0;
    double y = 0;
    const auto left = std::from_chars(a.data(), a.data() + a.size(), x);
    const auto right = std::from_chars(b.data(), b.data() + b.size(), y);
    return left.ec == std::errc() && right.ec == std::errc() && left.ptr == a.data() + a.size() &&
           right.ptr == b.data() + b.size() && x == y;
}

/// The trees are no deeper than their bound, and so is this recursion.
class TreeComparer {
public:
    TreeComparer(const ValueTree& left, const ValueTree& right, const std::stop_token& stop)
        : m_left(left), m_right(right), m_stop(stop) {}

    void compare(Node a, Node b, const std::string& path) {
        if (m_stop.stop_requested() || diff.cut)
            return;
        const ValueType type = m_left.type(a);
        const bool sameType = type == m_right.type(b);
        if (sameType && type == ValueType::Object)
            objects(a, b, path);
        else if (sameType && type == ValueType::Array)
            arrays(a, b, path);
        else if (sameType &&
                 (m_left.value(a) == m_right.value(b) ||
                  (type == ValueType::Number && sameNumber(m_left.value(a), m_right.value(b)))))
            ++diff.same;
        else
            add(ValueChange::Kind::Changed, path, compactText(m_left, a, LongestValue),
                compactText(m_right, b, LongestValue));
    }

    ValueDiff diff;

private:
    void objects(Node a, Node b, const std::string& path) {
        std::unordered_map<std::string_view, Node> others;
        for (std::uint32_t i = 0; i < m_right.childCount(b); ++i)
            others.emplace(m_right.key(m_right.child(b, i)), m_right.child(b, i));
        for (std::uint32_t i = 0; i < m_left.childCount(a); ++i) {
            const Node child = m_left.child(a, i);
            const std::string_view key = m_left.key(child);
            const std::string below =
                path.empty() ? std::string(key) : path + '.' + std::string(key);
            const auto found = others.find(key);
            if (found == others.end()) {
                add(ValueChange::Kind::OnlyLeft, below, compactText(m_left, child, LongestValue),
                    {});
            } else {
                compare(child, found->second, below);
                others.erase(found);
            }
        }
        for (std::uint32_t i = 0; i < m_right.childCount(b); ++i) {
            const Node child = m_right.child(b, i);
            const std::string_view key = m_right.key(child);
            const auto left = others.find(key);
            if (left != others.end() && left->second == child)
                add(ValueChange::Kind::OnlyRight,
                    path.empty() ? std::string(key) : path + '.' + std::string(key), {},
                    compactText(m_right, child, LongestValue));
        }
    }

    void arrays(Node a, Node b, const std::string& path) {
        const std::uint32_t left = m_left.childCount(a);
        const std::uint32_t right = m_right.childCount(b);
        for (std::uint32_t i = 0; i < std::max(left, right); ++i) {
            const std::string below = path + '[' + std::to_string(i) + ']';
            if (i >= left)
                add(ValueChange::Kind::OnlyRight, below, {},
                    compactText(m_right, m_right.child(b, i), LongestValue));
            else if (i >= right)
                add(ValueChange::Kind::OnlyLeft, below,
                    compactText(m_left, m_left.child(a, i), LongestValue), {});
            else
                compare(m_left.child(a, i), m_right.child(b, i), below);
            if (diff.cut)
                return;
        }
    }

    void add(ValueChange::Kind kind, const std::string& path, std::string left, std::string right) {
        if (diff.changes.size() >= MostChanges)
            diff.cut = true;
        else
            diff.changes.push_back({kind, path, std::move(left), std::move(right)});
    }

    const ValueTree& m_left;
    const ValueTree& m_right;
    const std::stop_token& m_stop;
};

std::string fieldAt(const Record& row, std::size_t column) {
    return column < row.size() ? row[column] : std::string();
}

std::string rowText(const Record& row) {
    std::string text;
    for (const std::string& field : row) {
        text += (text.empty() ? "" : ", ") + field;
        if (text.size() > LongestValue)
            break;
    }
    return text.substr(0, LongestValue);
}

}  // namespace

ValueDiff diffTrees(const ValueTree& left, const ValueTree& right, const std::stop_token& stop) {
    TreeComparer comparer(left, right, stop);
    if (!left.empty() && !right.empty())
        comparer.compare(ValueTree::Root, ValueTree::Root, {});
    else if (!left.empty() || !right.empty())
        comparer.diff.changes.push_back(
            {left.empty() ? ValueChange::Kind::OnlyRight : ValueChange::Kind::OnlyLeft, "",
             left.empty() ? "" : compactText(left, ValueTree::Root, LongestValue),
             right.empty() ? "" : compactText(right, ValueTree::Root, LongestValue)});
    return std::move(comparer.diff);
}

std::size_t guessKeyColumn(const std::vector<std::string>& columns,
                           const std::vector<Record>& rows) {
    for (std::size_t column = 0; column < columns.size(); ++column) {
        std::set<std::string_view> seen;
        const bool isKey = std::all_of(rows.begin(), rows.end(), [&](const Record& row) {
            return column < row.size() && !row[column].empty() && seen.insert(row[column]).second;
        });
        if (isKey && !rows.empty())
            return column;
    }
    return 0;
}

ValueDiff diffTables(const std::vector<std::string>& leftColumns, const std::vector<Record>& left,
                     const std::vector<std::string>& rightColumns, const std::vector<Record>& right,
                     std::size_t keyColumn, const std::stop_token& stop) {
    ValueDiff diff;
    const auto add = [&](ValueChange::Kind kind, std::string path, std::string a, std::string b) {
        if (diff.changes.size() >= MostChanges)
            diff.cut = true;
        else
            diff.changes.push_back({kind, std::move(path), std::move(a), std::move(b)});
    };
    std::unordered_map<std::string, std::size_t> places;  // of the right table's columns
    for (std::size_t i = rightColumns.size(); i-- > 0;)
        places[rightColumns[i]] = i;
    const std::string key = keyColumn < leftColumns.size() ? leftColumns[keyColumn] : std::string();
    const std::size_t rightKey = places.contains(key) ? places[key] : keyColumn;
    for (const std::string& column : leftColumns) {
        if (!places.contains(column))
            add(ValueChange::Kind::OnlyLeft, column, column, {});
    }
    for (const std::string& column : rightColumns) {
        if (std::find(leftColumns.begin(), leftColumns.end(), column) == leftColumns.end())
            add(ValueChange::Kind::OnlyRight, column, {}, column);
    }
    std::unordered_map<std::string, const Record*> others;
    for (const Record& row : right)
        others.emplace(fieldAt(row, rightKey), &row);
    std::set<std::string> met;
    for (const Record& row : left) {
        if (stop.stop_requested() || diff.cut)
            return diff;
        const std::string name = fieldAt(row, keyColumn);
        if (!met.insert(name).second)
            continue;
        const auto found = others.find(name);
        if (found == others.end()) {
            add(ValueChange::Kind::OnlyLeft, name, rowText(row), {});
            continue;
        }
        for (std::size_t i = 0; i < leftColumns.size(); ++i) {
            const auto place = places.find(leftColumns[i]);
            if (place == places.end() || i == keyColumn)
                continue;
            const std::string a = fieldAt(row, i);
            const std::string b = fieldAt(*found->second, place->second);
            if (a == b || sameNumber(a, b))
                ++diff.same;
            else
                add(ValueChange::Kind::Changed, name + " · " + leftColumns[i], a, b);
        }
    }
    for (const Record& row : right) {
        const std::string name = fieldAt(row, rightKey);
        if (met.insert(name).second)
            add(ValueChange::Kind::OnlyRight, name, {}, rowText(row));
    }
    return diff;
}

}  // namespace podium::artifacts
