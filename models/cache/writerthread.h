// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cache/writer.h"

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

namespace podium::cache {

/// The thread that owns the writer. Work is handed to it as functions; each runs in a write
/// transaction of its own that is committed if the function succeeds and rolled back if not. Thread
/// safe; owned by the Cache.
class WriterThread {
public:
    using Work = std::function<base::Result<void>(Writer&)>;
    using Done = std::function<void(const base::Result<void>&)>;

    [[nodiscard]] static base::Result<std::unique_ptr<WriterThread>> start(
        const std::filesystem::path& file);
    ~WriterThread();

    /// Queues work; `done` runs on the writer's thread after the commit.
    void post(Work work, Done done = {});
    /// Runs work and waits for its commit. Not to be called on the writer's thread or the UI
    /// thread.
    base::Result<void> run(Work work);

    /// The names, for packing runs on other threads.
    [[nodiscard]] NameTable& names() { return m_writer->names(); }

    /// Keeps other programs from syncing into the same cache until the lock is dropped; waits for
    /// them. Cancelled if stop is requested before.
    class Lock {
    public:
        explicit Lock(WriterThread& owner) : m_owner(&owner) {}
        Lock(Lock&& other) noexcept : m_owner(std::exchange(other.m_owner, nullptr)) {}
        Lock& operator=(Lock&&) = delete;
        ~Lock();

    private:
        WriterThread* m_owner;
    };
    [[nodiscard]] base::Result<Lock> lock(std::stop_token stop);

private:
    WriterThread(std::filesystem::path file, std::unique_ptr<Writer> writer);
    void loop(std::stop_token stop);
    base::Result<void> perform(const Work& work);
    void unlock();

    std::filesystem::path m_file;
    std::unique_ptr<Writer> m_writer;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<std::pair<Work, Done>> m_queue;
    std::mutex m_lockMutex;
    int m_lockUsers = 0;
    int m_lockDescriptor = -1;
    std::jthread m_thread;
};

}  // namespace podium::cache
