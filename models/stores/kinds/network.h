// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/kinds/kinds.h"

namespace podium::stores {

/// Opens what isNetworkSource() names; nothing is asked of the server yet. Errors of openStore().
[[nodiscard]] base::Result<std::unique_ptr<Store>> openNetworkStore(std::string_view source,
                                                                    const OpenContext& context);

}  // namespace podium::stores
