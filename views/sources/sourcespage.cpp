// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sources/sourcespage.h"

#include "views/sources/sourcecard.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/widgets/emptystate.h"

#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace podium::views {

using session::SourceInfo;

namespace {

constexpr int WidestCard = 900;

bool sameLocations(const std::vector<SourceCard*>& cards, const std::vector<SourceInfo>& sources) {
    return std::equal(cards.begin(), cards.end(), sources.begin(), sources.end(),
                      [](const SourceCard* card, const SourceInfo& source) {
                          return card->location() == source.location;
                      });
}

}  // namespace

SourcesPage::SourcesPage(base::Clock clock, QWidget* parent)
    : QWidget(parent),
      m_clock(std::move(clock)),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(this)),
      m_area(new QScrollArea(this)) {
    setObjectName(QStringLiteral("sourcesPage"));
    m_empty->setContent(
        QStringLiteral("database"), tr("No source is open"),
        tr("Open a folder with MLflow runs or connect to a server, or drop either on "
           "the window."));
    auto* open = m_empty->addButton(tr("Open folder…"), true);
    open->setObjectName(QStringLiteral("sourcesOpen"));
    connect(open, &QPushButton::clicked, this, &SourcesPage::openRequested);
    auto* server = m_empty->addButton(tr("Connect to a server…"));
    server->setObjectName(QStringLiteral("sourcesConnectEmpty"));
    connect(server, &QPushButton::clicked, this, &SourcesPage::connectRequested);
    auto* content = new QWidget(m_area);
    content->setMaximumWidth(WidestCard + 2 * metrics::Group);
    m_list = new QVBoxLayout(content);
    m_list->setContentsMargins(metrics::Group, metrics::Group, metrics::Group, metrics::Group);
    m_list->setSpacing(metrics::Group);
    auto* more = new QPushButton(icon(u"server"), tr("Connect to a server…"), content);
    more->setObjectName(QStringLiteral("sourcesConnect"));
    connect(more, &QPushButton::clicked, this, &SourcesPage::connectRequested);
    m_list->addWidget(more, 0, Qt::AlignLeft);
    m_list->addStretch(1);
    m_area->setObjectName(QStringLiteral("sourcesArea"));
    m_area->setAccessibleName(tr("Sources"));
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setWidget(content);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_area);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

void SourcesPage::setSources(const std::vector<SourceInfo>& sources) {
    if (!sameLocations(m_cards, sources))
        rebuild(sources);
    const base::Millis now = m_clock();
    for (std::size_t i = 0; i < sources.size(); ++i)
        m_cards[i]->setSource(sources[i], now);
    if (sources.empty())
        m_stack->setCurrentWidget(m_empty);
    else
        m_stack->setCurrentWidget(m_area);
}

void SourcesPage::rebuild(const std::vector<SourceInfo>& sources) {
    for (SourceCard* card : m_cards) {
        m_list->removeWidget(card);
        // A card may go because its own button was pressed.
        card->hide();
        card->deleteLater();
    }
    m_cards.clear();
    for (std::size_t i = 0; i < sources.size(); ++i) {
        auto* card = new SourceCard(this);
        connect(card, &SourceCard::syncRequested, this, &SourcesPage::syncRequested);
        connect(card, &SourceCard::cancelRequested, this, &SourcesPage::cancelRequested);
        connect(card, &SourceCard::closeRequested, this, &SourcesPage::closeRequested);
        connect(card, &SourceCard::problemsRequested, this, &SourcesPage::problemsRequested);
        connect(card, &SourceCard::pauseRequested, this, &SourcesPage::pauseRequested);
        connect(card, &SourceCard::connectionRequested, this, &SourcesPage::connectionRequested);
        connect(card, &SourceCard::removeRequested, this, &SourcesPage::removeRequested);
        m_list->insertWidget(static_cast<int>(i), card);
        m_cards.push_back(card);
    }
}

}  // namespace podium::views
