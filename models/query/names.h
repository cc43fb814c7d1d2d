// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "query/expression.h"
#include "query/frame.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace podium::query {

/// A column named in a filter or an order, and whether MLflow knows that name there.
struct NamedColumn {
    ColumnKey column;
    bool mlflow = true;
    bool whole = false;  // an attribute with whole numbers: a time or a duration
};

enum class NameProblem { Entity, Attribute, DatasetField };

/// What a name stands for: `key` is an attribute, else `entity.key`, split at the first dot; quotes
/// or back-ticks around the whole key are taken off. The spelling is MLflow's
/// (`metric|metrics`, `param|params|parameter|parameters`, `tag|tags`, `attribute|attributes|attr|
/// run`, `dataset|datasets`); names for orders lack the aliases `run name`, `Run name`, `Run Name`.
[[nodiscard]] std::variant<NamedColumn, NameProblem> columnNamed(std::string_view name,
                                                                 bool forOrder);

/// The kind behind an entity such as "params", with or without back-ticks.
[[nodiscard]] std::optional<ColumnKind> entityKind(std::string_view entity);

/// The spelling of an attribute, e.g. "run_name".
[[nodiscard]] std::string_view attributeName(Attribute attribute);

/// What a reduction takes beside its metric.
enum class ArgumentKind { None, Count, Step, Metric, Threshold, OptionalCount };
[[nodiscard]] ArgumentKind argumentKind(Reduction reduction);

/// Functions of numbers: "abs", "if" ...
[[nodiscard]] std::optional<Value::Kind> functionNamed(std::string_view name);

/// The function that names a reduction in a filter, e.g. "min", and back.
[[nodiscard]] std::string_view reductionName(Reduction reduction);
[[nodiscard]] std::optional<Reduction> reductionNamed(std::string_view name);

/// True for attributes that hold whole numbers.
[[nodiscard]] bool isWhole(Attribute attribute);

}  // namespace podium::query
