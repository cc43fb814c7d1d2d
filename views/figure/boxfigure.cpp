// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/figure/kinds.h"
#include "views/figure/rows.h"

#include "analysis/box.h"
#include "analysis/density.h"
#include "views/text/text.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace podium::views {

namespace {

constexpr double DotRadius = 2.6;
constexpr double Reach = 7;
constexpr std::size_t MostDots = 400;  // of a group; beyond, only outliers have one

/// How the values of each group lie: quartiles, whiskers and outliers, or their density.
class BoxFigure : public Figure {
    Q_DECLARE_TR_FUNCTIONS(podium::views::Figure)
public:
    BoxFigure(RunSetPointer set, const FigureOptions& wanted, const std::stop_token& stop)
        : Figure(std::move(set), wanted) {
        if (!options().y) {
            m_empty = tr("Choose a value in the chart's menu");
            return;
        }
        m_value = figureColumn(runs(), *options().y);
        m_groups = runGroups(runs(), options(), false);
        m_axis = roomyAxis(m_value, options().logY, 0.04);
        if (m_value.numeric())
            makeBoxes(stop);
        describe();
    }

    void paint(QPainter& painter, const Canvas& canvas) const override {
        const RowsWanted wanted = rowsWanted();
        const RowsLayout layout = layoutRows(canvas, wanted);
        paintRows(painter, canvas, wanted, layout);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setClipRect(layout.plane.area.adjusted(-6, 0, 6, 0));
        for (std::size_t i = layout.begin(); i < layout.end(); ++i) {
            if (options().violin)
                paintViolin(painter, canvas, layout, i);
            paintDots(painter, canvas, layout, i);
            paintBox(painter, canvas, layout, i);
        }
        painter.restore();
    }

    void paintHit(QPainter& painter, const Canvas& canvas, const FigureHit& hit) const override {
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setPen(QPen(canvas.colors().text, 1.5));
        if (hit.runs.size() == 1) {
            painter.setBrush(hit.color);
            painter.drawEllipse(hit.at, DotRadius + 2, DotRadius + 2);
            return;
        }
        const RowsLayout layout = layoutRows(canvas, rowsWanted());
        painter.setBrush(Qt::NoBrush);
        if (hit.part >= 0 && static_cast<std::size_t>(hit.part) < m_boxes.size())
            painter.drawRect(boxRect(layout, static_cast<std::size_t>(hit.part)));
    }

    [[nodiscard]] std::optional<FigureHit> hitAt(const Canvas& canvas,
                                                 const QPointF& position) const override {
        const RowsLayout layout = layoutRows(canvas, rowsWanted());
        const auto row = layout.rowAt(position);
        if (!row)
            return std::nullopt;
        double nearest = Reach;
        std::optional<std::uint32_t> found;
        for (const std::uint32_t run : m_boxes[*row].dots) {
            const QPointF away = dot(layout, *row, run) - position;
            if (std::hypot(away.x(), away.y()) < nearest) {
                nearest = std::hypot(away.x(), away.y());
                found = run;
            }
        }
        return found ? dotHit(canvas, layout, *row, *found) : boxHit(canvas, layout, *row);
    }

    [[nodiscard]] std::optional<FigureHit> hitOf(const Canvas& canvas,
                                                 std::uint32_t run) const override {
        const RowsLayout layout = layoutRows(canvas, rowsWanted());
        for (std::size_t i = layout.begin(); i < layout.end(); ++i) {
            const auto& members = groupOf(i).runs;
            if (std::ranges::find(members, run) != members.end() &&
                !std::isnan(m_axis.place(m_value.value(run))))
                return dotHit(canvas, layout, i, run);
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<FigureHit> neighbour(const Canvas& canvas,
                                                     const std::optional<FigureHit>& from,
                                                     int by) const override {
        const RowsLayout layout = layoutRows(canvas, rowsWanted());
        if (layout.end() <= layout.begin())
            return std::nullopt;
        const auto first = static_cast<int>(layout.begin());
        const auto last = static_cast<int>(layout.end()) - 1;
        const int at = from ? std::clamp(from->part + by, first, last) : by > 0 ? first : last;
        return boxHit(canvas, layout, static_cast<std::size_t>(at));
    }

    [[nodiscard]] std::optional<FigureView> scrolled(const Canvas& canvas,
                                                     double rows) const override {
        return scrolledRows(canvas, layoutRows(canvas, rowsWanted()), rows);
    }

    [[nodiscard]] QStringList heads() const override {
        QStringList heads{m_groups.plainHead.isEmpty() ? QStringLiteral("group")
                                                       : m_groups.plainHead};
        for (const auto& [name, number] : Numbers)
            heads << QLatin1String(name);
        return heads;
    }
    [[nodiscard]] int rowCount() const override { return static_cast<int>(m_boxes.size()); }
    [[nodiscard]] QVariant cell(int row, int column) const override {
        const auto i = static_cast<std::size_t>(row);
        if (column == 0)
            return groupOf(i).title;
        const double number = Numbers[static_cast<std::size_t>(column) - 1].second(m_boxes[i].box);
        return std::isnan(number) ? QVariant() : QVariant(number);
    }

private:
    using Number = double (*)(const analysis::Box&);
    static constexpr std::array<std::pair<const char*, Number>, 12> Numbers = {{
        {"n", [](const analysis::Box& b) { return static_cast<double>(b.n); }},
        {"missing",
         [](const analysis::Box& b) { return static_cast<double>(b.missing + b.infinite); }},
        {"min", [](const analysis::Box& b) { return b.min; }},
        {"lower_whisker", [](const analysis::Box& b) { return b.lowerWhisker; }},
        {"q1", [](const analysis::Box& b) { return b.lowerQuartile; }},
        {"median", [](const analysis::Box& b) { return b.median; }},
        {"q3", [](const analysis::Box& b) { return b.upperQuartile; }},
        {"upper_whisker", [](const analysis::Box& b) { return b.upperWhisker; }},
        {"max", [](const analysis::Box& b) { return b.max; }},
        {"mean", [](const analysis::Box& b) { return b.mean; }},
        {"std", [](const analysis::Box& b) { return b.deviation; }},
        {"outliers", [](const analysis::Box& b) { return static_cast<double>(b.outliers.size()); }},
    }};

    struct GroupBox {
        std::size_t group = 0;
        analysis::Box box;
        analysis::Density density;
        std::vector<std::uint32_t> dots;  // runs
    };

    [[nodiscard]] const RunGroup& groupOf(std::size_t box) const {
        return m_groups.groups[m_boxes[box].group];
    }

    void makeBoxes(const std::stop_token& stop) {
        for (std::size_t i = 0; i < m_groups.groups.size() && !stop.stop_requested(); ++i) {
            const std::vector<std::uint32_t>& members = m_groups.groups[i].runs;
            std::vector<double> values;
            for (const std::uint32_t run : members) {
                const double value = m_value.value(run);
                // What has no place on the axis is no part of the picture.
                values.push_back(std::isnan(m_axis.place(value)) ? std::nan("") : value);
            }
            GroupBox box{i, analysis::boxOf(values), {}, {}};
            if (box.box.n == 0)
                continue;
            m_shown += box.box.n;
            if (options().violin)
                box.density = analysis::densityOf(
                    values, {128, 1, m_axis.kind() == analysis::AxisKind::Log, std::nullopt}, stop);
            findDots(box, members, values);
            m_boxes.push_back(std::move(box));
        }
        if (!options().byValue)
            return;
        const bool higher = betterOf(runs(), m_value.key) == query::Direction::Higher;
        std::ranges::stable_sort(m_boxes, [higher](const GroupBox& a, const GroupBox& b) {
            return higher ? a.box.median > b.box.median : a.box.median < b.box.median;
        });
    }

    void findDots(GroupBox& box, const std::vector<std::uint32_t>& members,
                  const std::vector<double>& values) const {
        if (!options().points || box.box.n > MostDots) {
            for (const std::uint32_t at : box.box.outliers)
                box.dots.push_back(members[at]);
            return;
        }
        for (std::size_t at = 0; at < members.size(); ++at) {
            if (!std::isnan(values[at]))
                box.dots.push_back(members[at]);
        }
    }

    void describe() {
        const std::size_t all = runs().size();
        if (all == 0)
            m_empty = figurewords::noRuns();
        else if (!m_value.numeric())
            m_empty = tr("%1 holds no numbers").arg(m_value.title);
        else if (m_boxes.empty())
            m_empty =
                tr("None of the %1 has %2").arg(runCount(static_cast<qint64>(all)), m_value.title);
        m_receipt << shownWords(m_shown, all);
        addLacks(m_receipt, m_value, &m_axis);
        if (m_boxes.size() > 1)
            m_receipt << tr("%1 groups").arg(count(static_cast<qint64>(m_boxes.size())));
        if (!m_boxes.empty())
            m_receipt << (options().violin ? tr("density by Gaussian kernels (Silverman)")
                                           : tr("whiskers to 1.5 IQR"));
        m_description =
            tr("Spread of %1 by %2")
                .arg(m_value.title, m_groups.title.isEmpty() ? tr("all runs") : m_groups.title);
    }

    [[nodiscard]] RowsWanted rowsWanted() const {
        RowsWanted wanted;
        wanted.column = &m_value;
        wanted.axis = m_axis;
        wanted.mostHeight = 90;
        wanted.leastHeight = options().violin ? 34 : 26;
        for (std::size_t i = 0; i < m_boxes.size(); ++i)
            wanted.titles << groupOf(i).title;
        return wanted;
    }

    [[nodiscard]] double x(const RowsLayout& layout, double value) const {
        return layout.x(m_axis.place(value));
    }

    [[nodiscard]] QRectF boxRect(const RowsLayout& layout, std::size_t i) const {
        const QRectF row = layout.row(i);
        const analysis::Box& box = m_boxes[i].box;
        const double half = row.height() * (options().violin ? 0.06 : 0.28);
        return QRectF(QPointF(x(layout, box.lowerQuartile), row.center().y() - half),
                      QPointF(x(layout, box.upperQuartile), row.center().y() + half));
    }

    void paintBox(QPainter& painter, const Canvas& canvas, const RowsLayout& layout,
                  std::size_t i) const {
        const analysis::Box& box = m_boxes[i].box;
        const QRectF rect = boxRect(layout, i);
        const double y = rect.center().y();
        const QColor color = groupOf(i).color(canvas);
        QColor fill = color;
        fill.setAlphaF(0.22F);
        const QPen pen(options().violin ? canvas.colors().text : color, 1.6 * canvas.line);
        painter.setPen(pen);
        painter.drawLine(QPointF(x(layout, box.lowerWhisker), y), QPointF(rect.left(), y));
        painter.drawLine(QPointF(rect.right(), y), QPointF(x(layout, box.upperWhisker), y));
        if (!options().violin) {
            const double cap = rect.height() * 0.3;
            for (const double end : {box.lowerWhisker, box.upperWhisker})
                painter.drawLine(QPointF(x(layout, end), y - cap),
                                 QPointF(x(layout, end), y + cap));
        }
        painter.setBrush(options().violin ? canvas.colors().text : fill);
        painter.drawRect(rect);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(options().violin ? canvas.colors().panel : canvas.colors().text,
                            2.6 * canvas.line, Qt::SolidLine, Qt::FlatCap));
        const double median = x(layout, box.median);
        painter.drawLine(QPointF(median, rect.top()), QPointF(median, rect.bottom()));
    }

    void paintViolin(QPainter& painter, const Canvas& canvas, const RowsLayout& layout,
                     std::size_t i) const {
        const analysis::Density& density = m_boxes[i].density;
        if (density.places.size() < 2)
            return;
        const QRectF row = layout.row(i);
        const double most = *std::ranges::max_element(density.heights);
        const double half = row.height() * 0.42;
        QPolygonF outline;
        for (std::size_t at = 0; at < density.places.size(); ++at)
            outline << QPointF(x(layout, density.places[at]),
                               row.center().y() - half * density.heights[at] / most);
        for (std::size_t at = density.places.size(); at-- > 0;)
            outline << QPointF(x(layout, density.places[at]),
                               row.center().y() + half * density.heights[at] / most);
        const QColor color = groupOf(i).color(canvas);
        QColor fill = color;
        fill.setAlphaF(0.35F);
        painter.setPen(QPen(color, 1.2 * canvas.line));
        painter.setBrush(fill);
        painter.drawPolygon(outline);
        painter.setBrush(Qt::NoBrush);
    }

    /// Dots are strewn across the row, each always at the same place.
    [[nodiscard]] QPointF dot(const RowsLayout& layout, std::size_t i, std::uint32_t run) const {
        const QRectF row = layout.row(i);
        const double golden = 0.6180339887498949;
        const double share = std::fmod(static_cast<double>(run + 1) * golden, 1.0) - 0.5;
        return {x(layout, m_value.value(run)), row.center().y() + share * row.height() * 0.44};
    }

    void paintDots(QPainter& painter, const Canvas& canvas, const RowsLayout& layout,
                   std::size_t i) const {
        const QColor color = groupOf(i).color(canvas);
        for (const std::uint32_t run : m_boxes[i].dots) {
            QColor fill = color;
            const bool selected = canvas.isSelected(run);
            fill.setAlphaF(selected ? 1 : m_boxes[i].dots.size() > 60 ? 0.3F : 0.7F);
            painter.setBrush(fill);
            painter.setPen(selected ? QPen(canvas.colors().text, 1.5) : QPen(Qt::NoPen));
            painter.drawEllipse(dot(layout, i, run), DotRadius, DotRadius);
        }
        painter.setBrush(Qt::NoBrush);
    }

    [[nodiscard]] FigureHit dotHit(const Canvas& canvas, const RowsLayout& layout, std::size_t i,
                                   std::uint32_t run) const {
        FigureHit hit{static_cast<int>(i), {run}, dot(layout, i, run), groupOf(i).color(canvas),
                      runs().name(run),    {}};
        hit.lines << QStringLiteral("%1: %2").arg(m_value.title, m_value.text(run));
        if (!m_groups.title.isEmpty())
            hit.lines << QStringLiteral("%1: %2").arg(m_groups.title, groupOf(i).title);
        return hit;
    }

    [[nodiscard]] FigureHit boxHit(const Canvas& canvas, const RowsLayout& layout,
                                   std::size_t i) const {
        const analysis::Box& box = m_boxes[i].box;
        const QRectF rect = boxRect(layout, i);
        FigureHit hit{static_cast<int>(i),      groupOf(i).runs,  QPointF(rect.right(), rect.top()),
                      groupOf(i).color(canvas), groupOf(i).title, {}};
        const auto text = [this](double value) { return m_value.textOf(value); };
        hit.lines << tr("%1 with a value").arg(runCount(static_cast<qint64>(box.n)))
                  << tr("median %1, quartiles %2 and %3")
                         .arg(text(box.median), text(box.lowerQuartile), text(box.upperQuartile))
                  << tr("whiskers %1 to %2").arg(text(box.lowerWhisker), text(box.upperWhisker))
                  << tr("mean %1 ± %2").arg(text(box.mean), text(box.deviation));
        if (!box.outliers.empty())
            hit.lines << tr("%1 beyond the whiskers")
                             .arg(count(static_cast<qint64>(box.outliers.size())));
        return hit;
    }

    FigureColumn m_value;
    RunGroups m_groups;
    analysis::Axis m_axis;
    std::vector<GroupBox> m_boxes;
    std::size_t m_shown = 0;
};

}  // namespace

FigurePointer makeBoxes(RunSetPointer runs, const FigureOptions& options, std::stop_token stop) {
    return std::make_shared<const BoxFigure>(std::move(runs), options, stop);
}

}  // namespace podium::views
