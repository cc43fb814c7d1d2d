// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/runs/runheader.h"

#include "items/runtreemodel.h"
#include "views/theme/colors.h"
#include "views/theme/metrics.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionHeader>

#include <algorithm>
#include <cstdlib>

namespace podium::views {

namespace {

/// How near to an edge a press resizes a section, as QHeaderView has it.
constexpr int Grip = 4;

}  // namespace

RunHeader::RunHeader(const items::RunTreeModel& model, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent), m_model(model) {
    setSectionsMovable(true);
    setFirstSectionMovable(false);
    setHighlightSections(false);
    setMinimumSectionSize(40);
    setTextElideMode(Qt::ElideRight);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

int RunHeader::frozenShift() const {
    return isRightToLeft() ? -offset() : offset();
}

int RunHeader::frozenSections() const {
    const auto pinned = static_cast<int>(m_model.snapshot()->appearance.pinned);
    // Some of the width is for what scrolls.
    int sections = std::min(count(), 1 + pinned);
    int width = 0;
    for (int section = 0; section < sections; ++section)
        width += sectionSize(section);
    for (; sections > 1 && width > viewport()->width() * 3 / 4; --sections)
        width -= sectionSize(sections - 1);
    return sections;
}

QRect RunHeader::frozenRect(int section) const {
    return {sectionViewportPosition(section) + frozenShift(), 0, sectionSize(section), height()};
}

QRect RunHeader::frozenRect() const {
    if (count() == 0)
        return {};
    return frozenRect(0).united(frozenRect(frozenSections() - 1));
}

bool RunHeader::isFrozenAt(const QPoint& position) const {
    const int grip = frozenShift() != 0 ? Grip : 0;
    return frozenShift() != 0 &&
           frozenRect()
               .adjusted(isRightToLeft() ? -grip : 0, 0, isRightToLeft() ? 0 : grip, 0)
               .contains(position);
}

int RunHeader::sectionSeenAt(const QPoint& position) const {
    if (frozenRect().contains(position))
        return logicalIndexAt(position - QPoint(frozenShift(), 0));
    return logicalIndexAt(position);
}

QMouseEvent RunHeader::shifted(const QMouseEvent& event) const {
    const QPointF position = event.position() - QPointF(frozenShift(), 0);
    return {event.type(),   position,        event.scenePosition(), event.globalPosition(),
            event.button(), event.buttons(), event.modifiers()};
}

void RunHeader::mousePressEvent(QMouseEvent* event) {
    m_pressedFrozen = isFrozenAt(event->position().toPoint());
    if (!m_pressedFrozen) {
        QHeaderView::mousePressEvent(event);
        return;
    }
    QMouseEvent moved = shifted(*event);
    QHeaderView::mousePressEvent(&moved);
}

void RunHeader::mouseMoveEvent(QMouseEvent* event) {
    const bool frozen = event->buttons() == Qt::NoButton ? isFrozenAt(event->position().toPoint())
                                                         : m_pressedFrozen;
    if (!frozen) {
        QHeaderView::mouseMoveEvent(event);
        return;
    }
    QMouseEvent moved = shifted(*event);
    QHeaderView::mouseMoveEvent(&moved);
    viewport()->update();
}

void RunHeader::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_pressedFrozen) {
        QHeaderView::mouseReleaseEvent(event);
        return;
    }
    QMouseEvent moved = shifted(*event);
    QHeaderView::mouseReleaseEvent(&moved);
    m_pressedFrozen = false;
}

void RunHeader::mouseDoubleClickEvent(QMouseEvent* event) {
    if (!isFrozenAt(event->position().toPoint())) {
        QHeaderView::mouseDoubleClickEvent(event);
        return;
    }
    QMouseEvent moved = shifted(*event);
    QHeaderView::mouseDoubleClickEvent(&moved);
}

void RunHeader::contextMenuEvent(QContextMenuEvent* event) {
    Q_EMIT menuRequested(sectionSeenAt(event->pos()), event->globalPos());
}

void RunHeader::paintEvent(QPaintEvent* event) {
    QHeaderView::paintEvent(event);
    if (count() == 0 || frozenShift() == 0)
        return;
    QPainter painter(viewport());
    const QRect rect = frozenRect();
    painter.fillRect(rect, palette().color(QPalette::Base));
    for (int section = 0; section < frozenSections(); ++section)
        paintSection(&painter, frozenRect(section), section);
    const int edge = isRightToLeft() ? rect.left() : rect.right();
    painter.fillRect(QRect(edge, 0, 1, height()), colors(palette()).line);
}

void RunHeader::initStyleOptionForIndex(QStyleOptionHeader* option, int section) const {
    QHeaderView::initStyleOptionForIndex(option, section);
    const int rank = m_model.orderRank(section);
    if (rank == 0) {
        option->sortIndicator = QStyleOptionHeader::None;
        return;
    }
    option->sortIndicator = rank > 0 ? QStyleOptionHeader::SortDown : QStyleOptionHeader::SortUp;
    if (m_model.snapshot()->order.size() > 1)
        option->text += QStringLiteral("  %1").arg(std::abs(rank));
}

QSize RunHeader::sizeHint() const {
    return {QHeaderView::sizeHint().width(), metrics::Header};
}

}  // namespace podium::views
