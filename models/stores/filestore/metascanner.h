// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/filestore/metadocument.h"

#include <string_view>

namespace podium::stores::filestore {

/// Reads the flat form in which PyYAML's dumper writes MLflow's meta.yaml files: `key: scalar`
/// lines with plain, single- and double-quoted scalars that may be folded over indented lines,
/// `[]`, `{}`, and maps of such scalars one level down. `yaml` must be UTF-8. False if the text is
/// anything else, valid or not: then parseYaml() decides. Whenever it is true, parseYaml() would
/// have given the same document.
[[nodiscard]] bool scanMeta(std::string_view yaml, MetaDocument& document);

}  // namespace podium::stores::filestore
