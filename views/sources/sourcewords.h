// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "session/sourcebook.h"

#include <QString>

namespace podium::views {

struct Colors;

/// The state of a source in a word or two: "live" (watched), "checked 10:31" (at `checkedAt`, and
/// not watched), "31 %", "offline" (on purpose), "not reachable".
[[nodiscard]] QString sourceStateText(session::SourceState state, int percent,
                                      domain::OptionalMillis checkedAt, base::Millis now);
[[nodiscard]] QColor sourceStateColor(session::SourceState state, const Colors& c);

/// The icon that goes with the words.
[[nodiscard]] QString sourceStateIcon(session::SourceState state);
/// Why nothing new comes, and what happens next; "" while all is well.
[[nodiscard]] QString sourceTrouble(const session::SourceInfo& source, base::Millis now);

/// Whether somebody looks for changes, as a sentence: "Changes come by themselves."; "" where
/// sourceTrouble() says what is the matter, and while it is read.
[[nodiscard]] QString sourceWatchText(const session::SourceInfo& source);

/// The kind of a store for people: "MLflow folder".
[[nodiscard]] QString sourceKindText(const QString& kind);

/// Shows a folder, or the folder of a file, in the desktop's file manager; what is no local path is
/// left alone.
void revealPath(const QString& path);

}  // namespace podium::views
