// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/figure/colorkey.h"
#include "views/figure/kinds.h"
#include "views/figure/plane.h"

#include "analysis/pareto.h"
#include "views/text/text.h"
#include "views/theme/fonts.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace podium::views {

namespace {

constexpr double Radius = 4;
constexpr double LeastRadius = 2.5;
constexpr double GreatestRadius = 11;
constexpr double Reach = 12;  // of the pointer
constexpr std::size_t ManyPoints = 400;

/// A point for each run.
class ScatterFigure : public Figure {
    Q_DECLARE_TR_FUNCTIONS(podium::views::Figure)
public:
    ScatterFigure(RunSetPointer set, const FigureOptions& wanted, const std::stop_token& stop)
        : Figure(std::move(set), wanted), m_colors(runs(), options()) {
        if (!options().x || !options().y) {
            m_empty = tr("Choose a column for each axis in the chart's menu");
            return;
        }
        m_x = figureColumn(runs(), *options().x);
        m_y = figureColumn(runs(), *options().y);
        if (options().size)
            m_size = figureColumn(runs(), *options().size);
        m_xAxis = roomyAxis(m_x, options().logX);
        m_yAxis = roomyAxis(m_y, options().logY);
        for (std::size_t run = 0; run < runs().size(); ++run) {
            if (!std::isnan(m_xAxis.place(m_x.value(run))) &&
                !std::isnan(m_yAxis.place(m_y.value(run))))
                m_points.push_back(static_cast<std::uint32_t>(run));
        }
        findRadii();
        if (options().pareto && m_x.numeric() && m_y.numeric())
            findFront(stop);
        describe();
    }

    void paint(QPainter& painter, const Canvas& canvas) const override {
        const Plane plane = layout(canvas);
        paintPlane(painter, canvas, plane);
        m_colors.paint(painter, canvas, plane.area);
        painter.save();
        painter.setClipRect(plane.area.adjusted(-6, -6, 6, 6));
        painter.setRenderHint(QPainter::Antialiasing, true);
        paintFront(painter, canvas, plane);
        const bool many = m_points.size() > ManyPoints;
        for (const std::uint32_t run : m_points) {
            if (!canvas.isSelected(run))
                paintPoint(painter, canvas, plane, run, many ? 0.55F : 0.85F);
        }
        for (const std::uint32_t run : m_points) {
            if (canvas.isSelected(run))
                paintPoint(painter, canvas, plane, run, 1);
        }
        painter.restore();
        paintFrontNames(painter, canvas, plane);
    }

    void paintHit(QPainter& painter, const Canvas& canvas, const FigureHit& hit) const override {
        if (hit.runs.empty())
            return;
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setPen(QPen(canvas.colors().text, 1.5));
        painter.setBrush(hit.color);
        const double radius = radiusOf(hit.runs.front()) + 1.5;
        painter.drawEllipse(hit.at, radius, radius);
    }

    [[nodiscard]] std::optional<FigureHit> hitAt(const Canvas& canvas,
                                                 const QPointF& position) const override {
        const Plane plane = layout(canvas);
        double nearest = Reach;
        std::optional<std::uint32_t> found;
        for (const std::uint32_t run : m_points) {
            const QPointF away = pixel(plane, canvas, run) - position;
            const double distance = std::hypot(away.x(), away.y()) - radiusOf(run) + Radius;
            if (distance <= nearest) {
                nearest = distance;
                found = run;
            }
        }
        return found ? std::optional(hitFor(canvas, plane, *found)) : std::nullopt;
    }

    [[nodiscard]] std::optional<FigureHit> hitOf(const Canvas& canvas,
                                                 std::uint32_t run) const override {
        if (!std::ranges::binary_search(m_points, run))
            return std::nullopt;
        return hitFor(canvas, layout(canvas), run);
    }

    /// From left to right.
    [[nodiscard]] std::optional<FigureHit> neighbour(const Canvas& canvas,
                                                     const std::optional<FigureHit>& from,
                                                     int by) const override {
        if (m_points.empty())
            return std::nullopt;
        std::vector<std::uint32_t> order = m_points;
        std::ranges::stable_sort(order, {}, [&](std::uint32_t run) { return m_x.value(run); });
        std::ptrdiff_t at = by > 0 ? 0 : static_cast<std::ptrdiff_t>(order.size()) - 1;
        if (from && !from->runs.empty()) {
            const auto found = std::ranges::find(order, from->runs.front());
            at = std::clamp<std::ptrdiff_t>(found - order.begin() + by, 0,
                                            static_cast<std::ptrdiff_t>(order.size()) - 1);
        }
        return hitFor(canvas, layout(canvas), order[static_cast<std::size_t>(at)]);
    }

    [[nodiscard]] std::vector<std::uint32_t> runsIn(const Canvas& canvas,
                                                    const QRectF& box) const override {
        const Plane plane = layout(canvas);
        std::vector<std::uint32_t> inside;
        for (const std::uint32_t run : m_points) {
            if (box.contains(pixel(plane, canvas, run)))
                inside.push_back(run);
        }
        return inside;
    }

    [[nodiscard]] bool choosesByBox() const override { return true; }

    [[nodiscard]] std::optional<FigureView> zoomed(const Canvas& canvas, const QPointF& position,
                                                   double factor, bool alongX,
                                                   bool alongY) const override {
        return zoomedView(canvas, axes(canvas), layout(canvas), position, factor, alongX, alongY);
    }
    [[nodiscard]] std::optional<FigureView> panned(const Canvas& canvas,
                                                   const QPointF& by) const override {
        return pannedView(canvas, axes(canvas), layout(canvas), by);
    }

    [[nodiscard]] QStringList heads() const override {
        QStringList heads{QStringLiteral("run_id"), QStringLiteral("run_name")};
        for (const FigureColumn* column : columns())
            heads << plainHead(column->key);
        if (options().pareto)
            heads << QStringLiteral("pareto_front");
        return heads;
    }
    [[nodiscard]] int rowCount() const override { return static_cast<int>(m_points.size()); }
    [[nodiscard]] QVariant cell(int row, int column) const override {
        const std::uint32_t run = m_points[static_cast<std::size_t>(row)];
        if (column < 2)
            return column == 0 ? runs().runId(run) : runs().name(run);
        const QVector<const FigureColumn*> shown = columns();
        const int at = column - 2;
        if (at < shown.size())
            return shown[at]->plain(run);
        return onFront(run);
    }

private:
    [[nodiscard]] QVector<const FigureColumn*> columns() const {
        QVector<const FigureColumn*> columns{&m_x};
        const auto add = [&](const FigureColumn& column) {
            if (std::ranges::find(columns, column.key, &FigureColumn::key) == columns.end())
                columns.append(&column);
        };
        add(m_y);
        if (m_colors.column())
            add(*m_colors.column());
        if (m_size)
            add(*m_size);
        return columns;
    }

    void findRadii() {
        if (!m_size)
            return;
        const analysis::Axis axis = analysis::Axis::of(m_size->values);
        m_radii.assign(runs().size(), static_cast<float>(LeastRadius));
        for (const std::uint32_t run : m_points) {
            const double share = axis.place(m_size->value(run));
            // Areas tell sizes, not radii.
            if (!std::isnan(share))
                m_radii[run] = static_cast<float>(
                    std::sqrt(LeastRadius * LeastRadius + share * (GreatestRadius * GreatestRadius -
                                                                   LeastRadius * LeastRadius)));
        }
    }

    void findFront(const std::stop_token& stop) {
        const auto better = [&](const FigureColumn& column, query::Direction set) {
            return betterOf(runs(), column.key, set) == query::Direction::Higher
                       ? analysis::Better::Higher
                       : analysis::Better::Lower;
        };
        m_betterX = better(m_x, options().betterX);
        m_betterY = better(m_y, options().betterY);
        std::vector<double> xs;
        std::vector<double> ys;
        for (const std::uint32_t run : m_points) {
            xs.push_back(m_x.value(run));
            ys.push_back(m_y.value(run));
        }
        const std::array objectives = {analysis::Objective{xs, m_betterX},
                                       analysis::Objective{ys, m_betterY}};
        for (const std::uint32_t at : analysis::paretoFront(objectives, stop).points)
            m_front.push_back(m_points[at]);
    }

    [[nodiscard]] bool onFront(std::uint32_t run) const {
        return std::ranges::find(m_front, run) != m_front.end();
    }

    void describe() {
        const std::size_t all = runs().size();
        if (all == 0) {
            m_empty = figurewords::noRuns();
            return;
        }
        m_receipt << shownWords(m_points.size(), all);
        addLacks(m_receipt, m_x, &m_xAxis);
        addLacks(m_receipt, m_y, &m_yAxis);
        m_colors.addLacks(m_receipt);
        if (m_size && m_size->absent > 0)
            m_receipt << tr("%1 drawn small: no %2")
                             .arg(count(static_cast<qint64>(m_size->absent)), m_size->title);
        if (!m_front.empty())
            m_receipt << tr("%1 on the Pareto front (%2 %3, %4 %5)")
                             .arg(runCount(static_cast<qint64>(m_front.size())), m_x.title,
                                  directionWord(m_betterX), m_y.title, directionWord(m_betterY));
        if (m_points.empty())
            m_empty = tr("None of the %1 has both %2 and %3")
                          .arg(runCount(static_cast<qint64>(all)), m_x.title, m_y.title);
        m_description = tr("Scatter plot of %1 over %2").arg(m_y.title, m_x.title);
        if (m_front.empty())
            return;
        QStringList names;
        for (const std::uint32_t run : m_front)
            names << runs().name(run);
        m_description +=
            QLatin1String("; ") +
            tr("on the Pareto front: %1").arg(names.mid(0, 20).join(QStringLiteral(", ")));
    }

    [[nodiscard]] static QString directionWord(analysis::Better better) {
        return better == analysis::Better::Lower ? QStringLiteral("↓") : QStringLiteral("↑");
    }

    [[nodiscard]] PlaneAxes axes(const Canvas& canvas) const {
        PlaneAxes axes{&m_x,
                       zoomedAxis(m_xAxis, canvas.view.x),
                       &m_y,
                       zoomedAxis(m_yAxis, canvas.view.y),
                       {},
                       {},
                       m_colors.width(canvas)};
        if (options().pareto && !m_front.empty()) {
            axes.xTitle = m_x.title + QLatin1Char(' ') + directionWord(m_betterX);
            axes.yTitle = m_y.title + QLatin1Char(' ') + directionWord(m_betterY);
        }
        return axes;
    }
    [[nodiscard]] Plane layout(const Canvas& canvas) const {
        return layoutPlane(canvas, axes(canvas));
    }
    [[nodiscard]] QPointF pixel(const Plane& plane, const Canvas& canvas, std::uint32_t run) const {
        const auto place = [](const analysis::Axis& whole, double value,
                              const std::optional<series::Range>& part) {
            return part ? zoomedAxis(whole, part).place(value) : whole.place(value);
        };
        return plane.pixel(place(m_xAxis, m_x.value(run), canvas.view.x),
                           place(m_yAxis, m_y.value(run), canvas.view.y));
    }
    [[nodiscard]] double radiusOf(std::uint32_t run) const {
        return m_radii.empty() ? Radius : static_cast<double>(m_radii[run]);
    }

    void paintPoint(QPainter& painter, const Canvas& canvas, const Plane& plane, std::uint32_t run,
                    float opacity) const {
        const QPointF at = pixel(plane, canvas, run);
        const double radius = radiusOf(run);
        QColor color = m_colors.color(run, canvas);
        if (canvas.isSelected(run)) {
            painter.setPen(QPen(canvas.colors().text, 1.5 * canvas.line));
            painter.setBrush(color);
            painter.drawEllipse(at, radius + 1, radius + 1);
            return;
        }
        if (m_colors.lacking(run)) {
            painter.setPen(QPen(color, canvas.line));
            painter.setBrush(Qt::NoBrush);
        } else {
            color.setAlphaF(opacity);
            painter.setPen(Qt::NoPen);
            painter.setBrush(color);
        }
        painter.drawEllipse(at, radius, radius);
    }

    /// A stair between the runs of the front: no run has been seen beyond it.
    void paintFront(QPainter& painter, const Canvas& canvas, const Plane& plane) const {
        if (m_front.empty())
            return;
        QPolygonF stair;
        for (const std::uint32_t run : m_front) {
            const QPointF at = pixel(plane, canvas, run);
            // Going on, x gets worse before y gets better.
            if (!stair.isEmpty())
                stair << QPointF(at.x(), stair.back().y());
            stair << at;
        }
        painter.setPen(QPen(canvas.colors().dim, 1.5 * canvas.line, Qt::SolidLine, Qt::FlatCap,
                            Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(stair);
        for (const std::uint32_t run : m_front) {
            const double radius = radiusOf(run) + 3;
            painter.drawEllipse(pixel(plane, canvas, run), radius, radius);
        }
    }

    /// Names beside the points of the front, as long as they do not cover each other.
    void paintFrontNames(QPainter& painter, const Canvas& canvas, const Plane& plane) const {
        const QFontMetricsF metrics(canvas.font);
        std::vector<QRectF> taken;
        painter.setFont(canvas.font);
        QColor back = canvas.colors().panel;
        back.setAlphaF(0.75F);
        for (const std::uint32_t run : m_front) {
            const QPointF at = pixel(plane, canvas, run);
            if (!plane.area.contains(at))
                continue;
            const QString name = fitted(metrics, runs().name(run), 130);
            const QSizeF size(metrics.horizontalAdvance(name), metrics.height());
            const double away = radiusOf(run) + 6;
            for (const QPointF& corner : {QPointF(away, -size.height() - 1), QPointF(away, 1),
                                          QPointF(-away - size.width(), 1),
                                          QPointF(-away - size.width(), -size.height())}) {
                const QRectF rect(at + corner, size);
                const bool free = plane.area.adjusted(-2, -2, 2, 2).contains(rect) &&
                                  std::ranges::none_of(taken, [&](const QRectF& other) {
                                      return other.intersects(rect);
                                  });
                if (!free)
                    continue;
                taken.push_back(rect);
                painter.setPen(Qt::NoPen);
                painter.setBrush(back);
                painter.drawRoundedRect(rect.adjusted(-2, 1, 2, -1), 2, 2);
                painter.setPen(canvas.colors().text);
                drawLabel(painter, rect, Qt::AlignLeft, name);
                break;
            }
        }
    }

    [[nodiscard]] FigureHit hitFor(const Canvas& canvas, const Plane& plane,
                                   std::uint32_t run) const {
        FigureHit hit{static_cast<int>(run),     {run},
                      pixel(plane, canvas, run), m_colors.color(run, canvas),
                      runs().name(run),          {}};
        for (const FigureColumn* column : columns())
            hit.lines << QStringLiteral("%1: %2").arg(column->title, column->text(run));
        if (onFront(run))
            hit.lines << tr("on the Pareto front");
        return hit;
    }

    FigureColumn m_x;
    FigureColumn m_y;
    std::optional<FigureColumn> m_size;
    ColorKey m_colors;
    analysis::Axis m_xAxis;
    analysis::Axis m_yAxis;
    analysis::Better m_betterX = analysis::Better::Lower;
    analysis::Better m_betterY = analysis::Better::Lower;
    std::vector<std::uint32_t> m_points;  // runs that have a place, ascending
    std::vector<float> m_radii;           // by run; empty: all the same
    std::vector<std::uint32_t> m_front;
};

}  // namespace

namespace figurewords {

QString noRuns() {
    return QCoreApplication::translate("podium::views::Figure", "No runs to show");
}

}  // namespace figurewords

FigurePointer makeScatter(RunSetPointer runs, const FigureOptions& options, std::stop_token stop) {
    return std::make_shared<const ScatterFigure>(std::move(runs), options, stop);
}

}  // namespace podium::views
