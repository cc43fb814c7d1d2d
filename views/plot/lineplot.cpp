// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plot/lineplot.h"

#include "views/plot/lineplotprivate.h"
#include "views/theme/theme.h"

#include <QResizeEvent>

namespace podium::views {

namespace {

constexpr int RestMs = 50;  // longer than between two moves of a hand
constexpr int PixelsPerTickX = 84;
constexpr int PixelsPerTickY = 40;

void styleAxis(QCPAxis* axis, const Colors& theme, const QFont& font) {
    axis->setBasePen(Qt::NoPen);
    axis->setTickPen(Qt::NoPen);
    axis->setSubTickPen(Qt::NoPen);
    axis->setTickLength(0, 0);
    axis->setTickLabelColor(theme.dim);
    axis->setTickLabelFont(font);
    axis->grid()->setSubGridVisible(false);
    axis->grid()->setPen(QPen(theme.line, 1));
    axis->grid()->setZeroLinePen(Qt::NoPen);
    axis->grid()->setAntialiased(false);
}

}  // namespace

LinePlot::Private::Private(LinePlot& owner, QThreadPool& threads)
    : q(owner),
      canvas(new QCustomPlot(&owner)),
      layer(new LineLayer(canvas->xAxis, canvas->yAxis)),
      lane(new LaneLayer(canvas)),
      overlay(new Overlay(canvas)),
      xTicker(QSharedPointer<Ticker>::create()),
      yTicker(QSharedPointer<Ticker>::create()),
      pool(threads),
      renderer(threads) {
    canvas->setAttribute(Qt::WA_TransparentForMouseEvents);
    canvas->setFocusPolicy(Qt::NoFocus);
    canvas->setAutoAddPlottableToLegend(false);
    canvas->layer(QStringLiteral("overlay"))->setMode(QCPLayer::lmBuffered);
    canvas->xAxis->grid()->setVisible(false);
    canvas->xAxis->setTicker(xTicker);
    canvas->yAxis->setTicker(yTicker);
    canvas->yAxis->setTickLabelPadding(6);
    canvas->axisRect()->setMinimumMargins(QMargins(8, 11, 20, 4));
    rest.setSingleShot(true);
    rest.setInterval(RestMs);
    connect(&rest, &QTimer::timeout, &q, [this] { request(false); });
    connect(&renderer, &Renderer::ready, &q,
            [this](const std::shared_ptr<const Frame>& next) { show(next); });
    connect(canvas, &QCustomPlot::afterLayout, &q, [this] { laidOut(); });
}

void LinePlot::Private::restyle() {
    const Colors& theme = colors(q.palette());
    const QFont font = smallFont(q.font());
    canvas->setPalette(q.palette());
    canvas->setFont(q.font());
    canvas->setBackground(QBrush(theme.panel));
    styleAxis(canvas->xAxis, theme, font);
    styleAxis(canvas->yAxis, theme, font);
    canvas->xAxis->setBasePen(QPen(theme.line, 1));
    layer->setDark(theme.dark);
}

void LinePlot::Private::applyOptions() {
    if (options.logX)
        xTicker->setMake(exponentTicks);
    else if (!options.xMetric.isEmpty())
        xTicker->setMake(numberTicks);
    else if (options.x == series::XKind::WallTime)
        xTicker->setMake(timeTicks);
    else if (options.x == series::XKind::RelativeTime)
        xTicker->setMake(durationTicks);
    else
        xTicker->setMake(stepTicks);
    yTicker->setMake(options.logY ? logTicks : numberTicks);
}

void LinePlot::Private::applyView() {
    canvas->yAxis->setScaleType(view.y.low > 0 && options.logY ? QCPAxis::stLogarithmic
                                                               : QCPAxis::stLinear);
    canvas->xAxis->setRange(view.x.low, view.x.high);
    canvas->yAxis->setRange(view.y.low, view.y.high);
    const bool hasLane = frame != nullptr && !frame->lane.isNull();
    canvas->xAxis->setTickLabelPadding(hasLane ? LaneHeight + 5 : 6);
    xTicker->setWanted(std::max(2, area().width() / PixelsPerTickX));
    yTicker->setWanted(std::max(2, area().height() / PixelsPerTickY));
    toLayOut = true;
    canvas->replot(QCustomPlot::rpQueuedReplot);
}

series::Mapping LinePlot::Private::mapping() const {
    return {{view.x.low, view.x.high, area().width()}, view.y, options.logY, area().height()};
}

FrameRequest LinePlot::Private::frameRequest(QSize size, double ratio) const {
    FrameRequest request;
    request.lines = lines;
    request.options = options;
    request.previous = frame != nullptr ? frame->prepared : nullptr;
    if (!view.fitX)
        request.x = view.x;
    if (!view.fitY)
        request.y = view.y;
    request.size = size;
    request.ratio = ratio;
    if (hoveredId != 0)
        request.hovered = hoveredId;
    request.dark = colors(q.palette()).dark;
    request.serial = serial;
    return request;
}

void LinePlot::Private::request(bool nowMoving) {
    moving = nowMoving;
    const double ratio = q.devicePixelRatioF();
    requested = (QSizeF(area().size()) * ratio).toSize();
    // Many lines move as a coarser picture, so that it is never old.
    const double share = nowMoving && coarse ? 0.5 : 1;
    FrameRequest next = frameRequest((QSizeF(requested) * share).toSize(), ratio * share);
    next.moving = nowMoving;
    renderer.request(std::move(next));
    if (nowMoving)
        rest.start();
    else
        rest.stop();
}

void LinePlot::Private::show(const std::shared_ptr<const Frame>& next) {
    frame = next;
    coarse = isCoarseWhileMoving(coarse, *next);
    layer->setFrame(next);
    lane->setFrame(next);
    if (next->serial == serial) {
        const series::Window& window = next->mapping.window;
        view.x = {window.x0, window.x1};
        view.y = next->mapping.y;
    }
    applyView();
    Q_EMIT q.rendered();
}

void LinePlot::Private::laidOut() {
    toLayOut = false;
    if (onPaper)
        return;
    // Labels of another width leave another place for the lines.
    const QSize size = (QSizeF(area().size()) * q.devicePixelRatioF()).toSize();
    if (size != requested && q.isVisible())
        request(moving);
}

void LinePlot::Private::setView(const View& next, bool nowMoving) {
    view = next;
    ++serial;
    applyView();
    request(nowMoving);
}

LinePlot::LinePlot(QWidget* parent) : LinePlot(*QThreadPool::globalInstance(), parent) {}

LinePlot::LinePlot(QThreadPool& pool, QWidget* parent)
    : QWidget(parent), d(std::make_unique<Private>(*this, pool)) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setObjectName(QStringLiteral("linePlot"));
    setAccessibleName(tr("Line chart"));
    d->canvas->setAccessibleName(tr("Drawing of the line chart"));
    d->restyle();
    d->applyOptions();
    d->applyView();
}

LinePlot::~LinePlot() {
    d->canvas->disconnect(this);
}

void LinePlot::setLines(std::vector<PlotLine> lines) {
    if (lines == d->lines)
        return;
    d->lines = std::move(lines);
    ++d->serial;
    d->request(false);
}

const std::vector<PlotLine>& LinePlot::lines() const {
    return d->lines;
}

void LinePlot::setOptions(const PlotOptions& options) {
    if (options == d->options)
        return;
    PlotOptions otherY = options;
    otherY.logY = d->options.logY;
    otherY.baseline = d->options.baseline;
    if (!otherY.sameAxes(d->options) || options.fixedX != d->options.fixedX)
        d->view.fitX = true;
    if (options.fixedY != d->options.fixedY ||
        options.withoutOutliers != d->options.withoutOutliers)
        d->view.fitY = true;
    if (!options.sameAxes(d->options)) {
        // A range of one axis means nothing on another.
        d->view.fitY = true;
        d->undo.clear();
        d->overlay->label.reset();
        d->overlay->cursor.reset();
    }
    d->options = options;
    ++d->serial;
    d->applyOptions();
    d->request(false);
}

const PlotOptions& LinePlot::options() const {
    return d->options;
}

series::Range LinePlot::xRange() const {
    return d->view.x;
}

series::Range LinePlot::yRange() const {
    return d->view.y;
}

void LinePlot::setXRange(const series::Range& range) {
    if (!series::valid(range) || (!d->view.fitX && range == d->view.x))
        return;
    Private::View next = d->view;
    next.x = range;
    next.fitX = false;
    next.fitY = true;
    d->setView(next, true);
}

QRect LinePlot::plotArea() const {
    return d->area();
}

QPointF LinePlot::pixelAt(double x, double y) const {
    const series::Mapping here = d->mapping();
    return QPointF(here.pixelX(x), here.pixelY(y)) + QPointF(d->area().topLeft());
}

bool LinePlot::isZoomed() const {
    return !d->view.fitX || !d->view.fitY;
}

void LinePlot::resetZoom() {
    if (!isZoomed())
        return;
    d->remember();
    Private::View next = d->view;
    next.fitX = next.fitY = true;
    d->setView(next, false);
}

void LinePlot::undoZoom() {
    if (d->undo.empty())
        return;
    const Private::View before = d->undo.back();
    d->undo.pop_back();
    const bool sameX = before.fitX == d->view.fitX && before.x == d->view.x;
    d->setView(before, false);
    if (sameX)
        return;
    if (before.fitX)
        Q_EMIT xRangeReset();
    else
        Q_EMIT xRangeChanged(before.x.low, before.x.high);
}

void LinePlot::setLinkedCursor(std::optional<double> x) {
    if (x)
        d->overlay->cursor = d->canvas->xAxis->coordToPixel(*x);
    else
        d->overlay->cursor.reset();
    d->overlay->label.reset();
    if (x && d->hoveredId != 0 && d->frame != nullptr) {
        const Prepared& prepared = *d->frame->prepared;
        for (std::size_t i = 0; i < prepared.targets.size(); ++i) {
            const auto& target = prepared.targets[i];
            if (target != nullptr && prepared.idOf(i) == d->hoveredId && target->size() > 0)
                d->describe(i, target->nearest(*x));
        }
    }
    d->overlay->update();
}

void LinePlot::setHovered(qint64 id) {
    if (id == d->hoveredId)
        return;
    d->hoveredId = id;
    d->request(d->moving);
}

qint64 LinePlot::hovered() const {
    return d->hoveredId;
}

PlotReceipt LinePlot::receipt() const {
    if (d->frame == nullptr)
        return {};
    const Prepared& prepared = *d->frame->prepared;
    return {prepared.counts,   d->frame->inView,
            d->frame->exact,   d->frame->outside,
            prepared.unplaced, static_cast<std::uint32_t>(prepared.bands.size())};
}

bool LinePlot::isSettled() const {
    return d->frame != nullptr && !d->renderer.busy() && !d->rest.isActive() && !d->toLayOut &&
           d->frame->serial == d->serial && d->frame->exact;
}

QSize LinePlot::sizeHint() const {
    return {480, 300};
}

QSize LinePlot::minimumSizeHint() const {
    return {160, 120};
}

void LinePlot::resizeEvent(QResizeEvent* event) {
    d->canvas->setGeometry(rect());
    QWidget::resizeEvent(event);
}

void LinePlot::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange) {
        d->restyle();
        d->applyView();
        d->request(false);
    }
    QWidget::changeEvent(event);
}

}  // namespace podium::views
