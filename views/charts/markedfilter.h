// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/figure/figureoptions.h"

#include <QString>

/// What is marked on the axes of parallel coordinates, in words.
namespace podium::views {

/// As a filter of the table: "params.lr >= 0.01 AND params.lr <= 0.1". "" if nothing is marked, or
/// if one of the marks has no words there.
[[nodiscard]] QString markedFilter(const FigureOptions& options);

/// For people: "lr 0.01 – 0.1 · model resnet, vit"; "" if nothing is marked.
[[nodiscard]] QString markedWords(const FigureOptions& options);

}  // namespace podium::views
