// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt.h"

#include <csignal>
#include <ctime>

namespace podium::app {

namespace {

sigset_t interruptions() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGHUP);
    return signals;
}

}  // namespace

InterruptWatch::InterruptWatch() {
    const sigset_t signals = interruptions();
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_thread = std::jthread([this](const std::stop_token& ended) { watch(ended); });
}

InterruptWatch::~InterruptWatch() = default;

void InterruptWatch::watch(const std::stop_token& ended) {
    const sigset_t signals = interruptions();
    const timespec patience{0, 50'000'000};
    while (!ended.stop_requested()) {
        const int caught = ::sigtimedwait(&signals, nullptr, &patience);
        if (caught <= 0)
            continue;
        if (m_stop.stop_requested()) {
            std::signal(caught, SIG_DFL);
            ::pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
            ::raise(caught);
        }
        m_stop.request_stop();
    }
}

}  // namespace podium::app
