// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace podium::http {

/// What a download is written to until it is whole: `FILE.part`, and beside it `FILE.part.from`
/// with where it comes from and the server's mark of that very content, so that a download which
/// broke off, even of an earlier start of the program, is carried on and never mixed with another.
class PartFile {
public:
    /// `source` names where the content comes from; no secrets, it is written to the disk.
    PartFile(std::filesystem::path target, std::string source);

    struct Begun {
        std::int64_t size = 0;  // 0: nothing that could be carried on
        std::string mark;       // for If-Range
    };
    [[nodiscard]] Begun begun() const;

    /// Begins anew, or behind what is there; `mark` (empty: cannot be carried on) goes beside it.
    base::Result<void> open(bool append, std::string_view mark);
    base::Result<void> write(std::string_view bytes);
    /// Flushes to the disk and renames; afterwards the target is there as a whole.
    base::Result<void> finish();
    /// Keeps what is there for another try.
    void close();
    /// Removes what is there.
    void discard();

private:
    struct CloseFile {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };

    [[nodiscard]] base::Error failed(int errnoValue) const;

    std::filesystem::path m_target;
    std::filesystem::path m_part;
    std::filesystem::path m_from;
    std::string m_source;
    std::unique_ptr<std::FILE, CloseFile> m_file;
};

}  // namespace podium::http
