// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>
#include <Qt>

class QPainter;
class QStyleOption;
class QWidget;

/// Shapes that the parts of the style share; also for widgets that paint themselves.
namespace podium::views {

/// A filled box with a border of one pixel that lies inside `rect`.
void drawBox(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& border,
             qreal radius);

/// A ring of two pixels inside `rect`.
void drawFocusRing(QPainter& painter, const QRectF& rect, const QColor& color, qreal radius);

/// An open arrow in the middle of `rect`, 8 pixels wide.
void drawChevron(QPainter& painter, const QRectF& rect, Qt::ArrowType direction,
                 const QColor& color);

/// A check mark or, for a partial check, a dash.
void drawCheck(QPainter& painter, const QRectF& rect, bool partial, const QColor& color);

/// True if the widget has the dynamic property that setPrimary() and its like set.
[[nodiscard]] bool isMarked(const QWidget* widget, const char* property);

/// True if focus should be seen on a control: it has it, and by keyboard.
[[nodiscard]] bool showsFocus(const QStyleOption& option);

}  // namespace podium::views
