// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/reviewbook.h"
#include "views/registry/facttable.h"

#include <QStringList>

/// The evidence of a request as rows of tables. No widgets are made here.
namespace podium::views {

struct FactRows {
    QStringList titles;
    QVector<FactRow> rows;
    QString note;  // beside the title: what is left out, or why there is nothing
};

/// Metrics of candidate and incumbent with difference and share, those that differ first.
[[nodiscard]] FactRows metricRows(const session::Review& review);
/// Signature, requirements, params, datasets, tags and files that differ; breaking changes of the
/// signature first.
[[nodiscard]] FactRows changeRows(const session::Review& review);
[[nodiscard]] FactRows gateRows(const session::Review& review);

}  // namespace podium::views
