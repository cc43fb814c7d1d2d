// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobengine.h"

namespace podium::jobs {

/// A place for one job of which only the newest counts: starting another cancels the one before,
/// and a result that comes late is dropped. Lives on the thread of its context.
template <typename T>
class Slot {
public:
    Slot(JobEngine& engine, QObject* context) : m_engine(engine), m_context(context) {}
    ~Slot() { cancel(); }
    Slot(const Slot&) = delete;
    Slot& operator=(const Slot&) = delete;

    void start(std::function<base::Result<T>(std::stop_token, base::Progress&)> job,
               std::function<void(base::Result<T>)> done) {
        cancel();
        const quint64 ticket = ++*m_newest;
        m_stop = m_engine.run<T>(
            Pool::Compute, m_context, std::move(job),
            [ticket, newest = m_newest, done = std::move(done)](base::Result<T> result) {
                if (ticket == *newest && !result.cancelled())
                    done(std::move(result));
            });
    }

    void cancel() {
        ++*m_newest;
        m_stop.request_stop();
    }

private:
    JobEngine& m_engine;
    QObject* m_context;
    std::shared_ptr<quint64> m_newest = std::make_shared<quint64>(0);
    std::stop_source m_stop{std::nostopstate};
};

}  // namespace podium::jobs
