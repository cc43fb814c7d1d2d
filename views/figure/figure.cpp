// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/figure/figure.h"

#include "views/figure/kinds.h"

namespace podium::views {

Figure::Figure(std::shared_ptr<const RunSet> runs, FigureOptions options)
    : m_runs(std::move(runs)), m_options(std::move(options)) {}

Figure::~Figure() = default;

void Figure::paintHit(QPainter&, const Canvas&, const FigureHit&) const {}

std::optional<FigureHit> Figure::hitAt(const Canvas&, const QPointF&) const {
    return std::nullopt;
}

std::optional<FigureHit> Figure::hitOf(const Canvas&, std::uint32_t) const {
    return std::nullopt;
}

std::optional<FigureHit> Figure::neighbour(const Canvas&, const std::optional<FigureHit>&,
                                           int) const {
    return std::nullopt;
}

std::vector<std::uint32_t> Figure::runsIn(const Canvas&, const QRectF&) const {
    return {};
}

std::optional<FigureGrip> Figure::gripAt(const Canvas&, const QPointF&) const {
    return std::nullopt;
}

FigureOptions Figure::dragged(const Canvas&, const FigureGrip&, const QPointF&, const QPointF&,
                              bool) const {
    return m_options;
}

std::optional<FigureView> Figure::zoomed(const Canvas&, const QPointF&, double, bool, bool) const {
    return std::nullopt;
}

std::optional<FigureView> Figure::panned(const Canvas&, const QPointF&) const {
    return std::nullopt;
}

std::optional<FigureView> Figure::scrolled(const Canvas&, double) const {
    return std::nullopt;
}

std::shared_ptr<const Figure> makeFigure(std::shared_ptr<const RunSet> runs,
                                         const FigureOptions& options, std::stop_token stop,
                                         const std::shared_ptr<const Figure>& previous) {
    std::shared_ptr<const Figure> figure;
    switch (options.kind) {
        case FigureKind::Scatter:
            figure = makeScatter(std::move(runs), options, stop);
            break;
        case FigureKind::Parallel:
            figure = makeParallel(std::move(runs), options, previous);
            break;
        case FigureKind::Bar:
            figure = makeBars(std::move(runs), options);
            break;
        case FigureKind::Box:
            figure = makeBoxes(std::move(runs), options, stop);
            break;
        case FigureKind::Histogram:
            figure = makeHistogram(std::move(runs), options);
            break;
        case FigureKind::Importance:
            figure = makeImportance(std::move(runs), options, stop);
            break;
        case FigureKind::HeatMap:
            figure = makeHeatMap(std::move(runs), options, stop);
            break;
    }
    return stop.stop_requested() ? nullptr : figure;
}

}  // namespace podium::views
