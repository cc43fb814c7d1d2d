// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "domain/entities.h"

#include <QString>

#include <string_view>

/// Words and numbers for people, in their language; values that cross this line do not come back.
namespace podium::views {

/// A whole sentence or two: what, where, why, and what to do next.
[[nodiscard]] QString describe(const base::Error& error);

/// The few words that name the kind of an error, for the head of a list: "Broken meta.yaml".
[[nodiscard]] QString errorTitle(base::ErrorCode code);

[[nodiscard]] QString statusText(domain::RunStatus status);
[[nodiscard]] QString lifecycleText(domain::Lifecycle lifecycle);
/// A stage of the registry ("None", "Staging", ...); an unknown one stays as it is.
[[nodiscard]] QString stageText(std::string_view stage);

/// At most four or five significant digits for a table: "0.2113", "3e-4", "1.2e6", "NaN", "∞". The
/// sign of negative numbers is a real minus.
[[nodiscard]] QString compactNumber(double value);

/// The shortest text that reads back as the same double, in ASCII: what is copied.
[[nodiscard]] QString fullNumber(double value);

/// A whole number in groups of three, parted by narrow spaces that do not break: "48 211".
[[nodiscard]] QString count(qint64 n);

/// "1 204 runs", "1 run" and the like, in the right plural.
[[nodiscard]] QString runCount(qint64 n);
[[nodiscard]] QString pointCount(qint64 n);
[[nodiscard]] QString fileCount(qint64 n);
[[nodiscard]] QString versionCount(qint64 n);
[[nodiscard]] QString problemCount(qint64 n);
[[nodiscard]] QString experimentCount(qint64 n);

/// "812 B", "15.8 MB"; powers of 1000.
[[nodiscard]] QString bytes(qint64 n);

/// "120 ms", "35 s", "12 min", "1 h 12 min", "2 d 3 h"; the two greatest units. Negative is "".
[[nodiscard]] QString duration(base::Millis milliseconds);

/// How long ago: "now", "5 min ago", "2 h ago", "yesterday", "3 d ago", from two months on the
/// date. Local time; both in milliseconds since the epoch.
[[nodiscard]] QString ago(base::Millis then, base::Millis now);

/// When, shortly: the time of day where it was today, else the date. Local time; both in
/// milliseconds since the epoch.
[[nodiscard]] QString moment(base::Millis then, base::Millis now);

/// Date and time of day to the second, local time, ISO order: for tool tips.
[[nodiscard]] QString timestamp(base::Millis time);

/// UTF-8 of the lower rooms as text of one line: broken bytes become U+FFFD, control characters and
/// line breaks a visible sign.
[[nodiscard]] QString oneLine(std::string_view utf8, int longest = 1000);

}  // namespace podium::views
