// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/registry/requestview.h"

#include "views/registry/facttable.h"
#include "views/registry/pendingbar.h"
#include "views/registry/reviewwords.h"
#include "views/registry/threadview.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"
#include "views/widgets/card.h"
#include "views/widgets/elidedlabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace podium::views {

using registry::Action;

namespace {

QLabel* label(QWidget* parent, const char* name, bool dim) {
    auto* made = new QLabel(parent);
    made->setObjectName(QLatin1String(name));
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (dim)
        made->setForegroundRole(QPalette::PlaceholderText);
    return made;
}

FactTable* table(Card* card, const char* name, const QString& words) {
    auto* made = new FactTable(card);
    made->setObjectName(QLatin1String(name));
    made->setAccessibleName(words);
    card->body()->setContentsMargins(0, 0, 0, metrics::Unit);
    card->body()->addWidget(made);
    card->body()->addStretch(1);
    return made;
}

}  // namespace

RequestView::RequestView(base::Clock clock, QWidget* parent)
    : QWidget(parent),
      m_clock(std::move(clock)),
      m_title(new ElidedLabel(this)),
      m_sub(label(this, "requestSub", true)),
      m_pending(new PendingBar(this)),
      m_scroll(new QScrollArea(this)) {
    setObjectName(QStringLiteral("requestView"));
    m_pending->setObjectName(QStringLiteral("requestPending"));
    m_pending->hide();
    auto* inside = new QWidget(m_scroll);
    inside->setBackgroundRole(QPalette::Window);
    inside->setAutoFillBackground(true);
    makeEvidence(inside);
    m_scroll->setObjectName(QStringLiteral("requestScroll"));
    m_scroll->setAccessibleName(tr("Evidence"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(inside);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_pending);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(makeFoot());
    fill();
}

QWidget* RequestView::makeHead() {
    auto* head = new QWidget(this);
    m_title->setObjectName(QStringLiteral("requestTitle"));
    m_title->setFont(titleFont(font()));
    auto* layout = new QVBoxLayout(head);
    layout->setContentsMargins(20, 14, 20, 10);
    layout->setSpacing(2);
    layout->addWidget(m_title);
    layout->addWidget(m_sub);
    return head;
}

void RequestView::makeEvidence(QWidget* inside) {
    auto* whyCard = new Card(inside);
    m_asked = label(whyCard, "requestAsked", true);
    m_why = label(whyCard, "requestWhy", false);
    whyCard->body()->setContentsMargins(14, 10, 14, 10);
    whyCard->body()->setSpacing(metrics::Unit + 2);
    whyCard->body()->addWidget(m_asked);
    whyCard->body()->addWidget(m_why);
    m_metricsCard = new Card(tr("Metrics"), inside);
    m_metrics = table(m_metricsCard, "evidenceMetrics", tr("Metrics"));
    m_changesCard = new Card(tr("What else changed"), inside);
    m_changes = table(m_changesCard, "evidenceChanges", tr("What else changed"));
    m_compare = new QPushButton(tr("Full comparison"), m_changesCard);
    m_compare->setObjectName(QStringLiteral("evidenceCompare"));
    m_compare->setFlat(true);
    m_changesCard->addHeadWidget(m_compare);
    m_gatesCard = new Card(tr("Gates"), inside);
    m_gates = table(m_gatesCard, "evidenceGates", tr("Gates"));
    auto* previewCard = new Card(tr("What will be written, and where"), inside);
    m_preview = label(previewCard, "requestPreview", false);
    m_preview->setFont(monoFont(font()));
    m_preview->setContentsMargins(12, 0, 12, 10);
    previewCard->body()->addWidget(m_preview);
    m_threadCard = new Card(tr("What was said"), inside);
    m_thread = new ThreadView(m_threadCard);
    m_threadCard->body()->setContentsMargins(0, 0, 0, 0);
    m_threadCard->body()->addWidget(m_thread);
    auto* pair = new QHBoxLayout;
    pair->setSpacing(12);
    pair->addWidget(m_metricsCard, 1);
    pair->addWidget(m_changesCard, 1);
    auto* layout = new QVBoxLayout(inside);
    layout->setContentsMargins(20, 0, 20, 12);
    layout->setSpacing(12);
    layout->addWidget(whyCard);
    layout->addLayout(pair);
    layout->addWidget(m_gatesCard);
    layout->addWidget(previewCard);
    layout->addWidget(m_threadCard);
    layout->addStretch(1);
    connect(m_changes, &FactTable::linkActivated, this, [this] {
        if (m_review)
            Q_EMIT runRequested(m_review->candidate.runNo);
    });
    connect(m_compare, &QPushButton::clicked, this, [this] {
        if (m_review && m_review->incumbent)
            Q_EMIT compareRequested(m_review->candidate.runNo, m_review->incumbent->runNo);
    });
}

QWidget* RequestView::makeFoot() {
    auto* foot = new QWidget(this);
    m_reasons = label(foot, "requestReasons", false);
    m_comment = new QLineEdit(foot);
    m_comment->setObjectName(QStringLiteral("requestComment"));
    m_comment->setAccessibleName(tr("Reason or comment"));
    m_archive = new QCheckBox(foot);
    m_archive->setObjectName(QStringLiteral("requestArchive"));
    const auto button = [foot](const char* name, const QString& text) {
        auto* made = new QPushButton(text, foot);
        made->setObjectName(QLatin1String(name));
        made->setAutoDefault(false);
        return made;
    };
    m_say = button("requestSay", tr("&Comment"));
    m_withdraw = button("requestWithdraw", tr("&Withdraw"));
    m_reject = button("requestReject", tr("Re&ject"));
    m_approve = button("requestApprove", tr("&Approve"));
    setDestructive(m_reject);
    setPrimary(m_approve);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::Gap);
    row->addWidget(m_comment, 1);
    for (QPushButton* one : {m_say, m_withdraw, m_reject, m_approve})
        row->addWidget(one);
    m_notice = new QLabel(
        tr("An open store records decisions as tags and enforces nothing: whoever may write to it "
           "can promote a version without asking."),
        foot);
    m_notice->setObjectName(QStringLiteral("requestNotice"));
    m_notice->setFont(smallFont(font()));
    m_notice->setWordWrap(true);
    m_notice->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QVBoxLayout(foot);
    layout->setContentsMargins(20, 10, 20, 12);
    layout->setSpacing(metrics::Gap);
    layout->addWidget(m_reasons);
    layout->addWidget(m_archive);
    layout->addLayout(row);
    layout->addWidget(m_notice);
    connect(m_comment, &QLineEdit::textChanged, this, &RequestView::fillButtons);
    connect(m_pending, &PendingBar::keepMineRequested, this, &RequestView::keepMineRequested);
    connect(m_pending, &PendingBar::discardRequested, this, &RequestView::discardRequested);
    connect(m_say, &QPushButton::clicked, this, &RequestView::comment);
    connect(m_withdraw, &QPushButton::clicked, this, &RequestView::withdraw);
    connect(m_reject, &QPushButton::clicked, this, &RequestView::reject);
    connect(m_approve, &QPushButton::clicked, this, &RequestView::approve);
    return foot;
}

void RequestView::setReview(Shared review, std::shared_ptr<const session::ModelEntry> model,
                            const StoreWords& store) {
    const auto key = review ? std::optional(session::keyOf(review->entry)) : std::nullopt;
    if (key != m_key) {
        m_comment->clear();
        m_archive->setChecked(false);
    }
    m_key = key;
    m_review = std::move(review);
    m_model = std::move(model);
    m_store = store;
    fill();
}

bool RequestView::archivesExisting() const {
    return m_archive->isVisibleTo(this) && m_archive->isChecked();
}

void RequestView::keepWords(const session::RequestKey& key, const QString& words) {
    if (m_key == key && m_comment->text().isEmpty())
        m_comment->setText(words);
}

bool RequestView::can(Action action) const {
    if (!m_review || m_review->loading)
        return false;
    const registry::Judgement& judgement = m_review->judgement;
    const bool words = !m_comment->text().trimmed().isEmpty();
    switch (action) {
        case Action::Approve:
            return (judgement.mayApprove && (words || !judgement.commentNeeded)) ||
                   judgement.mayApply;
        case Action::Reject:
            return judgement.mayReject;
        case Action::Withdraw:
            return judgement.mayWithdraw;
        case Action::Comment:
            return words && !m_review->entry.request.native;
        default:
            return false;
    }
}

void RequestView::fillButtons() {
    const bool ready = m_review && !m_review->loading;
    const registry::Judgement judgement = ready ? m_review->judgement : registry::Judgement();
    m_approve->setText(judgement.mayApply && !judgement.mayApprove ? tr("&Make the Change")
                                                                   : tr("&Approve"));
    m_approve->setEnabled(can(Action::Approve));
    m_reject->setEnabled(can(Action::Reject));
    m_withdraw->setEnabled(can(Action::Withdraw));
    m_withdraw->setVisible(judgement.mayWithdraw);
    m_say->setEnabled(can(Action::Comment));
    fillNative(judgement);
    m_comment->setPlaceholderText(judgement.commentNeeded ? tr("Reason (needed: see above)")
                                                          : tr("Reason or comment"));
    QStringList reasons;
    for (const registry::Reason& reason : judgement.reasons) {
        if (reason.obstacle == registry::Obstacle::NotOpen)
            continue;
        const QString text = reasonText(reason);
        reasons.append(reason.blocks ? text : tr("%1 – can be approved with a reason").arg(text));
    }
    m_reasons->setVisible(!reasons.isEmpty());
    m_reasons->setText(reasons.join(QLatin1Char('\n')));
    QPalette warned = palette();
    warned.setColor(QPalette::WindowText, colors(warned).warn);
    m_reasons->setPalette(warned);
    Q_EMIT changed();
}

void RequestView::say(Action action) {
    if (!can(action))
        return;
    const QString words = m_comment->text().trimmed();
    m_comment->clear();
    Q_EMIT said(action, words);
}

void RequestView::approve() {
    if (can(Action::Approve) && m_review->judgement.mayApply && !m_review->judgement.mayApprove)
        Q_EMIT applyRequested();
    else if (can(Action::Approve))
        say(Action::Approve);
    else if (m_review && m_review->judgement.commentNeeded)
        m_comment->setFocus(Qt::OtherFocusReason);
}

void RequestView::reject() {
    say(Action::Reject);
}

void RequestView::comment() {
    if (can(Action::Comment))
        say(Action::Comment);
    else
        m_comment->setFocus(Qt::OtherFocusReason);
}

void RequestView::withdraw() {
    say(Action::Withdraw);
}

}  // namespace podium::views
