// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace podium::views {

/// Lets screen readers read what a TextView shows: the rows on the screen, as a read-only text.
/// May be called often.
void installTextAccess();

}  // namespace podium::views
