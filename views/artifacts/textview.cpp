// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/textview.h"

#include "views/artifacts/textaccess.h"
#include "views/artifacts/textstyles.h"
#include "views/theme/theme.h"

#include <QElapsedTimer>
#include <QPainter>
#include <QScrollBar>
#include <QTextLine>

#include <algorithm>
#include <limits>

namespace podium::views {

using base::Result;

namespace {

constexpr qint64 ReadAhead = 200;  // rows kept ready above and below the screen
constexpr std::size_t CacheRows = 4000;
constexpr std::size_t CacheLayouts = 400;
constexpr int GrowMilliseconds = 120;  // how often a growing source is told about

}  // namespace

TextView::TextView(jobs::JobEngine& engine, QWidget* parent)
    : QAbstractScrollArea(parent),
      m_reading(engine, this),
      m_growing(engine, this),
      m_finding(engine, this),
      m_copying(engine, this) {
    installTextAccess();
    setObjectName(QStringLiteral("textView"));
    setAccessibleName(tr("Text of the file"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setFont(monoFont(font()));
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Base);
    setContextMenuPolicy(Qt::DefaultContextMenu);
}

TextView::~TextView() = default;

void TextView::setSource(std::shared_ptr<artifacts::LineSource> source) {
    m_reading.cancel();
    m_growing.cancel();
    m_finding.cancel();
    m_source = std::move(source);
    m_rows = m_source ? m_source->rowCount() : 0;
    m_lines = m_source ? m_source->lineCount() : 0;
    m_complete = !m_source || m_source->complete();
    m_growingNow = false;
    m_shown = false;
    m_cache.clear();
    m_requestedFirst = -1;
    m_widest = 0;
    m_topLine = 0;
    m_anchor = m_caret = {};
    forgetLayouts();
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    updateBars();
    if (m_rows > 0)
        requestRows();
    growMore();
}

void TextView::growMore() {
    if (!m_source || m_complete || m_growingNow)
        return;
    m_growingNow = true;
    m_growing.start(
        [source = m_source, first = m_rows == 0](std::stop_token stop,
                                                 base::Progress&) -> Result<bool> {
            QElapsedTimer timer;
            timer.start();
            // The first block alone comes back at once: it is the first screen.
            do {
                const auto grown = source->grow(stop);
                if (!grown.ok())
                    return grown.as<bool>();
            } while (!first && !source->complete() && timer.elapsed() < GrowMilliseconds);
            return source->complete();
        },
        [this](Result<bool> complete) {
            m_growingNow = false;
            if (complete.failed()) {
                Q_EMIT failed(complete.error());
                return;
            }
            m_complete = complete.value();
            m_rows = m_source->rowCount();
            m_lines = m_source->lineCount();
            updateBars();
            requestRows();
            Q_EMIT grown(m_rows, m_complete);
            growMore();
        });
}

const TextView::Row* TextView::row(qint64 index) const {
    const auto it = m_cache.find(index);
    return it == m_cache.end() ? nullptr : &it->second;
}

void TextView::requestRows() {
    if (!m_source || m_rows == 0)
        return;
    const qint64 top = topRow();
    const qint64 bottom = std::min(m_rows, top + rowsPerPage() + 1);
    bool missing = false;
    for (qint64 index = top; index < bottom && !missing; ++index)
        missing = !row(index);
    if (!missing)
        return;
    const qint64 first = std::max<qint64>(0, top - ReadAhead);
    const auto count = static_cast<std::size_t>(bottom + ReadAhead - first);
    if (first == m_requestedFirst)
        return;
    m_requestedFirst = first;
    m_reading.start([source = m_source, first, count](
                        std::stop_token, base::Progress&) { return source->read(first, count); },
                    [this, first](Result<Rows> rows) {
                        m_requestedFirst = -1;
                        if (rows.failed()) {
                            Q_EMIT failed(rows.error());
                            return;
                        }
                        keepRows(first, rows.value());
                        viewport()->update();
                        if (!m_shown) {
                            m_shown = true;
                            Q_EMIT shown();
                        }
                        if (!rows.value().empty())
                            requestRows();  // the view may have been scrolled on meanwhile
                    });
}

void TextView::keepRows(qint64 first, const Rows& rows) {
    if (m_cache.size() + rows.size() > CacheRows)
        m_cache.clear();
    qint64 index = first;
    for (const artifacts::Line& line : rows)
        m_cache[index++] = {printableRow(line.text), line.number, line.parts};
}

QTextLayout* TextView::layout(qint64 index) {
    if (const auto it = m_layouts.find(index); it != m_layouts.end())
        return it->second.get();
    const Row* content = row(index);
    if (!content)
        return nullptr;
    if (m_layouts.size() > CacheLayouts)
        m_layouts.clear();
    auto made = std::make_unique<QTextLayout>(content->text, font(), viewport());
    QTextOption option;
    option.setTextDirection(Qt::LeftToRight);
    option.setWrapMode(m_wrapped ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    option.setTabStopDistance(fontMetrics().horizontalAdvance(u' ') * 4);
    made->setTextOption(option);
    made->setCacheEnabled(true);
    made->setFormats(formats(*content));
    made->beginLayout();
    const int width = std::max(40, viewport()->width() - gutterWidth() - 2 * metrics::Gap);
    int lines = 0;
    for (QTextLine line = made->createLine(); line.isValid(); line = made->createLine()) {
        line.setLineWidth(m_wrapped ? width : std::numeric_limits<int>::max() / 512);
        line.setPosition(QPointF(0, lines++ * lineHeight()));
        m_widest = std::max(m_widest, static_cast<int>(line.naturalTextWidth()) + 1);
    }
    made->endLayout();
    return m_layouts.emplace(index, std::move(made)).first->second.get();
}

QList<QTextLayout::FormatRange> TextView::formats(const Row& row) const {
    QList<QTextLayout::FormatRange> ranges;
    for (const artifacts::StyledPart& part : row.parts) {
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(part.begin);
        range.length = static_cast<int>(part.length);
        range.format = textStyleFormat(part.style, palette());
        if (range.start + range.length <= row.text.size())
            ranges.append(range);
    }
    return ranges;
}

void TextView::forgetLayouts() {
    m_layouts.clear();
    viewport()->update();
}

int TextView::lineHeight() const {
    return fontMetrics().lineSpacing() + 2;
}

int TextView::gutterWidth() const {
    if (!m_source || !m_source->hasLineNumbers())
        return 0;
    const int digits = std::max(3, static_cast<int>(QString::number(m_lines).size()));
    return fontMetrics().horizontalAdvance(u'0') * digits + 2 * metrics::Gap;
}

int TextView::rowHeight(qint64 index) {
    if (!m_wrapped)
        return lineHeight();
    const QTextLayout* laid = layout(index);
    return lineHeight() * (laid ? std::max(1, laid->lineCount()) : 1);
}

int TextView::rowsPerPage() const {
    return std::max(1, viewport()->height() / lineHeight());
}

qint64 TextView::topRow() const {
    return verticalScrollBar()->value();
}

void TextView::updateBars() {
    const qint64 last = m_wrapped ? m_rows - 1 : m_rows - rowsPerPage();
    const auto bounded =
        static_cast<int>(std::clamp<qint64>(last, 0, std::numeric_limits<int>::max() / 2));
    verticalScrollBar()->setRange(0, bounded);
    verticalScrollBar()->setPageStep(rowsPerPage());
    const int width = viewport()->width() - gutterWidth() - 2 * metrics::Gap;
    horizontalScrollBar()->setRange(0, m_wrapped ? 0 : std::max(0, m_widest - width));
    horizontalScrollBar()->setPageStep(width);
    horizontalScrollBar()->setSingleStep(fontMetrics().averageCharWidth() * 4);
}

void TextView::setWrapped(bool wrapped) {
    if (m_wrapped == wrapped)
        return;
    m_wrapped = wrapped;
    m_topLine = 0;
    forgetLayouts();
    updateBars();
    viewport()->update();
}

void TextView::scrollToRow(qint64 row) {
    m_topLine = 0;
    verticalScrollBar()->setValue(static_cast<int>(std::clamp<qint64>(row, 0, m_rows)));
    requestRows();
    viewport()->update();
}

void TextView::scrollContentsBy(int, int dy) {
    if (dy != 0)
        m_topLine = 0;
    requestRows();
    viewport()->update();
}

void TextView::paintRow(QPainter& painter, qint64 index, int top) {
    const Row* content = row(index);
    QTextLayout* laid = layout(index);
    if (!content || !laid)
        return;
    const Colors& theme = colors(palette());
    const int gutter = gutterWidth();
    QList<QTextLayout::FormatRange> marks;
    const auto [from, to] = std::minmax(m_anchor, m_caret);
    if (hasSelection() && index >= from.row && index <= to.row) {
        QTextLayout::FormatRange mark;
        mark.start = index == from.row ? from.column : 0;
        const int end = index == to.row ? to.column : static_cast<int>(content->text.size());
        mark.length = end - mark.start;
        mark.format.setBackground(palette().highlight());
        mark.format.setForeground(palette().highlightedText());
        marks.append(mark);
    }
    painter.setPen(palette().color(QPalette::Text));
    painter.setClipRect(QRect(gutter, 0, viewport()->width() - gutter, viewport()->height()));
    laid->draw(&painter, QPointF(gutter + metrics::Gap - horizontalScrollBar()->value(), top + 1),
               marks);
    painter.setClipping(false);
    if (gutter > 0 && content->number > 0) {
        painter.setPen(theme.dim);
        painter.drawText(QRect(0, top + 1, gutter - metrics::Gap, lineHeight()),
                         Qt::AlignRight | Qt::AlignTop, QString::number(content->number));
    }
}

void TextView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    const Colors& theme = colors(palette());
    painter.fillRect(viewport()->rect(), palette().base());
    painter.setFont(font());
    if (gutterWidth() > 0) {
        painter.setPen(theme.rowLine);
        painter.drawLine(gutterWidth() - 1, 0, gutterWidth() - 1, viewport()->height());
    }
    const int widestBefore = m_widest;
    int top = metrics::Unit - m_topLine * lineHeight();
    for (qint64 index = topRow(); index < m_rows && top < viewport()->height(); ++index) {
        paintRow(painter, index, top);
        top += rowHeight(index);
    }
    if (m_widest != widestBefore)
        QMetaObject::invokeMethod(
            this, [this] { updateBars(); }, Qt::QueuedConnection);
}

void TextView::resizeEvent(QResizeEvent*) {
    if (m_wrapped)
        forgetLayouts();
    updateBars();
    requestRows();
}

void TextView::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        forgetLayouts();  // colours of code are of the palette
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_widest = 0;
        forgetLayouts();
        updateBars();
    }
}

QString TextView::visibleText() const {
    QString text;
    const qint64 bottom = std::min(m_rows, topRow() + rowsPerPage() + 1);
    for (qint64 index = topRow(); index < bottom; ++index) {
        if (const Row* content = row(index))
            text += content->text + u'\n';
    }
    return text;
}

}  // namespace podium::views
