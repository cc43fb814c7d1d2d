// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobengine.h"
#include "session/workspace.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace podium::views {
class MainWindow;
class RelinkDialog;
}  // namespace podium::views

namespace podium::app {

/// Finds artifacts of sources that were moved, by rules that a person takes. Lives as long as the
/// window, on the UI thread.
class RelinkBinding : public QObject {
    Q_OBJECT
public:
    RelinkBinding(views::MainWindow& window, session::Workspace& workspace, cache::Cache& cache,
                  jobs::JobEngine& engine, std::function<QString()> currentSource);

    /// Which actions can be used now.
    void updateActions();

private:
    void showDialog();
    void take(const QString& location, const std::vector<artifacts::RelinkRule>& rules);

    views::MainWindow& m_window;
    session::Workspace& m_workspace;
    cache::Cache& m_cache;
    jobs::JobEngine& m_engine;
    std::function<QString()> m_currentSource;
    QPointer<views::RelinkDialog> m_dialog;
};

}  // namespace podium::app
