// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QStringView>

namespace podium::views {

/// The icon ":/icons/<name>.svg" (lucide), painted in the text colour of the application's palette:
/// it follows a change between light and dark, is pale when disabled, and is rendered for the
/// screen's pixel ratio. An unknown name gives an icon that isNull().
[[nodiscard]] QIcon icon(QStringView name);

/// The same in the palette's colour of secondary text, for buttons that should not call.
[[nodiscard]] QIcon dimIcon(QStringView name);

/// The same in one fixed colour; disabled is still pale.
[[nodiscard]] QIcon icon(QStringView name, const QColor& color);

/// One rendered picture, `size` device-independent pixels wide and high. Null if there is no such
/// icon.
[[nodiscard]] QPixmap iconPixmap(QStringView name, const QColor& color, int size, qreal ratio);

[[nodiscard]] bool hasIcon(QStringView name);

}  // namespace podium::views
