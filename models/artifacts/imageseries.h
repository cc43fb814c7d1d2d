// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace podium::artifacts {

/// A picture of MLflow's log_image with a step: `<key>+step+<n>+timestamp+<ms>+<uuid>.png`, and its
/// thumbnail `…+compressed.webp`; the separator was `%` before MLflow 3.11, and `/` in a key is
/// `~`.
struct SteppedImage {
    std::string key;
    std::int64_t step = 0;
    std::int64_t timestamp = 0;  // milliseconds since the epoch
    bool compressed = false;
    std::string name;  // of the file
};

/// Reads a file's name from its end, because a key may hold anything. No value for other names.
[[nodiscard]] std::optional<SteppedImage> readSteppedName(std::string_view fileName);

/// The pictures of a folder by their keys, each in order of step, then time; thumbnails are left
/// out.
[[nodiscard]] std::map<std::string, std::vector<SteppedImage>> imageSeries(
    const std::vector<std::string>& fileNames);

}  // namespace podium::artifacts
