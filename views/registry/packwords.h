// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/reviewpack.h"

namespace podium::views {

/// The words of a review pack in the program's language.
[[nodiscard]] registry::PackWords packWords();

}  // namespace podium::views
