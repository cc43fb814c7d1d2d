// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QColor>
#include <QPalette>

/// Every colour of the program. Nothing else in the views names a colour.
namespace podium::views {

enum class Scheme { Light, Dark };

/// What a colour is for; a meaning is never carried by its colour alone.
struct Colors {
    QColor window;      // behind cards
    QColor panel;       // bars, side panels, tables, cards
    QColor field;       // what is typed or pressed into: line edits, buttons
    QColor line;        // borders and separators
    QColor text;        // on window, panel, field and selection
    QColor dim;         // secondary text
    QColor accent;      // focus, links, the checked state
    QColor accentText;  // on accent
    QColor selection;   // selected rows, the checked rail button
    QColor hover;       // under the pointer, over panel
    QColor ok;
    QColor warn;
    QColor bad;
    QColor badText;   // on bad
    QColor rowLine;   // between the rows of a table, fainter than line
    QColor scroller;  // handle of a scroll bar
    bool dark = false;
};

[[nodiscard]] const Colors& colors(Scheme scheme);

/// The colours that go with a palette: dark if its window is darker than its text.
[[nodiscard]] const Colors& colors(const QPalette& palette);
[[nodiscard]] Scheme schemeOf(const QPalette& palette);

/// The application's palette for a scheme; all roles and groups are set.
[[nodiscard]] QPalette palette(Scheme scheme);

/// How many colours tell runs apart before they repeat.
constexpr int SeriesColorCount = 12;

/// The line colour of a slot (any int, taken modulo the count). The slot of a run is chosen once
/// and kept, so that its colour is the same in the table and in every chart; the scheme changes
/// lightness, not hue. The sets were searched for the greatest least distance in OKLab, as seen
/// with normal, deuteranopic and protanopic sight, with a contrast to the panel of 3 : 1 or more.
[[nodiscard]] QColor seriesColor(int slot, Scheme scheme);
[[nodiscard]] QColor seriesColor(int slot, const QPalette& palette);

/// A slot that depends on the run's id alone: for runs nobody gave a colour.
[[nodiscard]] int seriesSlot(QByteArrayView runId);

/// `over` laid on `under` with an opacity of 0 to 1.
[[nodiscard]] QColor blend(const QColor& under, const QColor& over, double opacity);

/// WCAG contrast of two opaque colours, 1 to 21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

}  // namespace podium::views
