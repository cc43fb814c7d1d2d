// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <span>

namespace podium::views {

/// An error in English, for translation in the context "Errors". %1, %2 ... are the arguments that
/// models/base/error.h names for the code.
struct ErrorWords {
    base::ErrorCode code;
    const char* title;
    const char* sentence;
};

/// Those of writing to a store.
[[nodiscard]] std::span<const ErrorWords> wordsOfWriting();

}  // namespace podium::views
