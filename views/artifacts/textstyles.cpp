// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/textstyles.h"

#include "views/theme/theme.h"

#include <algorithm>
#include <cstdlib>

namespace podium::views {

using artifacts::TextStyle;

namespace {

/// The series colour whose hue is nearest; the theme has no colours of its own for code.
QColor nearHue(int hue, const QPalette& palette) {
    QColor best;
    int distance = 360;
    for (int slot = 0; slot < SeriesColorCount; ++slot) {
        const QColor color = seriesColor(slot, palette);
        const int apart = std::abs(color.hslHue() - hue);
        const int around = std::min(apart, 360 - apart);
        if (around < distance && color.hslSaturation() > 60) {
            distance = around;
            best = color;
        }
    }
    return best;
}

}  // namespace

QTextCharFormat textStyleFormat(TextStyle style, const QPalette& palette) {
    const Colors& theme = colors(palette);
    QTextCharFormat format;
    switch (style) {
        case TextStyle::Plain:
            break;
        case TextStyle::Strong:
            format.setFontWeight(QFont::DemiBold);
            break;
        case TextStyle::Faint:
        case TextStyle::Grey:
        case TextStyle::Comment:
            format.setForeground(theme.dim);
            break;
        case TextStyle::Red:
            format.setForeground(theme.bad);
            break;
        case TextStyle::Green:
        case TextStyle::Literal:
            format.setForeground(theme.ok);
            break;
        case TextStyle::Yellow:
        case TextStyle::Number:
            format.setForeground(theme.warn);
            break;
        case TextStyle::Blue:
        case TextStyle::Name:
            format.setForeground(theme.accent);
            break;
        case TextStyle::Magenta:
        case TextStyle::Keyword:
            format.setForeground(nearHue(300, palette));
            break;
        case TextStyle::Cyan:
            format.setForeground(nearHue(185, palette));
            break;
    }
    return format;
}

}  // namespace podium::views
