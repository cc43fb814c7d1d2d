// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/taskprogress.h"

#include "views/theme/stylepaint.h"
#include "views/theme/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QTimerEvent>

#include <algorithm>
#include <cmath>

namespace podium::views {

namespace {

constexpr int FrameMs = 40;
constexpr int Frames = 50;

}  // namespace

TaskProgress::TaskProgress(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void TaskProgress::setProgress(qint64 done, qint64 total) {
    const double fraction =
        total > 0 ? std::clamp(static_cast<double>(done) / static_cast<double>(total), 0.0, 1.0)
                  : -1.0;
    if (fraction == m_fraction)
        return;
    m_fraction = fraction;
    animate();
    update();
}

void TaskProgress::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors& c = colors(palette());
    const QRectF track(0, (height() - 5) / 2.0, width(), 5);
    drawBox(painter, track, c.dark ? c.line : blend(c.line, c.dim, 0.12), QColor(), 2.5);
    QPainterPath clip;
    clip.addRoundedRect(track, 2.5, 2.5);
    painter.setClipPath(clip);
    QRectF filled = track;
    if (m_fraction >= 0) {
        filled.setWidth(track.width() * m_fraction);
        if (layoutDirection() == Qt::RightToLeft)
            filled.moveRight(track.right());
    } else {
        const double turn = static_cast<double>(m_phase) / Frames;
        filled.setWidth(track.width() / 3);
        filled.moveLeft(track.left() - filled.width() + turn * (track.width() + filled.width()));
    }
    drawBox(painter, filled, c.accent, QColor(), 2.5);
}

void TaskProgress::timerEvent(QTimerEvent* event) {
    if (event->timerId() != m_timer.timerId())
        return QWidget::timerEvent(event);
    m_phase = (m_phase + 1) % Frames;
    update();
}

void TaskProgress::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    animate();
}

void TaskProgress::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_timer.stop();
}

void TaskProgress::animate() {
    if (m_fraction < 0 && isVisible())
        m_timer.start(FrameMs, this);
    else
        m_timer.stop();
}

}  // namespace podium::views
