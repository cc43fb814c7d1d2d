// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/writerthread.h"

#include "cache/damage.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <future>

namespace podium::cache {

using base::Error;
using base::ErrorCode;
using base::Result;

WriterThread::WriterThread(std::filesystem::path file, std::unique_ptr<Writer> writer)
    : m_file(std::move(file)), m_writer(std::move(writer)) {
    m_thread = std::jthread([this](std::stop_token stop) { loop(stop); });
}

WriterThread::~WriterThread() {
    m_thread.request_stop();
    m_thread.join();
    if (m_lockDescriptor >= 0)
        ::close(m_lockDescriptor);
}

Result<std::unique_ptr<WriterThread>> WriterThread::start(const std::filesystem::path& file) {
    using Opened = std::unique_ptr<WriterThread>;
    Result<std::unique_ptr<Writer>> writer = Writer::open(file);
    PODIUM_TRY(Opened, writer);
    return Opened(new WriterThread(file, std::move(writer).value()));
}

void WriterThread::post(Work work, Done done) {
    {
        const std::lock_guard lock(m_mutex);
        m_queue.emplace_back(std::move(work), std::move(done));
    }
    m_wake.notify_one();
}

Result<void> WriterThread::run(Work work) {
    std::promise<Result<void>> promise;
    std::future<Result<void>> future = promise.get_future();
    post(std::move(work), [&promise](const Result<void>& result) { promise.set_value(result); });
    return future.get();
}

void WriterThread::loop(std::stop_token stop) {
    while (true) {
        std::pair<Work, Done> next;
        {
            std::unique_lock lock(m_mutex);
            // What was queued before the stop is still done: somebody may wait for it.
            if (!m_wake.wait(lock, stop, [this] { return !m_queue.empty(); }) && m_queue.empty())
                return;
            next = std::move(m_queue.front());
            m_queue.pop_front();
        }
        const Result<void> result = perform(next.first);
        if (next.second)
            next.second(result);
    }
}

Result<void> WriterThread::perform(const Work& work) {
    Result<sql::Transaction> transaction = m_writer->begin();
    Result<void> result = transaction.ok() ? work(*m_writer) : transaction.as<void>();
    if (result.ok())
        result = transaction.value().commit();
    if (!result.ok())
        m_writer->rolledBack();
    if (result.failed() && result.error().code == ErrorCode::DatabaseDamaged)
        markDamaged(m_file);
    return result;
}

Result<WriterThread::Lock> WriterThread::lock(std::stop_token stop) {
    const std::lock_guard guard(m_lockMutex);
    if (m_lockUsers > 0) {
        ++m_lockUsers;
        return Lock(*this);
    }
    if (m_lockDescriptor < 0) {
        std::filesystem::path file = m_file;
        file += ".lock";
        m_lockDescriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (m_lockDescriptor < 0)
            return Error{ErrorCode::CacheOpenFailed, {file.string(), base::systemReason(errno)}};
    }
    while (::flock(m_lockDescriptor, LOCK_EX | LOCK_NB) != 0) {
        if (stop.stop_requested())
            return base::Cancelled{};
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    // Another program may have given numbers to names meanwhile.
    if (const Result<void> refreshed = run([](Writer& writer) { return writer.refresh(); });
        !refreshed.ok()) {
        ::flock(m_lockDescriptor, LOCK_UN);
        return refreshed.as<Lock>();
    }
    m_lockUsers = 1;
    return Lock(*this);
}

void WriterThread::unlock() {
    const std::lock_guard guard(m_lockMutex);
    if (--m_lockUsers == 0)
        ::flock(m_lockDescriptor, LOCK_UN);
}

WriterThread::Lock::~Lock() {
    if (m_owner != nullptr)
        m_owner->unlock();
}

}  // namespace podium::cache
