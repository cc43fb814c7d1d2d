// SPDX-License-Identifier: GPL-3.0-or-later
// What a RequestView shows of its request.
#include "views/registry/requestview.h"

#include "items/board.h"
#include "items/cell.h"
#include "views/registry/evidencerows.h"
#include "views/registry/pendingbar.h"
#include "views/registry/reviewwords.h"
#include "views/registry/threadview.h"
#include "views/text/text.h"
#include "views/widgets/card.h"
#include "views/widgets/elidedlabel.h"

#include <QLabel>
#include <QPushButton>

namespace podium::views {

using registry::Request;
using registry::RequestState;
using session::Review;

namespace {

void put(Card* card, FactTable* table, const FactRows& rows, int stretch) {
    card->setNote(rows.note);
    table->setRows(rows.titles, rows.rows, stretch);
    table->setVisible(!rows.rows.isEmpty());
}

}  // namespace

void RequestView::fill() {
    setEnabled(m_review != nullptr);
    if (!m_review) {
        m_pending->hide();
        return;
    }
    fillHead();
    fillEvidence();
    fillPreview();
    fillPending();
    fillButtons();
}

void RequestView::fillHead() {
    const Request& request = m_review->entry.request;
    m_title->setText(requestTitle(request));
    QStringList parts = {items::toQString(m_review->entry.sourceTitle)};
    if (m_review->evidence.incumbent && !m_review->loading)
        parts.append(tr("replaces version %1").arg(*m_review->evidence.incumbent));
    if (request.state == RequestState::Open) {
        const int wanted = request.native ? 1 : m_review->policy.policy.approvals;
        parts.append(tr("%1 of %2 approvals").arg(request.approvals.size()).arg(wanted));
    } else {
        parts.append(requestStateText(request.state));
    }
    m_sub->setText(parts.join(QStringLiteral(" · ")));
    const QString who = request.asker.empty() ? tr("Somebody") : oneLine(request.asker, 80);
    QString asked = tr("%1 asked %2", "who, how long ago").arg(who, ago(request.at, m_clock()));
    if (request.archiveExisting)
        asked += tr(", and to archive what is there");
    const QString stale = stalenessText(request);
    m_asked->setText(stale.isEmpty() ? asked : asked + QStringLiteral(" · ") + stale);
    m_why->setText(items::toQString(request.comment));
    m_why->setVisible(!request.comment.empty());
}

void RequestView::fillEvidence() {
    const Review& review = *m_review;
    m_metricsCard->setTitle(review.evidence.incumbent
                                ? tr("Metrics against version %1").arg(*review.evidence.incumbent)
                                : tr("Metrics"));
    constexpr int NameColumn = 0;
    constexpr int ExpressionColumn = 1;
    if (review.loading) {
        for (Card* card : {m_metricsCard, m_changesCard, m_gatesCard})
            card->setNote(tr("being read…"));
        for (FactTable* one : {m_metrics, m_changes, m_gates})
            one->setVisible(false);
    } else {
        put(m_metricsCard, m_metrics, metricRows(review), NameColumn);
        put(m_changesCard, m_changes, changeRows(review), 1);
        put(m_gatesCard, m_gates, gateRows(review), ExpressionColumn);
    }
    m_compare->setVisible(!review.loading && review.incumbent && review.incumbent->runNo.valid() &&
                          review.candidate.runNo.valid());
    m_thread->setThread(review.entry.request.thread, m_clock());
    m_threadCard->setNote(chainText(review.entry.request.chain));
}

void RequestView::fillPreview() {
    const bool decided = m_review->entry.decided;
    const bool native = m_review->entry.request.native;
    QStringList lines = {tr("%1 · %2", "store · model")
                             .arg(items::toQString(m_review->entry.sourceTitle),
                                  oneLine(m_review->entry.request.model, 100))};
    if (decided)
        lines.append(tr("nothing: this is decided"));
    else if (!m_review->loading)
        lines += changeLines({m_review->change}) +
                 (native ? QStringList(tr("the workspace makes the change with the approval"))
                         : writeLines({m_review->change}, m_store));
    if (!decided && !native)
        lines.append(tr("version %1: a tag approval.… for each decision")
                         .arg(m_review->entry.request.version));
    m_preview->setText(lines.join(QLatin1Char('\n')));
    m_preview->setAccessibleName(m_preview->text());
}

/// What is other where the registry keeps requests itself. It archives in these two stages only.
void RequestView::fillNative(const registry::Judgement& judgement) {
    const Request* request = m_review ? &m_review->entry.request : nullptr;
    const bool native = request != nullptr && request->native;
    const std::string stage = native ? request->target.name : std::string();
    m_archive->setVisible(judgement.mayApprove && native && !request->replaces.empty() &&
                          (stage == "Staging" || stage == "Production"));
    m_archive->setText(native ? tr("Archive what is in %1 now").arg(targetText(request->target))
                              : QString());
    m_say->setVisible(!native);
    m_notice->setVisible(!native);
}

/// What was decided here and has not arrived, with what can be done where somebody was faster.
void RequestView::fillPending() {
    const session::Decision* shown =
        m_model ? items::shownDecision(*m_model, m_review->entry.request.version) : nullptr;
    m_pending->setDecision(shown, m_review->entry.decided ? QString() : m_store.note);
}

}  // namespace podium::views
