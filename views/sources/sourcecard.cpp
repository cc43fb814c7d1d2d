// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sources/sourcecard.h"

#include "items/sourcenodes.h"
#include "views/sources/sourcewords.h"
#include "views/text/text.h"
#include "views/theme/theme.h"
#include "views/widgets/elidedlabel.h"

#include <QEvent>
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
      m_progress(new QProgressBar(this)),
      m_icon(new QLabel(this)),
      m_insecure(new QLabel(tr("The server's certificate is not checked."), this)) {
    m_icon->setFixedWidth(20);
    addHeadWidget(m_icon);
    QPalette warning = m_insecure->palette();
    warning.setColor(QPalette::WindowText, colors(palette()).warn);
    m_insecure->setPalette(warning);
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
    body()->addWidget(m_insecure);
    m_sync = addButton(QStringLiteral("Sync"), tr("Sync"));
    m_full = addButton(QStringLiteral("FullRead"), tr("Read everything again"));
    m_cancel = addButton(QStringLiteral("Cancel"), tr("Cancel"));
    m_problems = addButton(QStringLiteral("Problems"), tr("Problems"));
    m_reveal = addButton(QStringLiteral("Reveal"), tr("Show in file manager"));
    m_pause = addButton(QStringLiteral("Pause"), tr("Go offline"));
    m_connection = addButton(QStringLiteral("Connection"), tr("Connection…"));
    m_remove = addButton(QStringLiteral("Remove"), tr("Remove…"));
    m_close = addButton(QStringLiteral("Close"), tr("Close"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::Gap);
    for (QPushButton* button :
         {m_sync, m_full, m_cancel, m_problems, m_pause, m_connection, m_reveal, m_close, m_remove})
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
    connect(m_pause, &QPushButton::clicked, this,
            [this] { Q_EMIT pauseRequested(m_location, !m_paused); });
    connect(m_connection, &QPushButton::clicked, this,
            [this] { Q_EMIT connectionRequested(m_location); });
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeRequested(m_location); });
}

void SourceCard::paintIcon() {
    constexpr int Size = 14;
    const Colors& c = colors(palette());
    m_icon->setPixmap(iconPixmap(sourceStateIcon(m_state), sourceStateColor(m_state, c), Size,
                                 devicePixelRatioF()));
}

void SourceCard::changeEvent(QEvent* event) {
    Card::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintIcon();
}

QPushButton* SourceCard::addButton(const QString& name, const QString& text) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(QStringLiteral("source") + name);
    return button;
}

void SourceCard::setSource(const SourceInfo& source, base::Millis now) {
    m_location = source.location;
    m_state = source.state;
    m_paused = source.state == SourceState::Paused;
    const bool syncing = source.state == SourceState::Syncing;
    const QString trouble = sourceTrouble(source, now);
    const bool server = source.isServer();
    const int percent = items::percentOf(source);
    setTitle(source.title.isEmpty() ? source.location : source.title);
    setNote(sourceStateText(source.state, percent, source.syncedAt, now));
    m_path->setText(source.location);
    m_facts->setText(factsOf(source, now));
    m_progress->setVisible(syncing);
    m_progress->setRange(0, percent >= 0 ? 100 : 0);
    m_progress->setValue(percent);
    m_error->setVisible(!trouble.isEmpty());
    m_error->setText(trouble);
    m_insecure->setVisible(server && source.settings.insecureTls);
    paintIcon();
    m_sync->setVisible(!syncing && !m_paused);
    m_sync->setText(source.state == SourceState::Offline ? tr("Try again") : tr("Sync"));
    m_full->setVisible(!syncing && !m_paused && !server);
    m_pause->setText(m_paused ? tr("Go online") : tr("Go offline"));
    m_pause->setVisible(server);
    m_connection->setVisible(server);
    m_connection->setText(source.state == SourceState::LoginNeeded ? tr("Sign in…")
                                                                   : tr("Connection…"));
    m_reveal->setVisible(!server);
    m_cancel->setVisible(syncing);
    m_problems->setVisible(source.problems > 0);
    m_problems->setText(problemCount(source.problems));
    // A screen reader hears which source a button is of.
    for (QPushButton* button :
         {m_sync, m_full, m_cancel, m_problems, m_pause, m_connection, m_reveal, m_close, m_remove})
        button->setAccessibleName(tr("%1: %2").arg(button->text(), source.title));
}

}  // namespace podium::views
