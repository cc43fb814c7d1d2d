// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace podium::http {

/// Does what waits for the disk, one after the other, so that the network does not wait, too. Its
/// thread starts with the first task; the destructor waits for the last.
class DiskThread {
public:
    DiskThread() = default;
    ~DiskThread();
    DiskThread(const DiskThread&) = delete;
    DiskThread& operator=(const DiskThread&) = delete;

    void post(std::function<void()> task);

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_posted;
    std::deque<std::function<void()>> m_tasks;
    bool m_closed = false;
    std::thread m_thread;
};

}  // namespace podium::http
