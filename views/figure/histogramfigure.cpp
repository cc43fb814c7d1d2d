// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/figure/kinds.h"
#include "views/figure/rows.h"

#include "analysis/contour.h"
#include "analysis/histogram.h"
#include "views/text/text.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace podium::views {

namespace {

constexpr std::size_t MostGroups = 12;

/// How many runs have a value in each bin; groups stand on each other.
class HistogramFigure : public Figure {
    Q_DECLARE_TR_FUNCTIONS(podium::views::Figure)
public:
    HistogramFigure(RunSetPointer set, const FigureOptions& wanted)
        : Figure(std::move(set), wanted) {
        if (!options().x) {
            m_empty = tr("Choose a value in the chart's menu");
            return;
        }
        m_value = figureColumn(runs(), *options().x);
        m_groups = runGroups(runs(), options(), false);
        foldGroups();
        m_yTitle = tr("Runs");
        m_value.numeric() ? binNumbers() : binCategories();
        describe();
    }

    void paint(QPainter& painter, const Canvas& canvas) const override {
        const Plane plane = layout(canvas);
        paintPlane(painter, canvas, plane, false);
        painter.setRenderHint(QPainter::Antialiasing, false);
        for (std::size_t bin = 0; bin < m_bins.size(); ++bin) {
            double below = 0;
            for (std::size_t group = 0; group < m_groups.groups.size(); ++group) {
                const auto n = static_cast<double>(m_bins[bin].counts[group]);
                if (n == 0)
                    continue;
                painter.setPen(Qt::NoPen);
                painter.setBrush(m_groups.groups[group].color(canvas));
                painter.drawRect(barRect(plane, bin, below, below + n));
                below += n;
            }
            const bool selected = std::ranges::any_of(
                m_bins[bin].runs, [&](std::uint32_t run) { return canvas.isSelected(run); });
            if (selected)
                outline(painter, canvas, barRect(plane, bin, 0, below));
        }
        paintKey(painter, canvas, plane);
    }

    void paintHit(QPainter& painter, const Canvas& canvas, const FigureHit& hit) const override {
        if (hit.part < 0 || static_cast<std::size_t>(hit.part) >= m_bins.size())
            return;
        const auto bin = static_cast<std::size_t>(hit.part);
        outline(painter, canvas,
                barRect(layout(canvas), bin, 0, static_cast<double>(m_bins[bin].runs.size())));
    }

    [[nodiscard]] std::optional<FigureHit> hitAt(const Canvas& canvas,
                                                 const QPointF& position) const override {
        const Plane plane = layout(canvas);
        if (!plane.area.contains(position))
            return std::nullopt;
        for (std::size_t bin = 0; bin < m_bins.size(); ++bin) {
            const QRectF bar = barRect(plane, bin, 0, static_cast<double>(m_most));
            if (position.x() >= bar.left() && position.x() < bar.right())
                return hitFor(canvas, plane, bin);
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<FigureHit> hitOf(const Canvas& canvas,
                                                 std::uint32_t run) const override {
        for (std::size_t bin = 0; bin < m_bins.size(); ++bin) {
            if (std::ranges::find(m_bins[bin].runs, run) == m_bins[bin].runs.end())
                continue;
            FigureHit hit = hitFor(canvas, layout(canvas), bin);
            hit.title.clear();
            return hit;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<FigureHit> neighbour(const Canvas& canvas,
                                                     const std::optional<FigureHit>& from,
                                                     int by) const override {
        if (m_bins.empty())
            return std::nullopt;
        const int last = static_cast<int>(m_bins.size()) - 1;
        const int at = from ? std::clamp(from->part + by, 0, last) : by > 0 ? 0 : last;
        return hitFor(canvas, layout(canvas), static_cast<std::size_t>(at));
    }

    [[nodiscard]] QStringList heads() const override {
        const QString name = plainHead(m_value.key);
        QStringList heads = m_value.numeric() ? QStringList{name + QLatin1String("_from"),
                                                            name + QLatin1String("_to")}
                                              : QStringList{name};
        heads << QStringLiteral("runs");
        if (m_groups.groups.size() > 1) {
            for (const RunGroup& group : m_groups.groups)
                heads << group.title;
        }
        return heads;
    }
    [[nodiscard]] int rowCount() const override { return static_cast<int>(m_bins.size()); }
    [[nodiscard]] QVariant cell(int row, int column) const override {
        const Bin& bin = m_bins[static_cast<std::size_t>(row)];
        if (!m_value.numeric() && column == 0)
            return m_value.textOf(static_cast<double>(row + 1));
        const int at = column - (m_value.numeric() ? 2 : 1);
        if (at < 0)
            return column == 0 ? bin.from : bin.to;
        if (at == 0)
            return static_cast<double>(bin.runs.size());
        return static_cast<double>(bin.counts[static_cast<std::size_t>(at) - 1]);
    }

private:
    struct Bin {
        double from = 0;
        double to = 0;
        std::vector<std::uint32_t> runs;
        std::vector<std::size_t> counts;  // of the groups
    };

    /// What has no colour of its own becomes one group at the end.
    void foldGroups() {
        if (m_groups.groups.size() <= MostGroups)
            return;
        RunGroup others{tr("others"), {}, -1};
        for (std::size_t i = MostGroups - 1; i < m_groups.groups.size(); ++i)
            others.runs.insert(others.runs.end(), m_groups.groups[i].runs.begin(),
                               m_groups.groups[i].runs.end());
        m_groups.groups.resize(MostGroups - 1);
        m_groups.groups.push_back(std::move(others));
    }

    void fill(std::vector<std::uint32_t> cells) {
        for (Bin& bin : m_bins)
            bin.counts.assign(m_groups.groups.size(), 0);
        for (std::size_t group = 0; group < m_groups.groups.size(); ++group) {
            for (const std::uint32_t run : m_groups.groups[group].runs) {
                const std::uint32_t cell = cells[run];
                if (cell == analysis::NoCell || cell >= m_bins.size())
                    continue;
                ++m_bins[cell].counts[group];
                m_bins[cell].runs.push_back(run);
                ++m_shown;
            }
        }
        for (const Bin& bin : m_bins)
            m_most = std::max(m_most, bin.runs.size());
    }

    void binNumbers() {
        analysis::HistogramOptions wanted;
        wanted.bins = static_cast<std::size_t>(std::max(0, options().bins));
        wanted.logarithmic = options().logX;
        wanted.mostBins = std::max<std::size_t>(wanted.mostBins, wanted.bins);
        const analysis::Bins bins = analysis::binsOf(m_value.values.numbers, wanted);
        for (std::size_t i = 0; i + 1 < bins.edges.size(); ++i)
            m_bins.push_back({bins.edges[i], bins.edges[i + 1], {}, {}});
        if (!m_bins.empty()) {
            const std::array ends = {m_bins.front().from, m_bins.back().to};
            const bool time = m_value.values.type == analysis::ColumnType::Time;
            m_axis = analysis::Axis::ofNumbers(ends, bins.logarithmic ? analysis::AxisKind::Log
                                                     : time           ? analysis::AxisKind::Time
                                                                      : analysis::AxisKind::Linear);
            fill(analysis::cellsOf(m_value.values.numbers, bins.edges));
        }
        for (const double value : m_value.values.numbers)
            m_notPositive += options().logX && std::isfinite(value) && value <= 0 ? 1 : 0;
    }

    void binCategories() {
        const std::size_t all = m_value.values.categories.size();
        m_bins.resize(all);
        m_axis = analysis::Axis::ofCategories(all);
        std::vector<std::uint32_t> cells;
        for (const analysis::Category code : m_value.values.codes)
            cells.push_back(code == analysis::NoCategory ? analysis::NoCell : code - 1);
        fill(std::move(cells));
    }

    void describe() {
        const std::size_t all = runs().size();
        if (all == 0)
            m_empty = figurewords::noRuns();
        else if (m_shown == 0)
            m_empty =
                tr("None of the %1 has %2").arg(runCount(static_cast<qint64>(all)), m_value.title);
        m_receipt << shownWords(m_shown, all);
        addLacks(m_receipt, m_value);
        if (m_notPositive > 0)
            m_receipt << tr("%1 not above zero, not on a logarithmic axis")
                             .arg(count(static_cast<qint64>(m_notPositive)));
        if (!m_bins.empty())
            m_receipt << tr("%1 bins").arg(count(static_cast<qint64>(m_bins.size())));
        m_description = tr("Histogram of %1").arg(m_value.title);
    }

    [[nodiscard]] double keyWidth(const Canvas& canvas) const {
        if (m_groups.groups.size() < 2)
            return 0;
        const QFontMetricsF metrics(canvas.font);
        double width = 0;
        for (const RunGroup& group : m_groups.groups)
            width = std::max(width, metrics.horizontalAdvance(group.title));
        return std::min({width, 120.0, canvas.size.width() / 3}) + 28;
    }

    void paintKey(QPainter& painter, const Canvas& canvas, const Plane& plane) const {
        if (m_groups.groups.size() < 2)
            return;
        const QFontMetricsF metrics(canvas.font);
        const double line = metrics.height() + 3;
        const double left = plane.area.right() + 14;
        double y = plane.area.top();
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setFont(canvas.font);
        for (const RunGroup& group : m_groups.groups) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(group.color(canvas));
            painter.drawRect(QRectF(left, y + (line - 8) / 2, 8, 8));
            painter.setBrush(Qt::NoBrush);
            painter.setPen(canvas.colors().dim);
            const double room = canvas.size.width() - left - 16;
            drawLabel(painter, QRectF(left + 13, y, room, line), Qt::AlignLeft | Qt::AlignVCenter,
                      fitted(metrics, group.title, room));
            y += line;
        }
    }

    [[nodiscard]] Plane layout(const Canvas& canvas) const {
        const double most = std::max(1.0, static_cast<double>(m_most)) * 1.05;
        const std::array ends = {0.0, most};
        return layoutPlane(canvas, {&m_value,
                                    m_axis,
                                    nullptr,
                                    analysis::Axis::ofNumbers(ends),
                                    {},
                                    m_yTitle,
                                    keyWidth(canvas)});
    }

    [[nodiscard]] QRectF barRect(const Plane& plane, std::size_t bin, double from,
                                 double to) const {
        const double most = std::max(1.0, static_cast<double>(m_most)) * 1.05;
        double left = m_axis.place(m_bins[bin].from);
        double right = m_axis.place(m_bins[bin].to);
        double gap = 1;
        if (m_axis.categorical()) {
            const auto all = static_cast<double>(std::max<std::size_t>(1, m_bins.size()));
            left = (static_cast<double>(bin) + 0.12) / all;
            right = (static_cast<double>(bin) + 0.88) / all;
            gap = 0;
        }
        const QPointF top = plane.pixel(left, to / most);
        const QPointF bottom = plane.pixel(right, from / most);
        return QRectF(top, bottom).adjusted(gap / 2, 0, -gap / 2, 0);
    }

    static void outline(QPainter& painter, const Canvas& canvas, const QRectF& bar) {
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setPen(QPen(canvas.colors().text, 1.5 * canvas.line));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(bar);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }

    [[nodiscard]] FigureHit hitFor(const Canvas& canvas, const Plane& plane,
                                   std::size_t bin) const {
        const Bin& what = m_bins[bin];
        const QRectF bar = barRect(plane, bin, 0, static_cast<double>(what.runs.size()));
        const QString title =
            m_axis.categorical()
                ? m_value.textOf(static_cast<double>(bin + 1))
                : tr("%1 to %2").arg(m_value.textOf(what.from), m_value.textOf(what.to));
        FigureHit hit{
            static_cast<int>(bin),
            what.runs,
            QPointF(bar.center().x(), bar.top()),
            m_groups.groups.size() == 1 ? m_groups.groups.front().color(canvas) : QColor(),
            title,
            {runCount(static_cast<qint64>(what.runs.size()))}};
        if (m_groups.groups.size() < 2)
            return hit;
        for (std::size_t group = 0; group < m_groups.groups.size(); ++group) {
            if (what.counts[group] > 0)
                hit.lines << QStringLiteral("%1: %2").arg(
                    m_groups.groups[group].title, count(static_cast<qint64>(what.counts[group])));
        }
        return hit;
    }

    FigureColumn m_value;
    RunGroups m_groups;
    std::vector<Bin> m_bins;
    analysis::Axis m_axis;
    QString m_yTitle;
    std::size_t m_most = 0;
    std::size_t m_shown = 0;
    std::size_t m_notPositive = 0;
};

}  // namespace

FigurePointer makeHistogram(RunSetPointer runs, const FigureOptions& options) {
    return std::make_shared<const HistogramFigure>(std::move(runs), options);
}

}  // namespace podium::views
