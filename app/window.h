// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace podium::app {

/// Opens the window with the sources that the arguments name and runs until it is closed. Returns
/// the exit code of the program.
[[nodiscard]] int runWindow(int argc, char** argv);

}  // namespace podium::app
