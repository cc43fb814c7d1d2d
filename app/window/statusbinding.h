// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace podium::jobs {
class JobEngine;
}
namespace podium::session {
class Workspace;
}
namespace podium::views {
class StatusArea;
}

namespace podium::app {

/// Keeps the status bar right: jobs with their progress, how many runs are selected and drawn, how
/// old the data is. Progress is asked for ten times a second while a job runs. Lives as long as the
/// window, on the UI thread.
class StatusBinding : public QObject {
    Q_OBJECT
public:
    StatusBinding(views::StatusArea& status, session::Workspace& workspace, jobs::JobEngine& engine,
                  QObject* parent);

private:
    void showJobs();
    void showCounts();
    void showAge();

    views::StatusArea& m_status;
    session::Workspace& m_workspace;
    jobs::JobEngine& m_engine;
    QTimer m_progress;
    QTimer m_age;
    QSet<QString> m_running;
};

}  // namespace podium::app
