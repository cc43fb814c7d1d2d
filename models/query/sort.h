// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "query/frame.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace podium::query {

/// One column to order rows by.
struct OrderKey {
    ColumnKey column;
    bool descending = false;
    /// Texts that are numbers are ordered as numbers and stand before other texts (the table's
    /// header). MLflow's order_by compares texts by code points instead.
    bool numericText = false;

    friend bool operator==(const OrderKey&, const OrderKey&) = default;
};

/// Reads clauses of MLflow's order_by: `name [ASC|DESC]`, names as in filters, with MLflow's own
/// quirks. Errors as parseFilter(), with the index of the clause as fourth argument; codes:
/// QuerySyntax "order" (not of that form), QueryInvalid "entity", "attribute", "dataset-field",
/// "order-dataset" (a run has several datasets, MLflow does not order by them).
[[nodiscard]] base::Result<std::vector<OrderKey>> parseOrder(std::span<const std::string> clauses);

/// Orders rows of the frame. In both directions real values come first, then NaN (with numericText:
/// then the texts that are no numbers), then what is missing. Equal rows follow MLflow's natural
/// order, start_time DESC, run_id ASC, and at last the frame's order, so that the order is total.
/// Datasets go by their first text. A column which the frame lacks orders nothing. If stop is
/// requested, the result holds the same rows in any order.
[[nodiscard]] std::vector<std::uint32_t> sortRows(const Frame& frame,
                                                  std::vector<std::uint32_t> rows,
                                                  std::span<const OrderKey> keys,
                                                  std::stop_token stop = {});

/// Every row of the frame, in its order.
[[nodiscard]] std::vector<std::uint32_t> allRows(const Frame& frame);

}  // namespace podium::query
