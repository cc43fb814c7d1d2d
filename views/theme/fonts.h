// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRect>
#include <QString>

class QFontMetrics;
class QPainter;

/// The system's font in the program's few sizes. No family is named here.
namespace podium::views {

[[nodiscard]] QFont smallFont(const QFont& base);    // captions, header sections, receipts
[[nodiscard]] QFont strongFont(const QFont& base);   // names, titles of cards
[[nodiscard]] QFont titleFont(const QFont& base);    // head of a page
[[nodiscard]] QFont sectionFont(const QFont& base);  // SECTION HEADS: small, spaced, capitals
[[nodiscard]] QFont monoFont(const QFont& base);     // filters, paths, code; as high as base

/// The width of a number whose digits all have the same width, as drawNumber() paints it.
[[nodiscard]] int numberWidth(const QFontMetrics& metrics, const QString& text);

/// Paints a text in the painter's font, whose metrics these are, and pen on one line; what does not
/// fit is elided. Made for the cells of tables: quicker than QPainter::drawText() in a rectangle.
void drawLine(QPainter& painter, const QFontMetrics& metrics, const QRect& rect,
              const QString& text, Qt::Alignment alignment);

/// Paints a number with digits of one width in the painter's font and pen, on one line, so that a
/// column of numbers stands in columns of digits; Qt 6.4 cannot switch a font to tabular digits.
/// What does not fit is elided.
void drawNumber(QPainter& painter, const QRect& rect, const QString& text,
                Qt::Alignment alignment = Qt::AlignRight | Qt::AlignVCenter);
/// The same where the painter's metrics are at hand.
void drawNumber(QPainter& painter, const QFontMetrics& metrics, const QRect& rect,
                const QString& text, Qt::Alignment alignment);

}  // namespace podium::views
