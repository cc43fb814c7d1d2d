// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/lines.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace podium::artifacts {

using base::Result;

namespace {

constexpr std::int64_t RowsPerMark = 64;
constexpr std::size_t BlockSize = std::size_t{1} << 20;
constexpr std::size_t FirstBlock = std::size_t{64} << 10;

struct Cut {
    std::size_t text = 0;  // bytes of the row
    std::size_t next = 0;  // where the next row begins
    bool ends = false;     // the line ends here
};

/// Where the row that begins `bytes` ends. `last`: nothing comes behind `bytes`. A text of 0 next
/// bytes means that more must be read first.
Cut cutRow(std::string_view bytes, bool utf8, bool last) {
    const std::string_view window = bytes.substr(0, MaxRowBytes + 1);
    const std::size_t end = window.find('\n');
    if (end != std::string_view::npos) {
        const bool crlf = end > 0 && window[end - 1] == '\r';
        return {crlf ? end - 1 : end, end + 1, true};
    }
    if (bytes.size() <= MaxRowBytes)
        return last ? Cut{bytes.size(), bytes.size(), true} : Cut{};
    std::size_t cut = MaxRowBytes;
    // Not inside a UTF-8 sequence, nor between the two signs of a line end.
    for (int back = 0;
         utf8 && back < 3 && (static_cast<unsigned char>(bytes[cut]) & 0xC0U) == 0x80U; ++back)
        --cut;
    if (bytes[cut - 1] == '\r')
        --cut;
    return {cut, cut, false};
}

char folded(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

std::string foldedText(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), folded);
    return lower;
}

void appendHex(std::string& text, std::uint64_t value, int digits) {
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4)
        text += "0123456789abcdef"[value >> shift & 0xFU];
}

}  // namespace

FileLines::FileLines(TextBytes text) : m_text(std::move(text)) {
    m_next.offset = m_text.start;
    m_complete = m_text.bytes->size() <= m_text.start;
}

std::int64_t FileLines::rowCount() const {
    const std::lock_guard lock(m_mutex);
    return m_rows;
}

std::int64_t FileLines::lineCount() const {
    const std::lock_guard lock(m_mutex);
    return m_rows == 0 ? 0 : m_next.continued ? m_next.line : m_next.line - 1;
}

bool FileLines::complete() const {
    const std::lock_guard lock(m_mutex);
    return m_complete;
}

double FileLines::progress() const {
    const std::lock_guard lock(m_mutex);
    const auto size = static_cast<double>(m_text.bytes->size());
    return m_complete || size <= 0 ? 1.0 : static_cast<double>(m_next.offset) / size;
}

Result<void> FileLines::grow(std::stop_token stop) {
    const std::lock_guard growing(m_growing);
    if (stop.stop_requested())
        return base::Cancelled{};
    Mark next;
    std::int64_t rows = 0;
    {
        const std::lock_guard lock(m_mutex);
        if (m_complete)
            return {};
        next = m_next;
        rows = m_rows;
    }
    // The first block is small: the first screen is there at once.
    const auto block = m_text.bytes->read(next.offset, rows == 0 ? FirstBlock : BlockSize);
    PODIUM_TRY(void, block);
    const std::string_view bytes = block.value();
    const bool last = bytes.empty() ||
                      next.offset + static_cast<std::int64_t>(bytes.size()) >= m_text.bytes->size();
    std::vector<Mark> marks;
    std::size_t at = 0;
    while (at < bytes.size()) {
        const Cut cut = cutRow(bytes.substr(at), m_text.encoding == Encoding::Utf8, last);
        if (cut.next == 0)
            break;
        if (rows % RowsPerMark == 0)
            marks.push_back(next);
        ++rows;
        at += cut.next;
        next.offset += static_cast<std::int64_t>(cut.next);
        next.line += cut.ends ? 1 : 0;
        next.continued = !cut.ends;
    }
    const std::lock_guard lock(m_mutex);
    m_marks.insert(m_marks.end(), marks.begin(), marks.end());
    m_next = next;
    m_rows = rows;
    m_complete = last;
    return {};
}

Result<std::vector<Line>> FileLines::read(std::int64_t first, std::size_t count) const {
    std::vector<Line> lines;
    Mark at;
    std::int64_t row = 0;
    std::int64_t end = 0;
    std::int64_t stopAt = 0;
    {
        const std::lock_guard lock(m_mutex);
        if (first < 0 || first >= m_rows || count == 0)
            return lines;
        const auto wanted = static_cast<std::int64_t>(std::min<std::size_t>(count, 100'000));
        end = std::min(m_rows, first + wanted);
        row = first / RowsPerMark * RowsPerMark;
        at = m_marks[static_cast<std::size_t>(row / RowsPerMark)];
        const auto behind = static_cast<std::size_t>((end + RowsPerMark - 1) / RowsPerMark);
        stopAt = behind < m_marks.size() ? m_marks[behind].offset : m_next.offset;
    }
    std::string buffer;
    std::size_t used = 0;
    std::int64_t readTo = at.offset;
    while (row < end) {
        Cut cut;
        if (used < buffer.size())
            cut = cutRow(std::string_view(buffer).substr(used), m_text.encoding == Encoding::Utf8,
                         readTo >= stopAt);
        if (cut.next == 0) {
            buffer.erase(0, used);
            used = 0;
            const auto left = static_cast<std::size_t>(std::max<std::int64_t>(0, stopAt - readTo));
            const auto more = m_text.bytes->read(readTo, std::min(left, BlockSize));
            PODIUM_TRY(std::vector<Line>, more);
            if (more.value().empty())
                break;  // the file was cut since it was looked through
            buffer += more.value();
            readTo += static_cast<std::int64_t>(more.value().size());
            continue;
        }
        if (row >= first) {
            const std::string_view text(buffer.data() + used, cut.text);
            lines.push_back({decoded(text, m_text.encoding), at.continued ? 0 : at.line});
        }
        used += cut.next;
        at.line += cut.ends ? 1 : 0;
        at.continued = !cut.ends;
        ++row;
    }
    return lines;
}

Result<std::vector<Line>> HexLines::read(std::int64_t first, std::size_t count) const {
    std::vector<Line> lines;
    if (first < 0 || first >= rowCount())
        return lines;
    const auto bytes = m_bytes->read(first * 16, std::min<std::size_t>(count, 65'536) * 16);
    PODIUM_TRY(std::vector<Line>, bytes);
    const std::string& all = bytes.value();
    const int digits = m_bytes->size() > 0xFFFFFFFFLL ? 12 : 8;
    for (std::size_t at = 0; at < all.size(); at += 16) {
        Line line;
        line.number = first + static_cast<std::int64_t>(at / 16) + 1;
        appendHex(line.text, static_cast<std::uint64_t>(first * 16) + at, digits);
        line.text += "  ";
        std::string shown;
        for (std::size_t i = at; i < at + 16; ++i) {
            if (i % 16 == 8)
                line.text += ' ';
            if (i < all.size()) {
                const auto byte = static_cast<unsigned char>(all[i]);
                appendHex(line.text, byte, 2);
                line.text += ' ';
                shown += byte >= 0x20 && byte < 0x7F ? all[i] : '.';
            } else {
                line.text += "   ";
            }
        }
        line.text += ' ' + shown;
        lines.push_back(std::move(line));
    }
    return lines;
}

Result<std::optional<LinePosition>> findText(LineSource& source, std::string_view needle,
                                             bool caseSensitive, LinePosition from, bool backward,
                                             std::stop_token stop) {
    using Found = std::optional<LinePosition>;
    constexpr std::int64_t Batch = 2048;
    if (needle.empty())
        return Found();
    const std::string wanted = caseSensitive ? std::string(needle) : foldedText(needle);
    const auto length = static_cast<std::int64_t>(wanted.size());
    std::int64_t row = backward ? std::min(from.row, source.rowCount() - 1) : from.row;
    while (row >= 0) {
        if (stop.stop_requested())
            return base::Cancelled{};
        if (!backward && row >= source.rowCount()) {
            if (source.complete())
                break;
            PODIUM_TRY(Found, source.grow(stop));
            continue;
        }
        const std::int64_t first = backward ? std::max<std::int64_t>(0, row - Batch + 1) : row;
        const std::int64_t count = backward ? row - first + 1 : Batch;
        const auto lines = source.read(first, static_cast<std::size_t>(count));
        PODIUM_TRY(Found, lines);
        const auto size = static_cast<std::int64_t>(lines.value().size());
        if (size == 0)
            break;
        for (std::int64_t i = 0; i < size; ++i) {
            const std::int64_t at = backward ? size - 1 - i : i;
            const std::string& line = lines.value()[static_cast<std::size_t>(at)].text;
            const std::string text = caseSensitive ? line : foldedText(line);
            const bool here = first + at == from.row;
            std::size_t place = 0;
            if (backward)
                place = !here ? text.rfind(wanted)
                        : from.byte > 0
                            ? text.rfind(wanted, static_cast<std::size_t>(from.byte - 1))
                            : std::string::npos;
            else
                place = text.find(wanted, here ? static_cast<std::size_t>(from.byte) : 0);
            if (place != std::string::npos)
                return Found(LinePosition{first + at, static_cast<std::int64_t>(place), length});
        }
        row = backward ? first - 1 : first + size;
    }
    return Found();
}

}  // namespace podium::artifacts
