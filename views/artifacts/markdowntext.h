// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// What a Markdown text must be like before Qt may lay it out. Qt 6.4 reads Markdown in quadratic
/// time and lays it out recursively: 512 KiB of "1. " keep it busy for half a minute.
namespace podium::views {

inline constexpr qsizetype MaxMarkdownCharacters = 64 * 1024;

/// True if the text is small enough, and has no paragraph, nesting or number of pictures and
/// brackets that would make the layout slow.
[[nodiscard]] bool isCalmMarkdown(const QString& markdown);

/// The same text for Qt's reader: the rule of a table gets the three dashes per column that it asks
/// for, where GitHub takes one.
[[nodiscard]] QString preparedMarkdown(const QString& markdown);

/// The pictures a document asks for, by the names it gives them.
[[nodiscard]] QStringList picturesOf(const QString& markdown);

}  // namespace podium::views
