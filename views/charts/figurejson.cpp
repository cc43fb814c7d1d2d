// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/figurejson.h"

#include "session/columnjson.h"
#include "views/charts/chartstate.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace podium::views {

namespace {

template <typename Value>
using Name = std::pair<Value, const char*>;

constexpr std::array Kinds = {
    Name<FigureKind>{FigureKind::Scatter, "scatter"},
    Name<FigureKind>{FigureKind::Parallel, "parallel"},
    Name<FigureKind>{FigureKind::Bar, "bar"},
    Name<FigureKind>{FigureKind::Box, "box"},
    Name<FigureKind>{FigureKind::Histogram, "histogram"},
    Name<FigureKind>{FigureKind::Importance, "importance"},
    Name<FigureKind>{FigureKind::HeatMap, "heat_map"},
};
constexpr std::array Colorings = {
    Name<ColorBy>{ColorBy::Automatic, "automatic"},
    Name<ColorBy>{ColorBy::Run, "run"},
    Name<ColorBy>{ColorBy::Group, "group"},
    Name<ColorBy>{ColorBy::Column, "column"},
};
constexpr std::array Groupings = {
    Name<GroupBy>{GroupBy::Automatic, "automatic"}, Name<GroupBy>{GroupBy::Run, "run"},
    Name<GroupBy>{GroupBy::Group, "group"},         Name<GroupBy>{GroupBy::Column, "column"},
    Name<GroupBy>{GroupBy::None, "none"},
};
constexpr std::array Whiskers = {
    Name<Whisker>{Whisker::None, "none"},
    Name<Whisker>{Whisker::Deviation, "std"},
    Name<Whisker>{Whisker::Error, "stderr"},
    Name<Whisker>{Whisker::Confidence95, "ci95"},
};
constexpr std::array Cells = {
    Name<CellValue>{CellValue::Mean, "mean"},
    Name<CellValue>{CellValue::Min, "min"},
    Name<CellValue>{CellValue::Max, "max"},
    Name<CellValue>{CellValue::Count, "count"},
};
constexpr std::array Directions = {
    Name<query::Direction>{query::Direction::Unknown, "unknown"},
    Name<query::Direction>{query::Direction::Lower, "lower"},
    Name<query::Direction>{query::Direction::Higher, "higher"},
};

constexpr std::array Columns = {
    std::pair{&FigureOptions::x, "x"},         std::pair{&FigureOptions::y, "y"},
    std::pair{&FigureOptions::color, "color"}, std::pair{&FigureOptions::size, "size"},
    std::pair{&FigureOptions::group, "group"},
};
constexpr std::array Switches = {
    std::pair{&FigureOptions::logX, "log_x"},         std::pair{&FigureOptions::logY, "log_y"},
    std::pair{&FigureOptions::logColor, "log_color"}, std::pair{&FigureOptions::pareto, "pareto"},
    std::pair{&FigureOptions::byValue, "by_value"},   std::pair{&FigureOptions::violin, "violin"},
    std::pair{&FigureOptions::points, "points"},      std::pair{&FigureOptions::rank, "rank"},
    std::pair{&FigureOptions::contour, "contour"},
};
constexpr int MostBins = 1000;

template <typename Value, std::size_t N>
QString nameOf(const std::array<Name<Value>, N>& names, Value value) {
    const auto found = std::ranges::find(names, value, &Name<Value>::first);
    return found == names.end() ? QString() : QString(QLatin1String(found->second));
}

template <typename Value, std::size_t N>
void read(const QJsonObject& json, const char* key, const std::array<Name<Value>, N>& names,
          Value& value) {
    const QString text = json.value(QLatin1String(key)).toString();
    for (const auto& [candidate, name] : names) {
        if (text == QLatin1String(name))
            value = candidate;
    }
}

template <typename Value, std::size_t N>
void put(QJsonObject& json, const char* key, const std::array<Name<Value>, N>& names, Value value,
         Value usual) {
    if (value != usual)
        json.insert(QLatin1String(key), nameOf(names, value));
}

QJsonObject axisToJson(const FigureAxis& axis) {
    QJsonObject json{{QStringLiteral("column"), session::toJson(axis.column)}};
    if (axis.logarithmic)
        json.insert(QStringLiteral("log"), true);
    if (axis.reversed)
        json.insert(QStringLiteral("reversed"), true);
    QJsonArray ranges;
    for (const analysis::Interval& range : axis.ranges)
        ranges.append(QJsonArray{range.low, range.high});
    if (!ranges.isEmpty())
        json.insert(QStringLiteral("ranges"), ranges);
    QJsonArray categories;
    for (const std::string& category : axis.categories)
        categories.append(QString::fromStdString(category));
    if (!categories.isEmpty())
        json.insert(QStringLiteral("categories"), categories);
    return json;
}

std::optional<FigureAxis> axisFromJson(const QJsonObject& json) {
    const auto column = session::columnFromJson(json.value(QLatin1String("column")).toObject());
    if (!column)
        return std::nullopt;
    FigureAxis axis{*column,
                    json.value(QLatin1String("log")).toBool(),
                    json.value(QLatin1String("reversed")).toBool(),
                    {},
                    {}};
    for (const QJsonValue& range : json.value(QLatin1String("ranges")).toArray()) {
        const QJsonArray ends = range.toArray();
        if (ends.size() == 2 && ends[0].isDouble() && ends[1].isDouble())
            axis.ranges.push_back({ends[0].toDouble(), ends[1].toDouble()});
    }
    for (const QJsonValue& category : json.value(QLatin1String("categories")).toArray()) {
        if (category.isString())
            axis.categories.push_back(category.toString().toStdString());
    }
    return axis;
}

}  // namespace

QString kindName(FigureKind kind) {
    return nameOf(Kinds, kind);
}

QJsonObject toJson(const FigureOptions& options) {
    const FigureOptions usual;
    QJsonObject json{{QStringLiteral("kind"), kindName(options.kind)}};
    for (const auto& [column, name] : Columns) {
        if (options.*column)
            json.insert(QLatin1String(name), session::toJson(*(options.*column)));
    }
    for (const auto& [option, name] : Switches) {
        if (options.*option != usual.*option)
            json.insert(QLatin1String(name), options.*option);
    }
    put(json, "color_by", Colorings, options.colorBy, usual.colorBy);
    put(json, "group_by", Groupings, options.groupBy, usual.groupBy);
    put(json, "whisker", Whiskers, options.whisker, usual.whisker);
    put(json, "cell", Cells, options.cell, usual.cell);
    put(json, "better_x", Directions, options.betterX, usual.betterX);
    put(json, "better_y", Directions, options.betterY, usual.betterY);
    if (options.bins > 0)
        json.insert(QStringLiteral("bins"), options.bins);
    QJsonArray axes;
    for (const FigureAxis& axis : options.axes)
        axes.append(axisToJson(axis));
    if (!axes.isEmpty())
        json.insert(QStringLiteral("axes"), axes);
    return json;
}

std::optional<FigureOptions> figureFromJson(const QJsonObject& json) {
    const QString kind = json.value(QLatin1String("kind")).toString();
    const bool known = std::ranges::any_of(
        Kinds, [&](const auto& name) { return kind == QLatin1String(name.second); });
    if (!known)
        return std::nullopt;
    FigureOptions options;
    read(json, "kind", Kinds, options.kind);
    for (const auto& [column, name] : Columns)
        options.*column = session::columnFromJson(json.value(QLatin1String(name)).toObject());
    for (const auto& [option, name] : Switches)
        options.*option = json.value(QLatin1String(name)).toBool(options.*option);
    read(json, "color_by", Colorings, options.colorBy);
    read(json, "group_by", Groupings, options.groupBy);
    read(json, "whisker", Whiskers, options.whisker);
    read(json, "cell", Cells, options.cell);
    read(json, "better_x", Directions, options.betterX);
    read(json, "better_y", Directions, options.betterY);
    options.bins = std::clamp(json.value(QLatin1String("bins")).toInt(), 0, MostBins);
    for (const QJsonValue& axis : json.value(QLatin1String("axes")).toArray()) {
        if (const auto read = axisFromJson(axis.toObject()))
            options.axes.push_back(*read);
    }
    return options;
}

QStringList figureKeys() {
    QStringList keys;
    for (const char* key : {"kind", "color_by", "group_by", "whisker", "cell", "better_x",
                            "better_y", "bins", "axes"})
        keys.append(QLatin1String(key));
    for (const auto& [column, name] : Columns)
        keys.append(QLatin1String(name));
    for (const auto& [option, name] : Switches)
        keys.append(QLatin1String(name));
    return keys;
}

QJsonObject normalChart(const QJsonObject& json) {
    const std::optional<FigureOptions> figure = figureFromJson(json);
    return figure ? toJson(*figure) : toJson(chartStateFromJson(json));
}

}  // namespace podium::views
