// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/rundetails.h"
#include "views/widgets/keyvaluemodel.h"

#include <QString>

/// Marks on what people decided and what has not arrived in its store. No widgets here.
namespace podium::views {

/// Makes the tags of one run editable, and marks those that were decided on. A tag that was deleted
/// is a row of its own until its store has deleted it, too.
void markTags(KeyValueGroup& group, const session::InspectedRuns& runs, bool withSystem);

/// What has been decided of the selected runs, in a line: "Name and 2 more: waiting"; "" if
/// nothing. `icon` gets the name of its icon.
[[nodiscard]] QString editsLine(const session::InspectedRuns& runs, QString& icon);

}  // namespace podium::views
