// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to the room.
#include <QStringList>

#include <qcustomplot.h>

#include <optional>

namespace podium::views {

/// What follows the pointer: crosshair, the point it is at with its words, the box of a zoom, the
/// ring of keyboard focus. Alone on the layer "overlay", so that a move redraws nothing else.
class Overlay : public QCPLayerable {
    Q_OBJECT
public:
    struct Label {
        QPointF at;         // of the point
        QColor color;       // of its line
        QString title;      // the line's name
        QStringList lines;  // below it
    };

    explicit Overlay(QCustomPlot* plot);

    std::optional<double> cursor;  // x in pixels
    std::optional<Label> label;
    std::optional<QRectF> box;
    bool focused = false;

    /// Draws the layer anew, and only it.
    void update();

protected:
    void applyDefaultAntialiasingHint(QCPPainter*) const override {}
    void draw(QCPPainter* painter) override;

private:
    void drawLabel(QCPPainter* painter, const QRect& area) const;
};

}  // namespace podium::views
