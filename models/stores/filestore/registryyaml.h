// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "stores/write.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

/// What MLflow changes in the meta.yaml of a registered model or a version, in its own spelling
/// (recorded in tests/data/registry-ops). All other bytes stay.
namespace podium::stores::filestore {

/// Aliases with what their files hold: a version's number.
using AliasMap = std::map<std::string, std::string>;

[[nodiscard]] std::string withTime(std::string_view yaml, base::Millis now);
/// Nothing is written as null.
[[nodiscard]] std::string withDescription(std::string_view yaml, const Held& description);
/// The copy of the aliases that a model's meta.yaml has.
[[nodiscard]] std::string withAliases(std::string_view yaml, const AliasMap& aliases);
/// The list that MLflow 2.x writes into a version's.
[[nodiscard]] std::string withAliasList(std::string_view yaml,
                                        const std::vector<std::string>& aliases);

}  // namespace podium::stores::filestore
