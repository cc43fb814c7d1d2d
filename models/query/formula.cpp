// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/formula.h"

#include "query/parser.h"

#include <utility>

namespace podium::query {

std::vector<ColumnKey> Formula::columns() const {
    std::vector<ColumnKey> columns;
    collectColumns(*m_value, columns);
    return columns;
}

NumberColumn Formula::values(const Frame& frame, std::stop_token stop) const {
    return evaluateValue(*m_value, frame, std::move(stop));
}

base::Result<Formula> parseFormula(std::string_view text) {
    if (text.size() > MaximumFilterLength)
        return queryError(base::ErrorCode::QueryInvalid, MaximumFilterLength,
                          text.size() - MaximumFilterLength, "too-long");
    return Parser(text, lex(text), false, base::systemClock()()).parseFormula();
}

}  // namespace podium::query
