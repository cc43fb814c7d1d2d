// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QImage>
#include <QString>

#include <functional>
#include <optional>

class QIODevice;
class QMenu;
class QWidget;

/// How cards make files of their charts.
namespace podium::views {

/// What became of a file that was to be written; nothing: it is there.
using Written = std::optional<base::Error>;

// These may run on any thread; a file is written whole or not at all.
[[nodiscard]] Written writeBytes(const QString& path, const QByteArray& bytes);
/// `scale` device pixels per pixel of 96 dpi.
[[nodiscard]] Written writeImage(const QString& path, QImage image, double scale);
[[nodiscard]] Written writeWith(const QString& path, const std::function<bool(QIODevice&)>& write);

/// A title as a name for files.
[[nodiscard]] QString fileNameOf(QString title);

/// The kinds of files a chart can become, as a submenu; the choice is told with its suffix and
/// scale.
void addExportMenu(QMenu* menu, QObject* context,
                   const std::function<void(const QString& suffix, double scale)>& chosen);

/// Asks where a file is to be written.
void askForFile(QWidget* parent, const QString& name, const QString& suffix,
                const std::function<void(const QString& path)>& chosen);

}  // namespace podium::views
