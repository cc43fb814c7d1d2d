// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace podium::jobs {

/// Where a job runs: short computing and cache reads, or long work that mostly waits (a sync, a
/// copy).
enum class Pool { Compute, Long };

/// A job that a person is told about.
struct JobInfo {
    quint64 id = 0;
    QString name;
    std::shared_ptr<const base::Progress> progress;
    qint64 startedAt = 0;  // milliseconds since the epoch
    enum class State { Running, Done, Failed, Cancelled } state = State::Running;
    base::Error error;  // when failed
    qint64 endedAt = 0;
};

/// Runs jobs `(stop, progress) -> Result<T>` on bounded pools and brings their results back to the
/// thread of a context object: dropped there if the context is gone. Lives on the UI thread; made
/// and owned by the composition. The destructor cancels everything and waits.
class JobEngine : public QObject {
    Q_OBJECT
public:
    explicit JobEngine(QObject* parent = nullptr);
    ~JobEngine() override;

    /// Starts a job. `done` is called on the thread of `context`. Returns what cancels it.
    template <typename T>
    std::stop_source run(Pool pool, QObject* context,
                         std::function<base::Result<T>(std::stop_token, base::Progress&)> job,
                         std::function<void(base::Result<T>)> done) {
        return start<T>(pool, QString(), context, std::move(job), std::move(done));
    }

    /// The same for a job that is shown to people, with a name, progress and cancel.
    template <typename T>
    std::stop_source runShown(Pool pool, const QString& name, QObject* context,
                              std::function<base::Result<T>(std::stop_token, base::Progress&)> job,
                              std::function<void(base::Result<T>)> done) {
        return start<T>(pool, name, context, std::move(job), std::move(done));
    }

    /// Shown jobs that run, and the last ones that ended, newest first.
    [[nodiscard]] const std::vector<JobInfo>& shownJobs() const { return m_shown; }
    void cancel(quint64 id);

Q_SIGNALS:
    /// A shown job started or ended (progress itself is polled).
    void jobsChanged();

private:
    /// Keeps the number and the stop of every running job; shared with the jobs themselves.
    struct Running {
        quint64 id;
        std::stop_source stop;
    };

    template <typename T>
    std::stop_source start(Pool pool, const QString& name, QObject* context,
                           std::function<base::Result<T>(std::stop_token, base::Progress&)> job,
                           std::function<void(base::Result<T>)> done);
    quint64 begin(const QString& name, const std::stop_source& stop,
                  const std::shared_ptr<base::Progress>& progress);
    void end(quint64 id, JobInfo::State state, const base::Error& error);
    QThreadPool& pool(Pool pool) { return pool == Pool::Compute ? m_compute : m_long; }

    QThreadPool m_compute;
    QThreadPool m_long;
    quint64 m_lastId = 0;
    std::vector<Running> m_running;
    std::vector<JobInfo> m_shown;
};

template <typename T>
std::stop_source JobEngine::start(
    Pool where, const QString& name, QObject* context,
    std::function<base::Result<T>(std::stop_token, base::Progress&)> job,
    std::function<void(base::Result<T>)> done) {
    std::stop_source stop;
    const auto progress = std::make_shared<base::Progress>();
    const quint64 id = begin(name, stop, progress);
    // The context is looked at on its own thread only: the relay lives there and dies with it.
    auto* relay = new QObject(context);
    auto finish = [this, engine = QPointer<JobEngine>(this), id, relay,
                   done = std::move(done)](base::Result<T> result) mutable {
        relay->deleteLater();
        if (engine) {
            const auto state = result.ok()       ? JobInfo::State::Done
                               : result.failed() ? JobInfo::State::Failed
                                                 : JobInfo::State::Cancelled;
            end(id, state, result.failed() ? result.error() : base::Error{});
        }
        done(std::move(result));
    };
    const auto weak = std::make_shared<QPointer<QObject>>(relay);
    pool(where).start([this, id, weak, stop, progress, job = std::move(job),
                       finish = std::move(finish)]() mutable {
        base::Result<T> result = job(stop.get_token(), *progress);
        auto deliver = [this, id, weak, finish = std::move(finish),
                        result = std::make_shared<base::Result<T>>(std::move(result))]() mutable {
            if (*weak)
                finish(std::move(*result));
            else
                end(id, JobInfo::State::Cancelled, {});
        };
        // Posted to the engine, which waits for all jobs before it goes; the context is checked on
        // the UI thread.
        QMetaObject::invokeMethod(this, std::move(deliver), Qt::QueuedConnection);
    });
    return stop;
}

}  // namespace podium::jobs
