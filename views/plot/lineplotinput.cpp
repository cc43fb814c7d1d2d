// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plot/lineplotprivate.h"

#include "series/nearest.h"
#include "views/text/text.h"
#include "views/text/words.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

namespace podium::views {

namespace {

constexpr double Reach = 24;         // pixels from the pointer to a line
constexpr double ClickDistance = 4;  // a shorter drag is a click
constexpr double ThinBox = 12;       // a box thinner than this zooms one axis only
constexpr double WheelStep = 0.85;
constexpr int WheelPauseMs = 600;  // turns closer than this are one zoom to undo
constexpr double PanStep = 0.1;
constexpr std::size_t MostUndo = 50;

struct PlotWords {
    Q_DECLARE_TR_FUNCTIONS(podium::views::LinePlot)
};

QString xText(series::XKind kind, const domain::MetricPoint& point, base::Millis start) {
    const QString step = count(point.step);
    switch (kind) {
        case series::XKind::Step:
            return PlotWords::tr("step %1").arg(step);
        case series::XKind::WallTime:
            return PlotWords::tr("%1 · step %2").arg(timestamp(point.timestamp), step);
        case series::XKind::RelativeTime: {
            const auto since = static_cast<base::Millis>(
                static_cast<std::uint64_t>(point.timestamp) - static_cast<std::uint64_t>(start));
            return PlotWords::tr("after %1 · step %2").arg(duration(since), step);
        }
    }
    return {};
}

/// A difference, with its sign.
QString signedNumber(double value) {
    return value > 0 ? QLatin1Char('+') + compactNumber(value) : compactNumber(value);
}

}  // namespace

void LinePlot::Private::remember() {
    undo.push_back(view);
    if (undo.size() > MostUndo)
        undo.erase(undo.begin());
}

void LinePlot::Private::zoomAt(const QPointF& position, double factor, bool alongX, bool alongY) {
    const series::Mapping here = mapping();
    if (here.window.columns <= 0 || here.height <= 0)
        return;
    View next = view;
    if (alongX) {
        next.x = series::zoomed(view.x, here.dataX(position.x() - area().left()), factor);
        next.fitX = false;
    }
    if (alongY) {
        next.y =
            series::zoomed(view.y, here.dataY(position.y() - area().top()), factor, options.logY);
        next.fitY = false;
    }
    setView(next, true);
    if (alongX)
        Q_EMIT q.xRangeChanged(view.x.low, view.x.high);
}

void LinePlot::Private::pan(double shareX, double shareY, bool nowMoving) {
    View next = view;
    if (shareX != 0) {
        next.x = series::moved(view.x, shareX);
        next.fitX = false;
    }
    if (shareY != 0) {
        next.y = series::moved(view.y, shareY, options.logY);
        next.fitY = false;
    }
    setView(next, nowMoving);
    if (shareX != 0)
        Q_EMIT q.xRangeChanged(view.x.low, view.x.high);
}

void LinePlot::Private::zoomInto(const QRectF& box) {
    const QRectF part = box.intersected(area());
    const bool alongX = part.width() >= ThinBox;
    const bool alongY = part.height() >= ThinBox;
    if (!alongX && !alongY)
        return;
    const series::Mapping here = mapping();
    View next = view;
    if (alongX) {
        next.x = {here.dataX(part.left() - area().left()),
                  here.dataX(part.right() - area().left())};
        next.fitX = false;
    }
    if (alongY) {
        next.y = {here.dataY(part.bottom() - area().top()), here.dataY(part.top() - area().top())};
        next.fitY = false;
    }
    if (!series::valid(next.x) || !series::valid(next.y, options.logY))
        return;
    remember();
    setView(next, false);
    if (alongX)
        Q_EMIT q.xRangeChanged(view.x.low, view.x.high);
}

void LinePlot::Private::pointAt(const QPointF& position) {
    const QPointF inside = position - QPointF(area().topLeft());
    if (frame == nullptr || !area().contains(position.toPoint())) {
        leave();
        return;
    }
    const series::Mapping here = mapping();
    const auto hit = series::nearest(frame->prepared->targets, here, inside.x(), inside.y(), Reach);
    overlay->cursor = position.x();
    overlay->label.reset();
    if (hit)
        describe(hit->line, hit->point);
    overlay->update();
    hover(hit ? frame->prepared->idOf(hit->line) : 0);
    Q_EMIT q.cursorMoved(here.dataX(inside.x()));
}

void LinePlot::Private::describeBand(const PreparedBand& band, std::size_t point) {
    const series::Mapping here = mapping();
    const series::Band& values = band.band;
    const double x = band.centre->x()[point];
    const double y = band.centre->y()[point];
    const auto place =
        static_cast<std::size_t>(std::ranges::lower_bound(values.x, x) - values.x.begin());
    const QPointF at = QPointF(here.pixelX(x), here.pixelY(y)) + QPointF(area().topLeft());
    Overlay::Label label{at, band.color, band.name, {}};
    label.lines << PlotWords::tr("%1, from %2 to %3")
                       .arg(compactNumber(y), compactNumber(values.low[place]),
                            compactNumber(values.high[place]));
    label.lines << settlePlural(
        PlotWords::tr("%n run(s) here", nullptr, static_cast<int>(values.count[place])),
        values.count[place]);
    overlay->label = label;
}

void LinePlot::Private::describe(std::size_t target, std::size_t point) {
    if (frame->prepared->isBand(target)) {
        describeBand(frame->prepared->bands[target], point);
        return;
    }
    const PreparedLine& prepared = frame->prepared->lines[target - frame->prepared->bands.size()];
    if (prepared.derived) {
        describeDerived(prepared, point);
        return;
    }
    series::Cursor cursor(*prepared.shown);
    const domain::MetricPoint logged = prepared.series->point(cursor.source(point));
    const double raw = logged.value;
    const double x = cursor.x(point);
    const double shown = cursor.y(point);
    const series::Mapping here = mapping();
    const QPointF at = QPointF(here.pixelX(x), here.pixelY(shown)) + QPointF(area().topLeft());
    Overlay::Label label{at, prepared.line.color, prepared.line.name, {}};
    label.lines
        << (options.smooth().active()
                ? PlotWords::tr("%1, smoothed %2").arg(compactNumber(raw), compactNumber(shown))
                : compactNumber(raw));
    if (!options.xMetric.isEmpty()) {
        label.lines << PlotWords::tr("%1 %2").arg(
            oneLine(options.xMetric.toStdString()),
            compactNumber(options.logX ? std::pow(10, x) : x));
    }
    label.lines << xText(options.x, logged, prepared.series->startTime());
    overlay->label = label;
}

void LinePlot::Private::describeDerived(const PreparedLine& line, std::size_t point) {
    const series::Mapping here = mapping();
    const double x = line.shown->x()[point];
    const double y = line.shown->y()[point];
    const QPointF at = QPointF(here.pixelX(x), here.pixelY(y)) + QPointF(area().topLeft());
    Overlay::Label label{at, line.line.color, line.line.name, {}};
    label.lines << PlotWords::tr("%1 to the baseline").arg(signedNumber(y));
    overlay->label = label;
}

void LinePlot::Private::hover(qint64 id) {
    if (id == hoveredId)
        return;
    hoveredId = id;
    request(moving);
    Q_EMIT q.lineHovered(id);
}

void LinePlot::Private::leave() {
    if (overlay->cursor || overlay->label) {
        overlay->cursor.reset();
        overlay->label.reset();
        overlay->update();
    }
    // Also where a drag has taken the cursor away: linked charts show it still.
    Q_EMIT q.cursorLeft();
    hover(0);
}

void LinePlot::Private::updateCursorShape() {
    if (drag == Drag::Pan)
        q.setCursor(Qt::ClosedHandCursor);
    else if (spaceHeld)
        q.setCursor(Qt::OpenHandCursor);
    else if (hoveredId != 0 && drag == Drag::None)
        q.setCursor(Qt::PointingHandCursor);
    else
        q.setCursor(Qt::CrossCursor);
}

void LinePlot::zoomBy(double factor) {
    d->remember();
    d->zoomAt(QRectF(d->area()).center(), factor, true, true);
}

void LinePlot::wheelEvent(QWheelEvent* event) {
    const QPoint turn = event->angleDelta();
    const int delta = turn.y() != 0 ? turn.y() : turn.x();
    if (delta == 0) {
        QWidget::wheelEvent(event);
        return;
    }
    if (!d->lastWheel.isValid() || d->lastWheel.elapsed() > WheelPauseMs)
        d->remember();
    d->lastWheel.start();
    const bool onlyX = event->modifiers().testFlag(Qt::ControlModifier) ||
                       event->position().y() > d->area().bottom();
    const bool onlyY =
        event->modifiers().testFlag(Qt::ShiftModifier) || event->position().x() < d->area().left();
    d->zoomAt(event->position(), std::pow(WheelStep, delta / 120.0), !onlyY, !onlyX);
    // The hit test can wait for the next movement; a zoom should not.
    d->overlay->label.reset();
    d->overlay->cursor = event->position().x();
    event->accept();
}

void LinePlot::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::BackButton) {
        undoZoom();
        return;
    }
    const bool left = event->button() == Qt::LeftButton;
    if ((!left && event->button() != Qt::MiddleButton) ||
        !d->area().adjusted(-2, -2, 2, 2).contains(event->position().toPoint())) {
        QWidget::mousePressEvent(event);
        return;
    }
    const bool panning = !left || d->spaceHeld || event->modifiers().testFlag(Qt::ShiftModifier);
    d->drag = panning ? Private::Drag::Pan : Private::Drag::Box;
    d->pressedAt = event->position();
    d->pressedView = d->view;
    d->updateCursorShape();
}

void LinePlot::mouseMoveEvent(QMouseEvent* event) {
    const QPointF way = event->position() - d->pressedAt;
    if (d->drag == Private::Drag::Pan && !d->area().isEmpty()) {
        d->view = d->pressedView;
        d->overlay->label.reset();
        d->pan(-way.x() / d->area().width(), way.y() / d->area().height(), true);
        return;
    }
    if (d->drag == Private::Drag::Box) {
        QRectF box = QRectF(d->pressedAt, event->position()).normalized();
        const QRectF area = d->area();
        if (box.height() < ThinBox)
            box = QRectF(box.left(), area.top(), box.width(), area.height());
        else if (box.width() < ThinBox)
            box = QRectF(area.left(), box.top(), area.width(), box.height());
        d->overlay->label.reset();
        d->overlay->cursor.reset();
        if (way.manhattanLength() >= ClickDistance)
            d->overlay->box = box;
        d->overlay->update();
        return;
    }
    d->pointAt(event->position());
    d->updateCursorShape();
}

void LinePlot::mouseReleaseEvent(QMouseEvent* event) {
    const Private::Drag drag = std::exchange(d->drag, Private::Drag::None);
    const QPointF way = event->position() - d->pressedAt;
    d->overlay->box.reset();
    if (drag == Private::Drag::Pan && way.manhattanLength() > 0) {
        d->undo.push_back(d->pressedView);
        if (d->undo.size() > MostUndo)
            d->undo.erase(d->undo.begin());
    } else if (drag == Private::Drag::Box) {
        if (way.manhattanLength() < ClickDistance) {
            if (d->hoveredId != 0)
                Q_EMIT lineClicked(d->hoveredId);
        } else {
            d->zoomInto(QRectF(d->pressedAt, event->position()).normalized());
        }
    }
    d->overlay->update();
    d->updateCursorShape();
}

void LinePlot::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    const bool zoomed = isZoomed();
    resetZoom();
    if (zoomed)
        Q_EMIT xRangeReset();
}

void LinePlot::leaveEvent(QEvent* event) {
    if (d->drag == Private::Drag::None)
        d->leave();
    QWidget::leaveEvent(event);
}

bool LinePlot::event(QEvent* event) {
    // Space is taken here before a window's shortcut for it can be.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Space || key == Qt::Key_Backspace || key == Qt::Key_Home) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void LinePlot::keyPressEvent(QKeyEvent* event) {
    const auto panned = [&](double x, double y) {
        if (!event->isAutoRepeat())
            d->remember();
        d->pan(x, y, true);
    };
    switch (event->key()) {
        case Qt::Key_Left:
            panned(-PanStep, 0);
            return;
        case Qt::Key_Right:
            panned(PanStep, 0);
            return;
        case Qt::Key_Up:
            panned(0, PanStep);
            return;
        case Qt::Key_Down:
            panned(0, -PanStep);
            return;
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            zoomBy(1 / 1.4);
            return;
        case Qt::Key_Minus:
            zoomBy(1.4);
            return;
        case Qt::Key_Home:
            resetZoom();
            Q_EMIT xRangeReset();
            return;
        case Qt::Key_Backspace:
        case Qt::Key_Back:
            undoZoom();
            return;
        case Qt::Key_Space:
            d->spaceHeld = true;
            d->updateCursorShape();
            return;
        case Qt::Key_Escape:
            if (d->drag == Private::Drag::None)
                break;
            if (d->drag == Private::Drag::Pan)
                d->setView(d->pressedView, false);
            d->drag = Private::Drag::None;
            d->overlay->box.reset();
            d->overlay->update();
            return;
        default:
            break;
    }
    QWidget::keyPressEvent(event);
}

void LinePlot::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        d->spaceHeld = false;
        d->updateCursorShape();
        return;
    }
    QWidget::keyReleaseEvent(event);
}

void LinePlot::focusInEvent(QFocusEvent* event) {
    const Qt::FocusReason reason = event->reason();
    d->overlay->focused = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
                          reason == Qt::ShortcutFocusReason;
    d->overlay->update();
    QWidget::focusInEvent(event);
}

void LinePlot::focusOutEvent(QFocusEvent* event) {
    d->overlay->focused = false;
    d->spaceHeld = false;
    d->overlay->update();
    QWidget::focusOutEvent(event);
}

}  // namespace podium::views
