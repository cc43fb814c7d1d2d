// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/statusbinding.h"

#include "jobs/jobengine.h"
#include "session/workspace.h"
#include "views/shell/statusarea.h"
#include "views/text/text.h"
#include "views/widgets/taskswidget.h"

#include <QCoreApplication>
#include <QDateTime>

namespace podium::app {

using jobs::JobInfo;

namespace {

constexpr int ProgressMs = 100;
constexpr int AgeMs = 20'000;

views::TaskInfo taskOf(const JobInfo& job) {
    views::TaskInfo task;
    task.id = QString::number(job.id);
    task.name = job.name;
    task.done = job.progress->done.load();
    task.total = job.progress->total.load();
    if (task.total > 0)
        task.amount = QCoreApplication::translate("podium::app::StatusBinding", "%1 of %2")
                          .arg(views::count(task.done), views::runCount(task.total));
    else
        task.amount = views::runCount(task.done);
    return task;
}

views::TaskOutcome outcomeOf(JobInfo::State state) {
    switch (state) {
        case JobInfo::State::Failed:
            return views::TaskOutcome::Failed;
        case JobInfo::State::Cancelled:
            return views::TaskOutcome::Cancelled;
        case JobInfo::State::Running:
        case JobInfo::State::Done:
            return views::TaskOutcome::Done;
    }
    return views::TaskOutcome::Done;
}

QString endWords(const JobInfo& job) {
    if (job.state == JobInfo::State::Failed)
        return views::describe(job.error);
    if (job.state == JobInfo::State::Done)
        return QCoreApplication::translate("podium::app::StatusBinding", "%1 in %2")
            .arg(views::runCount(job.progress->done.load()),
                 views::duration(job.endedAt - job.startedAt));
    return {};
}

}  // namespace

StatusBinding::StatusBinding(views::StatusArea& status, session::Workspace& workspace,
                             jobs::JobEngine& engine, QObject* parent)
    : QObject(parent), m_status(status), m_workspace(workspace), m_engine(engine) {
    m_progress.setInterval(ProgressMs);
    m_age.setInterval(AgeMs);
    m_age.start();
    connect(&m_progress, &QTimer::timeout, this, &StatusBinding::showJobs);
    connect(&m_age, &QTimer::timeout, this, &StatusBinding::showAge);
    connect(&engine, &jobs::JobEngine::jobsChanged, this, &StatusBinding::showJobs);
    connect(status.tasks(), &views::TasksWidget::cancelRequested, &engine,
            [&engine](const QString& id) { engine.cancel(id.toULongLong()); });
    connect(&workspace.chosen(), &session::ChosenRuns::shownChanged, this,
            &StatusBinding::showCounts);
    connect(&workspace.runs(), &session::RunsView::snapshotChanged, this,
            &StatusBinding::showCounts);
    connect(&workspace.sources(), &session::SourceBook::changed, this, &StatusBinding::showAge);
    connect(&workspace, &session::Workspace::shownExperimentsChanged, this,
            &StatusBinding::showAge);
}

void StatusBinding::showJobs() {
    bool any = false;
    for (const JobInfo& job : m_engine.shownJobs()) {
        const QString id = QString::number(job.id);
        if (job.state == JobInfo::State::Running) {
            any = true;
            m_running.insert(id);
            m_status.tasks()->setTask(taskOf(job));
        } else if (m_running.remove(id)) {
            m_status.tasks()->finishTask(id, outcomeOf(job.state), endWords(job));
        }
    }
    if (any && !m_progress.isActive())
        m_progress.start();
    else if (!any)
        m_progress.stop();
}

void StatusBinding::showCounts() {
    const qint64 total = static_cast<qint64>(m_workspace.runs().snapshot()->total);
    const qint64 shown = static_cast<qint64>(m_workspace.chosen().shown().size());
    const qint64 selected = static_cast<qint64>(m_workspace.chosen().selected().size());
    m_status.setChartsText(
        shown > 0 ? tr("%1 of %2 shown in charts").arg(views::count(shown), views::count(total))
                  : QString());
    m_status.setSelectionText(
        selected > 0 ? tr("%1 of %2 selected").arg(views::count(selected), views::count(total))
                     : QString());
}

void StatusBinding::showAge() {
    const session::SourceInfo* source = nullptr;
    if (!m_workspace.runs().experiments().empty())
        source = m_workspace.sources().find(m_workspace.runs().experiments().front().sourceNo);
    else if (!m_workspace.sources().sources().empty())
        source = &m_workspace.sources().sources().front();
    const bool away = source != nullptr && source->syncedAt && !source->isReachable() &&
                      source->state != session::SourceState::Opening;
    const bool paused = away && source->state == session::SourceState::Paused;
    m_status.setNoticeText(paused ? tr("offline on purpose: what was read before is shown")
                           : away ? tr("not reachable: what was read before is shown")
                                  : QString());
    if (source == nullptr || !source->syncedAt) {
        m_status.setSyncText({});
        return;
    }
    m_status.setSyncText(
        tr("synced %1").arg(views::ago(*source->syncedAt, QDateTime::currentMSecsSinceEpoch())));
}

}  // namespace podium::app
