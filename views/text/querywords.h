// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace podium::views {

/// What models/query's codes mean: after "expected" for an ErrorCode::QuerySyntax ("a value"), a
/// clause of its own for QueryInvalid ("there is no such attribute"). An unknown code stays as it
/// is.
[[nodiscard]] QString queryWords(std::string_view code);

}  // namespace podium::views
