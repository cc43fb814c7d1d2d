// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/savedview.h"

#include <QJsonArray>
#include <QJsonObject>

namespace podium::session {

/// The columns of a view's file: each with its reduction, format, width, and whether it is kept in
/// sight. One that is not shown but has a format or width stands there with "shown": false.
[[nodiscard]] QJsonArray viewColumnsToJson(const SavedView& view);
void viewColumnsFromJson(const QJsonArray& array, SavedView& view, std::vector<ViewNote>& notes);

/// A column of a view's file; notes and nothing if it is none that is known here.
[[nodiscard]] std::optional<query::ColumnKey> viewColumn(const QJsonObject& object,
                                                         const QStringList& known,
                                                         const QString& where,
                                                         std::vector<ViewNote>& notes);

}  // namespace podium::session
