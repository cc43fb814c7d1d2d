// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/figure/rows.h"

#include "views/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <map>

namespace podium::views {

namespace {

constexpr double Edge = 10;
constexpr double WidestName = 0.34;  // of the width

struct Words {
    Q_DECLARE_TR_FUNCTIONS(podium::views::Figure)
};

RunGroups eachRunAlone(const RunSet& runs) {
    RunGroups result;
    result.single = true;
    for (std::size_t run = 0; run < runs.size(); ++run)
        result.groups.push_back(
            {runs.name(run), {static_cast<std::uint32_t>(run)}, runs.colorSlots[run]});
    return result;
}

RunGroups tableGroups(const RunSet& runs) {
    RunGroups result;
    result.title = Words::tr("Group");
    result.plainHead = QStringLiteral("group");
    for (qsizetype i = 0; i < runs.groupNames.size(); ++i)
        result.groups.push_back({runs.groupNames[i], {}, static_cast<int>(i)});
    for (std::size_t run = 0; run < runs.size(); ++run)
        result.groups[runs.groups[run]].runs.push_back(static_cast<std::uint32_t>(run));
    return result;
}

RunGroups columnGroups(const RunSet& runs, const query::ColumnKey& key) {
    const FigureColumn column = figureColumn(runs, key);
    std::map<double, std::vector<std::uint32_t>> byValue;
    std::vector<std::uint32_t> without;
    for (std::size_t run = 0; run < runs.size(); ++run) {
        const double value = column.value(run);
        auto& members = std::isnan(value) ? without : byValue[value];
        members.push_back(static_cast<std::uint32_t>(run));
    }
    RunGroups result;
    result.title = column.title;
    result.plainHead = plainHead(key);
    for (auto& [value, members] : byValue)
        result.groups.push_back(
            {column.textOf(value), std::move(members), static_cast<int>(result.groups.size())});
    if (!without.empty())
        result.groups.push_back({Words::tr("(no %1)").arg(column.title), std::move(without),
                                 static_cast<int>(result.groups.size())});
    return result;
}

}  // namespace

QColor RunGroup::color(const Canvas& canvas) const {
    return colorSlot < 0 ? canvas.colors().accent : seriesColor(colorSlot, canvas.scheme);
}

RunGroups runGroups(const RunSet& runs, const FigureOptions& options, bool eachRun) {
    GroupBy by = options.groupBy;
    const bool impossible =
        (by == GroupBy::Column && !options.group) || (by == GroupBy::Group && !runs.grouped());
    if (by == GroupBy::Automatic || impossible)
        by = runs.grouped() ? GroupBy::Group : eachRun ? GroupBy::Run : GroupBy::None;
    if (by == GroupBy::Run)
        return eachRunAlone(runs);
    if (by == GroupBy::Group)
        return tableGroups(runs);
    if (by == GroupBy::Column)
        return columnGroups(runs, *options.group);
    RunGroups all;
    RunGroup group{Words::tr("All runs"), {}, -1};
    for (std::size_t run = 0; run < runs.size(); ++run)
        group.runs.push_back(static_cast<std::uint32_t>(run));
    if (!group.runs.empty())
        all.groups.push_back(std::move(group));
    return all;
}

std::size_t RowsLayout::end() const {
    const double last = std::ceil(first + plane.area.height() / rowHeight);
    return std::min(rows, static_cast<std::size_t>(std::max(last, 0.0)));
}

std::optional<std::size_t> RowsLayout::rowAt(const QPointF& pixel) const {
    if (pixel.y() < plane.area.top() || pixel.y() >= plane.area.bottom())
        return std::nullopt;
    const double row = first + (pixel.y() - plane.area.top()) / rowHeight;
    const auto at = static_cast<std::size_t>(row);
    return at < rows ? std::optional(at) : std::nullopt;
}

RowsLayout layoutRows(const Canvas& canvas, const RowsWanted& wanted) {
    const QFontMetricsF metrics(canvas.font);
    RowsLayout layout;
    layout.rows = static_cast<std::size_t>(wanted.titles.size());
    PlaneAxes axes{wanted.column, wanted.axis, nullptr, {}, wanted.axisTitle, {}, wanted.right};
    layout.plane = layoutPlane(canvas, axes);
    layout.plane.yMarks.clear();
    double names = 0;
    // Names of thousands are measured by a few of them.
    const qsizetype every = std::max<qsizetype>(1, wanted.titles.size() / 200);
    for (qsizetype i = 0; i < wanted.titles.size(); i += every)
        names = std::max(names, metrics.horizontalAdvance(wanted.titles[i]));
    const double left = Edge + std::min(names, canvas.size.width() * WidestName) + 8;
    QRectF& area = layout.plane.area;
    area.setLeft(std::min(left, area.right() - 20));
    area.setTop(Edge);
    const double share = area.height() / static_cast<double>(std::max<std::size_t>(1, layout.rows));
    layout.rowHeight = std::clamp(share, std::max(wanted.leastHeight, metrics.height() + 3),
                                  std::max(wanted.mostHeight, metrics.height() + 3));
    const double unseen = static_cast<double>(layout.rows) - area.height() / layout.rowHeight;
    layout.first = std::clamp(canvas.view.scroll, 0.0, std::max(0.0, unseen));
    return layout;
}

void paintRows(QPainter& painter, const Canvas& canvas, const RowsWanted& wanted,
               const RowsLayout& layout) {
    paintPlane(painter, canvas, layout.plane);
    const QFontMetricsF metrics(canvas.font);
    const QRectF& area = layout.plane.area;
    painter.save();
    painter.setClipRect(QRectF(0, area.top(), canvas.size.width(), area.height()));
    painter.setFont(canvas.font);
    for (std::size_t i = layout.begin(); i < layout.end(); ++i) {
        const QRectF row = layout.row(i);
        const QRectF name(Edge, row.top(), area.left() - Edge - 8, row.height());
        painter.setPen(canvas.colors().text);
        drawLabel(painter, name, Qt::AlignRight | Qt::AlignVCenter,
                  fitted(metrics, wanted.titles[static_cast<qsizetype>(i)], name.width()));
    }
    const double seen = area.height() / layout.rowHeight;
    const auto all = static_cast<double>(layout.rows);
    if (all > seen + 0.01) {
        const double height = std::max(16.0, area.height() * seen / all);
        const double top =
            area.top() + (area.height() - height) * layout.first / std::max(all - seen, 1e-9);
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setPen(Qt::NoPen);
        painter.setBrush(canvas.colors().scroller);
        painter.drawRoundedRect(QRectF(canvas.size.width() - 6, top, 4, height), 2, 2);
    }
    painter.restore();
}

FigureView scrolledRows(const Canvas& canvas, const RowsLayout& layout, double rows) {
    FigureView view = canvas.view;
    const double seen = layout.plane.area.height() / layout.rowHeight;
    const double most = std::max(0.0, static_cast<double>(layout.rows) - seen);
    view.scroll = std::clamp(layout.first + rows, 0.0, most);
    return view;
}

}  // namespace podium::views
