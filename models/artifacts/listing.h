// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace podium::artifacts {

inline constexpr std::int64_t UnknownSize = -1;

/// One file or folder below an artifact root.
struct Entry {
    std::string path;       // relative to the root, "/"-separated, always valid UTF-8: for people
    std::string raw;        // the same as bytes on disk: what opens it
    std::string name;       // last part of `path`
    bool isFolder = false;  // a link to a folder counts as one but is not walked into
    bool isLink = false;
    std::int64_t size = 0;      // bytes; 0 for folders, UnknownSize where a server did not say
    base::Millis modified = 0;  // milliseconds since the epoch; 0 where it is not known
    bool isHere = true;         // false: a server has it and this machine does not
    /// Why it can't be opened: a link out of the root or into nothing (SymlinkOutside), a FIFO,
    /// socket or device (UnexpectedEntry).
    std::optional<base::Error> problem;
};

struct Listing {
    std::vector<Entry> entries;
    bool truncated = false;  // there are more than the bound allowed
    /// When a server listed it, if that was before now; `reason` says why it was not asked now.
    std::optional<base::Millis> listedAt = std::nullopt;
    std::optional<base::Error> reason = std::nullopt;
};

struct ListBounds {
    std::size_t entries = 200'000;
    int depth = 64;  // folders below the root; deeper ones are left out and `truncated` is set
};

/// What is directly in a folder ("" is the root): folders first, names in natural order ("epoch_2"
/// before "epoch_10"). Errors as openFolder.
[[nodiscard]] base::Result<Listing> list(const std::filesystem::path& root,
                                         std::string_view rawFolder, const ListBounds& bounds = {},
                                         std::stop_token stop = {});

/// Everything below the root, ordered by the bytes of the path, each folder before its contents:
/// what MLflow's client finds when it lists folder by folder. Links are listed, not walked into.
[[nodiscard]] base::Result<Listing> listAll(const std::filesystem::path& root,
                                            const ListBounds& bounds = {},
                                            std::stop_token stop = {});

/// Numbers inside names compare by value, letters without case; total (bytes decide at last).
[[nodiscard]] bool naturalLess(std::string_view a, std::string_view b);

}  // namespace podium::artifacts
