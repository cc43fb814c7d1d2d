// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/imageview.h"

#include "views/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace podium::views {

namespace {

constexpr double LeastZoom = 0.01;
constexpr double GreatestZoom = 64;
constexpr double GreatestFit = 16;  // a picture of 8 × 8 pixels is not blown up to the whole window
constexpr int Check = 8;

QPixmap checkers(const Colors& theme) {
    QPixmap tile(2 * Check, 2 * Check);
    tile.fill(theme.panel);
    QPainter painter(&tile);
    const QColor other = blend(theme.panel, theme.text, 0.08);
    painter.fillRect(0, 0, Check, Check, other);
    painter.fillRect(Check, Check, Check, Check, other);
    return tile;
}

}  // namespace

ImageView::ImageView(QWidget* parent) : QAbstractScrollArea(parent) {
    setObjectName(QStringLiteral("imageView"));
    setAccessibleName(tr("Image"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Window);
}

void ImageView::setImage(const QImage& image, const QSize& size) {
    m_size = size;
    m_fit = true;
    refineImage(image);
    updateBars();
    Q_EMIT zoomChanged(zoom());
}

void ImageView::refineImage(const QImage& image) {
    m_image = image;
    m_pixmap = QPixmap::fromImage(image);
    viewport()->update();
}

double ImageView::fitZoom() const {
    if (m_size.isEmpty())
        return 1;
    const QSizeF room = viewport()->size() - QSize(2 * metrics::Gap, 2 * metrics::Gap);
    const double zoom = std::min(room.width() / m_size.width(), room.height() / m_size.height());
    return std::clamp(zoom, LeastZoom, GreatestFit);
}

double ImageView::zoom() const {
    return m_fit ? fitZoom() : m_zoom;
}

QRectF ImageView::target() const {
    const QSizeF size = QSizeF(m_size) * zoom();
    const QSizeF room = viewport()->size();
    const double x = size.width() < room.width() ? (room.width() - size.width()) / 2
                                                 : -horizontalScrollBar()->value();
    const double y = size.height() < room.height() ? (room.height() - size.height()) / 2
                                                   : -verticalScrollBar()->value();
    return {QPointF(std::round(x), std::round(y)), size};
}

void ImageView::updateBars() {
    const QSizeF size = QSizeF(m_size) * zoom();
    const auto set = [](QScrollBar* bar, double length, int room) {
        bar->setRange(0, std::max(0, static_cast<int>(std::ceil(length)) - room));
        bar->setPageStep(room);
        bar->setSingleStep(24);
    };
    set(horizontalScrollBar(), m_fit ? 0 : size.width(), viewport()->width());
    set(verticalScrollBar(), m_fit ? 0 : size.height(), viewport()->height());
    viewport()->update();
}

void ImageView::setFit() {
    m_fit = true;
    updateBars();
    Q_EMIT zoomChanged(zoom());
}

void ImageView::setZoom(double zoom, const QPointF& at) {
    if (m_size.isEmpty())
        return;
    const QRectF before = target();
    const QPointF point((at.x() - before.x()) / this->zoom(), (at.y() - before.y()) / this->zoom());
    m_zoom = std::clamp(zoom, LeastZoom, GreatestZoom);
    m_fit = false;
    updateBars();
    // What was under the pointer stays there.
    horizontalScrollBar()->setValue(static_cast<int>(std::round(point.x() * m_zoom - at.x())));
    verticalScrollBar()->setValue(static_cast<int>(std::round(point.y() * m_zoom - at.y())));
    viewport()->update();
    Q_EMIT zoomChanged(m_zoom);
}

void ImageView::zoomBy(double factor) {
    setZoom(zoom() * factor, QRectF(viewport()->rect()).center());
}

void ImageView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    const Colors& theme = colors(palette());
    painter.fillRect(viewport()->rect(), theme.window);
    if (m_pixmap.isNull())
        return;
    const QRectF place = target();
    if (m_image.hasAlphaChannel())
        painter.drawTiledPixmap(place.toAlignedRect().intersected(viewport()->rect()),
                                checkers(theme));
    // Pixels are shown as they are when enlarged: data people look at single ones.
    const double scale = place.width() / m_pixmap.width() * devicePixelRatioF();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, scale < 1);
    painter.drawPixmap(place, m_pixmap, QRectF(m_pixmap.rect()));
    painter.setPen(theme.line);
    painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5));
}

void ImageView::resizeEvent(QResizeEvent*) {
    updateBars();
    if (m_fit)
        Q_EMIT zoomChanged(zoom());
}

void ImageView::wheelEvent(QWheelEvent* event) {
    if (event->angleDelta().y() == 0)
        return;
    setZoom(zoom() * std::pow(1.25, event->angleDelta().y() / 120.0), event->position());
    event->accept();
}

void ImageView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    m_dragging = true;
    m_dragFrom = event->position().toPoint();
    viewport()->setCursor(Qt::ClosedHandCursor);
}

void ImageView::mouseMoveEvent(QMouseEvent* event) {
    const QPoint point = event->position().toPoint();
    if (m_dragging) {
        const QPoint moved = point - m_dragFrom;
        m_dragFrom = point;
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - moved.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - moved.y());
        viewport()->update();
        return;
    }
    const QRectF place = target();
    const QPoint pixel(static_cast<int>(std::floor((point.x() - place.x()) / zoom())),
                       static_cast<int>(std::floor((point.y() - place.y()) / zoom())));
    // A drawing has no pixels of its own.
    if (m_image.size() != m_size || !m_image.rect().contains(pixel)) {
        Q_EMIT pixelHovered({});
        return;
    }
    const QColor color = m_image.pixelColor(pixel);
    Q_EMIT pixelHovered(
        QStringLiteral("(%1, %2)  %3")
            .arg(pixel.x())
            .arg(pixel.y())
            .arg(color.name(m_image.hasAlphaChannel() ? QColor::HexArgb : QColor::HexRgb)));
}

void ImageView::mouseReleaseEvent(QMouseEvent*) {
    m_dragging = false;
    viewport()->unsetCursor();
}

void ImageView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (m_fit)
        setZoom(1, event->position());
    else
        setFit();
}

void ImageView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            return zoomBy(1.25);
        case Qt::Key_Minus:
            return zoomBy(0.8);
        case Qt::Key_0:
            return setFit();
        case Qt::Key_1:
            return setZoom(1, QRectF(viewport()->rect()).center());
        default:
            return QAbstractScrollArea::keyPressEvent(event);
    }
}

void ImageView::leaveEvent(QEvent*) {
    Q_EMIT pixelHovered({});
}

}  // namespace podium::views
