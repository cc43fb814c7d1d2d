// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

/// MLflow's rules for what a person types (mlflow/utils/validation.py). Others would make MLflow
/// itself refuse the run, or cut the text.
namespace podium::session {

inline constexpr int LongestTagKey = 250;     // code points, as the next
inline constexpr int LongestTagValue = 8000;  // MLflow cuts what is longer without a word
inline constexpr int LongestRunName = 250;

enum class TagFault {
    Empty,
    TooLong,
    Character,  // other than letters, digits, _ - . : / and blanks
    Path,       // starts or ends with a slash, has two in a row, or a part "." or ".."
};

/// What is wrong with a tag's key; nothing if MLflow takes it.
[[nodiscard]] std::optional<TagFault> faultOfKey(const QString& key);
/// TooLong, or nothing.
[[nodiscard]] std::optional<TagFault> faultOfValue(const QString& value);
/// Empty or TooLong, or nothing. MLflow ignores an empty name.
[[nodiscard]] std::optional<TagFault> faultOfName(const QString& name);

/// True for tags that MLflow and its integrations write and read themselves ("mlflow.…"), but for
/// the description, which is a person's.
[[nodiscard]] bool isReservedTag(const QString& key);

/// The tag that MLflow shows as a run's description.
inline constexpr const char* NoteTag = "mlflow.note.content";

}  // namespace podium::session
