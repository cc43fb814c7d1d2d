// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse and keys of TextView.
#include "views/artifacts/textview.h"

#include "views/theme/theme.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QScrollBar>
#include <QTextLine>

#include <algorithm>
#include <limits>

namespace podium::views {

TextPlace TextView::placeAt(const QPoint& point) {
    qint64 index = topRow();
    int top = metrics::Unit - m_topLine * lineHeight();
    if (m_rows == 0)
        return {};
    while (index + 1 < m_rows && point.y() >= top + rowHeight(index))
        top += rowHeight(index++);
    QTextLayout* laid = layout(index);
    if (!laid || laid->lineCount() == 0)
        return {index, 0};
    const int line = std::clamp((point.y() - top) / lineHeight(), 0, laid->lineCount() - 1);
    const int x = point.x() - gutterWidth() - metrics::Gap + horizontalScrollBar()->value();
    return {index, laid->lineAt(line).xToCursor(x)};
}

void TextView::extendSelection(TextPlace place) {
    m_caret = place;
    viewport()->update();
}

void TextView::scrollLines(int lines) {
    if (!m_wrapped) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() + lines);
        return;
    }
    qint64 top = topRow();
    int line = m_topLine + lines;
    while (line < 0 && top > 0)
        line += rowHeight(--top) / lineHeight();
    while (top + 1 < m_rows && line >= rowHeight(top) / lineHeight())
        line -= rowHeight(top++) / lineHeight();
    verticalScrollBar()->setValue(static_cast<int>(top));
    m_topLine = std::clamp(line, 0, std::max(0, rowHeight(top) / lineHeight() - 1));
    viewport()->update();
}

void TextView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    const TextPlace place = placeAt(event->position().toPoint());
    if (!event->modifiers().testFlag(Qt::ShiftModifier))
        m_anchor = place;
    extendSelection(place);
}

void TextView::mouseMoveEvent(QMouseEvent* event) {
    if (!event->buttons().testFlag(Qt::LeftButton))
        return;
    m_dragPoint = event->position().toPoint();
    extendSelection(placeAt(m_dragPoint));
    const bool outside = m_dragPoint.y() < 0 || m_dragPoint.y() > viewport()->height();
    if (outside && !m_autoScroll.isActive())
        m_autoScroll.start(40, this);
    else if (!outside)
        m_autoScroll.stop();
}

void TextView::timerEvent(QTimerEvent* event) {
    if (event->timerId() != m_autoScroll.timerId())
        return QAbstractScrollArea::timerEvent(event);
    const int beyond =
        m_dragPoint.y() < 0 ? m_dragPoint.y() : m_dragPoint.y() - viewport()->height();
    scrollLines(beyond / lineHeight() + (beyond < 0 ? -1 : 1));
    extendSelection(placeAt(m_dragPoint));
}

void TextView::mouseReleaseEvent(QMouseEvent*) {
    m_autoScroll.stop();
}

void TextView::mouseDoubleClickEvent(QMouseEvent* event) {
    const TextPlace place = placeAt(event->position().toPoint());
    const Row* content = row(place.row);
    if (!content)
        return;
    const auto isWord = [&](qsizetype at) {
        return at >= 0 && at < content->text.size() &&
               (content->text[at].isLetterOrNumber() || content->text[at] == u'_' ||
                content->text[at] == u'.');
    };
    int begin = place.column;
    int end = place.column;
    while (isWord(begin - 1))
        --begin;
    while (isWord(end))
        ++end;
    m_anchor = {place.row, begin};
    extendSelection({place.row, end});
}

void TextView::wheelEvent(QWheelEvent* event) {
    if (!m_wrapped || event->angleDelta().y() == 0)
        return QAbstractScrollArea::wheelEvent(event);
    scrollLines(-event->angleDelta().y() / 40);
    event->accept();
}

void TextView::moveCaret(QKeyEvent* event) {
    TextPlace to = m_caret;
    switch (event->key()) {
        case Qt::Key_Left:
            --to.column;
            break;
        case Qt::Key_Right:
            ++to.column;
            break;
        case Qt::Key_Up:
            --to.row;
            break;
        case Qt::Key_Down:
            ++to.row;
            break;
        case Qt::Key_Home:
            to.column = 0;
            break;
        default:
            to.column = std::numeric_limits<int>::max();
    }
    to.row = std::clamp<qint64>(to.row, 0, std::max<qint64>(0, m_rows - 1));
    const Row* content = row(to.row);
    to.column = std::clamp(to.column, 0, content ? static_cast<int>(content->text.size()) : 0);
    extendSelection(to);
    if (to.row < topRow() || to.row >= topRow() + rowsPerPage())
        scrollLines(to.row < topRow() ? -1 : 1);
}

void TextView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy))
        return copy();
    if (event->matches(QKeySequence::SelectAll))
        return selectAll();
    const bool shift = event->modifiers() == Qt::ShiftModifier;
    const int page = rowsPerPage() - 1;
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Up:
        case Qt::Key_Down:
            if (shift)
                return moveCaret(event);
            if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
                return scrollLines(event->key() == Qt::Key_Up ? -1 : 1);
            return horizontalScrollBar()->triggerAction(event->key() == Qt::Key_Left
                                                            ? QScrollBar::SliderSingleStepSub
                                                            : QScrollBar::SliderSingleStepAdd);
        case Qt::Key_PageUp:
            return scrollLines(-page);
        case Qt::Key_PageDown:
        case Qt::Key_Space:
            return scrollLines(page);
        case Qt::Key_Home:
            return shift ? moveCaret(event) : scrollToRow(0);
        case Qt::Key_End:
            return shift ? moveCaret(event) : scrollToRow(m_rows - 1);
        default:
            return QAbstractScrollArea::keyPressEvent(event);
    }
}

void TextView::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* copyAction = menu->addAction(icon(u"copy"), tr("Copy"), this, &TextView::copy);
    copyAction->setEnabled(hasSelection());
    menu->addAction(tr("Select all"), this, &TextView::selectAll);
    QAction* wrap = menu->addAction(tr("Wrap long lines"));
    wrap->setCheckable(true);
    wrap->setChecked(m_wrapped);
    connect(wrap, &QAction::toggled, this, &TextView::setWrapped);
    menu->popup(event->globalPos());
}

}  // namespace podium::views
