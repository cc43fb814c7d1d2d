// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace podium::artifacts {

/// What a file is, as far as its preview is concerned.
enum class Kind {
    Empty,
    // Text, whose source can be shown
    Text,
    Log,
    Code,
    Toml,
    Requirements,
    Environment,  // conda.yaml, python_env.yaml
    Project,      // MLproject
    Markdown,
    Html,
    Json,
    JsonLines,
    JsonTable,  // {"columns": […], "data": […]}, as log_table and pandas write it
    GeoJson,
    Notebook,
    Yaml,
    MLmodel,
    Csv,
    Tsv,
    // Pictures of pixels
    Png,
    Jpeg,
    Gif,
    Webp,
    Bmp,
    Tiff,
    // Anything else
    Svg,
    Pdf,
    Audio,
    Video,
    Archive,     // files in one: zip, tar, 7z
    Compressed,  // one stream: gzip, zstd, xz, bzip2; maybe of a tar
    NumPy,
    NumPyArchive,  // npz
    Safetensors,
    Onnx,
    Hdf5,
    Pickle,
    Parquet,
    Database,
    Binary
};
inline constexpr int KindCount = static_cast<int>(Kind::Binary) + 1;

[[nodiscard]] bool isRasterImage(Kind kind);
/// True where the file as such is text, so that its source can be shown.
[[nodiscard]] bool isText(Kind kind);

/// Judges by content first, name second: bytes that cannot be text never become a text kind, magic
/// bytes beat any extension, and a name counts only where the content does not contradict it.
/// `head` is the start of the file (64 KiB are enough), `size` the whole length in bytes.
[[nodiscard]] Kind recognise(std::string_view head, std::string_view name, std::int64_t size);
inline constexpr std::size_t RecogniseBytes = 64 * 1024;

}  // namespace podium::artifacts
