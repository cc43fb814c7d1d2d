// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/registrybook.h"

#include <QColor>
#include <QString>
#include <QVector>

class QPainter;

namespace podium::views {

struct Colors;

/// A word in a rounded box: a stage or an alias of a model version.
struct Chip {
    QString text;
    QColor color;
};

/// The chips of a version: its stage unless it is "None", then its aliases ("@champion").
[[nodiscard]] QVector<Chip> versionChips(const session::ModelEntry& entry,
                                         const session::ModelEntry::Version& version,
                                         const Colors& c);
/// The chips of a model: that it is a prompt, its stages in use with their newest version
/// ("Production v7"), then its aliases.
[[nodiscard]] QVector<Chip> modelChips(const session::ModelEntry& entry, const Colors& c);

[[nodiscard]] QColor stageColor(std::string_view stage, const Colors& c);

/// Paints chips from the leading end of `rect` on; those that do not fit become "+2". Returns the
/// width used.
int drawChips(QPainter& painter, const QRect& rect, const QVector<Chip>& chips,
              Qt::LayoutDirection direction, const Colors& c);

}  // namespace podium::views
