// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/registrybinding.h"

#include "session/decisioncommand.h"
#include "views/artifacts/artifactbrowser.h"
#include "views/registry/modelspage.h"
#include "views/registry/versionpage.h"
#include "views/shell/mainwindow.h"
#include "views/text/text.h"
#include "views/widgets/messagebar.h"

#include <QSignalBlocker>

namespace podium::app {

using session::Change;
using session::ModelEntry;
using views::ActionId;
using views::PageId;

RegistryBinding::RegistryBinding(const RegistryParts& parts)
    : m_parts(parts), m_metrics(parts.cache, parts.engine), m_files(parts.cache, parts.engine) {
    m_files.setStores([this] { return m_parts.workspace.sources().stores(); });
    parts.models.pane()->page()->setFilesView(&parts.files);
    wireModels();
    wireActions();
}

void RegistryBinding::wireModels() {
    session::RegistryBook& registry = m_parts.workspace.registry();
    views::ModelsPage& models = m_parts.models;
    views::RegistryEditor* editor = models.editor();
    connect(&registry, &session::RegistryBook::changed, &models,
            [this] { m_parts.models.setSnapshot(m_parts.workspace.registry().snapshot()); });
    connect(&registry, &session::RegistryBook::failed, &models,
            [this](const base::Error& error) { m_parts.models.showError(error); });
    connect(&models, &views::ModelsPage::runRequested, &m_parts.workspace,
            &session::Workspace::showRun);
    connect(&models, &views::ModelsPage::modelChanged, this, &RegistryBinding::loadMetrics);
    connect(&models, &views::ModelsPage::versionChanged, this, &RegistryBinding::loadFiles);
    connect(&models, &views::ModelsPage::versionChanged, this, &RegistryBinding::updateActions);
    connect(&m_metrics, &session::SourceRunMetrics::changed, &models,
            [this] { m_parts.models.pane()->setMetrics(m_metrics.current()); });
    connect(&m_metrics, &session::SourceRunMetrics::failed, &models,
            [this](const base::Error& error) { m_parts.models.showError(error); });
    connect(&m_files, &session::VersionFilesLoader::changed, &models, [this] {
        m_filesShown = false;
        m_parts.models.pane()->page()->setFiles(m_files.current());
    });
    connect(models.pane()->page(), &views::VersionPage::filesShown, this,
            &RegistryBinding::showFiles);
    editor->setStores([this](base::SourceNo source) { return storeWords(source); });
    connect(
        editor, &views::RegistryEditor::decided, this,
        [this](const QString& words, base::SourceNo source, const std::vector<Change>& changes) {
            session::Workspace& workspace = m_parts.workspace;
            if (const session::SourceInfo* info = workspace.sources().find(source))
                workspace.undo().push(new session::DecisionCommand(words, workspace.outbox(),
                                                                   info->location, changes));
        });
}

views::StoreWords RegistryBinding::storeWords(base::SourceNo number) const {
    const session::SourceInfo* source = m_parts.workspace.sources().find(number);
    if (source == nullptr)
        return {};
    views::StoreWords words{
        source->title, {}, false, source->kind.toStdString(), source->location.toStdString()};
    if (source->readOnly)
        words.note =
            tr("Nothing is written to this source, as you have said: the change is kept on "
               "this machine alone.");
    else if (!source->isReachable())
        words.note =
            tr("The store can't be reached now: the change is kept here, shown as "
               "waiting, and sent when the store is there again.");
    words.warns = !words.note.isEmpty();
    return words;
}

void RegistryBinding::wireActions() {
    views::Actions& actions = m_parts.window.actions();
    views::ModelsPage* models = &m_parts.models;
    views::RegistryEditor* editor = models->editor();
    views::ModelPane* pane = models->pane();
    const auto onModels = [this, &actions](ActionId id, auto act) {
        actions.on(id, &m_parts.models, [this, act] {
            m_parts.window.showPage(PageId::Models);
            act();
        });
    };
    actions.on(ActionId::OpenSourceRun, models, [models] { models->openSourceRun(); });
    actions.on(ActionId::CopyModelUri, models, [models] { models->copyModelUri(); });
    onModels(ActionId::BoardLanes, [pane] { pane->chooseLanes(); });
    onModels(ActionId::VersionMetric, [pane] { pane->chooseMetric(); });
    onModels(ActionId::MoveToStage, [editor] { editor->moveToStage(); });
    onModels(ActionId::SetAlias, [editor] { editor->setAlias(); });
    onModels(ActionId::RemoveAlias, [models] { models->chooseAliasToRemove(); });
    onModels(ActionId::EditVersionNotes, [pane] { pane->page()->editDescription(); });
    onModels(ActionId::AddVersionTag, [editor] { editor->editTag({}, false); });
    QAction* board = actions[ActionId::ModelBoard];
    actions.onToggled(ActionId::ModelBoard, pane, [this, pane](bool shown) {
        m_parts.window.showPage(PageId::Models);
        pane->setBoardShown(shown);
        pane->focusVersions();
    });
    connect(models, &views::ModelsPage::stateChanged, board, [board, pane] {
        const QSignalBlocker quiet(board);
        board->setChecked(pane->isBoardShown());
    });
    models->setVersionActions({actions[ActionId::OpenSourceRun], actions[ActionId::CopyModelUri],
                               nullptr, actions[ActionId::MoveToStage], actions[ActionId::SetAlias],
                               actions[ActionId::RemoveAlias], actions[ActionId::AddVersionTag],
                               actions[ActionId::EditVersionNotes]});
    updateActions();
}

void RegistryBinding::updateActions() {
    views::Actions& actions = m_parts.window.actions();
    const bool any = m_parts.models.pane()->currentVersion() != nullptr;
    actions[ActionId::OpenSourceRun]->setEnabled(m_parts.models.sourceRun().valid());
    for (const ActionId id :
         {ActionId::CopyModelUri, ActionId::MoveToStage, ActionId::SetAlias, ActionId::RemoveAlias,
          ActionId::EditVersionNotes, ActionId::AddVersionTag})
        actions[id]->setEnabled(any);
    const auto& entry = m_parts.models.pane()->entry();
    actions[ActionId::MoveToStage]->setEnabled(any && !entry->model.isPrompt());
}

void RegistryBinding::loadMetrics() {
    const auto& entry = m_parts.models.pane()->entry();
    std::vector<base::RunNo> runs;
    if (entry) {
        for (const ModelEntry::Version& version : entry->versions)
            runs.push_back(version.runNo);
    }
    m_metrics.setRuns(std::move(runs));
}

/// A new snapshot tells of the same version again: its files are looked at once.
void RegistryBinding::loadFiles() {
    const views::ModelPane* pane = m_parts.models.pane();
    const ModelEntry::Version* version = pane->currentVersion();
    if (version == nullptr) {
        m_version = {};
        m_files.clear();
        return;
    }
    // Where it was seen has grown when it is elsewhere.
    std::string state = version->version.source + version->version.modelId + version->version.stage;
    for (const domain::Alias& alias : pane->entry()->model.aliases) {
        if (alias.version == version->version.version)
            state += alias.alias + '\n';
    }
    VersionKey key{pane->entry()->sourceNo, pane->entry()->model.name, version->version.version,
                   std::move(state)};
    if (key == m_version)
        return;
    m_version = std::move(key);
    m_files.setVersion(pane->entry()->sourceNo, version->version, version->runNo);
}

/// The browser lists a folder only once somebody looks at it.
void RegistryBinding::showFiles() {
    const auto files = m_files.current();
    if (m_filesShown || !files)
        return;
    m_filesShown = true;
    if (files->place.failed()) {
        m_parts.files.setUnavailable(views::describe(files->place.error()));
        return;
    }
    if (!files->place.ok())
        return;
    const session::ArtifactPlace& place = files->place.value();
    if (!place.remote && place.how == artifacts::Resolved::How::Nothing) {
        m_parts.files.setNothingLogged();
        return;
    }
    m_parts.files.setRoot({QString::fromStdString(std::get<1>(m_version)), place.folder,
                           m_parts.workspace.artifactSource(place)});
    if (!files->folder.empty())
        m_parts.files.openPath(QString::fromStdString(files->folder));
}

}  // namespace podium::app
