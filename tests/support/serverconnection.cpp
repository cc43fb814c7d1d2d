// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serverconnection.h"

#include "tests/support/httpreplies.h"

#include <openssl/err.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <limits>

namespace podium::tests {

namespace {

constexpr std::size_t Block = 256 * 1024;
constexpr std::int64_t Forever = std::numeric_limits<std::int64_t>::max();

std::string chunkHead(std::size_t size) {
    std::array<char, 24> text{};
    const int length = std::snprintf(text.data(), text.size(), "%zx\r\n", size);
    return {text.data(), static_cast<std::size_t>(length)};
}

}  // namespace

ServerConnection::ServerConnection(int socket, int number, SSL_CTX* tls)
    : m_socket(socket), m_number(number) {
    if (tls != nullptr) {
        m_tls = SSL_new(tls);
        SSL_set_fd(m_tls, socket);
        SSL_set_accept_state(m_tls);
    }
}

ServerConnection::~ServerConnection() {
    if (m_tls != nullptr)
        SSL_free(m_tls);
    close(m_socket);
}

void ServerConnection::reset() {
    const linger now{1, 0};
    setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

bool ServerConnection::read() {
    std::array<char, 64 * 1024> buffer{};
    while (true) {
        if (m_tls != nullptr && !m_refused) {
            ERR_clear_error();
            const int count = SSL_read(m_tls, buffer.data(), static_cast<int>(buffer.size()));
            if (count > 0) {
                in.append(buffer.data(), static_cast<std::size_t>(count));
                continue;
            }
            const int why = SSL_get_error(m_tls, count);
            // The alert is on its way: closed now, it would be lost over what the client still
            // sends.
            m_refused = why == SSL_ERROR_SSL;
            if (m_refused)
                shutdown(m_socket, SHUT_WR);
            return m_refused || why == SSL_ERROR_WANT_READ || why == SSL_ERROR_WANT_WRITE;
        }
        const ssize_t count = recv(m_socket, buffer.data(), buffer.size(), 0);
        if (count == 0)
            return false;
        if (count < 0)
            return errno == EAGAIN || errno == EINTR;
        if (!m_refused)
            in.append(buffer.data(), static_cast<std::size_t>(count));
        if (static_cast<std::size_t>(count) < buffer.size())
            return true;
    }
}

/// How many bytes went; 0: not now; negative: never again.
long ServerConnection::sendSome(const char* bytes, std::size_t size) {
    if (m_tls != nullptr) {
        ERR_clear_error();
        const int count =
            SSL_write(m_tls, bytes, static_cast<int>(std::min<std::size_t>(size, 1 << 30)));
        if (count > 0)
            return count;
        const int why = SSL_get_error(m_tls, count);
        return why == SSL_ERROR_WANT_READ || why == SSL_ERROR_WANT_WRITE ? 0 : -1;
    }
    const ssize_t count = send(m_socket, bytes, size, MSG_NOSIGNAL);
    if (count >= 0)
        return count;
    return errno == EAGAIN || errno == EINTR ? 0 : -1;
}

void ServerConnection::begin(HttpReply reply, bool toHead) {
    m_reply = std::move(reply);
    m_bodyAt = 0;
    m_bodyLeft = 0;
    if (m_reply->wire) {
        m_reply->body = m_reply->wire;
        m_bodyLeft = bodySize(*m_reply);
        return;
    }
    std::string head = headOf(*m_reply, toHead);
    switch (m_reply->fault) {
        case Fault::Silence:
            mute = true;
            m_reply.reset();
            return;
        case Fault::Reset:
            reset();
            [[fallthrough]];
        case Fault::CloseBeforeHead:
            m_closeWhenSent = true;
            m_reply.reset();
            return;
        case Fault::CutInHead:
            head.resize(head.size() / 2);
            m_closeWhenSent = true;
            break;
        case Fault::SlowHead:
            m_slowLeft = head.size();
            break;
        case Fault::Endless:
            m_bodyLeft = Forever;
            break;
        case Fault::StopInBody:
        case Fault::CutInBody:
            m_bodyLeft = std::min(m_reply->faultAfter, bodySize(*m_reply));
            break;
        case Fault::None:
            break;
    }
    const bool whole = m_reply->fault == Fault::None || m_reply->fault == Fault::SlowHead;
    if (whole && hasBody(*m_reply, toHead))
        m_bodyLeft = bodySize(*m_reply);
    pending += head;
}

/// Puts the next part of the body behind what is left.
void ServerConnection::refill() {
    pending.erase(0, m_sent);
    m_sent = 0;
    while (m_reply && m_bodyLeft > 0 && pending.size() < Block && m_reply->body &&
           !m_reply->body->empty()) {
        const std::string& body = *m_reply->body;
        const auto at = static_cast<std::size_t>(m_bodyAt % static_cast<std::int64_t>(body.size()));
        const std::size_t size = static_cast<std::size_t>(std::min<std::int64_t>(
            m_bodyLeft, static_cast<std::int64_t>(std::min(body.size() - at, Block))));
        if (m_reply->chunked)
            pending += chunkHead(size);
        pending.append(body, at, size);
        if (m_reply->chunked)
            pending += "\r\n";
        m_bodyAt += static_cast<std::int64_t>(size);
        if (m_bodyLeft != Forever)
            m_bodyLeft -= static_cast<std::int64_t>(size);
    }
}

void ServerConnection::endReply() {
    const Fault fault = m_reply->fault;
    if (m_reply->chunked && fault == Fault::None)
        pending += "0\r\n\r\n";
    if (fault == Fault::StopInBody)
        mute = true;
    if (fault == Fault::CutInBody || m_reply->close)
        m_closeWhenSent = true;
    m_reply.reset();
}

void ServerConnection::refuse() {
    in.clear();
    pending += "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n";
    m_closeWhenSent = true;
}

bool ServerConnection::write() {
    while (!slow() && !m_refused) {
        if (m_sent == pending.size() || pending.size() - m_sent < Block / 2)
            refill();
        if (m_reply && m_bodyLeft == 0)
            endReply();
        if (m_sent == pending.size())
            return !m_closeWhenSent;
        const long count = sendSome(pending.data() + m_sent, pending.size() - m_sent);
        if (count < 0)
            return false;
        m_blocked = count == 0;
        if (m_blocked)
            return true;
        m_sent += static_cast<std::size_t>(count);
    }
    return true;
}

void ServerConnection::slowStep() {
    const long count = sendSome(pending.data(), 1);
    if (count <= 0)
        return;
    pending.erase(0, 1);
    --m_slowLeft;
}

bool ServerConnection::wantsToWrite() const {
    return m_blocked && !slow();
}

}  // namespace podium::tests
