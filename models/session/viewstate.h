// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/frame.h"
#include "query/grouping.h"
#include "query/sort.h"

#include <QJsonObject>
#include <QString>

#include <map>
#include <vector>

namespace podium::session {

/// How the numbers of a column are written.
struct ColumnFormat {
    enum class Kind { Automatic, Digits, Scientific, Percent, Duration, Date, Bytes };
    Kind kind = Kind::Automatic;
    int digits = 3;  // after the point; Digits, Scientific and Percent

    friend bool operator==(const ColumnFormat&, const ColumnFormat&) = default;
};

/// How the table looks beside its rows and columns.
struct Appearance {
    std::map<query::ColumnKey, ColumnFormat> formats;         // others are automatic
    std::map<query::ColumnKey, query::Aggregate> aggregates;  // of groups; else mean ± deviation
    std::size_t pinned = 0;  // columns that stay in sight beside the name

    [[nodiscard]] ColumnFormat format(const query::ColumnKey& column) const;
    [[nodiscard]] query::Aggregate aggregate(const query::ColumnKey& column) const;
    friend bool operator==(const Appearance&, const Appearance&) = default;
};

/// What a person arranges of the run table, and can take back.
struct ViewState {
    QString filter;
    std::vector<query::ColumnKey> columns;
    bool columnsChosen = false;  // by a person; otherwise defaults follow the data
    std::vector<query::OrderKey> order;
    std::vector<query::ColumnKey> groupBy;
    Appearance appearance;

    friend bool operator==(const ViewState&, const ViewState&) = default;
};

/// For the next start. What is damaged or unknown is left out.
[[nodiscard]] QJsonObject toJson(const ViewState& state);
[[nodiscard]] ViewState viewStateFromJson(const QJsonObject& object);

}  // namespace podium::session
