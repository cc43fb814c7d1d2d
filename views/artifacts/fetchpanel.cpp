// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/fetchpanel.h"

#include "views/text/text.h"
#include "views/theme/theme.h"
#include "views/widgets/emptystate.h"

#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace podium::views {

namespace {

constexpr int TickMs = 100;
constexpr int Steps = 1000;

}  // namespace

FetchPanel::FetchPanel(QWidget* parent)
    : QWidget(parent), m_words(new EmptyState(this)), m_bar(new QProgressBar(this)) {
    setObjectName(QStringLiteral("artifactFetch"));
    m_fetch = m_words->addButton(tr("Fetch"), true);
    m_fetch->setObjectName(QStringLiteral("artifactFetchButton"));
    m_cancel = m_words->addButton(tr("Cancel"));
    m_cancel->setObjectName(QStringLiteral("artifactFetchCancel"));
    m_bar->setObjectName(QStringLiteral("artifactFetchBar"));
    m_bar->setAccessibleName(tr("Fetched"));
    m_bar->setTextVisible(false);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(metrics::Group, metrics::Group, metrics::Group, metrics::Group);
    box->addWidget(m_words, 1);
    box->addWidget(m_bar);
    connect(m_fetch, &QPushButton::clicked, this, &FetchPanel::fetchRequested);
    connect(m_cancel, &QPushButton::clicked, this, &FetchPanel::cancelRequested);
    m_timer.setInterval(TickMs);
    connect(&m_timer, &QTimer::timeout, this, &FetchPanel::tick);
}

void FetchPanel::show(const QString& iconName, const QString& title, const QString& text,
                      const QString& button) {
    m_title = title;
    m_text = text;
    m_words->setContent(iconName, title, text);
    m_fetch->setVisible(!button.isEmpty());
    m_fetch->setText(button);
    m_fetch->setAccessibleName(button);
    m_cancel->setVisible(button.isEmpty());
    m_bar->setVisible(button.isEmpty());
    if (!button.isEmpty())
        rest();
}

void FetchPanel::showOffer(const QString& name, qint64 size) {
    show(QStringLiteral("download"), name, tr("This file is on the server."),
         size < 0 ? tr("Fetch") : tr("Fetch (%1)").arg(bytes(size)));
}

void FetchPanel::showRunning(const QString& name, std::shared_ptr<const base::Progress> progress) {
    m_progress = std::move(progress);
    show(QStringLiteral("download"), tr("Fetching %1 …").arg(name), QStringLiteral(" "), {});
    tick();
    m_timer.start();
}

void FetchPanel::showStopped(const QString& name) {
    show(QStringLiteral("download"), name,
         tr("The fetch was stopped. What has come is kept, and the next one goes on from there."),
         tr("Fetch"));
}

void FetchPanel::showFailed(const base::Error& error) {
    const bool offline = error.code == base::ErrorCode::OfflineMode;
    show(offline ? QStringLiteral("wifi-off") : QStringLiteral("triangle-alert"),
         tr("This file is not on this computer"), describe(error), tr("Try Again"));
}

void FetchPanel::rest() {
    m_timer.stop();
    m_progress.reset();
}

QString FetchPanel::text() const {
    return m_title + u'\n' + m_text;
}

void FetchPanel::hideEvent(QHideEvent* event) {
    m_timer.stop();
    QWidget::hideEvent(event);
}

void FetchPanel::tick() {
    if (!m_progress)
        return;
    const qint64 done = m_progress->done;
    const qint64 total = m_progress->total;
    m_bar->setRange(0, total > 0 ? Steps : 0);
    if (total > 0)
        m_bar->setValue(static_cast<int>(qBound(0.0, double(done) / double(total), 1.0) * Steps));
    m_text = total > 0 ? tr("%1 of %2").arg(bytes(done), bytes(total)) : bytes(done);
    m_words->setContent(QStringLiteral("download"), m_title, m_text);
}

}  // namespace podium::views
