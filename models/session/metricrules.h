// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/direction.h"

#include <QByteArray>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace podium::session {

/// What a person said about metrics: which way they get better, and which names mean the same one.
struct MetricRules {
    std::map<std::string, query::Direction, std::less<>> directions;
    std::map<std::string, std::string, std::less<>> aliases;  // another name -> the name

    /// The person's word, else the name's guess.
    [[nodiscard]] query::Direction direction(std::string_view metric) const;
    /// The name under which a metric is shown.
    [[nodiscard]] std::string name(std::string_view metric) const;
    /// The name and all others that mean it, itself first.
    [[nodiscard]] std::vector<std::string> spellings(std::string_view metric) const;

    [[nodiscard]] QByteArray toJson() const;
    /// Damaged rules read as none.
    [[nodiscard]] static MetricRules fromJson(const QByteArray& json);

    friend bool operator==(const MetricRules&, const MetricRules&) = default;
};

}  // namespace podium::session
