// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/carddrag.h"

#include "views/charts/gridcard.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace podium::views {

namespace {

constexpr int HeadHeight = 34;
constexpr int BarWidth = 3;
constexpr int ScrollMs = 25;
constexpr int ScrollEdge = 32;
constexpr int ScrollStep = 14;

/// Mirrored where the layout is: "before" is at the right then.
bool isMirrored(const QWidget& widget) {
    return widget.layoutDirection() == Qt::RightToLeft;
}

}  // namespace

CardDrag::CardDrag(QScrollArea& area, std::function<const std::vector<GridCard*>&()> cards,
                   QObject* parent)
    : QObject(parent), m_area(area), m_cards(std::move(cards)), m_bar(new QWidget(area.widget())) {
    m_bar->setObjectName(QStringLiteral("chartDropBar"));
    m_bar->setAutoFillBackground(true);
    m_bar->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_bar->hide();
    m_scroll.setInterval(ScrollMs);
    connect(&m_scroll, &QTimer::timeout, this, [this] {
        const int y = m_area.viewport()->mapFromGlobal(m_at).y();
        const int step = y < ScrollEdge                                 ? -ScrollStep
                         : y > m_area.viewport()->height() - ScrollEdge ? ScrollStep
                                                                        : 0;
        if (step == 0)
            return;
        QScrollBar* bar = m_area.verticalScrollBar();
        bar->setValue(bar->value() + step);
        follow();
    });
}

void CardDrag::watch(GridCard* card) {
    card->installEventFilter(this);
    // Other runs may take a card away under the pointer.
    connect(card, &QObject::destroyed, this, [this] {
        if (m_dragging && m_card == nullptr)
            end(false);
    });
}

bool CardDrag::eventFilter(QObject* watched, QEvent* event) {
    if (m_dragging && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        end(false);
        return true;
    }
    auto* card = qobject_cast<GridCard*>(watched);
    if (card == nullptr)
        return QObject::eventFilter(watched, event);
    switch (event->type()) {
        case QEvent::MouseButtonPress: {
            const auto* mouse = static_cast<QMouseEvent*>(event);
            if (mouse->button() != Qt::LeftButton || mouse->position().y() > HeadHeight)
                break;
            m_card = card;
            m_pressedAt = mouse->globalPosition().toPoint();
            return true;
        }
        case QEvent::MouseMove: {
            if (m_card != card)
                break;
            m_at = static_cast<QMouseEvent*>(event)->globalPosition().toPoint();
            if (!m_dragging &&
                (m_at - m_pressedAt).manhattanLength() >= QApplication::startDragDistance())
                begin();
            if (m_dragging)
                follow();
            return true;
        }
        case QEvent::MouseButtonRelease:
            if (m_card != card)
                break;
            m_at = static_cast<QMouseEvent*>(event)->globalPosition().toPoint();
            end(true);
            return true;
        default:
            break;
    }
    return QObject::eventFilter(watched, event);
}

void CardDrag::begin() {
    m_dragging = true;
    m_card->setHighlighted(true);
    QPalette palette = m_bar->palette();
    palette.setColor(QPalette::Window, colors(m_area.palette()).accent);
    m_bar->setPalette(palette);
    QApplication::setOverrideCursor(Qt::ClosedHandCursor);
    qApp->installEventFilter(this);
    m_scroll.start();
}

CardDrag::Gap CardDrag::gapAt(const QPoint& at) const {
    const std::vector<GridCard*>& cards = m_cards();
    Gap gap;
    int least = std::numeric_limits<int>::max();
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const QRect rect = cards[i]->geometry();
        // The nearest card, rows before columns.
        const int away =
            std::abs(rect.center().y() - at.y()) * 4 + std::abs(rect.center().x() - at.x());
        if (away >= least)
            continue;
        least = away;
        const bool right = at.x() > rect.center().x();
        gap.behind = right != isMirrored(*cards[i]);
        gap.index = static_cast<int>(i) + (gap.behind ? 1 : 0);
        gap.beside = cards[i];
    }
    return gap;
}

void CardDrag::follow() {
    const Gap gap = gapAt(m_area.widget()->mapFromGlobal(m_at));
    if (gap.beside == nullptr)
        return;
    const QRect rect = gap.beside->geometry();
    const int half = (metrics::Gap + BarWidth) / 2;
    const bool right = gap.behind != isMirrored(*gap.beside);
    m_bar->setGeometry(right ? rect.right() + half - BarWidth + 1 : rect.left() - half, rect.top(),
                       BarWidth, rect.height());
    m_bar->raise();
    m_bar->show();
}

void CardDrag::end(bool drop) {
    const QPointer<GridCard> card = m_card;
    m_card = nullptr;
    if (!m_dragging)
        return;
    m_dragging = false;
    m_scroll.stop();
    m_bar->hide();
    qApp->removeEventFilter(this);
    QApplication::restoreOverrideCursor();
    if (card == nullptr)
        return;
    card->setHighlighted(false);
    const std::vector<GridCard*>& cards = m_cards();
    const auto from = static_cast<int>(std::ranges::find(cards, card.data()) - cards.begin());
    const Gap gap = gapAt(m_area.widget()->mapFromGlobal(m_at));
    if (!drop || gap.index < 0)
        return;
    // Taken out, what stood behind it moves up.
    const int to = gap.index > from ? gap.index - 1 : gap.index;
    if (to != from)
        Q_EMIT card->moveRequested(to - from);
}

}  // namespace podium::views
