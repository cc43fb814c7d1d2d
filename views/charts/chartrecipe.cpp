// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartrecipe.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace podium::views {

namespace {

constexpr int Version = 1;
constexpr qsizetype MostBytes = 1 << 20;
constexpr QLatin1String VersionKey("podium_chart");

base::Error fault(const char* reason) {
    return {base::ErrorCode::DecodeFailed, {std::string(), reason}};
}

QStringList texts(const QJsonValue& json) {
    QStringList list;
    for (const QJsonValue& value : json.toArray()) {
        if (value.isString())
            list.append(value.toString());
    }
    return list;
}

}  // namespace

QByteArray recipeText(const ChartRecipe& recipe) {
    QJsonObject json{{VersionKey, Version},
                     {QStringLiteral("chart"), toJson(recipe.state)},
                     {QStringLiteral("runs"), QJsonArray::fromStringList(recipe.runIds)},
                     {QStringLiteral("sources"), QJsonArray::fromStringList(recipe.sources)}};
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

base::Result<ChartRecipe> recipeFromText(const QByteArray& text) {
    if (text.size() > MostBytes)
        return fault("too large for a chart's recipe");
    QJsonParseError error{};
    const QJsonObject json = QJsonDocument::fromJson(text, &error).object();
    if (error.error != QJsonParseError::NoError)
        return base::Error{base::ErrorCode::DecodeFailed,
                           {std::string(), error.errorString().toStdString()}};
    const int version = json.value(VersionKey).toInt();
    if (version < 1)
        return fault("not a chart's recipe");
    if (version > Version)
        return fault("made by a newer Podium");
    ChartRecipe recipe{chartStateFromJson(json.value(QLatin1String("chart")).toObject()),
                       texts(json.value(QLatin1String("runs"))),
                       texts(json.value(QLatin1String("sources")))};
    if (recipe.state.metric.isEmpty())
        return fault("names no metric");
    return recipe;
}

ChartRecipe recipeOf(const ChartState& state, const QVector<ChartRun>& runs) {
    ChartRecipe recipe{state, {}, {}};
    for (const ChartRun& run : runs) {
        recipe.runIds.append(run.runId);
        recipe.sources.append(run.source);
    }
    recipe.sources.removeDuplicates();
    recipe.sources.removeAll(QString());
    return recipe;
}

QString recipePath(const QString& chartPath) {
    return chartPath + QLatin1String(".podium.json");
}

}  // namespace podium::views
