// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "session/reviewbook.h"
#include "views/registry/decisiondialog.h"

#include <QWidget>

#include <memory>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace podium::views {

class Card;
class ElidedLabel;
class FactTable;
class PendingBar;
class ThreadView;

/// One request: who asks what and why, the evidence, the gates, what was said, what will be
/// written, and what a person can do about it. Lives on the UI thread.
class RequestView : public QWidget {
    Q_OBJECT
public:
    explicit RequestView(base::Clock clock, QWidget* parent = nullptr);

    using Shared = std::shared_ptr<const session::Review>;
    /// `model`: with the decisions about it that have not arrived. nullptr: none.
    void setReview(Shared review, std::shared_ptr<const session::ModelEntry> model,
                   const StoreWords& store);
    [[nodiscard]] const Shared& review() const { return m_review; }

    /// A native request's approval also archives what is in the stage, as a person has ticked.
    [[nodiscard]] bool archivesExisting() const;
    /// Puts words back that did not arrive, unless others have been typed or the request changed.
    void keepWords(const session::RequestKey& key, const QString& words);

    /// What the buttons do; nothing happens where it is not allowed.
    void approve();
    void reject();
    void comment();
    void withdraw();
    /// What can be done now.
    [[nodiscard]] bool can(registry::Action action) const;

Q_SIGNALS:
    /// A person says something to the request that is shown.
    void said(podium::registry::Action action, const QString& comment);
    /// It has its approvals: the change is to be made.
    void applyRequested();
    void keepMineRequested(qint64 entryNo);
    void discardRequested(qint64 entryNo);
    void runRequested(podium::base::RunNo run);
    void compareRequested(podium::base::RunNo candidate, podium::base::RunNo incumbent);
    /// What can be done is another than before.
    void changed();

private:
    QWidget* makeHead();
    void makeEvidence(QWidget* inside);
    QWidget* makeFoot();
    void fill();
    void fillHead();
    void fillEvidence();
    void fillPreview();
    void fillPending();
    void fillButtons();
    void fillNative(const registry::Judgement& judgement);
    void say(registry::Action action);

    base::Clock m_clock;
    Shared m_review;
    std::shared_ptr<const session::ModelEntry> m_model;
    StoreWords m_store;
    ElidedLabel* m_title;
    QLabel* m_sub;
    PendingBar* m_pending;
    QScrollArea* m_scroll;
    QLabel* m_asked;
    QLabel* m_why;
    Card* m_metricsCard;
    Card* m_changesCard;
    Card* m_gatesCard;
    Card* m_threadCard;
    FactTable* m_metrics;
    FactTable* m_changes;
    FactTable* m_gates;
    ThreadView* m_thread;
    QPushButton* m_compare;
    QLabel* m_preview;
    QLabel* m_reasons;
    QLineEdit* m_comment;
    QCheckBox* m_archive;  // of a native request
    QLabel* m_notice;
    QPushButton* m_say;
    QPushButton* m_withdraw;
    QPushButton* m_reject;
    QPushButton* m_approve;
    std::optional<session::RequestKey> m_key;  // what the typed words are about
};

}  // namespace podium::views
