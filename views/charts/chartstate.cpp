// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartstate.h"

#include <algorithm>
#include <array>
#include <utility>

namespace podium::views {

namespace {

constexpr double MostSmoothing = 0.999;

constexpr std::array XNames = {
    std::pair{series::XKind::Step, QLatin1String("step")},
    std::pair{series::XKind::WallTime, QLatin1String("wall_time")},
    std::pair{series::XKind::RelativeTime, QLatin1String("relative_time")},
};

}  // namespace

QJsonObject toJson(const ChartState& state) {
    const auto name =
        std::ranges::find(XNames, state.options.x, &std::pair<series::XKind, QLatin1String>::first);
    return {{QStringLiteral("metric"), state.metric},
            {QStringLiteral("x"), QString(name->second)},
            {QStringLiteral("log"), state.options.logY},
            {QStringLiteral("smoothing"), state.options.smoothing}};
}

ChartState chartStateFromJson(const QJsonObject& json) {
    ChartState state;
    state.metric = json.value(QLatin1String("metric")).toString();
    const QString x = json.value(QLatin1String("x")).toString();
    for (const auto& [kind, name] : XNames) {
        if (x == name)
            state.options.x = kind;
    }
    state.options.logY = json.value(QLatin1String("log")).toBool();
    state.options.smoothing =
        std::clamp(json.value(QLatin1String("smoothing")).toDouble(), 0.0, MostSmoothing);
    return state;
}

}  // namespace podium::views
