// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/editbinding.h"

#include "session/decisioncommand.h"
#include "views/dialogs/outboxdialog.h"
#include "views/run/inspector.h"
#include "views/run/runeditor.h"
#include "views/shell/mainwindow.h"
#include "views/shell/statusarea.h"
#include "views/text/decisionwords.h"
#include "views/text/words.h"
#include "views/widgets/messagebar.h"

#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace podium::app {

using session::Change;
using session::Decision;
using session::DecisionState;
using views::ActionId;

EditBinding::EditBinding(views::MainWindow& window, views::Inspector& inspector,
                         session::Workspace& workspace, std::function<QString()> currentSource)
    : m_window(window),
      m_inspector(inspector),
      m_workspace(workspace),
      m_currentSource(std::move(currentSource)) {
    session::OutboxBook& outbox = workspace.outbox();
    connect(inspector.editor(), &views::RunEditor::decided, this,
            [this, &outbox](const QString& words, base::SourceNo source,
                            const std::vector<Change>& changes) {
                if (const session::SourceInfo* info = m_workspace.sources().find(source))
                    m_workspace.undo().push(
                        new session::DecisionCommand(words, outbox, info->location, changes));
            });
    connect(&outbox, &session::OutboxBook::changed, this, &EditBinding::outboxChanged);
    connect(&outbox, &session::OutboxBook::trouble, this, &EditBinding::told);
    connect(&outbox, &session::OutboxBook::failed, this,
            [this](const base::Error& error) { m_window.messageBar()->showError(error); });
    connect(window.status(), &views::StatusArea::outboxRequested, this, &EditBinding::showOutbox);
    connect(&workspace.inspector(), &session::RunInspector::changed, this,
            &EditBinding::updateActions);
    connect(&workspace.sources(), &session::SourceBook::changed, this, &EditBinding::updateActions);
    wireActions();
    outboxChanged();
    updateActions();
}

void EditBinding::wireActions() {
    views::Actions& actions = m_window.actions();
    views::RunEditor* editor = m_inspector.editor();
    const auto withInspector = [this](auto&& act) {
        m_window.actions()[ActionId::ToggleInspector]->setChecked(true);
        act();
    };
    actions.on(ActionId::RenameRun, editor, [editor] { editor->rename(); });
    actions.on(ActionId::AddTag, editor, [editor] { editor->addTag(); });
    actions.on(ActionId::EditNotes, &m_inspector,
               [this, withInspector] { withInspector([this] { m_inspector.editNotes(); }); });
    actions.on(ActionId::DeleteTags, &m_inspector,
               [this, withInspector] { withInspector([this] { m_inspector.deleteTags(); }); });
    actions.on(ActionId::Outbox, this, [this] { showOutbox(); });
    actions.onToggled(ActionId::ReadOnlySource, this, [this](bool readOnly) {
        m_workspace.sources().setReadOnly(m_currentSource(), readOnly);
        if (!readOnly)
            m_workspace.outbox().tryAllAgain();
    });
}

void EditBinding::updateActions() {
    views::Actions& actions = m_window.actions();
    const views::RunEditor* editor = m_inspector.editor();
    actions[ActionId::RenameRun]->setEnabled(editor->isSingle());
    actions[ActionId::EditNotes]->setEnabled(editor->isSingle());
    actions[ActionId::AddTag]->setEnabled(editor->canEdit());
    actions[ActionId::DeleteTags]->setEnabled(editor->canEdit());
    const session::SourceInfo* source = m_workspace.sources().find(m_currentSource());
    QAction* readOnly = actions[ActionId::ReadOnlySource];
    readOnly->setEnabled(source != nullptr && source->sourceNo.valid());
    const QSignalBlocker quiet(readOnly);
    readOnly->setChecked(source != nullptr && source->readOnly);
}

void EditBinding::outboxChanged() {
    const session::OutboxBook& outbox = m_workspace.outbox();
    const auto& decisions = outbox.decisions();
    if (m_dialog)
        m_dialog->setDecisions(decisions);
    const int count = outbox.count();
    if (count == 0) {
        m_window.status()->setOutbox({}, {});
        return;
    }
    const auto worst = std::ranges::max_element(decisions, {}, &Decision::state)->state;
    const auto number = static_cast<int>(std::ranges::count(decisions, worst, &Decision::state));
    QString text;
    if (worst == DecisionState::Conflict)
        text = tr("%n conflict(s)", nullptr, number);
    else if (worst == DecisionState::Failed)
        text = tr("%n change(s) refused", nullptr, number);
    else if (worst == DecisionState::LocalOnly)
        text = tr("%n change(s) kept here only", nullptr, number);
    else
        text = tr("%n change(s) waiting", nullptr, count);
    m_window.status()->setOutbox(views::settlePlural(text, number),
                                 views::decisionStateIcon(worst));
}

/// Told where a person looks: in the window that has the run.
void EditBinding::told(const Decision& decision) {
    const bool calm = decision.state == DecisionState::LocalOnly;
    const QString sentence = views::decisionSentence(decision);
    const bool ofRegistry = isOfRegistry(decision.change.place.kind);
    QString line = views::decisionLine(decision.change);
    line.replace(0, 1, line.left(1).toUpper());
    m_window.messageBar()->showMessage(
        calm ? views::MessageBar::Kind::Info : views::MessageBar::Kind::Warning,
        ofRegistry
            ? tr("%1. %2", "version 7 of churn: Staging → Production. It waits …")
                  .arg(views::decisionLine(decision.change), sentence)
            : tr("%1 of run %2: %3", "Tag team of run trial-07: the store is read-only")
                  .arg(views::decisionSubject(decision.change.place), runName(decision), sentence));
    QPushButton* show = m_window.messageBar()->addAction(tr("Outbox"));
    connect(show, &QPushButton::clicked, this, &EditBinding::showOutbox);
}

QString EditBinding::runName(const Decision& decision) const {
    if (isOfRegistry(decision.change.place.kind))
        return views::decisionOwner(decision.change.place);
    const query::Frame& frame = *m_workspace.runs().snapshot()->table.frame;
    const auto ids = query::attributeColumn(query::Attribute::RunId);
    const auto names = query::attributeColumn(query::Attribute::RunName);
    for (std::size_t row = 0; row < frame.rows(); ++row) {
        if (frame.text(ids, row) == decision.change.place.owner && !frame.text(names, row).empty())
            return QString::fromStdString(std::string(frame.text(names, row)));
    }
    return QString::fromStdString(decision.change.place.owner);
}

QString EditBinding::sourceName(const Decision& decision) const {
    const QString location = QString::fromStdString(decision.location);
    const session::SourceInfo* source = m_workspace.sources().find(location);
    return source != nullptr ? source->title : location;
}

void EditBinding::showOutbox() {
    if (!m_dialog) {
        m_dialog = new views::OutboxDialog(
            [this](const Decision& decision) { return runName(decision); },
            [this](const Decision& decision) { return sourceName(decision); }, &m_window);
        session::OutboxBook& outbox = m_workspace.outbox();
        connect(m_dialog, &views::OutboxDialog::tryAgainRequested, &outbox,
                &session::OutboxBook::tryAgain);
        connect(m_dialog, &views::OutboxDialog::keepMineRequested, &outbox,
                &session::OutboxBook::keepMine);
        connect(m_dialog, &views::OutboxDialog::discardRequested, this,
                [this, &outbox](std::int64_t entryNo) {
                    if (m_discard)
                        m_discard(entryNo);
                    else
                        outbox.discard(entryNo);
                });
    }
    m_dialog->setDecisions(m_workspace.outbox().decisions());
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

}  // namespace podium::app
