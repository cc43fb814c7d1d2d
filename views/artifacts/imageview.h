// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>
#include <QImage>
#include <QPixmap>

namespace podium::views {

/// A picture to look at closely: fit or any zoom, dragged and wheeled at the pointer, a checkered
/// ground behind what is transparent. Lives on the UI thread.
class ImageView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit ImageView(QWidget* parent = nullptr);

    /// `size`: of the picture itself; the image may be a finer rendering of it.
    void setImage(const QImage& image, const QSize& size);
    /// Takes a sharper or coarser rendering of the same picture; place and zoom stay.
    void refineImage(const QImage& image);
    [[nodiscard]] double zoom() const;
    [[nodiscard]] bool isFit() const { return m_fit; }
    void setFit();
    void setZoom(double zoom, const QPointF& at);
    void zoomBy(double factor);

Q_SIGNALS:
    void zoomChanged(double zoom);
    /// The pointer is on a pixel of the picture; empty when it is off.
    void pixelHovered(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] double fitZoom() const;
    [[nodiscard]] QRectF target() const;
    void updateBars();

    QImage m_image;
    QPixmap m_pixmap;
    QSize m_size;
    double m_zoom = 1;
    bool m_fit = true;
    QPoint m_dragFrom;
    bool m_dragging = false;
};

}  // namespace podium::views
