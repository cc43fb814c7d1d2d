// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/detaildelegate.h"

#include "views/theme/stylepaint.h"
#include "views/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace podium::views {

namespace {

constexpr int Margin = 10;

}  // namespace

void DetailDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const Colors& c = colors(item.palette);
    const bool enabled = (item.state & QStyle::State_Enabled) != 0;
    painter->save();
    if ((item.state & QStyle::State_Selected) != 0)
        drawBox(*painter, item.rect, c.selection, QColor(), 4);
    else if ((item.state & QStyle::State_MouseOver) != 0)
        drawBox(*painter, item.rect, c.hover, QColor(), 4);

    QRect rest = item.rect.adjusted(Margin, 0, -Margin, 0);
    const auto place = [&](const QRect& rect) {
        return QStyle::visualRect(item.direction, item.rect, rect);
    };
    const auto align = [&](Qt::Alignment wanted) {
        return static_cast<int>(QStyle::visualAlignment(item.direction, wanted)) |
               Qt::AlignVCenter | Qt::TextSingleLine;
    };
    if (!item.icon.isNull()) {
        const QRect iconRect(rest.left(), rest.center().y() - metrics::Icon / 2 + 1, metrics::Icon,
                             metrics::Icon);
        item.icon.paint(painter, place(iconRect), Qt::AlignCenter,
                        enabled ? QIcon::Normal : QIcon::Disabled);
        rest.setLeft(iconRect.right() + 10);
    }
    const QString detail = index.data(DetailRole).toString();
    const QFont detailFont = smallFont(item.font);
    const QFontMetrics detailMetrics(detailFont);
    const int wide = std::min(detailMetrics.horizontalAdvance(detail) + 2, rest.width() / 2);
    const QRect detailRect(rest.right() - wide, rest.top(), wide + 1, rest.height());
    painter->setFont(detailFont);
    painter->setPen(enabled ? c.dim : item.palette.color(QPalette::Disabled, QPalette::Text));
    painter->drawText(place(detailRect), align(Qt::AlignRight),
                      detailMetrics.elidedText(detail, Qt::ElideMiddle, wide));
    rest.setRight(detailRect.left() - (wide > 0 ? 12 : 0));
    painter->setFont(item.font);
    painter->setPen(enabled ? item.palette.color(QPalette::Text)
                            : item.palette.color(QPalette::Disabled, QPalette::Text));
    painter->drawText(place(rest), align(Qt::AlignLeft),
                      item.fontMetrics.elidedText(item.text, Qt::ElideMiddle, rest.width()));
    painter->restore();
}

QSize DetailDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QFontMetrics detail(smallFont(item.font));
    int width = 2 * Margin + item.fontMetrics.horizontalAdvance(item.text.left(300));
    const QString words = index.data(DetailRole).toString();
    if (!words.isEmpty())
        width += 24 + detail.horizontalAdvance(words.left(200));
    if (!item.icon.isNull())
        width += metrics::Icon + 10;
    return {width, std::max(metrics::Control, item.fontMetrics.height() + 10)};
}

}  // namespace podium::views
