// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/frame.h"

#include <functional>

class QMenu;

namespace podium::views {

/// Fills a menu with all reductions of a metric; those that take an argument ask for it. `choose`
/// gets the column a person chose. With `shown` and `hide` they are checks, each for itself;
/// without them the one of `key` is checked.
void fillReductionMenu(QMenu& menu, const query::ColumnKey& key,
                       const std::function<void(const query::ColumnKey&)>& choose,
                       const std::function<bool(const query::ColumnKey&)>& shown = {},
                       const std::function<void(const query::ColumnKey&)>& hide = {});

}  // namespace podium::views
