// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/recognise.h"

#include <optional>

namespace podium::artifacts {

/// What the first bytes of a file that is no text say; no value where they say nothing. The ending
/// of its name (small letters, no dot) counts for formats alone that have no mark of their own.
[[nodiscard]] std::optional<Kind> kindByMagic(std::string_view head, std::string_view extension,
                                              std::int64_t size);

}  // namespace podium::artifacts
