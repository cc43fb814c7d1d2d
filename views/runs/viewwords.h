// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/savedview.h"

#include <QString>

#include <span>

namespace podium::views {

/// What of a view's file could not be taken, as a sentence.
[[nodiscard]] QString describe(const session::ViewNote& note);

/// Why a file is no view, and what to do.
[[nodiscard]] QString describeRefusal(const QString& path, const session::ViewNote& why);

/// The first few of them in one text; "" if there are none.
[[nodiscard]] QString describe(std::span<const session::ViewNote> notes);

}  // namespace podium::views
