// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/httpserver.h"

#include <netinet/in.h>
#include <openssl/ssl.h>

/// Sockets and TLS of the test server.
namespace podium::tests {

[[nodiscard]] sockaddr_in loopback(int port);

/// Listens on the port, or with 0 on any that is free; -1 if that cannot be.
[[nodiscard]] int listeningSocket(int port);
[[nodiscard]] int portOf(int handle);

/// Owned by the caller; nullptr without an identity.
[[nodiscard]] SSL_CTX* tlsContext(const HttpServer::Options& options);

}  // namespace podium::tests
