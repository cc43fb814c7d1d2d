// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/columnjson.h"

#include <array>

namespace podium::session {

using query::ColumnKey;
using query::OrderKey;

namespace {

constexpr std::array<const char*, 6> Kinds = {"attribute", "metric",  "param",
                                              "tag",       "dataset", "formula"};
constexpr std::array<const char*, 12> Reductions = {"last",    "min",     "max",     "mean",
                                                    "first",   "count",   "best",    "mean_last",
                                                    "at_step", "at_best", "time_to", "slope"};
constexpr std::array<const char*, 12> Attributes = {
    "run_id",    "run_name",     "experiment_id", "experiment_name", "user_id",  "status",
    "lifecycle", "artifact_uri", "start_time",    "end_time",        "duration", "source"};

template <typename Enum, std::size_t N>
std::optional<Enum> find(const std::array<const char*, N>& names, const QJsonValue& value) {
    const QString text = value.toString();
    for (std::size_t i = 0; i < N; ++i) {
        if (text == QLatin1String(names[i]))
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

template <typename Enum, std::size_t N>
QString name(const std::array<const char*, N>& names, Enum value) {
    return QLatin1String(names[static_cast<std::size_t>(value)]);
}

}  // namespace

QJsonObject toJson(const ColumnKey& column) {
    QJsonObject object{{QStringLiteral("kind"), name(Kinds, column.kind)}};
    if (column.kind == query::ColumnKind::Attribute)
        object.insert(QStringLiteral("key"), name(Attributes, column.attribute));
    else
        object.insert(QStringLiteral("key"), QString::fromStdString(column.key));
    if (column.kind == query::ColumnKind::Metric)
        object.insert(QStringLiteral("reduction"), name(Reductions, column.reduction));
    if (!column.argument.empty())
        object.insert(QStringLiteral("argument"), QString::fromStdString(column.argument));
    return object;
}

std::optional<ColumnKey> columnFromJson(const QJsonObject& object) {
    const auto kind = find<query::ColumnKind>(Kinds, object.value(QLatin1String("kind")));
    if (!kind)
        return std::nullopt;
    ColumnKey column;
    column.kind = *kind;
    if (*kind == query::ColumnKind::Attribute) {
        const auto attribute =
            find<query::Attribute>(Attributes, object.value(QLatin1String("key")));
        if (!attribute)
            return std::nullopt;
        return query::attributeColumn(*attribute);
    }
    column.key = object.value(QLatin1String("key")).toString().toStdString();
    if (*kind == query::ColumnKind::Metric) {
        column.reduction =
            find<query::Reduction>(Reductions, object.value(QLatin1String("reduction")))
                .value_or(query::Reduction::Last);
    }
    column.argument = object.value(QLatin1String("argument")).toString().toStdString();
    return column;
}

QJsonObject toJson(const OrderKey& key) {
    QJsonObject object = toJson(key.column);
    object.insert(QStringLiteral("descending"), key.descending);
    return object;
}

std::optional<OrderKey> orderFromJson(const QJsonObject& object) {
    const std::optional<ColumnKey> column = columnFromJson(object);
    if (!column)
        return std::nullopt;
    OrderKey key;
    key.column = *column;
    key.descending = object.value(QLatin1String("descending")).toBool();
    key.numericText = true;
    return key;
}

}  // namespace podium::session
