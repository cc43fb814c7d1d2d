// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entities.h"
#include "stores/filestore/entries.h"
#include "stores/filestore/handle.h"
#include "stores/filestore/metadocument.h"

#include <cstdint>
#include <string>
#include <vector>

namespace podium::stores::filestore {

/// Memory that one thread uses again and again while it reads, so that a file costs no allocation
/// beyond what its record keeps.
struct Scratch {
    /// A folder that is being walked: see keywalk.h.
    struct Frame {
        Fd fd;
        EntryStack::Mark mark;
        std::size_t next = 0;
        std::size_t keyLength = 0;
        bool belowLink = false;
    };

    EntryStack entries;
    std::vector<Frame> frames;
    std::vector<char> block = std::vector<char>(BlockSize);
    std::string key;
    MetaDocument meta;
    std::vector<domain::Problem> problems;
    std::int64_t files = 0;
    std::int64_t bytes = 0;

    static constexpr std::size_t BlockSize = 256UL * 1024;
};

}  // namespace podium::stores::filestore
