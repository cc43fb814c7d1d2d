// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <thread>

namespace podium::app {

/// Turns SIGINT and SIGTERM into a stop request while it lives; a second signal ends the program at
/// once, as usual. Made before any other thread, because threads inherit which signals are blocked.
class InterruptWatch {
public:
    InterruptWatch();
    ~InterruptWatch();
    InterruptWatch(const InterruptWatch&) = delete;
    InterruptWatch& operator=(const InterruptWatch&) = delete;

    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

private:
    void watch(const std::stop_token& ended);

    std::stop_source m_stop;
    std::jthread m_thread;
};

}  // namespace podium::app
