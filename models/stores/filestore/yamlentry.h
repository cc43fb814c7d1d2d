// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace podium::stores::filestore {

/// `key: value` with its line end, as PyYAML's safe dumper over libyaml writes a text in a block
/// mapping (allow_unicode, 80 columns): plain where that reads back as the same text, else in
/// single quotes, else in double ones. Facts: registry-ops' 15-yaml-matrix, recorded with MLflow.
/// `value` is UTF-8.
[[nodiscard]] std::string yamlEntry(std::string_view key, std::string_view value);

/// A text as it stands in YAML alone, as the key or the value of an entry; on one line only where
/// it has no blanks and line ends.
[[nodiscard]] std::string yamlScalar(std::string_view text);

/// The text of a meta.yaml with the entry of a top-level key replaced, or put where a sorted
/// document has it; all other bytes stay as they are.
[[nodiscard]] std::string withEntry(std::string_view yaml, std::string_view key,
                                    std::string_view value);
/// The same, where the whole entry is given in YAML, with its line end.
[[nodiscard]] std::string withLines(std::string_view yaml, std::string_view key,
                                    std::string_view entry);

}  // namespace podium::stores::filestore
