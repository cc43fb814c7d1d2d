// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/theme.h"

#include <QString>

namespace podium::views {

/// What a person can set for the whole program; kept by the composition.
struct Preferences {
    ThemeChoice theme = ThemeChoice::System;
    QString language;     // "" follows the system, else "en", "de", "zh_CN"
    int readThreads = 0;  // 0: as many as the machine suggests
    bool restoreSession = true;
    QString reviewName;  // who decides where no login says it; "" is the machine's user

    friend bool operator==(const Preferences&, const Preferences&) = default;
};

}  // namespace podium::views
