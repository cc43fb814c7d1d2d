// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entities.h"
#include "stores/store.h"

namespace podium::stores {

/// Stands for all that a server says of a run. The order of params, tags, metrics, inputs and
/// outputs does not count: servers do not keep it. The same in every start of the program.
[[nodiscard]] Fingerprint runFingerprint(const domain::Run& run);

}  // namespace podium::stores
