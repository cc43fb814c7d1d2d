// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/progress.h"

#include <QString>

#include <cstdio>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

namespace podium::app {

/// Where a command's result goes: the standard output, or a file that is there only when it is
/// complete.
class Output {
public:
    Output();
    explicit Output(std::filesystem::path file);
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    ~Output();

    void write(std::string_view text);
    /// Writes what is buffered; a file gets its name now. Nothing if all is well, otherwise
    /// WriteFailed {place, reason}. To be called once, at the end.
    [[nodiscard]] std::optional<base::Error> finish();

private:
    [[nodiscard]] base::Error failure(int errnoValue) const;

    std::filesystem::path m_file;
    std::filesystem::path m_part;  // the file while it is not complete
    std::FILE* m_stream;
    int m_error = 0;
};

/// A line on the standard error, led by the program's name.
void complain(const QString& sentence);
void complain(const base::Error& error);

/// Draws how far something is on the standard error while it lives, if that is a terminal: bytes
/// of the named file, or else what the progress counts.
class ProgressBar {
public:
    explicit ProgressBar(const base::Progress& progress, const QString& file = {});
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

private:
    std::jthread m_thread;
};

}  // namespace podium::app
