// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/sourcebook.h"

#include <QString>

namespace podium::views {

struct Colors;

/// The state of a source in a word or two: "synced", "31 %", "offline".
[[nodiscard]] QString sourceStateText(session::SourceState state, int percent);
[[nodiscard]] QColor sourceStateColor(session::SourceState state, const Colors& c);

/// The kind of a store for people: "MLflow folder".
[[nodiscard]] QString sourceKindText(const QString& kind);

/// Shows a folder, or the folder of a file, in the desktop's file manager; what is no local path is
/// left alone.
void revealPath(const QString& path);

}  // namespace podium::views
