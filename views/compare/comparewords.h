// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/comparemodel.h"
#include "items/comparereport.h"

/// What the compare page says, in a person's language.
namespace podium::views {

[[nodiscard]] QString compareSectionTitle(items::CompareSection section);
[[nodiscard]] QString compareRowTitle(const items::CompareRow& row);
[[nodiscard]] items::CompareModel::Words compareWords();

/// Words of an exported report; `runs` are titles in the order of the comparison.
[[nodiscard]] items::ReportWords reportWords(const QStringList& runs);

/// What "surprise" and the distance of curves mean, for a tool tip.
[[nodiscard]] QString surpriseExplained();
[[nodiscard]] QString curveDistanceExplained();

}  // namespace podium::views
