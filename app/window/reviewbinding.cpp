// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/reviewbinding.h"

#include "registry/transition.h"
#include "session/decisioncommand.h"
#include "session/metricrules.h"
#include "views/registry/modelspage.h"
#include "views/registry/packwords.h"
#include "views/registry/policydialog.h"
#include "views/registry/requestview.h"
#include "views/registry/reviewspage.h"
#include "views/registry/reviewwords.h"
#include "views/shell/mainwindow.h"
#include "views/text/text.h"
#include "views/text/words.h"
#include "views/widgets/messagebar.h"

#include <QPushButton>

#include <utility>

namespace podium::app {

using base::Result;
using registry::Action;
using registry::DraftFault;
using registry::InboxEntry;
using session::Setting;
using views::ActionId;
using views::PageId;

ReviewBinding::ReviewBinding(const RegistryParts& parts, RegistryBinding& registry,
                             views::ReviewsPage& page)
    : m_parts(parts),
      m_registry(registry),
      m_page(page),
      m_book(parts.cache, parts.engine, parts.workspace.registry(), parts.workspace.outbox(),
             parts.workspace.sources(), parts.environment) {
    m_book.setName(
        parts.workspace.settings().value(Setting::ReviewName).toString().trimmed().toStdString());
    wirePage();
    wireAsking();
    wireActions();
    inboxChanged();
}

void ReviewBinding::wirePage() {
    views::RequestView* request = m_page.request();
    session::OutboxBook& outbox = m_parts.workspace.outbox();
    connect(&m_book, &session::ReviewBook::inboxChanged, this, &ReviewBinding::inboxChanged);
    connect(&m_book, &session::ReviewBook::reviewChanged, this, &ReviewBinding::reviewChanged);
    connect(&m_book, &session::ReviewBook::requestCame, this, &ReviewBinding::requestCame);
    connect(&m_book, &session::ReviewBook::failed, this,
            [this](const base::Error& error) { m_page.showError(views::describe(error)); });
    connect(&m_page, &views::ReviewsPage::requestSelected, this,
            [this] { m_book.select(m_page.currentKey()); });
    connect(&m_parts.workspace.sources(), &session::SourceBook::changed, this,
            &ReviewBinding::reviewChanged);
    connect(
        request, &views::RequestView::said, this, [this](Action action, const QString& comment) {
            told(m_book.say(action, comment.toStdString(), m_page.request()->archivesExisting()));
        });
    connect(request, &views::RequestView::applyRequested, this, [this] { told(m_book.apply()); });
    connect(request, &views::RequestView::keepMineRequested, &outbox,
            &session::OutboxBook::keepMine);
    connect(request, &views::RequestView::discardRequested, this,
            [this](qint64 entryNo) { m_book.discard(entryNo); });
    views::ModelPane* pane = m_parts.models.pane();
    connect(pane, &views::ModelPane::keepMineRequested, &outbox, &session::OutboxBook::keepMine);
    connect(pane, &views::ModelPane::discardRequested, this,
            [this](qint64 entryNo) { m_book.discard(entryNo); });
    connect(request, &views::RequestView::runRequested, &m_parts.workspace,
            &session::Workspace::showRun);
    connect(request, &views::RequestView::compareRequested, this, &ReviewBinding::compare);
    connect(request, &views::RequestView::changed, this, &ReviewBinding::updateActions);
}

void ReviewBinding::wireAsking() {
    connect(
        m_parts.models.editor(), &views::RegistryEditor::asked, this,
        [this](base::SourceNo source, const QString& model, qint64 version, const QString& stage,
               const QString& alias, bool archiveExisting, const QString& comment) {
            registry::Target target;
            target.kind =
                stage.isEmpty() ? registry::Target::Kind::Alias : registry::Target::Kind::Stage;
            target.name = (stage.isEmpty() ? alias : stage).toStdString();
            told(m_book.ask(source, model.toStdString(), version, target, archiveExisting,
                            comment.toStdString()));
        });
    connect(&m_book, &session::ReviewBook::asked, this,
            [this](base::SourceNo, const std::string& model, std::int64_t version,
                   const registry::Target& target) {
                asked(QString::fromStdString(model), version, target);
            });
    connect(&m_book, &session::ReviewBook::decided, this, &ReviewBinding::decided);
    connect(&m_book, &session::ReviewBook::refused, this, &ReviewBinding::refused);
}

void ReviewBinding::asked(const QString& model, qint64 version, const registry::Target& target) {
    m_parts.window.messageBar()->showMessage(views::MessageBar::Kind::Info,
                                             tr("You have asked for version %1 of %2 to go to %3.")
                                                 .arg(version)
                                                 .arg(model, views::targetText(target)));
    QPushButton* show = m_parts.window.messageBar()->addAction(tr("Show Reviews"));
    connect(show, &QPushButton::clicked, this, [this] {
        m_parts.window.messageBar()->hide();
        m_page.setFilter(items::InboxFilter::Mine);
        m_parts.window.showPage(PageId::Reviews);
    });
}

void ReviewBinding::decided(const session::TransitionDecision& decision) {
    const QString words = decision.action == Action::Approve  ? tr("Approved: version %1 of %2.")
                          : decision.action == Action::Reject ? tr("Rejected: version %1 of %2.")
                                                              : tr("Withdrawn: version %1 of %2.");
    m_parts.window.messageBar()->showMessage(
        views::MessageBar::Kind::Info,
        words.arg(decision.request.version).arg(views::oneLine(decision.request.name, 60)));
}

/// Nothing waits in the outbox: what was typed is kept where it can be sent again.
void ReviewBinding::refused(const session::TransitionDecision& decision, const base::Error& error) {
    const stores::TransitionRequest& of = decision.request;
    m_parts.window.messageBar()->showMessage(
        views::MessageBar::Kind::Warning,
        tr("Nothing is decided about version %1 of %2: %3 Its registry keeps requests itself, so "
           "this can't wait.")
            .arg(of.version)
            .arg(views::oneLine(of.name, 60), views::describe(error)));
    if (decision.action != Action::Request) {
        const auto& review = m_page.request()->review();
        if (review && review->entry.sourceNo == decision.source &&
            registry::transitionOf(review->entry.request) == of)
            m_page.request()->keepWords(session::keyOf(review->entry),
                                        QString::fromStdString(decision.comment));
        return;
    }
    QPushButton* again = m_parts.window.messageBar()->addAction(tr("Ask Again…"));
    connect(again, &QPushButton::clicked, this, [this, source = decision.source, of] {
        m_parts.window.messageBar()->hide();
        m_parts.window.showPage(PageId::Models);
        const auto entry = m_parts.models.pane()->entry();
        const auto* version = m_parts.models.pane()->currentVersion();
        if (entry && entry->sourceNo == source && entry->model.name == of.name &&
            version != nullptr && version->version.version == of.version)
            m_parts.models.editor()->askAgain(QString::fromStdString(of.stage),
                                              QString::fromStdString(of.comment));
    });
}

void ReviewBinding::wireActions() {
    views::Actions& actions = m_parts.window.actions();
    views::RequestView* request = m_page.request();
    // Their keys mean something else elsewhere.
    for (const ActionId id :
         {ActionId::Approve, ActionId::Reject, ActionId::CommentRequest, ActionId::WithdrawRequest})
        m_page.addAction(actions[id]);
    actions.on(ActionId::Approve, request, [request] { request->approve(); });
    actions.on(ActionId::Reject, request, [request] { request->reject(); });
    actions.on(ActionId::CommentRequest, request, [request] { request->comment(); });
    actions.on(ActionId::WithdrawRequest, request, [request] { request->withdraw(); });
    actions.on(ActionId::AskPromotion, &m_parts.models, [this] {
        m_parts.window.showPage(PageId::Models);
        m_parts.models.editor()->ask();
    });
    actions.on(ActionId::ReviewPolicy, this, [this] { editPolicy(); });
    actions.on(ActionId::AuditLog, this, [this] { showAudit(); });
    actions.on(ActionId::SaveReviewPack, this, [this] { choosePackFile(); });
    m_parts.window.setPageTools(
        PageId::Reviews,
        m_page.makeTools({actions[ActionId::ReviewPolicy], actions[ActionId::SaveReviewPack],
                          actions[ActionId::AuditLog]}));
    connect(&m_parts.models, &views::ModelsPage::versionChanged, this,
            &ReviewBinding::updateActions);
    connect(&m_parts.window, &views::MainWindow::pageChanged, this, [this](PageId page) {
        updateActions();
        if (page == PageId::Reviews && std::exchange(m_told, false))
            m_parts.window.messageBar()->hide();
    });
    updateActions();
}

void ReviewBinding::updateActions() {
    views::Actions& actions = m_parts.window.actions();
    const views::RequestView* request = m_page.request();
    const bool any = request->review() != nullptr;
    const bool version = m_parts.models.pane()->currentVersion() != nullptr;
    actions[ActionId::AskPromotion]->setEnabled(version);
    actions[ActionId::Approve]->setEnabled(any);
    actions[ActionId::CommentRequest]->setEnabled(any);
    actions[ActionId::Reject]->setEnabled(request->can(Action::Reject));
    actions[ActionId::WithdrawRequest]->setEnabled(request->can(Action::Withdraw));
    actions[ActionId::SaveReviewPack]->setEnabled(any && !request->review()->loading);
    actions[ActionId::ReviewPolicy]->setEnabled(
        m_parts.window.currentPage() == PageId::Reviews ? any : version);
}

void ReviewBinding::inboxChanged() {
    m_page.setInbox(m_book.inbox());
    const int waiting = m_book.waitingForMe();
    m_parts.window.setBadge(
        PageId::Reviews, waiting,
        views::settlePlural(tr("%n request(s) waiting for you", nullptr, waiting), waiting));
}

void ReviewBinding::reviewChanged() {
    const auto& review = m_book.current();
    if (!review) {
        m_page.request()->setReview(nullptr, nullptr, {});
    } else {
        const InboxEntry& entry = review->entry;
        m_page.request()->setReview(review, m_book.model(entry.sourceNo, entry.request.model),
                                    m_registry.storeWords(entry.sourceNo));
    }
    updateActions();
}

/// Told in the window, with a way there; nothing pops up over other programs.
void ReviewBinding::requestCame(const InboxEntry& entry) {
    if (m_parts.window.currentPage() == PageId::Reviews)
        return;
    const registry::Request& request = entry.request;
    m_told = true;
    m_parts.window.messageBar()->showMessage(
        views::MessageBar::Kind::Info,
        tr("%1 asks you: %2", "who asks what")
            .arg(views::oneLine(request.asker, 60), views::requestTitle(request)));
    QPushButton* show = m_parts.window.messageBar()->addAction(tr("Review"));
    connect(show, &QPushButton::clicked, this, [this, key = session::keyOf(entry)] {
        m_parts.window.messageBar()->hide();
        m_parts.window.showPage(PageId::Reviews);
        m_page.showRequest(key);
    });
}

void ReviewBinding::told(DraftFault fault) {
    if (fault != DraftFault::None)
        m_parts.window.messageBar()->showMessage(views::MessageBar::Kind::Warning,
                                                 views::draftFaultText(fault));
}

void ReviewBinding::compare(base::RunNo candidate, base::RunNo incumbent) {
    m_parts.workspace.comparer().setRuns({incumbent, candidate});
    m_parts.window.showPage(PageId::Compare);
}

/// Of the request that is shown, or of the model that is chosen.
void ReviewBinding::editPolicy() {
    const auto& review = m_page.request()->review();
    const bool ofRequest = m_parts.window.currentPage() == PageId::Reviews && review != nullptr;
    const auto entry = ofRequest ? m_book.model(review->entry.sourceNo, review->entry.request.model)
                                 : m_parts.models.pane()->entry();
    if (!entry)
        return;
    delete m_policy;
    const base::SourceNo source = entry->sourceNo;
    const QString model = QString::fromStdString(entry->model.name);
    m_policy = new views::PolicyDialog(views::oneLine(entry->model.name, 60), entry->sourceTitle,
                                       registry::policyOf(entry->model.tags), &m_parts.window);
    connect(m_policy, &views::PolicyDialog::saved, this,
            [this, source, model](const registry::Policy& policy) {
                decidePolicy(source, model, &policy);
            });
    connect(m_policy, &views::PolicyDialog::removed, this,
            [this, source, model] { decidePolicy(source, model, nullptr); });
    m_policy->open();
}

void ReviewBinding::decidePolicy(base::SourceNo source, const QString& model,
                                 const registry::Policy* policy) {
    const session::SourceInfo* info = m_parts.workspace.sources().find(source);
    const std::vector<session::Change> changes =
        m_book.policyChanges(source, model.toStdString(), policy);
    if (info != nullptr && !changes.empty() && changes.front().wanted != changes.front().basis)
        m_parts.workspace.undo().push(new session::DecisionCommand(
            tr("policy of %1").arg(model), m_parts.workspace.outbox(), info->location, changes));
}

QString ReviewBinding::sourceName(const std::string& location) const {
    const QString place = QString::fromStdString(location);
    const session::SourceInfo* source = m_parts.workspace.sources().find(place);
    return source != nullptr ? source->title : place;
}

}  // namespace podium::app
