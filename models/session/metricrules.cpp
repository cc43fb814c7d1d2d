// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/metricrules.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace podium::session {

query::Direction MetricRules::direction(std::string_view metric) const {
    const auto said = directions.find(metric);
    return said != directions.end() ? said->second : query::guessDirection(metric);
}

std::string MetricRules::name(std::string_view metric) const {
    const auto alias = aliases.find(metric);
    return alias != aliases.end() ? alias->second : std::string(metric);
}

std::vector<std::string> MetricRules::spellings(std::string_view metric) const {
    const std::string shown = name(metric);
    std::vector<std::string> all{shown};
    for (const auto& [other, meant] : aliases) {
        if (meant == shown && other != shown)
            all.push_back(other);
    }
    return all;
}

QByteArray MetricRules::toJson() const {
    QJsonObject ways;
    for (const auto& [metric, direction] : directions)
        ways.insert(QString::fromStdString(metric), static_cast<int>(direction));
    QJsonObject same;
    for (const auto& [other, metric] : aliases)
        same.insert(QString::fromStdString(other), QString::fromStdString(metric));
    return QJsonDocument(
               QJsonObject{{QStringLiteral("directions"), ways}, {QStringLiteral("aliases"), same}})
        .toJson(QJsonDocument::Compact);
}

MetricRules MetricRules::fromJson(const QByteArray& json) {
    MetricRules rules;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QJsonObject ways = object.value(QLatin1String("directions")).toObject();
    for (auto it = ways.begin(); it != ways.end(); ++it) {
        const int way = it.value().toInt(-1);
        if (way >= 0 && way <= static_cast<int>(query::Direction::Higher))
            rules.directions[it.key().toStdString()] = static_cast<query::Direction>(way);
    }
    const QJsonObject same = object.value(QLatin1String("aliases")).toObject();
    for (auto it = same.begin(); it != same.end(); ++it) {
        if (it.value().isString() && !it.key().isEmpty() && it.value().toString() != it.key())
            rules.aliases[it.key().toStdString()] = it.value().toString().toStdString();
    }
    return rules;
}

}  // namespace podium::session
