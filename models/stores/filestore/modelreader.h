// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entities.h"
#include "stores/filestore/folderreader.h"

#include <optional>
#include <stop_token>

namespace podium::stores::filestore {

/// Reads a logged model's folder, `<experiment>/models/<id>`. Nothing if it has no meta.yaml (that
/// is reported): a database's artifacts lie in such folders, too.
[[nodiscard]] std::optional<domain::LoggedModel> readLoggedModel(FolderReader& folder,
                                                                 const std::string& id,
                                                                 const std::string& experimentId,
                                                                 const std::stop_token& stop);

}  // namespace podium::stores::filestore
