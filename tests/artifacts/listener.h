// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QByteArray>

namespace podium::tests {

/// Listens on the loopback interface and tells whether anybody came.
class Listener {
public:
    Listener() : m_fd(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        auto* generic = reinterpret_cast<sockaddr*>(&address);
        if (::bind(m_fd, generic, length) == 0 && ::listen(m_fd, 8) == 0 &&
            ::getsockname(m_fd, generic, &length) == 0)
            m_port = ntohs(address.sin_port);
    }
    ~Listener() { ::close(m_fd); }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    [[nodiscard]] QByteArray url() const {
        return "http://127.0.0.1:" + QByteArray::number(m_port) + "/picture.png";
    }
    [[nodiscard]] bool wasCalled() const {
        const int came = ::accept(m_fd, nullptr, nullptr);
        if (came >= 0)
            ::close(came);
        return came >= 0;
    }

private:
    int m_fd;
    int m_port = 0;
};

}  // namespace podium::tests
