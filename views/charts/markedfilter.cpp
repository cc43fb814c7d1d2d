// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/markedfilter.h"

#include "items/cell.h"
#include "query/completion.h"
#include "query/names.h"
#include "views/text/text.h"

#include <QCoreApplication>

#include <cmath>

namespace podium::views {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(podium::views::RunChartCard)
};

bool isWhole(const query::ColumnKey& key) {
    return key.kind == query::ColumnKind::Attribute && query::isWhole(key.attribute);
}

std::string numberOf(const query::ColumnKey& key, double value, bool low) {
    // Times and durations are whole numbers.
    if (isWhole(key))
        return std::to_string(std::llround(low ? std::ceil(value) : std::floor(value)));
    return items::numberText(value);
}

std::string nameOf(const query::ColumnKey& key) {
    const std::string name = query::columnName(key);
    return key.kind == query::ColumnKind::Formula ? "(" + name + ")" : name;
}

/// Nothing if a text can't be written.
std::optional<std::string> clauseOf(const FigureAxis& axis) {
    const std::string name = nameOf(axis.column);
    std::vector<std::string> parts;
    for (const analysis::Interval& range : axis.ranges)
        parts.push_back(name + " >= " + numberOf(axis.column, range.low, true) + " AND " + name +
                        " <= " + numberOf(axis.column, range.high, false));
    std::string list;
    for (const std::string& category : axis.categories) {
        const std::string text = query::writtenText(category);
        if (text.empty())
            return std::nullopt;
        list += (list.empty() ? "" : ", ") + text;
    }
    if (!list.empty())
        parts.push_back(axis.categories.size() == 1 ? name + " = " + list
                                                    : name + " IN (" + list + ")");
    if (parts.size() == 1)
        return parts.front();
    std::string clause;
    for (const std::string& part : parts)
        clause += (clause.empty() ? "(" : " OR ") + ("(" + part + ")");
    return clause + ")";
}

QString valueText(const query::ColumnKey& key, double value) {
    if (!isWhole(key))
        return compactNumber(value);
    const auto whole = static_cast<base::Millis>(value);
    return key.attribute == query::Attribute::Duration ? duration(whole) : timestamp(whole);
}

}  // namespace

QString markedFilter(const FigureOptions& options) {
    std::string filter;
    for (const FigureAxis& axis : options.axes) {
        if (!axis.marked())
            continue;
        const std::optional<std::string> clause = clauseOf(axis);
        if (!clause)
            return {};
        filter += (filter.empty() ? "" : " AND ") + *clause;
    }
    return QString::fromStdString(filter);
}

QString markedWords(const FigureOptions& options) {
    QStringList words;
    for (const FigureAxis& axis : options.axes) {
        QStringList parts;
        for (const analysis::Interval& range : axis.ranges)
            parts << Words::tr("%1 – %2", "a range")
                         .arg(valueText(axis.column, range.low),
                              valueText(axis.column, range.high));
        for (const std::string& category : axis.categories)
            parts << oneLine(category);
        if (!parts.isEmpty())
            words << shortTitle(axis.column) + QLatin1Char(' ') + parts.join(QStringLiteral(", "));
    }
    return words.join(QStringLiteral(" · "));
}

}  // namespace podium::views
