// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/store.h"

#include <sys/stat.h>
#include <string_view>

namespace podium::stores::filestore {

/// Collects the state of a run's files into one number. The order of the files does not matter:
/// a file system may list the same folder in another order.
class FingerprintSum {
public:
    /// A file: its path within the run, inode, size, time of change and type.
    void add(std::string_view path, const struct stat& status);
    /// Something that is only there (a folder that can't be read, a FIFO).
    void add(std::string_view path, unsigned char type);
    /// Never 0.
    [[nodiscard]] Fingerprint value() const;

private:
    std::uint64_t m_sum = 0;
};

}  // namespace podium::stores::filestore
