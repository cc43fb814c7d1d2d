// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "query/frame.h"
#include "session/rundetails.h"
#include "views/widgets/keyvaluemodel.h"

#include <QVector>

/// What the inspector says of the selected runs, as groups of properties. No widgets here.
namespace podium::views {

/// Links that a property can carry: what kind of thing, a colon, its id.
inline constexpr char16_t RunLink[] = u"run:";

/// A run's own facts: state and duration, parent, people, times, git, source, datasets, models,
/// ids.
[[nodiscard]] QVector<KeyValueGroup> overviewGroups(const session::InspectedRuns& runs,
                                                    base::Millis now);

/// Params: of one run all; of several first what differs, then what is the same. At most
/// `mostRuns` runs stand side by side.
[[nodiscard]] QVector<KeyValueGroup> paramGroups(const session::InspectedRuns& runs, int mostRuns);

/// Tags in the same way; MLflow's own only with `withSystem`.
[[nodiscard]] QVector<KeyValueGroup> tagGroups(const session::InspectedRuns& runs, int mostRuns,
                                               bool withSystem);

/// Metrics: of one run last, min and max; of several `reduction` of each.
[[nodiscard]] QVector<KeyValueGroup> metricGroups(const session::InspectedRuns& runs, int mostRuns,
                                                  query::Reduction reduction);

/// The heads of the value columns of metricGroups().
[[nodiscard]] QStringList metricTitles(const session::InspectedRuns& runs, int mostRuns);

/// The run's name, or its id where it has none.
[[nodiscard]] QString runTitle(const cache::RunDetails& details);

/// "Selected · 3 runs"
[[nodiscard]] QString selectionTitle(const session::InspectedRuns& runs);

/// How many tags are MLflow's own, in all runs together.
[[nodiscard]] int systemTagCount(const session::InspectedRuns& runs);

}  // namespace podium::views
