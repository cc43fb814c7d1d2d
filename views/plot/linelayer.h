// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to the room.
#include "views/plot/frame.h"

#include <qcustomplot.h>

namespace podium::views {

/// Puts the newest picture of the lines where it belongs on the axes, stretched while the worker
/// makes the next; on a vector device (PDF, SVG) draws the lines themselves.
class LineLayer : public QCPAbstractPlottable {
    Q_OBJECT
public:
    LineLayer(QCPAxis* key, QCPAxis* value);

    void setFrame(std::shared_ptr<const Frame> frame) { m_frame = std::move(frame); }
    void setDark(bool dark) { m_dark = dark; }
    /// Width of lines in vector form; 0 for that of the screen.
    void setPaperLine(double width) { m_paperLine = width; }

    double selectTest(const QPointF& pos, bool onlySelectable, QVariant* details) const override;
    QCPRange getKeyRange(bool& found, QCP::SignDomain domain) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain domain,
                           const QCPRange& keyRange) const override;

protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter* painter, const QRectF& rect) const override;

private:
    void drawPicture(QCPPainter* painter) const;
    void drawVector(QCPPainter* painter) const;
    void drawBand(QCPPainter* painter, const PreparedBand& band) const;
    void drawBest(QCPPainter* painter) const;
    void drawPath(QCPPainter* painter, const series::Line& line, QColor color, double width,
                  double opacity) const;

    std::shared_ptr<const Frame> m_frame;
    bool m_dark = false;
    double m_paperLine = 0;
};

/// The lane of marks right below the axis rect.
class LaneLayer : public QCPLayerable {
    Q_OBJECT
public:
    explicit LaneLayer(QCustomPlot* plot) : QCPLayerable(plot, QStringLiteral("axes")) {}
    void setFrame(std::shared_ptr<const Frame> frame) { m_frame = std::move(frame); }

protected:
    void applyDefaultAntialiasingHint(QCPPainter*) const override {}
    void draw(QCPPainter* painter) override;

private:
    std::shared_ptr<const Frame> m_frame;
};

}  // namespace podium::views
