// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entities.h"

#include <string>
#include <string_view>
#include <vector>

/// Small documents inside the cache. Reading is tolerant: what is not there or damaged comes back
/// empty.
namespace podium::cache {

[[nodiscard]] std::string tagsToJson(const std::vector<domain::KeyValue>& tags);
[[nodiscard]] std::vector<domain::KeyValue> tagsFromJson(std::string_view text);

[[nodiscard]] std::string aliasesToJson(const std::vector<domain::Alias>& aliases);
[[nodiscard]] std::vector<domain::Alias> aliasesFromJson(std::string_view text);

[[nodiscard]] std::string textsToJson(const std::vector<std::string>& texts);
[[nodiscard]] std::vector<std::string> textsFromJson(std::string_view text);

/// Dataset inputs, model inputs and outputs of a run and Metric::withDataset; "" where there are
/// none.
[[nodiscard]] std::string inputsToJson(const domain::Run& run);
/// Metric::withDataset of one metric from such a document.
[[nodiscard]] std::vector<std::uint32_t> pointsWithDataset(std::string_view document,
                                                           std::string_view metric);
void inputsFromJson(std::string_view text, domain::Run& run);

[[nodiscard]] std::string loggedModelToJson(const domain::LoggedModel& model);
void loggedModelFromJson(std::string_view text, domain::LoggedModel& model);

[[nodiscard]] std::string modelVersionToJson(const domain::ModelVersion& version);
void modelVersionFromJson(std::string_view text, domain::ModelVersion& version);

}  // namespace podium::cache
