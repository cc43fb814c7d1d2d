// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/runtreemodel.h"

#include <QColor>
#include <QFont>
#include <QPixmap>
#include <QStyledItemDelegate>

namespace podium::views {

/// Paints a cell of the run table: the bullet in the run's colour before its name (filled if the
/// charts draw it, else a ring), behind the name a sign if it is kept offline, numbers in digits of
/// one width, the best of a column, NaN and failed runs in their colours. Made for RunTreeModel and
/// for as many cells as fit a screen.
class RunDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static constexpr int Padding = 8;      // at both ends of a cell, as heads have it
    static constexpr int BulletRoom = 19;  // a bullet and the gap behind it
    static constexpr int KeptRoom = 18;    // the sign of what is kept offline and the gap before it

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;

private:
    void drawKept(QPainter& painter, QRect& name, const QStyleOptionViewItem& option) const;
    void paintName(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                   const items::RunTreeModel::Look& look) const;

    mutable QFont m_plain;  // that of the table, and made of it
    mutable QFont m_strong;
    mutable QPixmap m_keptIcon;  // in this colour, so that each row only copies it
    mutable QColor m_keptColor;
};

}  // namespace podium::views
