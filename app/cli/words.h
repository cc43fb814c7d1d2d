// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace podium::app {

/// Gives the texts of the command line one context for translation.
class CommandLine {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

}  // namespace podium::app
