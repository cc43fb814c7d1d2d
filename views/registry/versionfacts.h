// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "session/registrybook.h"
#include "views/widgets/keyvaluemodel.h"

#include <QVector>

namespace podium::views {

/// The link of a version's source run.
inline constexpr char16_t SourceRunLink[] = u"source-run";

/// "ready", "pending", "failed"; an unknown status stays as it is.
[[nodiscard]] QString versionStatusText(const std::string& status);

/// What is known of a version: description, source run, places, times, tags.
[[nodiscard]] QVector<KeyValueGroup> versionGroups(const session::ModelEntry& entry,
                                                   const session::ModelEntry::Version& version,
                                                   base::Millis now);

}  // namespace podium::views
