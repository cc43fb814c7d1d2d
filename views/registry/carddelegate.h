// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/board.h"

#include <QStyledItemDelegate>

namespace podium::views {

/// A version as a card of a board: number and source run, chips of what the lane does not say, the
/// chosen metric, and what was decided and has not arrived.
class CardDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
};

/// What a screen reader says of a card.
[[nodiscard]] QString cardText(const items::LaneModel& lane,
                               const session::ModelEntry::Version& version);
/// The newest decision about a version in a few words: "→ Production, waiting"; "" for none.
[[nodiscard]] QString pendingText(const session::ModelEntry& entry, std::int64_t version);

}  // namespace podium::views
