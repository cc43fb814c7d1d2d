// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace podium::views {

/// How well a text answers what was typed; 0: not at all, greater is better. Every word of the
/// query must be there, in any order; a beginning counts more than the inside of a word, and one
/// word may also be its letters in order ("cpal" finds "Command palette").
[[nodiscard]] int matchScore(QStringView text, QStringView query);

}  // namespace podium::views
