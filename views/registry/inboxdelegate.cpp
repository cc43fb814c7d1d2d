// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/registry/inboxdelegate.h"

#include "items/cell.h"
#include "items/inboxmodel.h"
#include "views/registry/reviewwords.h"
#include "views/text/text.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QPainter>

namespace podium::views {

using registry::RequestState;

namespace {

constexpr int Margin = 12;
constexpr int LineHeight = 20;

void drawLine(QPainter& painter, const QStyleOptionViewItem& option, const QRect& rect,
              const QString& text, Qt::Alignment alignment) {
    const auto flags = static_cast<int>(QStyle::visualAlignment(option.direction, alignment));
    painter.drawText(rect, flags | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

QColor colourOf(RequestState state, const Colors& c) {
    switch (state) {
        case RequestState::Approved:
        case RequestState::Applied:
            return c.ok;
        case RequestState::Rejected:
            return c.bad;
        case RequestState::Stale:
            return c.warn;
        case RequestState::Open:
        case RequestState::Withdrawn:
            break;
    }
    return c.dim;
}

}  // namespace

void InboxDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const auto* model = qobject_cast<const items::InboxModel*>(index.model());
    if (model == nullptr)
        return;
    const registry::Request& request = model->entry(index.row()).request;
    const Colors& c = colors(option.palette);
    QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    painter->save();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const QRect rect = option.rect.adjusted(Margin, 4, -Margin, -4);
    const QRect upper(rect.left(), rect.top(), rect.width(), LineHeight);
    const QRect lower = upper.translated(0, LineHeight);
    const QString detail = index.data(items::Detail).toString();
    painter->setFont(smallFont(option.font));
    painter->setPen(colourOf(request.state, c));
    const int wide = painter->fontMetrics().horizontalAdvance(detail) + 2;
    drawLine(*painter, option, upper, detail, Qt::AlignRight);
    painter->setPen(c.dim);
    drawLine(*painter, option, lower, requestLine(request), Qt::AlignLeft);
    painter->setFont(strongFont(option.font));
    painter->setPen(c.text);
    drawLine(
        *painter, option,
        QStyle::visualRect(option.direction, upper, upper.adjusted(0, 0, -wide - metrics::Gap, 0)),
        oneLine(request.model), Qt::AlignLeft);
    painter->restore();
}

QSize InboxDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {160, 2 * LineHeight + 8};
}

}  // namespace podium::views
