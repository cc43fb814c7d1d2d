// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace podium::app {

/// True if the first argument is a command, `--help` or `--version`: then no window is wanted.
[[nodiscard]] bool isCommandLine(int argc, char** argv);

/// Runs the command; returns the exit code (ExitCode).
[[nodiscard]] int runCommandLine(int argc, char** argv);

}  // namespace podium::app
