// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/ansi.h"

#include <QPalette>
#include <QTextCharFormat>

namespace podium::views {

/// How a style looks in the theme of a palette.
[[nodiscard]] QTextCharFormat textStyleFormat(artifacts::TextStyle style, const QPalette& palette);

}  // namespace podium::views
