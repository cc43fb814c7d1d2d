// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cache/reader.h"
#include "http/environment.h"

#include <string>

namespace podium::cache {
class Cache;
}

namespace podium::session {

/// Who decides about a source: the user name that its server is asked with, as the connection has
/// it or the environment; else the name of the machine's user. Reads small files: on a worker.
[[nodiscard]] std::string identityOf(const cache::SourceRow& source,
                                     const http::Environment& environment);

/// The same for a person who has entered a name: it counts where there is no login.
[[nodiscard]] std::string identityOf(const cache::SourceRow& source,
                                     const http::Environment& environment, const std::string& name);

/// Lets the audit log of what is decided know who decided.
void nameAuditors(cache::Cache& cache, const http::Environment& environment,
                  const std::string& name = {});

}  // namespace podium::session
