// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/frame.h"
#include "session/runsview.h"

#include <functional>
#include <vector>

class QMenu;

namespace podium::views {

/// Fills a menu with what runs can be grouped by: the levels at hand (checked), the params and tags
/// that differ in the table first, then all. `choose` gets the new levels.
void fillGroupMenu(QMenu& menu, const session::RunsView& view,
                   const std::function<void(std::vector<query::ColumnKey>)>& choose);

}  // namespace podium::views
