// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/diskthread.h"

#include <utility>

namespace podium::http {

DiskThread::~DiskThread() {
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    m_posted.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void DiskThread::post(std::function<void()> task) {
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_posted.notify_one();
    if (!m_thread.joinable())
        m_thread = std::thread([this] { run(); });
}

void DiskThread::run() {
    std::unique_lock lock(m_mutex);
    while (true) {
        m_posted.wait(lock, [this] { return m_closed || !m_tasks.empty(); });
        if (m_tasks.empty())
            return;
        const std::function<void()> task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        task();
        lock.lock();
    }
}

}  // namespace podium::http
