// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/viewcolumns.h"

#include "query/formula.h"
#include "session/columnjson.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace podium::session {

using query::Aggregate;
using query::ColumnKey;

namespace {

using Note = ViewNote::Kind;

constexpr std::size_t MostColumns = 2000;
constexpr int NarrowestWidth = 16;
constexpr int WidestWidth = 4000;
constexpr int MostDigits = 15;
constexpr qsizetype LongestKey = 4096;

constexpr std::array FormatNames = {"automatic", "digits", "scientific", "percent",
                                    "duration",  "date",   "bytes"};
constexpr std::array AggregateNames = {"mean_std", "mean_stderr", "mean",   "median", "min",
                                       "max",      "std",         "stderr", "count"};

template <std::size_t N>
int find(const std::array<const char*, N>& names, const QJsonValue& value) {
    const QString text = value.toString();
    const auto at =
        std::ranges::find_if(names, [&](const char* name) { return text == QLatin1String(name); });
    return at == names.end() ? -1 : static_cast<int>(at - names.begin());
}

bool hasDigits(ColumnFormat::Kind kind) {
    using Kind = ColumnFormat::Kind;
    return kind == Kind::Digits || kind == Kind::Scientific || kind == Kind::Percent;
}

/// The column with all that is said of it, beside its place.
QJsonObject withLook(const ColumnKey& column, const SavedView& view) {
    QJsonObject object = toJson(column);
    const Appearance& look = view.table.appearance;
    if (const auto format = look.formats.find(column); format != look.formats.end()) {
        const auto kind = static_cast<std::size_t>(format->second.kind);
        object.insert(QStringLiteral("format"), QLatin1String(FormatNames[kind]));
        if (hasDigits(format->second.kind))
            object.insert(QStringLiteral("digits"), format->second.digits);
    }
    if (const auto found = look.aggregates.find(column); found != look.aggregates.end())
        object.insert(QStringLiteral("in_groups"),
                      QLatin1String(AggregateNames[static_cast<std::size_t>(found->second)]));
    if (const auto width = view.widths.find(column); width != view.widths.end())
        object.insert(QStringLiteral("width"), width->second);
    return object;
}

/// Reads what stands beside a column's name; what is wrong there is left out and noted.
void takeLook(const QJsonObject& object, const ColumnKey& column, SavedView& view,
              std::vector<ViewNote>& notes) {
    const auto bad = [&](const char* key) {
        notes.push_back({Note::BadValue, QStringLiteral("columns.") + QLatin1String(key), {}});
    };
    if (const QJsonValue value = object.value(QLatin1String("format")); !value.isUndefined()) {
        const int kind = find(FormatNames, value);
        const int digits = object.value(QLatin1String("digits")).toInt(3);
        if (kind < 0 || digits < 0 || digits > MostDigits)
            bad("format");
        else
            view.table.appearance.formats[column] = {static_cast<ColumnFormat::Kind>(kind), digits};
    }
    if (const QJsonValue value = object.value(QLatin1String("in_groups")); !value.isUndefined()) {
        if (const int kind = find(AggregateNames, value); kind >= 0)
            view.table.appearance.aggregates[column] = static_cast<Aggregate>(kind);
        else
            bad("in_groups");
    }
    if (const QJsonValue value = object.value(QLatin1String("width")); !value.isUndefined()) {
        const int width = value.toInt(-1);
        if (width < NarrowestWidth || width > WidestWidth)
            bad("width");
        else
            view.widths[column] = width;
    }
}

}  // namespace

QJsonArray viewColumnsToJson(const SavedView& view) {
    QJsonArray array;
    const std::vector<ColumnKey>& shown = view.table.columns;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        QJsonObject object = withLook(shown[i], view);
        if (i < view.table.appearance.pinned)
            object.insert(QStringLiteral("pinned"), true);
        array.append(object);
    }
    std::set<ColumnKey> others;
    for (const auto& [column, format] : view.table.appearance.formats)
        others.insert(column);
    for (const auto& [column, aggregate] : view.table.appearance.aggregates)
        others.insert(column);
    for (const auto& [column, width] : view.widths)
        others.insert(column);
    for (const ColumnKey& column : shown)
        others.erase(column);
    for (const ColumnKey& column : others) {
        QJsonObject object = withLook(column, view);
        object.insert(QStringLiteral("shown"), false);
        array.append(object);
    }
    return array;
}

void viewColumnsFromJson(const QJsonArray& array, SavedView& view, std::vector<ViewNote>& notes) {
    static const QStringList known = {QStringLiteral("format"),    QStringLiteral("digits"),
                                      QStringLiteral("in_groups"), QStringLiteral("width"),
                                      QStringLiteral("pinned"),    QStringLiteral("shown")};
    std::size_t& pinned = view.table.appearance.pinned;
    bool leading = true;
    for (const QJsonValue& value : array) {
        if (view.table.columns.size() == MostColumns) {
            notes.push_back({Note::TooMany, QStringLiteral("columns"), {}});
            return;
        }
        const QJsonObject object = value.toObject();
        const std::optional<ColumnKey> column =
            viewColumn(object, known, QStringLiteral("columns"), notes);
        if (!column)
            continue;
        takeLook(object, *column, view, notes);
        const bool twice =
            std::ranges::find(view.table.columns, *column) != view.table.columns.end();
        if (twice || !object.value(QLatin1String("shown")).toBool(true))
            continue;
        view.table.columns.push_back(*column);
        leading = leading && object.value(QLatin1String("pinned")).toBool();
        pinned += leading ? 1 : 0;
    }
}

std::optional<ColumnKey> viewColumn(const QJsonObject& object, const QStringList& known,
                                    const QString& where, std::vector<ViewNote>& notes) {
    static const QStringList own = {QStringLiteral("kind"), QStringLiteral("key"),
                                    QStringLiteral("reduction"), QStringLiteral("argument")};
    const std::optional<ColumnKey> column = columnFromJson(object);
    const QString key = object.value(QLatin1String("key")).toString();
    if (!column || key.isEmpty() || key.size() > LongestKey) {
        const QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact);
        notes.push_back({Note::NoColumn, QString::fromUtf8(text.left(200)), {}});
        return std::nullopt;
    }
    if (column->kind == query::ColumnKind::Formula) {
        if (const auto formula = query::parseFormula(column->key); formula.failed()) {
            notes.push_back({Note::BadFormula, key, formula.error()});
            return std::nullopt;
        }
    }
    const QString reduction = object.value(QLatin1String("reduction")).toString();
    if (column->kind == query::ColumnKind::Metric && !reduction.isEmpty() &&
        toJson(*column).value(QLatin1String("reduction")).toString() != reduction) {
        notes.push_back({Note::NoColumn, reduction + u'(' + key + u')', {}});
        return std::nullopt;
    }
    for (const QString& name : object.keys()) {
        if (!own.contains(name) && !known.contains(name))
            notes.push_back({Note::UnknownKey, where + u'.' + name, {}});
    }
    return column;
}

}  // namespace podium::session
