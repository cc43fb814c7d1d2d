// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/filestore/handle.h"

#include <string_view>

namespace podium::stores::filestore {

/// The file that a run's new contents are written to before they take their place. MLflow passes
/// over it where it lies: in the run's folder, never among tags, where every file is a tag.
inline constexpr const char* DraftName = ".podium-draft";
/// The draft of who holds the other as a lock over more than one file.
inline constexpr const char* NextDraftName = ".podium-next";

/// Holds a run's draft for one writer of any process, by a lock that goes with the process. What a
/// killed one left is written over.
class Draft {
public:
    /// Waits for nobody: error() is EWOULDBLOCK while another program holds it.
    explicit Draft(int runDir, const char* name = DraftName);

    /// 0, or the errno value that stands in the way.
    [[nodiscard]] int error() const { return m_error; }

    /// Puts `bytes` in the place of `name` in `dir`, on the same file system: whole or not at all,
    /// and on the disk when it returns. The mode of a file that was there is kept. 0 or an errno
    /// value. The draft is used up by it.
    [[nodiscard]] int become(int dir, const char* name, std::string_view bytes);

    /// Removes the draft where it was not needed.
    void discard();

private:
    int m_runDir;
    const char* m_name;
    Fd m_file;
    int m_error = 0;
};

/// Puts a folder's entries on the disk; 0 or an errno value. File systems that can't are not to
/// blame.
[[nodiscard]] int syncFolder(int dir);

}  // namespace podium::stores::filestore
