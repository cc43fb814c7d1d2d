// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sources/sourcecard.h"

#include "items/sourcenodes.h"
#include "views/sources/sourcewords.h"
#include "views/text/text.h"
#include "views/theme/metrics.h"
#include "views/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace podium::views {

using session::SourceInfo;
using session::SourceState;

namespace {

QString factsOf(const SourceInfo& source, base::Millis now) {
    std::int64_t runs = 0;
    for (const cache::ExperimentRow& row : source.experiments)
        runs += row.runs;
    QStringList facts{sourceKindText(source.kind),
                      experimentCount(static_cast<qint64>(source.experiments.size())),
                      runCount(runs)};
    facts.removeAll(QString());
    facts.append(source.syncedAt ? SourceCard::tr("synced %1").arg(ago(*source.syncedAt, now))
                                 : SourceCard::tr("never synced"));
    return facts.join(QStringLiteral(" · "));
}

}  // namespace

SourceCard::SourceCard(QWidget* parent)
    : Card(parent),
      m_path(new ElidedLabel(this)),
      m_facts(new QLabel(this)),
      m_error(new QLabel(this)),
      m_progress(new QProgressBar(this)) {
    m_path->setElideMode(Qt::ElideMiddle);
    m_path->setDim(true);
    m_facts->setTextFormat(Qt::PlainText);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the sync"));
    // In line with the card's head.
    body()->setContentsMargins(10, 0, 10, 12);
    body()->setSpacing(metrics::Gap);
    body()->addWidget(m_path);
    body()->addWidget(m_facts);
    body()->addWidget(m_progress);
    body()->addWidget(m_error);
    m_sync = addButton(QStringLiteral("Sync"), tr("Sync"));
    m_full = addButton(QStringLiteral("FullRead"), tr("Read everything again"));
    m_cancel = addButton(QStringLiteral("Cancel"), tr("Cancel"));
    m_problems = addButton(QStringLiteral("Problems"), tr("Problems"));
    m_reveal = addButton(QStringLiteral("Reveal"), tr("Show in file manager"));
    m_close = addButton(QStringLiteral("Close"), tr("Close"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::Gap);
    for (QPushButton* button : {m_sync, m_full, m_cancel, m_problems, m_reveal, m_close})
        buttons->addWidget(button);
    buttons->addStretch(1);
    body()->addLayout(buttons);
    connect(m_sync, &QPushButton::clicked, this,
            [this] { Q_EMIT syncRequested(m_location, false); });
    connect(m_full, &QPushButton::clicked, this,
            [this] { Q_EMIT syncRequested(m_location, true); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { Q_EMIT cancelRequested(m_location); });
    connect(m_problems, &QPushButton::clicked, this,
            [this] { Q_EMIT problemsRequested(m_location); });
    connect(m_reveal, &QPushButton::clicked, this, [this] { revealPath(m_location); });
    connect(m_close, &QPushButton::clicked, this, [this] { Q_EMIT closeRequested(m_location); });
}

QPushButton* SourceCard::addButton(const QString& name, const QString& text) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(QStringLiteral("source") + name);
    return button;
}

void SourceCard::setSource(const SourceInfo& source, base::Millis now) {
    m_location = source.location;
    const bool syncing = source.state == SourceState::Syncing;
    const bool failed = source.state == SourceState::Failed || source.state == SourceState::Offline;
    const int percent = items::percentOf(source);
    setTitle(source.title.isEmpty() ? source.location : source.title);
    setNote(sourceStateText(source.state, percent));
    m_path->setText(source.location);
    m_facts->setText(factsOf(source, now));
    m_progress->setVisible(syncing);
    m_progress->setRange(0, percent >= 0 ? 100 : 0);
    m_progress->setValue(percent);
    m_error->setVisible(failed);
    m_error->setText(failed ? describe(source.error) : QString());
    m_sync->setVisible(!syncing);
    m_full->setVisible(!syncing);
    m_cancel->setVisible(syncing);
    m_problems->setVisible(source.problems > 0);
    m_problems->setText(problemCount(source.problems));
    // A screen reader hears which source a button is of.
    for (QPushButton* button : {m_sync, m_full, m_cancel, m_problems, m_reveal, m_close})
        button->setAccessibleName(tr("%1: %2").arg(button->text(), source.title));
}

}  // namespace podium::views
