// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/figure/kinds.h"
#include "views/figure/rows.h"

#include "query/grouping.h"
#include "series/statistics.h"
#include "views/text/text.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace podium::views {

namespace {

/// A bar for each run, or for the mean of each group.
class BarFigure : public Figure {
    Q_DECLARE_TR_FUNCTIONS(podium::views::Figure)
public:
    BarFigure(RunSetPointer set, const FigureOptions& wanted) : Figure(std::move(set), wanted) {
        if (!options().y) {
            m_empty = tr("Choose a value in the chart's menu");
            return;
        }
        m_value = figureColumn(runs(), *options().y);
        m_groups = runGroups(runs(), options(), true);
        if (m_value.numeric())
            makeBars();
        makeAxis();
        describe();
    }

    void paint(QPainter& painter, const Canvas& canvas) const override {
        const RowsWanted wanted = rowsWanted(canvas);
        const RowsLayout layout = layoutRows(canvas, wanted);
        paintRows(painter, canvas, wanted, layout);
        painter.save();
        painter.setClipRect(
            QRectF(0, layout.plane.area.top(), canvas.size.width(), layout.plane.area.height()));
        for (std::size_t i = layout.begin(); i < layout.end(); ++i)
            paintBar(painter, canvas, layout, i);
        painter.restore();
    }

    void paintHit(QPainter& painter, const Canvas& canvas, const FigureHit& hit) const override {
        const RowsLayout layout = layoutRows(canvas, rowsWanted(canvas));
        if (hit.part < 0 || static_cast<std::size_t>(hit.part) >= m_bars.size())
            return;
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(canvas.colors().text, 1.5));
        painter.drawRect(barRect(layout, static_cast<std::size_t>(hit.part)));
    }

    [[nodiscard]] std::optional<FigureHit> hitAt(const Canvas& canvas,
                                                 const QPointF& position) const override {
        const RowsLayout layout = layoutRows(canvas, rowsWanted(canvas));
        const auto row = layout.rowAt(position);
        return row ? std::optional(hitFor(canvas, layout, *row)) : std::nullopt;
    }

    [[nodiscard]] std::optional<FigureHit> hitOf(const Canvas& canvas,
                                                 std::uint32_t run) const override {
        const RowsLayout layout = layoutRows(canvas, rowsWanted(canvas));
        for (std::size_t i = layout.begin(); i < layout.end(); ++i) {
            const std::vector<std::uint32_t>& members = groupOf(i).runs;
            if (std::ranges::find(members, run) == members.end())
                continue;
            FigureHit hit = hitFor(canvas, layout, i);
            hit.title.clear();
            return hit;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<FigureHit> neighbour(const Canvas& canvas,
                                                     const std::optional<FigureHit>& from,
                                                     int by) const override {
        const RowsLayout layout = layoutRows(canvas, rowsWanted(canvas));
        if (m_bars.empty() || layout.end() <= layout.begin())
            return std::nullopt;
        const auto first = static_cast<int>(layout.begin());
        const auto last = static_cast<int>(layout.end()) - 1;
        const int at = from ? std::clamp(from->part + by, first, last) : by > 0 ? first : last;
        return hitFor(canvas, layout, static_cast<std::size_t>(at));
    }

    [[nodiscard]] std::optional<FigureView> scrolled(const Canvas& canvas,
                                                     double rows) const override {
        return scrolledRows(canvas, layoutRows(canvas, rowsWanted(canvas)), rows);
    }

    [[nodiscard]] QStringList heads() const override {
        if (m_groups.single)
            return {QStringLiteral("run_id"), QStringLiteral("run_name"), plainHead(m_value.key)};
        const QString name = plainHead(m_value.key);
        return {m_groups.plainHead.isEmpty() ? QStringLiteral("group") : m_groups.plainHead,
                QStringLiteral("runs"),
                QStringLiteral("values"),
                QStringLiteral("mean(%1)").arg(name),
                QStringLiteral("std"),
                QStringLiteral("stderr"),
                QStringLiteral("min"),
                QStringLiteral("max")};
    }
    [[nodiscard]] int rowCount() const override { return static_cast<int>(m_bars.size()); }
    [[nodiscard]] QVariant cell(int row, int column) const override {
        const auto i = static_cast<std::size_t>(row);
        const RunGroup& group = groupOf(i);
        if (m_groups.single) {
            const std::uint32_t run = group.runs.front();
            return column == 0   ? QVariant(runs().runId(run))
                   : column == 1 ? QVariant(runs().name(run))
                                 : m_value.plain(run);
        }
        const query::Summary& sum = m_bars[i].summary;
        const auto number = [](double value) {
            return std::isnan(value) ? QVariant() : QVariant(value);
        };
        switch (column) {
            case 0:
                return group.title;
            case 1:
                return static_cast<double>(group.runs.size());
            case 2:
                return static_cast<double>(sum.values);
            case 3:
                return number(sum.mean);
            case 4:
                return number(sum.deviation);
            case 5:
                return number(sum.error);
            case 6:
                return number(sum.min);
            default:
                return number(sum.max);
        }
    }

private:
    struct Bar {
        std::size_t group = 0;
        query::Summary summary;
        double whisker = 0;  // half its length; 0: none
    };

    [[nodiscard]] const RunGroup& groupOf(std::size_t bar) const {
        return m_groups.groups[m_bars[bar].group];
    }

    void makeBars() {
        const query::Column* column = runs().frame->column(m_value.key);
        for (std::size_t i = 0; i < m_groups.groups.size(); ++i) {
            std::vector<std::uint32_t> rows;
            for (const std::uint32_t run : m_groups.groups[i].runs) {
                if (std::isfinite(m_value.value(run)))
                    rows.push_back(runs().rows[run]);
            }
            if (rows.empty() || column == nullptr)
                continue;
            Bar bar{i, query::summarize(*column, rows), 0};
            bar.whisker = whiskerOf(bar.summary);
            m_shown += rows.size();
            m_bars.push_back(bar);
        }
        if (!options().byValue)
            return;
        const bool higher = betterOf(runs(), m_value.key) == query::Direction::Higher;
        std::ranges::stable_sort(m_bars, [higher](const Bar& a, const Bar& b) {
            return higher ? a.summary.mean > b.summary.mean : a.summary.mean < b.summary.mean;
        });
    }

    [[nodiscard]] double whiskerOf(const query::Summary& sum) const {
        if (sum.values < 2 || m_groups.single)
            return 0;
        switch (options().whisker) {
            case Whisker::None:
                return 0;
            case Whisker::Deviation:
                return sum.deviation;
            case Whisker::Error:
                return sum.error;
            case Whisker::Confidence95:
                return sum.error *
                       series::studentTwoSided(0.95, static_cast<double>(sum.values) - 1);
        }
        return 0;
    }

    /// From zero, that lengths mean something; a logarithmic one begins below the least.
    void makeAxis() {
        series::MinMax extent;
        const bool log = options().logY;
        for (const Bar& bar : m_bars) {
            for (const double value : {bar.summary.mean - bar.whisker, bar.summary.mean,
                                       bar.summary.mean + bar.whisker}) {
                if (!log || value > 0)
                    extent.include(value);
            }
            m_notPositive += log && bar.summary.mean <= 0 ? 1 : 0;
        }
        const bool time = m_value.values.type == analysis::ColumnType::Time;
        if (!log && !time && !extent.empty())
            extent.include(0);
        series::Range range = series::fit(extent, 0.05, log && !extent.empty());
        if (!log && !extent.empty() && !time && extent.min >= 0)
            range.low = 0;
        const std::array ends = {range.low, range.high};
        m_axis = analysis::Axis::ofNumbers(ends, log    ? analysis::AxisKind::Log
                                                 : time ? analysis::AxisKind::Time
                                                        : analysis::AxisKind::Linear);
    }

    void describe() {
        const std::size_t all = runs().size();
        if (all == 0)
            m_empty = figurewords::noRuns();
        else if (!m_value.numeric())
            m_empty = tr("%1 holds no numbers").arg(m_value.title);
        else if (m_bars.empty())
            m_empty =
                tr("None of the %1 has %2").arg(runCount(static_cast<qint64>(all)), m_value.title);
        m_receipt << shownWords(m_shown, all);
        addLacks(m_receipt, m_value);
        if (m_notPositive > 0)
            m_receipt << tr("%1 not above zero, not on a logarithmic axis")
                             .arg(count(static_cast<qint64>(m_notPositive)));
        if (!m_groups.single && !m_bars.empty())
            m_receipt << tr("%1 groups: mean%2")
                             .arg(count(static_cast<qint64>(m_bars.size())), whiskerWords());
        m_description = tr("Bars of %1").arg(m_value.title);
    }

    [[nodiscard]] QString whiskerWords() const {
        switch (options().whisker) {
            case Whisker::None:
                return {};
            case Whisker::Deviation:
                return tr(" ± standard deviation");
            case Whisker::Error:
                return tr(" ± standard error");
            case Whisker::Confidence95:
                return tr(" with its 95 % confidence");
        }
        return {};
    }

    [[nodiscard]] QString valueText(const Bar& bar) const {
        const QString mean = m_value.textOf(bar.summary.mean);
        return bar.whisker > 0 ? tr("%1 ± %2").arg(mean, m_value.textOf(bar.whisker)) : mean;
    }

    [[nodiscard]] RowsWanted rowsWanted(const Canvas& canvas) const {
        RowsWanted wanted;
        wanted.column = &m_value;
        wanted.axis = m_axis;
        const QFontMetricsF metrics(canvas.font);
        const std::size_t every = std::max<std::size_t>(1, m_bars.size() / 100);
        for (std::size_t i = 0; i < m_bars.size(); i += every)
            wanted.right =
                std::max(wanted.right, metrics.horizontalAdvance(valueText(m_bars[i])) + 16);
        for (std::size_t i = 0; i < m_bars.size(); ++i)
            wanted.titles << groupOf(i).title;
        return wanted;
    }

    [[nodiscard]] double base(const RowsLayout& layout) const {
        const double zero = m_axis.kind() == analysis::AxisKind::Linear ? m_axis.place(0) : 0;
        return layout.x(std::clamp(zero, 0.0, 1.0));
    }

    [[nodiscard]] QRectF barRect(const RowsLayout& layout, std::size_t i) const {
        const QRectF row = layout.row(i);
        const double place = m_axis.place(m_bars[i].summary.mean);
        const double end = std::isnan(place) ? base(layout) : layout.x(place);
        const double inset = std::max(2.0, row.height() * 0.16);
        return QRectF(QPointF(base(layout), row.top() + inset), QPointF(end, row.bottom() - inset))
            .normalized();
    }

    void paintBar(QPainter& painter, const Canvas& canvas, const RowsLayout& layout,
                  std::size_t i) const {
        const Bar& bar = m_bars[i];
        const QRectF rect = barRect(layout, i);
        const bool selected = std::ranges::any_of(
            groupOf(i).runs, [&](std::uint32_t run) { return canvas.isSelected(run); });
        QColor color = groupOf(i).color(canvas);
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setPen(selected ? QPen(canvas.colors().text, 1.5 * canvas.line) : Qt::NoPen);
        painter.setBrush(color);
        painter.drawRect(rect);
        painter.setBrush(Qt::NoBrush);
        if (bar.whisker > 0) {
            const double y = rect.center().y();
            const double half = std::min(5.0, rect.height() / 3);
            double low = m_axis.place(bar.summary.mean - bar.whisker);
            double high = m_axis.place(bar.summary.mean + bar.whisker);
            low = std::isnan(low) ? 0 : low;
            painter.setPen(QPen(canvas.colors().text, 1.3 * canvas.line));
            painter.drawLine(QPointF(layout.x(low), y), QPointF(layout.x(high), y));
            painter.drawLine(QPointF(layout.x(low), y - half), QPointF(layout.x(low), y + half));
            painter.drawLine(QPointF(layout.x(high), y - half), QPointF(layout.x(high), y + half));
        }
        paintValue(painter, canvas, layout, i);
    }

    /// All values stand below each other at the right: neither bars nor whiskers run into them.
    void paintValue(QPainter& painter, const Canvas& canvas, const RowsLayout& layout,
                    std::size_t i) const {
        const QRectF row = layout.row(i);
        painter.setPen(canvas.colors().dim);
        painter.setFont(canvas.font);
        drawLabel(painter,
                  QRectF(layout.plane.area.right() + 6, row.top(),
                         canvas.size.width() - layout.plane.area.right() - 16, row.height()),
                  Qt::AlignRight | Qt::AlignVCenter, valueText(m_bars[i]));
    }

    [[nodiscard]] FigureHit hitFor(const Canvas& canvas, const RowsLayout& layout,
                                   std::size_t i) const {
        const Bar& bar = m_bars[i];
        const RunGroup& group = groupOf(i);
        const QRectF rect = barRect(layout, i);
        FigureHit hit{static_cast<int>(i), group.runs,  QPointF(rect.right(), rect.center().y()),
                      group.color(canvas), group.title, {}};
        hit.lines << QStringLiteral("%1: %2").arg(m_value.title, valueText(bar));
        if (m_groups.single)
            return hit;
        hit.lines << tr("%1 of %2 with a value")
                         .arg(count(static_cast<qint64>(bar.summary.values)),
                              runCount(static_cast<qint64>(group.runs.size())))
                  << tr("from %1 to %2, median %3")
                         .arg(m_value.textOf(bar.summary.min), m_value.textOf(bar.summary.max),
                              m_value.textOf(bar.summary.median));
        return hit;
    }

    FigureColumn m_value;
    RunGroups m_groups;
    std::vector<Bar> m_bars;
    analysis::Axis m_axis;
    std::size_t m_shown = 0;
    std::size_t m_notPositive = 0;
};

}  // namespace

FigurePointer makeBars(RunSetPointer runs, const FigureOptions& options) {
    return std::make_shared<const BarFigure>(std::move(runs), options);
}

}  // namespace podium::views
