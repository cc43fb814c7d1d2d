// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/comparedruns.h"

#include <stop_token>

namespace podium::session {

/// Lists the files of each run and of the logged models it made, reads environments and MLmodel
/// files, and hashes what may be the same. Faults become ComparedRun::filesError.
/// `relinks`: the file of the rules by which moved artifacts are found.
void loadComparedFiles(cache::Reader& reader, ComparedRuns& compared,
                       const std::filesystem::path& relinks, const std::stop_token& stop);

}  // namespace podium::session
