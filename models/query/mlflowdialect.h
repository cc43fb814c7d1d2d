// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/expression.h"
#include "query/names.h"

#include <string_view>

/// What MLflow 3.11 with sqlparse 0.5 takes of what Podium's filters can say.
namespace podium::query {

/// A number without a plus sign, and with digits on both sides of its point if it has an exponent.
[[nodiscard]] bool isMlflowNumber(std::string_view text);

/// A name as it is written: bare parts of keys may be neither numbers nor a few keywords.
[[nodiscard]] bool isMlflowName(std::string_view name);

/// The comparator is allowed for this column.
[[nodiscard]] bool isMlflowComparator(const NamedColumn& named, Comparator comparator);

}  // namespace podium::query
