// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/figure/figure.h"
#include "views/plot/lineplot.h"

#include <QByteArray>
#include <QImage>

class QIODevice;

/// A figure as a file. All may run on any thread.
namespace podium::views {

/// On the panel's colour, `scale` device pixels per pixel.
[[nodiscard]] QImage figureImage(const Figure& figure, const Canvas& canvas, double scale);
[[nodiscard]] QByteArray figureSvg(const Figure& figure, const Canvas& canvas,
                                   const QString& title);
/// In the light scheme, as paper is.
[[nodiscard]] QByteArray figurePdf(const Figure& figure, Canvas canvas, const PaperForm& form,
                                   const QString& title);
/// The numbers behind it with full precision, lines end with CR LF. False if the device took not
/// all.
[[nodiscard]] bool writeFigureCsv(QIODevice& device, const Figure& figure);

}  // namespace podium::views
