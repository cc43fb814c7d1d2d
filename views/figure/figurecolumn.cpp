// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/figure/figurecolumn.h"

#include "items/cell.h"
#include "items/direction.h"
#include "views/plot/ticks.h"
#include "views/text/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace podium::views {

namespace {

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();

struct Words {
    Q_DECLARE_TR_FUNCTIONS(podium::views::Figure)
};

void countLacks(FigureColumn& figure, const query::Column& column,
                const std::vector<std::uint32_t>& rows) {
    const auto* numbers = std::get_if<query::NumberColumn>(&column);
    for (std::size_t run = 0; run < rows.size(); ++run) {
        const double value = figure.value(run);
        figure.infinite += std::isinf(value) ? 1 : 0;
        if (!std::isnan(value))
            continue;
        const bool present = numbers != nullptr && numbers->present.test(rows[run]);
        (present ? figure.nan : figure.absent) += 1;
    }
}

Ticks ticksOf(const FigureColumn& column, const analysis::Axis& axis, int wanted) {
    const series::Range range{axis.low(), axis.high()};
    if (axis.kind() == analysis::AxisKind::Time)
        return timeTicks(range, wanted);
    if (axis.kind() == analysis::AxisKind::Log)
        return logTicks(range, wanted);
    return column.isDuration() ? durationTicks(range, wanted) : numberTicks(range, wanted);
}

}  // namespace

bool FigureColumn::isDuration() const {
    return (key.kind == query::ColumnKind::Attribute &&
            key.attribute == query::Attribute::Duration) ||
           (key.kind == query::ColumnKind::Metric && key.reduction == query::Reduction::TimeTo);
}

double FigureColumn::value(std::size_t run) const {
    if (values.numeric())
        return run < values.numbers.size() ? values.numbers[run] : NaN;
    const analysis::Category code = run < values.codes.size() ? values.codes[run] : 0;
    return code == analysis::NoCategory ? NaN : static_cast<double>(code);
}

QString FigureColumn::text(std::size_t run) const {
    return textOf(value(run));
}

QString FigureColumn::textOf(double value) const {
    if (std::isnan(value))
        return QStringLiteral("–");
    if (!values.numeric()) {
        const auto code = static_cast<std::size_t>(value);
        return code >= 1 && code <= values.categories.size() ? oneLine(values.categories[code - 1])
                                                             : QString();
    }
    if (values.type == analysis::ColumnType::Time)
        return timestamp(static_cast<base::Millis>(value));
    return isDuration() ? duration(static_cast<base::Millis>(value)) : compactNumber(value);
}

QVariant FigureColumn::plain(std::size_t run) const {
    const double number = value(run);
    if (std::isnan(number))
        return {};
    if (!values.numeric())
        return QString::fromStdString(values.categories[static_cast<std::size_t>(number) - 1]);
    if (values.type == analysis::ColumnType::Time)
        return QString::fromStdString(items::isoTime(static_cast<std::int64_t>(number)));
    return number;
}

FigureColumn figureColumn(const RunSet& runs, const query::ColumnKey& key) {
    FigureColumn figure;
    figure.key = key;
    figure.title = shortTitle(key);
    const query::Column* column = runs.frame->column(key);
    if (column == nullptr) {
        figure.values.numbers.assign(runs.size(), NaN);
        figure.absent = runs.size();
        return figure;
    }
    figure.loaded = true;
    figure.values = analysis::columnValues(key, *column, runs.rows);
    countLacks(figure, *column, runs.rows);
    return figure;
}

QString plainHead(const query::ColumnKey& key) {
    return QString::fromStdString(items::plainName(key));
}

QVector<AxisMark> axisMarks(const FigureColumn& column, const analysis::Axis& axis, int wanted) {
    QVector<AxisMark> marks;
    if (axis.categorical()) {
        const std::size_t all = axis.categories();
        const auto room = static_cast<std::size_t>(std::max(wanted, 1));
        const std::size_t each = std::max<std::size_t>(1, (all + room - 1) / room);
        for (std::size_t code = 1; code <= all; code += each)
            marks.append({axis.categoryPlace(static_cast<analysis::Category>(code)),
                          column.textOf(static_cast<double>(code))});
        return marks;
    }
    for (const Tick& tick : ticksOf(column, axis, wanted)) {
        const double place = axis.place(tick.at);
        if (place >= -1e-9 && place <= 1 + 1e-9)
            marks.append({place, tick.label});
    }
    return marks;
}

analysis::Axis roomyAxis(const FigureColumn& column, bool logarithmic, double padding) {
    analysis::Axis axis = analysis::Axis::of(column.values, logarithmic);
    if (axis.categorical() || padding <= 0)
        return axis;
    const bool log = axis.kind() == analysis::AxisKind::Log;
    const series::Range range = series::fit({axis.low(), axis.high()}, padding, log);
    axis.setRange(range.low, range.high);
    return axis;
}

analysis::Axis zoomedAxis(analysis::Axis axis, const std::optional<series::Range>& range) {
    if (range)
        axis.setRange(range->low, range->high);
    return axis;
}

void addLacks(QStringList& receipt, const FigureColumn& column, const analysis::Axis* axis) {
    const auto number = [](std::size_t n) { return count(static_cast<qint64>(n)); };
    if (column.absent > 0)
        receipt << Words::tr("%1 without %2").arg(number(column.absent), column.title);
    if (column.nan > 0)
        receipt << Words::tr("%1 with NaN as %2").arg(number(column.nan), column.title);
    if (column.infinite > 0)
        receipt << Words::tr("%1 with ±∞ as %2").arg(number(column.infinite), column.title);
    if (axis != nullptr && axis->nonPositive() > 0)
        receipt << Words::tr("%1 with %2 not above zero, not on a logarithmic axis")
                       .arg(number(axis->nonPositive()), column.title);
}

QString shownWords(std::size_t shown, std::size_t all) {
    return shown == all
               ? runCount(static_cast<qint64>(all))
               : Words::tr("%1 of %2")
                     .arg(count(static_cast<qint64>(shown)), runCount(static_cast<qint64>(all)));
}

query::Direction betterOf(const RunSet& runs, const query::ColumnKey& key, query::Direction set) {
    return set != query::Direction::Unknown ? set : items::columnDirection(key, &runs.rules);
}

}  // namespace podium::views
