// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/registry/lanelist.h"

#include "items/cell.h"
#include "views/registry/carddelegate.h"
#include "views/theme/stylepaint.h"
#include "views/theme/theme.h"

#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>

namespace podium::views {

LaneList::LaneList(QWidget* parent) : QListView(parent), m_lane(new items::LaneModel(this)) {
    setModel(m_lane);
    setItemDelegate(new CardDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setSpacing(metrics::Unit);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(false);
    setDefaultDropAction(Qt::MoveAction);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
}

void LaneList::keyPressEvent(QKeyEvent* event) {
    const bool left = event->key() == Qt::Key_Left;
    if (left || event->key() == Qt::Key_Right) {
        const bool back = left != isRightToLeft();
        Q_EMIT stepRequested(back ? -1 : 1, (event->modifiers() & Qt::ControlModifier) != 0);
        event->accept();
        return;
    }
    QListView::keyPressEvent(event);
}

void LaneList::focusInEvent(QFocusEvent* event) {
    QListView::focusInEvent(event);
    // Without a current card there is nothing for a screen reader.
    if (!currentIndex().isValid() && m_lane->rowCount() > 0)
        setCurrentIndex(m_lane->index(0));
    Q_EMIT focused();
}

void LaneList::paintEvent(QPaintEvent* event) {
    const Colors& c = colors(palette());
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_lane->rowCount() == 0) {
        painter.setPen(c.dim);
        painter.setFont(smallFont(font()));
        painter.drawText(viewport()->rect().adjusted(12, 16, -12, 0),
                         Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, tr("No version here"));
    }
    if (m_over || (hasFocus() && m_lane->rowCount() == 0))
        drawFocusRing(painter, viewport()->rect().adjusted(2, 2, -2, -2), c.accent,
                      metrics::CardRadius);
    painter.end();
    QListView::paintEvent(event);
}

qint64 LaneList::dropped(const QDropEvent& event) const {
    const auto* from = qobject_cast<const LaneList*>(event.source());
    const auto& entry = m_lane->entry();
    if (!m_accepts || from == this || !entry)
        return 0;
    const QList<QByteArray> lines =
        event.mimeData()->data(items::LaneModel::mimeType()).split('\n');
    const bool same = lines.size() == 3 && lines[0].toLongLong() == entry->sourceNo.value &&
                      lines[1].toStdString() == entry->model.name;
    const qint64 version = same ? lines[2].toLongLong() : 0;
    return version > 0 && m_lane->rowOf(version) < 0 ? version : 0;
}

void LaneList::dragEnterEvent(QDragEnterEvent* event) {
    dragMoveEvent(event);
}

void LaneList::dragMoveEvent(QDragMoveEvent* event) {
    const bool takes = dropped(*event) > 0;
    if (takes != m_over) {
        m_over = takes;
        viewport()->update();
    }
    event->setDropAction(Qt::MoveAction);
    event->setAccepted(takes);
}

void LaneList::dragLeaveEvent(QDragLeaveEvent*) {
    m_over = false;
    viewport()->update();
}

void LaneList::dropEvent(QDropEvent* event) {
    m_over = false;
    viewport()->update();
    const qint64 version = dropped(*event);
    if (version <= 0) {
        event->ignore();
        return;
    }
    // A copy for the drag: the card stays where it is until it was decided.
    event->setDropAction(Qt::CopyAction);
    event->accept();
    Q_EMIT versionDropped(version);
}

}  // namespace podium::views
