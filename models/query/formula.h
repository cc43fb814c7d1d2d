// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "query/expression.h"
#include "query/frame.h"

#include <memory>
#include <stop_token>
#include <string_view>
#include <vector>

namespace podium::query {

/// A number computed from other columns: `metrics.val_loss - metrics.train_loss`. Names are written
/// as in filters, also reductions; + - * / ^ and abs log exp sqrt min max if(condition, a, b).
/// Cheap to copy, never changes.
class Formula {
public:
    explicit Formula(std::shared_ptr<const Value> value) : m_value(std::move(value)) {}

    /// The columns that a frame needs for values().
    [[nodiscard]] std::vector<ColumnKey> columns() const;
    /// Missing where a part is missing; a division by zero is infinite or NaN, as IEEE 754 has it.
    [[nodiscard]] NumberColumn values(const Frame& frame, std::stop_token stop = {}) const;
    [[nodiscard]] const Value& value() const { return *m_value; }

private:
    std::shared_ptr<const Value> m_value;
};

/// Reads a formula (UTF-8). Errors as parseFilter().
[[nodiscard]] base::Result<Formula> parseFormula(std::string_view text);

}  // namespace podium::query
