// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/viewstate.h"

#include "session/columnjson.h"

#include <QJsonArray>

#include <algorithm>

namespace podium::session {

using query::ColumnKey;

namespace {

QJsonArray columnsToJson(const std::vector<ColumnKey>& columns) {
    QJsonArray array;
    for (const ColumnKey& column : columns)
        array.append(toJson(column));
    return array;
}

std::vector<ColumnKey> columnsFromJson(const QJsonValue& value) {
    std::vector<ColumnKey> columns;
    for (const QJsonValue& item : value.toArray()) {
        if (const std::optional<ColumnKey> column = columnFromJson(item.toObject()))
            columns.push_back(*column);
    }
    return columns;
}

QJsonArray appearanceToJson(const Appearance& appearance) {
    QJsonArray array;
    for (const auto& [column, format] : appearance.formats) {
        QJsonObject object = toJson(column);
        object.insert(QStringLiteral("format"), static_cast<int>(format.kind));
        object.insert(QStringLiteral("digits"), format.digits);
        array.append(object);
    }
    for (const auto& [column, aggregate] : appearance.aggregates) {
        QJsonObject object = toJson(column);
        object.insert(QStringLiteral("aggregate"), static_cast<int>(aggregate));
        array.append(object);
    }
    return array;
}

void appearanceFromJson(const QJsonArray& array, Appearance& appearance) {
    for (const QJsonValue& value : array) {
        const QJsonObject object = value.toObject();
        const std::optional<ColumnKey> column = columnFromJson(object);
        if (!column)
            continue;
        const int format = object.value(QLatin1String("format")).toInt(-1);
        if (format >= 0 && format <= static_cast<int>(ColumnFormat::Kind::Bytes)) {
            const int digits = std::clamp(object.value(QLatin1String("digits")).toInt(3), 0, 15);
            appearance.formats[*column] = {static_cast<ColumnFormat::Kind>(format), digits};
        }
        const int aggregate = object.value(QLatin1String("aggregate")).toInt(-1);
        if (aggregate >= 0 && aggregate <= static_cast<int>(query::Aggregate::Count))
            appearance.aggregates[*column] = static_cast<query::Aggregate>(aggregate);
    }
}

}  // namespace

ColumnFormat Appearance::format(const ColumnKey& column) const {
    const auto found = formats.find(column);
    return found != formats.end() ? found->second : ColumnFormat();
}

query::Aggregate Appearance::aggregate(const ColumnKey& column) const {
    const auto found = aggregates.find(column);
    return found != aggregates.end() ? found->second : query::Aggregate::MeanDeviation;
}

QJsonObject toJson(const ViewState& state) {
    QJsonArray order;
    for (const query::OrderKey& key : state.order)
        order.append(toJson(key));
    return {{QStringLiteral("filter"), state.filter},
            {QStringLiteral("order"), order},
            {QStringLiteral("columns"), columnsToJson(state.columns)},
            {QStringLiteral("columnsChosen"), state.columnsChosen},
            {QStringLiteral("groupBy"), columnsToJson(state.groupBy)},
            {QStringLiteral("appearance"), appearanceToJson(state.appearance)},
            {QStringLiteral("pinned"), static_cast<int>(state.appearance.pinned)}};
}

ViewState viewStateFromJson(const QJsonObject& object) {
    ViewState state;
    state.filter = object.value(QLatin1String("filter")).toString();
    for (const QJsonValue& value : object.value(QLatin1String("order")).toArray()) {
        if (const std::optional<query::OrderKey> key = orderFromJson(value.toObject()))
            state.order.push_back(*key);
    }
    state.columnsChosen = object.value(QLatin1String("columnsChosen")).toBool();
    if (state.columnsChosen)
        state.columns = columnsFromJson(object.value(QLatin1String("columns")));
    state.groupBy = columnsFromJson(object.value(QLatin1String("groupBy")));
    appearanceFromJson(object.value(QLatin1String("appearance")).toArray(), state.appearance);
    state.appearance.pinned =
        static_cast<std::size_t>(std::clamp(object.value(QLatin1String("pinned")).toInt(), 0, 20));
    return state;
}

}  // namespace podium::session
