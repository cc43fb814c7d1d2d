// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace podium::tests {

/// Builds files and folders as they are drawn: two blanks of indent a level, `name/` is a folder,
/// `name = text` a file, `name -> target` a symbolic link, `name` an empty file. In a file's text
/// `\n` and `\r` stand for line ends and `\xHH` for a byte. False if something could not be made.
bool buildTree(const std::filesystem::path& root, std::string_view drawing);

/// Writes a file, folders on the way included.
bool writeFile(const std::filesystem::path& file, std::string_view content);
bool appendFile(const std::filesystem::path& file, std::string_view content);

/// Every path below with its type, size and time of change, one line each, sorted: to tell whether
/// anything was touched.
[[nodiscard]] std::string treeState(const std::filesystem::path& root);

}  // namespace podium::tests
