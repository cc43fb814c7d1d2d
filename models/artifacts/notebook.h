// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/encoding.h"

#include <stop_token>
#include <string>
#include <vector>

namespace podium::artifacts {

/// What a cell of a notebook put out, in the simplest form that is there: a picture, else text.
struct CellOutput {
    enum class Kind { Text, Error, Picture, Active };  // Active: HTML or script, never run
    Kind kind = Kind::Text;
    std::string mime;     // "image/png"
    std::string content;  // text without terminal colours; of a picture Base64, or SVG as it is
};

struct NotebookCell {
    enum class Kind { Code, Markdown, Raw };
    Kind kind = Kind::Code;
    std::string source;
    std::string count;  // "12" of "In [12]"; "" where it never ran
    std::vector<CellOutput> outputs;
};

struct Notebook {
    std::string language;  // "python"
    std::string format;    // "4.5"
    std::vector<NotebookCell> cells;
    bool cut = false;  // more or longer than the bounds
};

/// A Jupyter notebook of format 3 or 4. Errors: DecodeFailed (no notebook), ReadFailed, cancelled.
[[nodiscard]] base::Result<Notebook> readNotebook(const TextBytes& text,
                                                  const std::stop_token& stop = {});

}  // namespace podium::artifacts
