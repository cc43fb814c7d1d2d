// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "query/expression.h"
#include "query/query.h"

#include <string_view>
#include <vector>

namespace podium::query {

/// A list behind IN. MLflow reads it as a literal of Python: adjacent texts are one text, a
/// backslash escapes, a comma may end it.
struct ListLiteral {
    Operand items;            // texts or numbers
    std::vector<Note> spans;  // where each item stands, in order; the code means nothing
};

/// Reads the inside of a list, text[begin, end) of the whole filter. Errors as parseFilter().
[[nodiscard]] base::Result<ListLiteral> parseList(std::string_view filter, std::size_t begin,
                                                  std::size_t end);

/// A QuerySyntax or QueryInvalid error at a place of the filter.
[[nodiscard]] base::Error queryError(base::ErrorCode code, std::size_t position, std::size_t length,
                                     std::string_view reason);

}  // namespace podium::query
