// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/tagrules.h"

#include <QStringList>

#include <algorithm>

namespace podium::session {

namespace {

/// Python's `[/\w.\- :]`: \w is what str.isalnum() says, or "_".
bool isAllowed(char32_t c) {
    return QChar::isLetterOrNumber(c) || QStringView(u"_/.- :").contains(QChar(char16_t(c)));
}

}  // namespace

std::optional<TagFault> faultOfKey(const QString& key) {
    const QList<uint> points = key.toUcs4();
    if (points.isEmpty())
        return TagFault::Empty;
    if (points.size() > LongestTagKey)
        return TagFault::TooLong;
    if (!std::ranges::all_of(
            points, [](uint c) { return c < 0x10000 ? isAllowed(c) : QChar::isLetterOrNumber(c); }))
        return TagFault::Character;
    // Python's posixpath.normpath() must give the same.
    const QStringList parts = key.split(u'/');
    const auto isFolder = [](const QString& part) {
        return part.isEmpty() || part == QLatin1String(".") || part == QLatin1String("..");
    };
    if (std::ranges::any_of(parts, isFolder) || key.startsWith(QLatin1String("..")))
        return TagFault::Path;
    return std::nullopt;
}

std::optional<TagFault> faultOfValue(const QString& value) {
    return value.toUcs4().size() > LongestTagValue ? std::optional(TagFault::TooLong)
                                                   : std::nullopt;
}

std::optional<TagFault> faultOfName(const QString& name) {
    if (name.trimmed().isEmpty())
        return TagFault::Empty;
    return name.toUcs4().size() > LongestRunName ? std::optional(TagFault::TooLong) : std::nullopt;
}

bool isReservedTag(const QString& key) {
    return key.startsWith(QLatin1String("mlflow.")) && key != QLatin1String(NoteTag);
}

}  // namespace podium::session
