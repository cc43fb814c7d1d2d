// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/relinkbinding.h"

#include "session/artifactplace.h"
#include "session/relinks.h"
#include "views/dialogs/relinkdialog.h"
#include "views/shell/mainwindow.h"
#include "views/widgets/messagebar.h"

namespace podium::app {

using base::Result;
using views::ActionId;

RelinkBinding::RelinkBinding(views::MainWindow& window, session::Workspace& workspace,
                             cache::Cache& cache, jobs::JobEngine& engine,
                             std::function<QString()> currentSource)
    : m_window(window),
      m_workspace(workspace),
      m_cache(cache),
      m_engine(engine),
      m_currentSource(std::move(currentSource)) {
    m_window.actions().on(ActionId::FindMovedArtifacts, this, [this] { showDialog(); });
    connect(&workspace.sources(), &session::SourceBook::changed, this,
            &RelinkBinding::updateActions);
    connect(&workspace.inspector(), &session::RunInspector::changed, this,
            &RelinkBinding::updateActions);
    updateActions();
}

void RelinkBinding::updateActions() {
    const session::SourceInfo* source = m_workspace.sources().find(m_currentSource());
    m_window.actions()[ActionId::FindMovedArtifacts]->setEnabled(source != nullptr &&
                                                                 source->sourceNo.valid());
}

void RelinkBinding::showDialog() {
    const session::SourceInfo* source = m_workspace.sources().find(m_currentSource());
    if (source == nullptr || !source->sourceNo.valid())
        return;
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    const QString location = source->location;
    m_dialog = new views::RelinkDialog(
        source->title, m_engine,
        [&cache = m_cache, number = source->sourceNo](const std::filesystem::path& folder,
                                                      base::Progress& progress,
                                                      const std::stop_token& stop) {
            return session::surveyRelinks(cache, number, folder, progress, stop);
        },
        session::readRelinks(session::relinkFile(m_cache), location.toStdString()), &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &views::RelinkDialog::rulesTaken, this,
            [this, location](const std::vector<artifacts::RelinkRule>& rules) {
                take(location, rules);
            });
    m_dialog->show();
}

void RelinkBinding::take(const QString& location, const std::vector<artifacts::RelinkRule>& rules) {
    m_engine.run<void>(
        jobs::Pool::Long, this,
        [file = session::relinkFile(m_cache), location = location.toStdString(), rules](
            std::stop_token, base::Progress&) {
            return session::writeRelinks(file, location, rules);
        },
        [this](const Result<void>& written) {
            if (written.failed())
                m_window.messageBar()->showError(written.error());
            m_workspace.inspector().reload();
            m_workspace.comparer().reload();
        });
}

}  // namespace podium::app
