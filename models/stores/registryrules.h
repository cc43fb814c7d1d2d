// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/write.h"

#include <optional>
#include <string>
#include <string_view>

/// What MLflow refuses about the registry wherever it is kept (mlflow/utils/validation.py, 3.11;
/// tests/data/registry-ops has its answers).
namespace podium::stores {

inline constexpr std::size_t LongestRegistryKey = 250;  // characters, as the next
/// Of MLflow 2.17 it is 5,000; nothing in a store says whose it is, and 2.17 reads longer ones.
inline constexpr std::size_t LongestRegistryTag = 100'000;
inline constexpr std::size_t LongestAlias = 255;

inline constexpr std::string_view NoStage = "None";
inline constexpr std::string_view ArchivedStage = "Archived";
/// The stage of a version that was deleted: it stays so that its number is not given again.
inline constexpr std::string_view DeletedStage = "Deleted_Internal";

/// A stage as MLflow writes it, from any case; nothing if it is none.
[[nodiscard]] std::optional<std::string> stageNamed(std::string_view text);

/// A version's number in digits without zeros before it; 0 if it is none.
[[nodiscard]] std::int64_t versionNumber(std::string_view text);

/// A change of the registry as it is to be written, with stages as MLflow writes them; or why
/// MLflow takes none such: VersionMissing, VersionInvalid, StageInvalid, ArchiveNotForStage,
/// AliasInvalid, AliasReserved, TagKeyInvalid, TagKeyTooLong, TagTooLong. A reserved alias that is
/// there may be taken away.
[[nodiscard]] base::Result<Change> allowedChange(Change change);

/// The same of a place that is only looked at.
[[nodiscard]] base::Result<void> allowedPlace(const Place& place);

}  // namespace podium::stores
