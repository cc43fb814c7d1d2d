// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/frame.h"
#include "query/sort.h"

#include <QJsonObject>

#include <optional>

namespace podium::session {

/// A column as it is kept in the session file: {"kind": "metric", "key": "loss", "reduction":
/// "min"}.
[[nodiscard]] QJsonObject toJson(const query::ColumnKey& column);
/// Nothing if it is no column that is known here.
[[nodiscard]] std::optional<query::ColumnKey> columnFromJson(const QJsonObject& object);

[[nodiscard]] QJsonObject toJson(const query::OrderKey& key);
[[nodiscard]] std::optional<query::OrderKey> orderFromJson(const QJsonObject& object);

}  // namespace podium::session
