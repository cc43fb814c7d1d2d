// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/figure/colorkey.h"
#include "views/figure/heatcells.h"
#include "views/figure/kinds.h"
#include "views/figure/plane.h"

#include "views/text/text.h"
#include "views/theme/colorscale.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace podium::views {

namespace {

constexpr std::size_t SurfaceSide = 96;
constexpr std::size_t ManyRuns = 300;
constexpr double DotRadius = 2.5;
constexpr double Reach = 8;

/// A number over two columns, as coloured cells or as a surface with lines of equal value.
class HeatFigure : public Figure {
    Q_DECLARE_TR_FUNCTIONS(podium::views::Figure)
public:
    HeatFigure(RunSetPointer set, const FigureOptions& wanted, const std::stop_token& stop)
        : Figure(std::move(set), wanted) {
        if (!options().x || !options().y || !options().color) {
            m_empty = tr("Choose a column for each axis and a value in the chart's menu");
            return;
        }
        m_value = figureColumn(runs(), *options().color);
        m_x = cellAxis(runs(), *options().x, options().logX, options().contour);
        m_y = cellAxis(runs(), *options().y, options().logY, options().contour);
        if (m_value.numeric()) {
            m_grid = analysis::cellGrid(m_x.cells, m_x.size(), m_y.cells, m_y.size(),
                                        m_value.values.numbers);
            if (options().contour)
                makeSurface(stop);
        }
        makeScale();
        describe();
    }

    void paint(QPainter& painter, const Canvas& canvas) const override {
        const Plane plane = layout(canvas);
        paintPlane(painter, canvas, plane, false);
        if (options().contour)
            paintSurface(painter, canvas, plane);
        else
            paintCells(painter, canvas, plane);
        if (options().points || options().contour)
            paintDots(painter, canvas, plane);
        paintScaleKey(painter, canvas, key(), plane.area);
    }

    void paintHit(QPainter& painter, const Canvas& canvas, const FigureHit& hit) const override {
        const Plane plane = layout(canvas);
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setPen(QPen(canvas.colors().text, 1.8));
        painter.setBrush(Qt::NoBrush);
        if (hit.part >= 0 && !options().contour)
            painter.drawRect(cellRect(plane, static_cast<std::size_t>(hit.part)));
        else
            painter.drawEllipse(hit.at, DotRadius + 3, DotRadius + 3);
    }

    [[nodiscard]] std::optional<FigureHit> hitAt(const Canvas& canvas,
                                                 const QPointF& position) const override {
        const Plane plane = layout(canvas);
        if (!plane.area.contains(position))
            return std::nullopt;
        if (!options().contour) {
            const auto cell = cellAt(plane.place(position));
            return cell ? cellHit(canvas, plane, *cell) : std::nullopt;
        }
        double nearest = Reach;
        std::optional<std::uint32_t> found;
        for (std::uint32_t run = 0; run < runs().size(); ++run) {
            const auto at = dot(plane, run);
            if (!at)
                continue;
            const QPointF away = *at - position;
            if (std::hypot(away.x(), away.y()) < nearest) {
                nearest = std::hypot(away.x(), away.y());
                found = run;
            }
        }
        return found ? hitOf(canvas, *found) : std::nullopt;
    }

    [[nodiscard]] std::optional<FigureHit> hitOf(const Canvas& canvas,
                                                 std::uint32_t run) const override {
        const Plane plane = layout(canvas);
        const auto at = dot(plane, run);
        if (!at)
            return std::nullopt;
        FigureHit hit{-1, {run}, *at, color(m_value.value(run), canvas), runs().name(run), {}};
        for (const FigureColumn* column : {&m_x.column, &m_y.column, &m_value})
            hit.lines << QStringLiteral("%1: %2").arg(column->title, column->text(run));
        return hit;
    }

    [[nodiscard]] std::optional<FigureHit> neighbour(const Canvas& canvas,
                                                     const std::optional<FigureHit>& from,
                                                     int by) const override {
        if (options().contour || m_grid.cells.empty())
            return std::nullopt;
        const int last = static_cast<int>(m_grid.cells.size()) - 1;
        const int start = from ? from->part : by > 0 ? -1 : last + 1;
        for (int at = start + by; at >= 0 && at <= last; at += by) {
            if (auto hit = cellHit(canvas, layout(canvas), static_cast<std::size_t>(at)))
                return hit;
        }
        return from;
    }

    [[nodiscard]] QStringList heads() const override {
        const QString name = plainHead(m_value.key);
        return {plainHead(m_x.column.key), plainHead(m_y.column.key),
                QStringLiteral("runs"),    QStringLiteral("mean(%1)").arg(name),
                QStringLiteral("min"),     QStringLiteral("max")};
    }
    [[nodiscard]] int rowCount() const override { return static_cast<int>(m_filled.size()); }
    [[nodiscard]] QVariant cell(int row, int column) const override {
        const std::size_t at = m_filled[static_cast<std::size_t>(row)];
        const analysis::Cell& what = m_grid.cells[at];
        switch (column) {
            case 0:
                return m_x.names[static_cast<qsizetype>(at % m_grid.columns)];
            case 1:
                return m_y.names[static_cast<qsizetype>(at / m_grid.columns)];
            case 2:
                return static_cast<double>(what.count);
            case 3:
                return what.mean;
            case 4:
                return what.min;
            default:
                return what.max;
        }
    }

private:
    [[nodiscard]] double valueOf(const analysis::Cell& cell) const {
        if (cell.count == 0)
            return std::nan("");
        switch (options().cell) {
            case CellValue::Mean:
                return cell.mean;
            case CellValue::Min:
                return cell.min;
            case CellValue::Max:
                return cell.max;
            case CellValue::Count:
                return static_cast<double>(cell.count);
        }
        return {};
    }

    void makeSurface(const std::stop_token& stop) {
        std::vector<double> xs;
        std::vector<double> ys;
        std::vector<double> zs = m_value.values.numbers;
        for (std::uint32_t run = 0; run < runs().size(); ++run) {
            xs.push_back(placeOf(m_x, run));
            ys.push_back(placeOf(m_y, run));
        }
        m_averaged = runs().size() > ManyRuns;
        if (m_averaged)
            averageSquares(xs, ys, zs);
        analysis::SurfaceOptions wanted;
        wanted.columns = SurfaceSide;
        wanted.rows = SurfaceSide;
        wanted.reach = 0.3;
        m_surface = analysis::surfaceOf(xs, ys, zs, wanted, stop);
        m_lines = analysis::isoLines(m_surface,
                                     analysis::niceLevels(m_surface.low, m_surface.high, 9), stop);
    }

    void makeScale() {
        std::vector<double> values;
        if (options().contour) {
            values = {m_surface.low, m_surface.high};
        } else {
            for (const analysis::Cell& cell : m_grid.cells)
                values.push_back(valueOf(cell));
        }
        m_scale = analysis::Axis::ofNumbers(
            values, options().logColor ? analysis::AxisKind::Log : analysis::AxisKind::Linear);
        for (std::size_t at = 0; at < m_grid.cells.size(); ++at) {
            m_shown += m_grid.cells[at].count;
            if (m_grid.cells[at].count > 0)
                m_filled.push_back(at);
        }
    }

    void describe() {
        const std::size_t all = runs().size();
        if (all == 0)
            m_empty = figurewords::noRuns();
        else if (!m_value.numeric())
            m_empty = tr("%1 holds no numbers").arg(m_value.title);
        else if (m_shown == 0)
            m_empty = tr("None of the %1 has all of %2, %3 and %4")
                          .arg(runCount(static_cast<qint64>(all)), m_x.column.title,
                               m_y.column.title, m_value.title);
        else if (options().contour && std::isnan(m_surface.low))
            m_empty = tr("Contours need three runs or more whose places lie not on one line");
        m_receipt << shownWords(m_shown, all);
        addLacks(m_receipt, m_x.column);
        addLacks(m_receipt, m_y.column);
        addLacks(m_receipt, m_value);
        if (!m_filled.empty() && !options().contour)
            m_receipt << tr("%1 of %2 cells hold runs")
                             .arg(count(static_cast<qint64>(m_filled.size())),
                                  count(static_cast<qint64>(m_grid.cells.size())));
        if (options().contour)
            m_receipt
                << (m_averaged
                        ? tr("straight between means of small squares, blank where none is near")
                        : tr("straight between runs, blank where none is near"));
        m_description =
            tr("%1 over %2 and %3").arg(valueTitle(), m_x.column.title, m_y.column.title);
    }

    [[nodiscard]] QString valueTitle() const {
        if (options().contour)
            return m_value.title;
        switch (options().cell) {
            case CellValue::Mean:
                return tr("mean %1").arg(m_value.title);
            case CellValue::Min:
                return tr("least %1").arg(m_value.title);
            case CellValue::Max:
                return tr("greatest %1").arg(m_value.title);
            case CellValue::Count:
                return tr("runs");
        }
        return {};
    }

    [[nodiscard]] ScaleKey key() const {
        const bool runsCounted = options().cell == CellValue::Count && !options().contour;
        return {runsCounted ? nullptr : &m_value, m_scale, valueTitle(), false};
    }
    [[nodiscard]] QColor color(double value, const Canvas& canvas) const {
        return scaleColor(m_scale.place(value), canvas.scheme);
    }

    [[nodiscard]] Plane layout(const Canvas& canvas) const {
        Plane plane = layoutPlane(
            canvas,
            {&m_x.column, m_x.axis, &m_y.column, m_y.axis, {}, {}, scaleKeyWidth(canvas, key())});
        const QFontMetricsF metrics(canvas.font);
        const double rows = std::max(1.0, plane.area.height() / metrics.height());
        if (m_y.named) {
            plane.yMarks = namesOf(m_y, static_cast<std::size_t>(rows));
            double width = 0;
            for (const AxisMark& mark : plane.yMarks)
                width = std::max(width, metrics.horizontalAdvance(mark.label));
            plane.area.setLeft(16 + std::min(width, canvas.size.width() * 0.34));
        }
        if (m_x.named)
            plane.xMarks =
                namesOf(m_x, static_cast<std::size_t>(std::max(1.0, plane.area.width() / 40)));
        plane.grid = false;
        plane.xCategories = m_x.named;
        plane.yCategories = m_y.named;
        return plane;
    }

    [[nodiscard]] static QVector<AxisMark> namesOf(const CellAxis& axis, std::size_t room) {
        QVector<AxisMark> marks;
        const std::size_t each = std::max<std::size_t>(1, (axis.size() + room - 1) / room);
        for (std::size_t i = 0; i < axis.size(); i += each)
            marks.append(
                {(axis.edges[i] + axis.edges[i + 1]) / 2, axis.names[static_cast<qsizetype>(i)]});
        return marks;
    }

    [[nodiscard]] QRectF cellRect(const Plane& plane, std::size_t at) const {
        const std::size_t column = at % m_grid.columns;
        const std::size_t row = at / m_grid.columns;
        return QRectF(plane.pixel(m_x.edges[column], m_y.edges[row + 1]),
                      plane.pixel(m_x.edges[column + 1], m_y.edges[row]))
            .normalized();
    }

    [[nodiscard]] std::optional<std::size_t> cellAt(const QPointF& place) const {
        const auto find = [](const std::vector<double>& edges, double at) {
            const auto next = std::ranges::upper_bound(edges, at);
            return static_cast<std::size_t>(next - edges.begin());
        };
        const std::size_t column = find(m_x.edges, place.x());
        const std::size_t row = find(m_y.edges, place.y());
        if (column == 0 || row == 0 || column > m_grid.columns || row > m_grid.rows)
            return std::nullopt;
        return (row - 1) * m_grid.columns + column - 1;
    }

    void paintCells(QPainter& painter, const Canvas& canvas, const Plane& plane) const {
        const QFontMetricsF metrics(canvas.font);
        painter.setFont(canvas.font);
        painter.setRenderHint(QPainter::Antialiasing, false);
        for (const std::size_t at : m_filled) {
            const double value = valueOf(m_grid.cells[at]);
            const QRectF rect = cellRect(plane, at).adjusted(0.5, 0.5, -0.5, -0.5);
            const QColor fill = color(value, canvas);
            painter.fillRect(rect, fill);
            const QString text = options().cell == CellValue::Count
                                     ? count(static_cast<qint64>(value))
                                     : m_value.textOf(value);
            if (metrics.horizontalAdvance(text) + 6 > rect.width() ||
                metrics.height() > rect.height())
                continue;
            const QColor dark = views::colors(Scheme::Light).text;
            const QColor light = views::colors(Scheme::Dark).text;
            painter.setPen(contrast(fill, dark) > contrast(fill, light) ? dark : light);
            drawLabel(painter, rect, Qt::AlignCenter, text);
        }
    }

    void paintSurface(QPainter& painter, const Canvas& canvas, const Plane& plane) const {
        QImage image(static_cast<int>(m_surface.columns), static_cast<int>(m_surface.rows),
                     QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        for (std::size_t row = 0; row < m_surface.rows; ++row) {
            for (std::size_t column = 0; column < m_surface.columns; ++column) {
                const double value = m_surface.at(column, row);
                if (!std::isnan(value))
                    image.setPixelColor(static_cast<int>(column),
                                        static_cast<int>(m_surface.rows - 1 - row),
                                        color(value, canvas));
            }
        }
        painter.save();
        painter.setRenderHint(QPainter::SmoothPixmapTransform, true);
        painter.drawImage(plane.area, image);
        painter.setRenderHint(QPainter::Antialiasing, true);
        QColor ink = canvas.colors().panel;
        ink.setAlphaF(0.75F);
        painter.setPen(QPen(ink, 1.1 * canvas.line));
        painter.setBrush(Qt::NoBrush);
        for (const analysis::IsoLine& line : m_lines) {
            QPolygonF points;
            for (const analysis::PlanePoint& point : line.points)
                points << plane.pixel(point.x, point.y);
            if (line.closed && !points.isEmpty())
                points << points.front();
            painter.drawPolyline(points);
        }
        painter.restore();
    }

    [[nodiscard]] std::optional<QPointF> dot(const Plane& plane, std::uint32_t run) const {
        const double x = placeOf(m_x, run);
        const double y = placeOf(m_y, run);
        if (std::isnan(x) || std::isnan(y) || !std::isfinite(m_value.value(run)))
            return std::nullopt;
        return plane.pixel(x, y);
    }

    void paintDots(QPainter& painter, const Canvas& canvas, const Plane& plane) const {
        // Dots of runs in one cell of a grid search would lie on its number.
        if (!options().contour && (m_x.named || m_y.named))
            return;
        painter.setRenderHint(QPainter::Antialiasing, true);
        for (std::uint32_t run = 0; run < runs().size(); ++run) {
            const auto at = dot(plane, run);
            if (!at)
                continue;
            const bool selected = canvas.isSelected(run);
            const bool many = runs().size() > ManyRuns && !selected;
            QColor ink = canvas.colors().text;
            ink.setAlphaF(many ? 0.45F : 1);
            painter.setPen(many ? QPen(Qt::NoPen) : QPen(canvas.colors().panel, canvas.line));
            painter.setBrush(selected ? canvas.colors().accent : ink);
            const double radius = selected ? DotRadius + 1.5 : many ? 1.2 : DotRadius;
            painter.drawEllipse(*at, radius, radius);
        }
        painter.setBrush(Qt::NoBrush);
    }

    [[nodiscard]] std::optional<FigureHit> cellHit(const Canvas& canvas, const Plane& plane,
                                                   std::size_t at) const {
        const analysis::Cell& what = m_grid.cells[at];
        if (what.count + what.without == 0)
            return std::nullopt;
        const std::size_t column = at % m_grid.columns;
        const std::size_t row = at / m_grid.columns;
        FigureHit hit{static_cast<int>(at),
                      {},
                      cellRect(plane, at).center(),
                      color(valueOf(what), canvas),
                      runCount(static_cast<qint64>(what.count + what.without)),
                      {}};
        for (std::uint32_t run = 0; run < runs().size(); ++run) {
            if (m_x.cells[run] == column && m_y.cells[run] == row)
                hit.runs.push_back(run);
        }
        hit.lines << QStringLiteral("%1: %2").arg(m_x.column.title,
                                                  m_x.names[static_cast<qsizetype>(column)])
                  << QStringLiteral("%1: %2").arg(m_y.column.title,
                                                  m_y.names[static_cast<qsizetype>(row)]);
        if (what.count > 0)
            hit.lines << tr("%1: mean %2, from %3 to %4")
                             .arg(m_value.title, m_value.textOf(what.mean),
                                  m_value.textOf(what.min), m_value.textOf(what.max));
        if (what.without > 0)
            hit.lines
                << tr("%1 without %2").arg(count(static_cast<qint64>(what.without)), m_value.title);
        return hit;
    }

    FigureColumn m_value;
    CellAxis m_x;
    CellAxis m_y;
    analysis::CellGrid m_grid;
    analysis::Surface m_surface;
    bool m_averaged = false;
    std::vector<analysis::IsoLine> m_lines;
    analysis::Axis m_scale;
    std::vector<std::size_t> m_filled;  // cells that hold runs with a value
    std::size_t m_shown = 0;
};

}  // namespace

FigurePointer makeHeatMap(RunSetPointer runs, const FigureOptions& options, std::stop_token stop) {
    return std::make_shared<const HeatFigure>(std::move(runs), options, stop);
}

}  // namespace podium::views
