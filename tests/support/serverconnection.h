// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/httpserver.h"

#include <openssl/ssl.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace podium::tests {

/// A socket of the test server and the answer that is going out by it.
class ServerConnection {
public:
    ServerConnection(int socket, int number, SSL_CTX* tls);
    ~ServerConnection();
    ServerConnection(const ServerConnection&) = delete;
    ServerConnection& operator=(const ServerConnection&) = delete;

    [[nodiscard]] int socket() const { return m_socket; }
    [[nodiscard]] int number() const { return m_number; }

    /// Reads what is there into `in`. False if the connection ended.
    bool read();
    /// Sends what can be sent now. False if the connection ended or has to.
    bool write();
    /// True while there is something that the socket did not take yet.
    [[nodiscard]] bool wantsToWrite() const;

    void begin(HttpReply reply, bool toHead);
    /// An answer is under way, or there will never be another.
    [[nodiscard]] bool busy() const { return m_reply.has_value() || mute; }
    /// With a head that comes slowly: when its next byte is due.
    [[nodiscard]] bool slow() const { return m_slowLeft > 0; }
    void slowStep();
    /// What no HTTP is: an answer that says so, and the end.
    void refuse();
    void reset();  // as if the cable were cut: no farewell

    std::string in;
    std::string pending;  // to be sent first
    bool mute = false;    // reads, says nothing more
    int peer = -1;        // the other end of a tunnel
    std::optional<HttpReply> delayed;
    bool delayedToHead = false;

private:
    void refill();
    void endReply();
    long sendSome(const char* bytes, std::size_t size);

    int m_socket;
    int m_number;
    SSL* m_tls = nullptr;
    bool m_blocked = false;
    bool m_closeWhenSent = false;
    bool m_refused = false;  // the handshake failed and the client is being told

    std::optional<HttpReply> m_reply;
    std::size_t m_sent = 0;  // of pending
    std::int64_t m_bodyLeft = 0;
    std::int64_t m_bodyAt = 0;
    std::size_t m_slowLeft = 0;
};

}  // namespace podium::tests
