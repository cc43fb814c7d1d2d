// SPDX-License-Identifier: GPL-3.0-or-later
// The frozen name column of the run table: where it is, what it looks like, and the presses on it.
#include "views/runs/rundelegate.h"
#include "views/runs/runheader.h"
#include "views/runs/runtable.h"
#include "views/theme/colors.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>

#include <algorithm>

namespace podium::views {

int RunTable::depth(const QModelIndex& index) const {
    int depth = 0;
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
        ++depth;
    return depth;
}

void RunTable::paintEvent(QPaintEvent* event) {
    QTreeView::paintEvent(event);
    if (m_header->count() == 0 || m_header->frozenShift() == 0)
        return;
    QPainter painter(viewport());
    const QRect rect = m_header->frozenRect();
    const int edge = isRightToLeft() ? rect.left() : rect.right();
    painter.fillRect(QRect(edge, 0, 1, viewport()->height()), colors(palette()).line);
}

void RunTable::drawRow(QPainter* painter, const QStyleOptionViewItem& option,
                       const QModelIndex& index) const {
    const bool marked = m_highlighted.valid() && m_model->run(index) == m_highlighted;
    if (marked)
        painter->fillRect(option.rect, colors(palette()).hover);
    QTreeView::drawRow(painter, option, index);
    if (m_header->frozenShift() != 0)
        paintFrozen(*painter, option, index);
}

void RunTable::paintFrozen(QPainter& painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    QRect rect = m_header->frozenRect();
    rect.setTop(option.rect.top());
    rect.setHeight(option.rect.height());
    QStyleOptionViewItem item = option;
    item.rect = rect;
    const bool selected = selectionModel()->isSelected(index);
    item.state.setFlag(QStyle::State_Selected, selected);
    const base::RunNo run = m_model->run(index);
    const bool hovered = run.valid() && (run == m_hovered || run == m_highlighted);
    item.state.setFlag(QStyle::State_MouseOver, hovered);
    const Colors& c = colors(palette());
    painter.save();
    painter.setClipRect(rect);
    painter.fillRect(rect, hovered && !selected ? c.hover : c.panel);
    style()->drawPrimitive(QStyle::PE_PanelItemViewRow, &item, &painter, this);
    for (int section = 1; section < m_header->frozenSections(); ++section) {
        const QRect place = m_header->frozenRect(section);
        item.rect = QRect(place.left(), rect.top(), place.width(), rect.height());
        itemDelegate()->paint(&painter, item, index.siblingAtColumn(section));
    }
    const QRect name = m_header->frozenRect(0);
    rect.setLeft(name.left());
    rect.setWidth(name.width());
    item.rect = rect;
    const int indent = indentation() * (depth(index) + 1);
    QRect branches(rect.left(), rect.top(), indent, rect.height());
    item.rect.setLeft(rect.left() + indent);
    if (isRightToLeft()) {
        branches.moveRight(rect.right());
        item.rect = rect.adjusted(0, 0, -indent, 0);
    }
    drawBranches(&painter, branches, index);
    itemDelegate()->paint(&painter, item, index.siblingAtColumn(0));
    painter.restore();
}

QModelIndex RunTable::indexAt(const QPoint& point) const {
    const QModelIndex index = QTreeView::indexAt(point);
    if (m_header->frozenShift() == 0)
        return index;
    const QRect frozen = m_header->frozenRect();
    if (point.x() < frozen.left() || point.x() > frozen.right())
        return index;
    return index.siblingAtColumn(std::max(0, m_header->sectionSeenAt({point.x(), 0})));
}

QRect RunTable::visualRect(const QModelIndex& index) const {
    const QRect rect = QTreeView::visualRect(index);
    if (!rect.isValid() || index.column() >= m_header->frozenSections())
        return rect;
    return rect.translated(m_header->frozenShift(), 0);
}

void RunTable::scrollTo(const QModelIndex& index, ScrollHint hint) {
    const int across = horizontalScrollBar()->value();
    QTreeView::scrollTo(index, hint);
    if (index.column() < m_header->frozenSections()) {
        horizontalScrollBar()->setValue(across);
        return;
    }
    // Not beneath the frozen column.
    const QRect frozen = m_header->frozenRect();
    const QRect cell = visualRect(index);
    const int hidden =
        isRightToLeft() ? cell.right() - frozen.left() + 1 : frozen.right() + 1 - cell.left();
    if (cell.isValid() && hidden > 0)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - hidden);
}

void RunTable::scrollContentsBy(int dx, int dy) {
    QTreeView::scrollContentsBy(dx, dy);
    if (dx == 0)
        return;
    // What was moved on the screen took the frozen column along.
    viewport()->update();
    m_header->viewport()->update();
}

bool RunTable::pressFrozenBranch(const QPoint& position) {
    if (m_header->frozenShift() == 0)
        return false;
    const QRect frozen = m_header->frozenRect(0);
    const QModelIndex index = indexAt(position);
    if (!index.isValid() || index.column() != 0 || !m_model->hasChildren(index))
        return false;
    const int from = isRightToLeft() ? frozen.right() - position.x() : position.x() - frozen.left();
    const int start = indentation() * depth(index);
    if (from < start || from >= start + indentation())
        return false;
    setExpanded(index, !isExpanded(index));
    return true;
}

void RunTable::mousePressEvent(QMouseEvent* event) {
    const QPoint position = event->position().toPoint();
    if (event->button() == Qt::LeftButton && pressFrozenBranch(position)) {
        event->accept();
        return;
    }
    // QTreeView looks for branches where the column would stand if it were not frozen.
    if (m_header->frozenShift() != 0 && indexAt(position).column() < m_header->frozenSections())
        QAbstractItemView::mousePressEvent(event);
    else
        QTreeView::mousePressEvent(event);
}

void RunTable::mouseReleaseEvent(QMouseEvent* event) {
    if (m_header->frozenShift() != 0 &&
        indexAt(event->position().toPoint()).column() < m_header->frozenSections())
        QAbstractItemView::mouseReleaseEvent(event);
    else
        QTreeView::mouseReleaseEvent(event);
}

}  // namespace podium::views
