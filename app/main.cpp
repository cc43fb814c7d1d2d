// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"
#include "app/window.h"

/// One program: a known command needs no display and starts no part of the window.
int main(int argc, char** argv) {
    if (podium::app::isCommandLine(argc, argv))
        return podium::app::runCommandLine(argc, argv);
    return podium::app::runWindow(argc, argv);
}
