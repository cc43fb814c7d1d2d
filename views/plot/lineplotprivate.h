// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to the room.
#include "views/plot/linelayer.h"
#include "views/plot/lineplot.h"
#include "views/plot/overlay.h"
#include "views/plot/renderer.h"
#include "views/plot/ticker.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QThreadPool>
#include <QTimer>

#include <qcustomplot.h>

namespace podium::views {

struct LinePlot::Private {
    /// What is shown; a fitted axis follows the data.
    struct View {
        series::Range x;
        series::Range y;
        bool fitX = true;
        bool fitY = true;
    };
    enum class Drag { None, Box, Pan };

    Private(LinePlot& owner, QThreadPool& pool);
    ~Private() { verification.request_stop(); }
    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;

    // lineplot.cpp
    void restyle();
    void applyOptions();
    void applyView();
    void request(bool moving);
    void show(const std::shared_ptr<const Frame>& frame);
    void laidOut();
    void setView(const View& next, bool moving);
    [[nodiscard]] series::Mapping mapping() const;
    [[nodiscard]] QRect area() const { return canvas->axisRect()->rect(); }
    [[nodiscard]] FrameRequest frameRequest(QSize size, double ratio) const;

    // lineplotinput.cpp
    void remember();
    void zoomAt(const QPointF& position, double factor, bool alongX, bool alongY);
    void pan(double shareX, double shareY, bool moving);
    void zoomInto(const QRectF& box);
    void pointAt(const QPointF& position);
    void describe(std::size_t target, std::size_t point);
    void describeBand(const PreparedBand& band, std::size_t point);
    void describeDerived(const PreparedLine& line, std::size_t point);
    void hover(qint64 id);
    void leave();
    void updateCursorShape();

    LinePlot& q;
    QCustomPlot* canvas;
    LineLayer* layer;
    LaneLayer* lane;
    Overlay* overlay;
    QSharedPointer<Ticker> xTicker;
    QSharedPointer<Ticker> yTicker;
    QThreadPool& pool;
    Renderer renderer;
    std::stop_source verification{std::nostopstate};
    bool coarse = false;  // pictures of a moving view
    QTimer rest;          // after a movement: time for an exact picture

    std::vector<PlotLine> lines;
    PlotOptions options;
    std::shared_ptr<const Frame> frame;
    View view;
    std::vector<View> undo;
    quint64 serial = 0;  // of the view and lines; a picture of an older one does not set the axes
    QSize requested;     // device pixels
    qint64 hoveredId = 0;
    bool moving = false;
    bool toLayOut = false;  // labels that may leave the lines another place are yet to be laid out
    bool onPaper = false;   // laid out for a page: nothing on the screen follows that

    Drag drag = Drag::None;
    QPointF pressedAt;
    View pressedView;
    bool spaceHeld = false;
    QElapsedTimer lastWheel;
};

}  // namespace podium::views
