// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/textdiff.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <unordered_map>

namespace podium::artifacts {

namespace {

constexpr std::size_t MostWords = 400;

/// A kept, removed or added element of two sequences.
enum class Step { Keep, Remove, Add };

/// The shortest edit from a to b by Myers' greedy algorithm; no value beyond `most` edits.
std::optional<std::vector<Step>> shortestEdit(const std::vector<std::uint32_t>& a,
                                              const std::vector<std::uint32_t>& b, std::size_t most,
                                              const std::stop_token& stop) {
    const auto n = static_cast<std::ptrdiff_t>(a.size());
    const auto m = static_cast<std::ptrdiff_t>(b.size());
    const auto bound = std::min(n + m, static_cast<std::ptrdiff_t>(most));
    std::vector<std::ptrdiff_t> reach(static_cast<std::size_t>(2 * bound + 3), 0);
    std::vector<std::vector<std::ptrdiff_t>> trace;
    const auto at = [&](std::ptrdiff_t k) { return static_cast<std::size_t>(k + bound + 1); };
    for (std::ptrdiff_t d = 0; d <= bound; ++d) {
        if (stop.stop_requested())
            return std::nullopt;
        // What was reached by d - 1 edits is all that going back needs.
        trace.emplace_back(reach.begin() + static_cast<std::ptrdiff_t>(at(-d)) - 1,
                           reach.begin() + static_cast<std::ptrdiff_t>(at(d)) + 2);
        for (std::ptrdiff_t k = -d; k <= d; k += 2) {
            const bool down = k == -d || (k != d && reach[at(k - 1)] < reach[at(k + 1)]);
            std::ptrdiff_t x = down ? reach[at(k + 1)] : reach[at(k - 1)] + 1;
            while (x < n && x - k < m &&
                   a[static_cast<std::size_t>(x)] == b[static_cast<std::size_t>(x - k)])
                ++x;
            reach[at(k)] = x;
            if (x < n || x - k < m)
                continue;
            std::vector<Step> steps;
            std::ptrdiff_t y = x - k;
            for (std::ptrdiff_t e = d; e >= 0; --e) {
                const auto& before = trace[static_cast<std::size_t>(e)];
                const auto of = [&](std::ptrdiff_t line) {
                    return before[static_cast<std::size_t>(line + e + 1)];
                };
                const std::ptrdiff_t line = x - y;
                const bool fromAbove = line == -e || (line != e && of(line - 1) < of(line + 1));
                const std::ptrdiff_t previous = fromAbove ? line + 1 : line - 1;
                const std::ptrdiff_t fromX = e == 0 ? 0 : of(previous);
                const std::ptrdiff_t fromY = e == 0 ? 0 : fromX - previous;
                while (x > fromX && y > fromY && (e == 0 || x - y == line)) {
                    if (e > 0 && (fromAbove ? (x == fromX && y == fromY + 1)
                                            : (x == fromX + 1 && y == fromY)))
                        break;
                    steps.push_back(Step::Keep);
                    --x;
                    --y;
                }
                if (e > 0) {
                    steps.push_back(fromAbove ? Step::Add : Step::Remove);
                    x = fromX;
                    y = fromY;
                }
            }
            std::reverse(steps.begin(), steps.end());
            return steps;
        }
    }
    return std::nullopt;
}

std::vector<std::string_view> linesOf(std::string_view text, std::size_t most, bool& cut) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        if (lines.size() >= most) {
            cut = true;
            break;
        }
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        lines.push_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// Numbers for texts, the same for the same.
class Numbers {
public:
    std::vector<std::uint32_t> of(const std::vector<std::string_view>& texts) {
        std::vector<std::uint32_t> numbers;
        numbers.reserve(texts.size());
        for (const std::string_view text : texts)
            numbers.push_back(
                m_known.emplace(text, static_cast<std::uint32_t>(m_known.size())).first->second);
        return numbers;
    }

private:
    std::unordered_map<std::string_view, std::uint32_t> m_known;
};

bool isWordSign(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

/// Words, runs of blanks, and signs one by one.
std::vector<std::string_view> wordsOf(std::string_view line) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < line.size();) {
        std::size_t end = at + 1;
        if (isWordSign(line[at])) {
            while (end < line.size() && isWordSign(line[end]))
                ++end;
        } else if (line[at] == ' ') {
            while (end < line.size() && line[end] == ' ')
                ++end;
        }
        words.push_back(line.substr(at, end - at));
        at = end;
    }
    return words;
}

void addMark(std::vector<DiffMark>& marks, std::size_t begin, std::size_t length) {
    if (!marks.empty() && marks.back().first + marks.back().second == begin)
        marks.back().second += length;
    else if (length > 0)
        marks.emplace_back(begin, length);
}

/// At most `bytes` of a line, not cut inside a sign.
std::string kept(std::string_view line, std::size_t bytes) {
    if (line.size() <= bytes)
        return std::string(line);
    while (bytes > 0 && (static_cast<unsigned char>(line[bytes]) & 0xC0U) == 0x80U)
        --bytes;
    return std::string(line.substr(0, bytes));
}

/// Puts steps into rows: what is removed and added at one place stands side by side.
class Rows {
public:
    Rows(const std::vector<std::string_view>& left, const std::vector<std::string_view>& right,
         const DiffBounds& bounds, TextDiff& diff)
        : m_left(left), m_right(right), m_bounds(bounds), m_diff(diff) {}

    void keep() {
        flush();
        DiffRow row;
        row.left = kept(m_left[m_x], m_bounds.lineBytes);
        row.right = row.left;
        row.leftNumber = static_cast<std::int64_t>(++m_x);
        row.rightNumber = static_cast<std::int64_t>(++m_y);
        m_diff.rows.push_back(std::move(row));
    }
    void remove() { ++m_removed; }
    void add() { ++m_added; }
    void flush() {
        const std::size_t pairs = std::max(m_removed, m_added);
        for (std::size_t i = 0; i < pairs; ++i) {
            DiffRow row;
            const bool hasLeft = i < m_removed;
            const bool hasRight = i < m_added;
            if (hasLeft) {
                row.left = kept(m_left[m_x], m_bounds.lineBytes);
                row.leftNumber = static_cast<std::int64_t>(++m_x);
            }
            if (hasRight) {
                row.right = kept(m_right[m_y], m_bounds.lineBytes);
                row.rightNumber = static_cast<std::int64_t>(++m_y);
            }
            row.kind = hasLeft && hasRight ? DiffRow::Kind::Changed
                       : hasLeft           ? DiffRow::Kind::OnlyLeft
                                           : DiffRow::Kind::OnlyRight;
            if (hasLeft && hasRight)
                std::tie(row.leftMarks, row.rightMarks) = diffLines(row.left, row.right);
            m_diff.changed += hasLeft && hasRight ? 1 : 0;
            m_diff.removed += hasRight ? 0 : 1;
            m_diff.added += hasLeft ? 0 : 1;
            m_diff.rows.push_back(std::move(row));
        }
        m_removed = m_added = 0;
    }

private:
    const std::vector<std::string_view>& m_left;
    const std::vector<std::string_view>& m_right;
    const DiffBounds& m_bounds;
    TextDiff& m_diff;
    std::size_t m_x = 0;
    std::size_t m_y = 0;
    std::size_t m_removed = 0;
    std::size_t m_added = 0;
};

}  // namespace

std::pair<std::vector<DiffMark>, std::vector<DiffMark>> diffLines(std::string_view left,
                                                                  std::string_view right) {
    std::pair<std::vector<DiffMark>, std::vector<DiffMark>> marks;
    const std::vector<std::string_view> a = wordsOf(left);
    const std::vector<std::string_view> b = wordsOf(right);
    Numbers numbers;
    const auto steps = a.size() > MostWords || b.size() > MostWords
                           ? std::nullopt
                           : shortestEdit(numbers.of(a), numbers.of(b), a.size() + b.size(), {});
    if (!steps) {
        addMark(marks.first, 0, left.size());
        addMark(marks.second, 0, right.size());
        return marks;
    }
    std::size_t x = 0;
    std::size_t y = 0;
    std::size_t i = 0;
    std::size_t j = 0;
    for (const Step step : *steps) {
        if (step == Step::Remove)
            addMark(marks.first, x, a[i].size());
        if (step == Step::Add)
            addMark(marks.second, y, b[j].size());
        if (step != Step::Add)
            x += a[i++].size();
        if (step != Step::Remove)
            y += b[j++].size();
    }
    return marks;
}

TextDiff diffTexts(std::string_view left, std::string_view right, const DiffBounds& bounds,
                   const std::stop_token& stop) {
    TextDiff diff;
    const std::vector<std::string_view> a = linesOf(left, bounds.lines, diff.cut);
    const std::vector<std::string_view> b = linesOf(right, bounds.lines, diff.cut);
    // What is the same at both ends needs no search.
    std::size_t head = 0;
    while (head < a.size() && head < b.size() && a[head] == b[head])
        ++head;
    std::size_t tail = 0;
    while (tail < a.size() - head && tail < b.size() - head &&
           a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    const auto middle = [&](const std::vector<std::string_view>& lines) {
        return std::vector<std::string_view>(lines.begin() + static_cast<std::ptrdiff_t>(head),
                                             lines.end() - static_cast<std::ptrdiff_t>(tail));
    };
    Numbers numbers;
    const std::vector<std::uint32_t> from = numbers.of(middle(a));
    const std::vector<std::uint32_t> to = numbers.of(middle(b));
    auto steps = shortestEdit(from, to, bounds.edits, stop);
    if (!steps) {
        diff.coarse = true;
        steps.emplace(from.size(), Step::Remove);
        steps->insert(steps->end(), to.size(), Step::Add);
    }
    Rows rows(a, b, bounds, diff);
    for (std::size_t i = 0; i < head; ++i)
        rows.keep();
    for (const Step step : *steps) {
        if (step == Step::Keep)
            rows.keep();
        else if (step == Step::Remove)
            rows.remove();
        else
            rows.add();
    }
    rows.flush();
    for (std::size_t i = 0; i < tail; ++i)
        rows.keep();
    return diff;
}

}  // namespace podium::artifacts
