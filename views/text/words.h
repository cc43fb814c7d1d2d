// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace podium::views {

/// Settles the "(s)" that an English source text has where a translation has its plural forms: the
/// program needs no English translation file. A translated text has none and stays.
[[nodiscard]] inline QString settlePlural(QString text, qint64 n) {
    return text.replace(QLatin1String("(s)"), n == 1 ? QString() : QStringLiteral("s"));
}

}  // namespace podium::views
