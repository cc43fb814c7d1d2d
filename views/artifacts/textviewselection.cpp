// SPDX-License-Identifier: GPL-3.0-or-later
// Selection, copy and search of TextView.
#include "views/artifacts/textview.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>
#include <limits>

namespace podium::views {

using base::Result;

QString printableRow(const std::string& utf8) {
    QString text = QString::fromStdString(utf8);
    for (QChar& c : text) {
        const char16_t code = c.unicode();
        if (code < 0x20 && code != u'\t')
            c = QChar(static_cast<char16_t>(0x2400 + code));
        else if (code == 0x7F)
            c = QChar(u'\u2421');
        else if (code == 0x2028 || code == 0x2029 || (code >= 0x80 && code < 0xA0))
            c = QChar(u'\uFFFD');
        else if ((code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069))
            c = QChar(u'\u2426');  // marks that would turn the order of the text around
    }
    return text;
}

namespace {

/// The place found as a position in the row's QString.
Result<std::optional<TextPlace>> findPlace(artifacts::LineSource& source, const std::string& needle,
                                           bool caseSensitive, const artifacts::LinePosition& from,
                                           bool backward, const std::stop_token& stop) {
    using Found = std::optional<TextPlace>;
    const auto found = artifacts::findText(source, needle, caseSensitive, from, backward, stop);
    PODIUM_TRY(Found, found);
    if (!found.value())
        return Found();
    const auto rows = source.read(found.value()->row, 1);
    PODIUM_TRY(Found, rows);
    if (rows.value().empty())
        return Found();
    const std::string before =
        rows.value().front().text.substr(0, static_cast<std::size_t>(found.value()->byte));
    return Found(TextPlace{found.value()->row, static_cast<int>(printableRow(before).size())});
}

}  // namespace

void TextView::selectAll() {
    m_anchor = {};
    extendSelection({std::max<qint64>(0, m_rows - 1), std::numeric_limits<int>::max() / 2});
}

QString TextView::selectedText(const Rows& rows, TextPlace from, TextPlace to) const {
    QString text;
    qint64 index = from.row;
    for (const artifacts::Line& line : rows) {
        const QString whole = QString::fromStdString(line.text);
        const auto begin = index == from.row ? from.column : 0;
        const auto end =
            index == to.row ? std::min<qsizetype>(to.column, whole.size()) : whole.size();
        // A row without a number continues the line above it.
        if (index != from.row && line.number != 0)
            text += u'\n';
        text += QStringView(whole).mid(begin, std::max<qsizetype>(0, end - begin));
        ++index;
    }
    return text;
}

void TextView::copy() {
    if (!m_source || !hasSelection())
        return;
    const auto [from, to] = std::minmax(m_anchor, m_caret);
    m_copying.start(
        [source = m_source, first = from.row, last = to.row](std::stop_token stop,
                                                             base::Progress&) -> Result<Rows> {
            Rows all;
            qint64 size = 0;
            for (qint64 at = first; at <= last && size <= MaxCopied;) {
                if (stop.stop_requested())
                    return base::Cancelled{};
                const auto rows = source->read(
                    at, static_cast<std::size_t>(std::min<qint64>(last - at + 1, 4096)));
                if (!rows.ok())
                    return rows;
                if (rows.value().empty())
                    break;
                for (const artifacts::Line& line : rows.value())
                    size += static_cast<qint64>(line.text.size());
                at += static_cast<qint64>(rows.value().size());
                all.insert(all.end(), rows.value().begin(), rows.value().end());
            }
            return all;
        },
        [this, from = from, to = to](Result<Rows> rows) {
            if (rows.failed()) {
                Q_EMIT failed(rows.error());
                return;
            }
            QGuiApplication::clipboard()->setText(selectedText(rows.value(), from, to));
            if (from.row + static_cast<qint64>(rows.value().size()) <= std::min(to.row, m_rows - 1))
                Q_EMIT copyTruncated();
        });
}

void TextView::find(const QString& text, Search search, bool caseSensitive) {
    if (!m_source || text.isEmpty()) {
        m_finding.cancel();
        m_anchor = m_caret;
        viewport()->update();
        return;
    }
    const auto [from, to] = std::minmax(m_anchor, m_caret);
    const TextPlace start = search == Search::Next ? to : from;
    const Row* content = row(start.row);
    artifacts::LinePosition position;
    position.row = start.row;
    position.byte = content ? content->text.left(start.column).toUtf8().size() : 0;
    m_finding.start(
        [source = m_source, needle = text.toStdString(), caseSensitive, position,
         backward = search == Search::Previous](std::stop_token stop, base::Progress&) {
            return findPlace(*source, needle, caseSensitive, position, backward, stop);
        },
        [this, length = static_cast<int>(text.size())](Result<Found> found) {
            if (found.failed()) {
                Q_EMIT failed(found.error());
                return;
            }
            if (found.value())
                select(*found.value(), length);
            Q_EMIT searched(found.value().has_value());
        });
}

void TextView::select(TextPlace place, int length) {
    m_rows = std::max<qint64>(m_rows, m_source->rowCount());
    updateBars();
    m_anchor = place;
    extendSelection({place.row, place.column + length});
    if (place.row < topRow() || place.row >= topRow() + rowsPerPage() - 1)
        scrollToRow(std::max<qint64>(0, place.row - rowsPerPage() / 3));
    requestRows();
}

void TextView::cancelFind() {
    m_finding.cancel();
}

}  // namespace podium::views
