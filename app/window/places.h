// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace podium::app {

/// $XDG_DATA_HOME/podium/cache.db, also used by the command line.
[[nodiscard]] QString defaultCacheFile();
/// $XDG_CONFIG_HOME/podium/podium.ini.
[[nodiscard]] QString defaultSettingsFile();
/// The sample store that the program carries, unpacked into the user's data folder if it is not
/// there yet; "" if the program's own data is missing. Reads and writes files: not for the UI
/// thread.
[[nodiscard]] QString unpackedSample(const QString& executableFolder);

}  // namespace podium::app
