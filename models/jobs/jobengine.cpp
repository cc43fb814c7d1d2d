// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobengine.h"

#include <QDateTime>
#include <QThread>

#include <algorithm>

namespace podium::jobs {

namespace {

constexpr std::size_t ShownHistory = 30;
constexpr int LongJobs = 16;

}  // namespace

JobEngine::JobEngine(QObject* parent) : QObject(parent) {
    m_compute.setMaxThreadCount(std::max(2, QThread::idealThreadCount()));
    m_long.setMaxThreadCount(LongJobs);
}

JobEngine::~JobEngine() {
    for (Running& running : m_running)
        running.stop.request_stop();
    m_compute.waitForDone();
    m_long.waitForDone();
}

quint64 JobEngine::begin(const QString& name, const std::stop_source& stop,
                         const std::shared_ptr<base::Progress>& progress) {
    const quint64 id = ++m_lastId;
    m_running.push_back({id, stop});
    if (!name.isEmpty()) {
        JobInfo info;
        info.id = id;
        info.name = name;
        info.progress = progress;
        info.startedAt = QDateTime::currentMSecsSinceEpoch();
        m_shown.insert(m_shown.begin(), std::move(info));
        if (m_shown.size() > ShownHistory && m_shown.back().state != JobInfo::State::Running)
            m_shown.pop_back();
        Q_EMIT jobsChanged();
    }
    return id;
}

void JobEngine::end(quint64 id, JobInfo::State state, const base::Error& error) {
    std::erase_if(m_running, [id](const Running& running) { return running.id == id; });
    const auto shown = std::ranges::find(m_shown, id, &JobInfo::id);
    if (shown == m_shown.end())
        return;
    shown->state = state;
    shown->error = error;
    shown->endedAt = QDateTime::currentMSecsSinceEpoch();
    Q_EMIT jobsChanged();
}

void JobEngine::cancel(quint64 id) {
    const auto running = std::ranges::find(m_running, id, &Running::id);
    if (running != m_running.end())
        running->stop.request_stop();
}

}  // namespace podium::jobs
