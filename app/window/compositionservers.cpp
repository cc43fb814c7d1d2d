// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/composition.h"
#include "views/runs/runspage.h"
#include "views/runs/runtable.h"
#include "views/runs/serverrunsbar.h"
#include "views/sources/sourcespage.h"
#include "views/sources/sourcespanel.h"

#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>

/// The part of the composition for sources over a network.
namespace podium::app {

using views::ActionId;

void Composition::wireServers() {
    views::Actions& actions = m_window->actions();
    session::SourceBook& book = m_workspace->sources();
    actions.on(ActionId::ConnectServer, m_servers.get(), [this] { m_servers->connectServer(); });
    actions.on(ActionId::Connection, m_servers.get(),
               [this] { m_servers->editConnection(currentSource()); });
    actions.on(ActionId::RemoveSource, m_servers.get(),
               [this] { m_servers->remove(currentSource()); });
    actions.onToggled(ActionId::PauseSource, this,
                      [this, &book](bool paused) { book.setPaused(currentSource(), paused); });
    actions.on(ActionId::KeepExperiment, this, [this] {
        const auto& rows = m_workspace->runs().experiments();
        const session::SourceInfo* source =
            rows.empty() ? nullptr : m_workspace->sources().find(rows.front().sourceNo);
        if (source != nullptr)
            keepExperiment(source->location,
                           QString::fromStdString(rows.front().experiment.experimentId));
    });
    actions.on(ActionId::KeepRun, this, [this] { keepRun(); });
    const auto wire = [&](auto* view) {
        using View = std::remove_pointer_t<decltype(view)>;
        connect(view, &View::pauseRequested, &book, &session::SourceBook::setPaused);
        connect(view, &View::connectionRequested, m_servers.get(), &ServerBinding::editConnection);
        connect(view, &View::removeRequested, m_servers.get(), &ServerBinding::remove);
    };
    wire(m_sourcesPanel);
    wire(m_sourcesPage);
    connect(m_sourcesPage, &views::SourcesPage::connectRequested, m_servers.get(),
            [this] { m_servers->connectServer(); });
    connect(m_sourcesPanel, &views::SourcesPanel::keepRequested, this,
            &Composition::keepExperiment);
    connect(m_sourcesPanel, &views::SourcesPanel::currentChanged, this,
            &Composition::updateServerActions);
    connect(m_workspace.get(), &session::Workspace::shownExperimentsChanged, this,
            &Composition::updateServerActions);
    wireServerRuns();
}

/// Experiments with more runs than are held: a bar says so, and the end of the table asks for more.
void Composition::wireServerRuns() {
    auto* bar = new views::ServerRunsBar(m_runs);
    m_runs->setTopBar(bar);
    session::ServerRuns& runs = m_workspace->serverRuns();
    const auto show = [bar, &runs] { bar->setRuns(runs); };
    connect(&runs, &session::ServerRuns::changed, bar, show);
    connect(bar, &views::ServerRunsBar::moreRequested, &runs, &session::ServerRuns::fetchMore);
    const QScrollBar* scroll = m_runs->table()->verticalScrollBar();
    connect(scroll, &QScrollBar::valueChanged, &runs, [&runs, scroll](int value) {
        if (value >= scroll->maximum() - scroll->pageStep() / 2 && value > 0)
            runs.fetchMore();
    });
    show();
}

/// What can be done with the current source.
void Composition::updateServerActions() {
    views::Actions& actions = m_window->actions();
    const session::SourceInfo* source = m_workspace->sources().find(currentSource());
    const bool server = source != nullptr && source->isServer();
    actions[ActionId::Connection]->setEnabled(server);
    actions[ActionId::PauseSource]->setEnabled(server);
    const auto& rows = m_workspace->runs().experiments();
    const session::SourceInfo* shown =
        rows.empty() ? nullptr : m_workspace->sources().find(rows.front().sourceNo);
    for (const ActionId id : {ActionId::KeepExperiment, ActionId::KeepRun})
        actions[id]->setEnabled(shown != nullptr && shown->isServer());
    if (m_edits)
        m_edits->updateActions();
    const QSignalBlocker quiet(actions[ActionId::PauseSource]);
    actions[ActionId::PauseSource]->setChecked(server &&
                                               source->state == session::SourceState::Paused);
}

void Composition::keepExperiment(const QString& location, const QString& experimentId) {
    const session::SourceInfo* source = m_workspace->sources().find(location);
    if (source == nullptr)
        return;
    const auto row = std::ranges::find_if(source->experiments, [&](const auto& one) {
        return one.experiment.experimentId == experimentId.toStdString();
    });
    if (row != source->experiments.end())
        m_servers->keep(location, experimentId, {}, QString::fromStdString(row->experiment.name));
}

void Composition::keepRun() {
    const auto inspected = m_workspace->inspector().current();
    if (inspected->runs.empty())
        return;
    const cache::RunDetails& run = inspected->runs.front();
    if (const session::SourceInfo* source = m_workspace->sources().find(run.sourceNo)) {
        m_servers->keep(source->location, QString::fromStdString(run.run.experimentId),
                        QString::fromStdString(run.run.runId),
                        QString::fromStdString(run.run.runName));
    }
}

}  // namespace podium::app
