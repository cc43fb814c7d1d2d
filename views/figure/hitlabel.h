// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/figure/figure.h"

class QWidget;

namespace podium::views {

/// Paints the words for what is pointed at in a box beside it, inside of the widget.
void paintHitLabel(QPainter& painter, const QWidget& widget, const FigureHit& hit);

}  // namespace podium::views
