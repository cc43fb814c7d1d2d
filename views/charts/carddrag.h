// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPoint>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <vector>

class QScrollArea;

namespace podium::views {

class GridCard;

/// Moves the cards of a grid by drags at their heads. Where a card will be is shown by a bar, the
/// area scrolls at its edges, and Escape leaves everything as it is. What a drag does, the card's
/// menu does, too: both end in GridCard::moveRequested.
class CardDrag : public QObject {
    Q_OBJECT
public:
    /// `cards` gives those of the grid in reading order; both must outlive this.
    CardDrag(QScrollArea& area, std::function<const std::vector<GridCard*>&()> cards,
             QObject* parent);

    void watch(GridCard* card);
    [[nodiscard]] bool isDragging() const { return m_dragging; }

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// A place between cards: before the card with this index, or behind the last; and the card
    /// beside which it is shown.
    struct Gap {
        int index = -1;
        GridCard* beside = nullptr;
        bool behind = false;
    };
    [[nodiscard]] Gap gapAt(const QPoint& at) const;
    void begin();
    void follow();
    void end(bool drop);

    QScrollArea& m_area;
    std::function<const std::vector<GridCard*>&()> m_cards;
    QWidget* m_bar;
    QTimer m_scroll;
    QPointer<GridCard> m_card;  // pressed at its head
    QPoint m_pressedAt;         // global
    QPoint m_at;
    bool m_dragging = false;
};

}  // namespace podium::views
