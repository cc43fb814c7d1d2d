// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/filestore/metadocument.h"

#include <optional>
#include <string>
#include <string_view>

namespace podium::stores::filestore {

/// Reads any YAML mapping with yaml-cpp into a flat document: scalars of the top level, and maps of
/// scalars one level down; what lies deeper has kind Other. Plain scalars get their YAML 1.1 types.
/// Nothing if it is well formed (then an empty text gives an empty document), otherwise the reason.
/// Neither depth nor aliases can make memory grow beyond a small multiple of the text.
[[nodiscard]] std::optional<std::string> parseYaml(std::string_view yaml, MetaDocument& document);

}  // namespace podium::stores::filestore
