// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartstate.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <utility>

namespace podium::views {

namespace {

constexpr double MostSmoothing = 0.999;
constexpr double MostPoints = 10'000;

constexpr std::array XNames = {
    std::pair{series::XKind::Step, QLatin1String("step")},
    std::pair{series::XKind::WallTime, QLatin1String("wall_time")},
    std::pair{series::XKind::RelativeTime, QLatin1String("relative_time")},
};

constexpr std::array SmoothNames = {
    std::pair{series::SmoothKind::Exponential, QLatin1String("exponential")},
    std::pair{series::SmoothKind::RunningMean, QLatin1String("mean")},
    std::pair{series::SmoothKind::Gaussian, QLatin1String("gaussian")},
};
constexpr std::array CentreNames = {
    std::pair{series::BandCentre::Mean, QLatin1String("mean")},
    std::pair{series::BandCentre::Median, QLatin1String("median")},
};
constexpr std::array SpreadNames = {
    std::pair{series::BandSpread::Deviation, QLatin1String("std")},
    std::pair{series::BandSpread::StandardError, QLatin1String("stderr")},
    std::pair{series::BandSpread::Confidence95, QLatin1String("ci95")},
    std::pair{series::BandSpread::Quartiles, QLatin1String("iqr")},
    std::pair{series::BandSpread::MinMax, QLatin1String("min_max")},
};
constexpr std::array BestNames = {
    std::pair{BestMark::None, QLatin1String("none")},
    std::pair{BestMark::Least, QLatin1String("least")},
    std::pair{BestMark::Greatest, QLatin1String("greatest")},
};

/// Options that are on or off, by their names.
constexpr std::array Switches = {
    std::pair{&PlotOptions::carryForward, "carry_forward"},
    std::pair{&PlotOptions::fromRunStart, "from_run_start"},
    std::pair{&PlotOptions::logX, "log_x"},
    std::pair{&PlotOptions::withoutOutliers, "without_outliers"},
    std::pair{&PlotOptions::separateRestarts, "separate_restarts"},
    std::pair{&PlotOptions::bands, "bands"},
    std::pair{&PlotOptions::members, "members"},
};

template <typename Value, std::size_t N>
QString nameOf(const std::array<std::pair<Value, QLatin1String>, N>& names, Value value) {
    const auto found = std::ranges::find(names, value, &std::pair<Value, QLatin1String>::first);
    return found == names.end() ? QString() : QString(found->second);
}

template <typename Value, std::size_t N>
void read(const QJsonObject& json, const char* key,
          const std::array<std::pair<Value, QLatin1String>, N>& names, Value& value) {
    const QString text = json.value(QLatin1String(key)).toString();
    for (const auto& [candidate, name] : names) {
        if (text == name)
            value = candidate;
    }
}

QJsonValue rangeToJson(const std::optional<series::Range>& range) {
    return range ? QJsonValue(QJsonArray{range->low, range->high}) : QJsonValue();
}

std::optional<series::Range> rangeFromJson(const QJsonValue& json) {
    const QJsonArray ends = json.toArray();
    if (ends.size() != 2 || !ends[0].isDouble() || !ends[1].isDouble())
        return std::nullopt;
    const series::Range range{ends[0].toDouble(), ends[1].toDouble()};
    return series::valid(range) ? std::optional(range) : std::nullopt;
}

/// What differs from the defaults: most charts have none of it.
void putMore(QJsonObject& json, const ChartState& state) {
    const PlotOptions& options = state.options;
    const PlotOptions plain;
    if (options.smoothKind != plain.smoothKind)
        json.insert(QLatin1String("smooth_kind"), nameOf(SmoothNames, options.smoothKind));
    if (!options.xMetric.isEmpty())
        json.insert(QLatin1String("x_metric"), options.xMetric);
    for (const auto& [option, name] : Switches) {
        if (options.*option != plain.*option)
            json.insert(QLatin1String(name), options.*option);
    }
    if (options.centre != plain.centre)
        json.insert(QLatin1String("centre"), nameOf(CentreNames, options.centre));
    if (options.spread != plain.spread)
        json.insert(QLatin1String("spread"), nameOf(SpreadNames, options.spread));
    if (options.best != plain.best)
        json.insert(QLatin1String("best"), nameOf(BestNames, options.best));
    if (options.fixedX)
        json.insert(QLatin1String("x_range"), rangeToJson(options.fixedX));
    if (options.fixedY)
        json.insert(QLatin1String("y_range"), rangeToJson(options.fixedY));
    if (state.legend)
        json.insert(QLatin1String("legend"),
                    state.legendUnfolded ? QStringLiteral("unfolded") : QStringLiteral("folded"));
}

void getMore(const QJsonObject& json, ChartState& state) {
    PlotOptions& options = state.options;
    read(json, "smooth_kind", SmoothNames, options.smoothKind);
    options.xMetric = json.value(QLatin1String("x_metric")).toString();
    for (const auto& [option, name] : Switches)
        options.*option = json.value(QLatin1String(name)).toBool();
    read(json, "centre", CentreNames, options.centre);
    read(json, "spread", SpreadNames, options.spread);
    read(json, "best", BestNames, options.best);
    options.fixedX = rangeFromJson(json.value(QLatin1String("x_range")));
    options.fixedY = rangeFromJson(json.value(QLatin1String("y_range")));
    const QString legend = json.value(QLatin1String("legend")).toString();
    state.legend = !legend.isEmpty();
    state.legendUnfolded = legend == QLatin1String("unfolded");
}

}  // namespace

QJsonObject toJson(const ChartState& state) {
    const auto name =
        std::ranges::find(XNames, state.options.x, &std::pair<series::XKind, QLatin1String>::first);
    QJsonObject json{{QStringLiteral("metric"), state.metric},
                     {QStringLiteral("x"), QString(name->second)},
                     {QStringLiteral("log"), state.options.logY},
                     {QStringLiteral("smoothing"), state.options.smoothing}};
    if (state.expression)
        json.insert(QLatin1String("expression"), true);
    if (state.carry)
        json.insert(QLatin1String("carry_metrics"), true);
    putMore(json, state);
    return json;
}

ChartState chartStateFromJson(const QJsonObject& json) {
    ChartState state;
    state.metric = json.value(QLatin1String("metric")).toString();
    const QString x = json.value(QLatin1String("x")).toString();
    for (const auto& [kind, name] : XNames) {
        if (x == name)
            state.options.x = kind;
    }
    state.expression = json.value(QLatin1String("expression")).toBool();
    state.carry = json.value(QLatin1String("carry_metrics")).toBool();
    state.options.logY = json.value(QLatin1String("log")).toBool();
    getMore(json, state);
    const double smoothing = json.value(QLatin1String("smoothing")).toDouble();
    const bool exponential = state.options.smoothKind == series::SmoothKind::Exponential;
    state.options.smoothing = std::clamp(smoothing, 0.0, exponential ? MostSmoothing : MostPoints);
    return state;
}

QStringList chartKeys() {
    QStringList keys;
    for (const char* key :
         {"metric", "x", "log", "smoothing", "smooth_kind", "x_metric", "centre", "spread", "best",
          "x_range", "y_range", "legend", "expression", "carry_metrics"})
        keys.append(QLatin1String(key));
    for (const auto& [option, name] : Switches)
        keys.append(QLatin1String(name));
    return keys;
}

}  // namespace podium::views
