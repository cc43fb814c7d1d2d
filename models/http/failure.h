// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "http/connection.h"
#include "http/url.h"

#include <curl/curl.h>

#include <string>

namespace podium::http {

/// What libcurl says of a transfer that failed, as an error of ours. `detail` is its error buffer.
[[nodiscard]] base::Error failureOf(CURL* handle, CURLcode code, const std::string& detail,
                                    const Url& url, const Connection& connection);

/// Of a proxy only what may be shown: no user name, no password.
[[nodiscard]] std::string shownProxy(const std::string& proxy);

/// How often a failed attempt may be repeated.
enum class Again { Never, FewTimes, ManyTimes };
[[nodiscard]] Again again(const base::Error& error);

}  // namespace podium::http
