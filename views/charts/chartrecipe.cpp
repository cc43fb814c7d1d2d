// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartrecipe.h"

#include "views/charts/figurejson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace podium::views {

namespace {

constexpr int Version = 1;
constexpr qsizetype MostBytes = 16 << 20;
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
    QJsonObject json{
        {VersionKey, Version},
        {QStringLiteral("chart"), recipe.figure ? toJson(*recipe.figure) : toJson(recipe.state)},
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
    const QJsonObject chart = json.value(QLatin1String("chart")).toObject();
    ChartRecipe recipe{chartStateFromJson(chart), texts(json.value(QLatin1String("runs"))),
                       texts(json.value(QLatin1String("sources"))), figureFromJson(chart)};
    if (recipe.state.metric.isEmpty() && !recipe.figure)
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

ChartRecipe recipeOf(const FigureOptions& figure, const RunSet& runs) {
    ChartRecipe recipe{{}, {}, {}, figure};
    const query::Column* column =
        runs.frame->column(query::attributeColumn(query::Attribute::Source));
    const auto* sources = column == nullptr ? nullptr : std::get_if<query::TextListColumn>(column);
    QSet<QString> known;
    for (std::size_t run = 0; run < runs.size(); ++run) {
        recipe.runIds.append(runs.runId(run));
        const std::uint32_t row = runs.rows[run];
        if (sources == nullptr || sources->offsets[row] == sources->offsets[row + 1])
            continue;
        const QString source = QString::fromStdString(sources->values[sources->offsets[row]]);
        if (!source.isEmpty() && !known.contains(source)) {
            known.insert(source);
            recipe.sources.append(source);
        }
    }
    return recipe;
}

QString recipePath(const QString& chartPath) {
    return chartPath + QLatin1String(".podium.json");
}

}  // namespace podium::views
