// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/runs/rundelegate.h"

#include "domain/entities.h"
#include "items/runtreemodel.h"
#include "session/chosenruns.h"
#include "views/text/text.h"
#include "views/theme/colors.h"
#include "views/theme/fonts.h"
#include "views/theme/metrics.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace podium::views {

namespace {

bool isStatus(const QModelIndex& index) {
    const auto* model = qobject_cast<const items::RunTreeModel*>(index.model());
    return model != nullptr &&
           model->key(index.column()) == query::attributeColumn(query::Attribute::Status);
}

QColor statusColor(domain::RunStatus status, const Colors& c) {
    switch (status) {
        case domain::RunStatus::Failed:
        case domain::RunStatus::Killed:
            return c.bad;
        case domain::RunStatus::Running:
            return c.accent;
        case domain::RunStatus::Scheduled:
            return c.warn;
        case domain::RunStatus::Finished:
        case domain::RunStatus::Unknown:
            break;
    }
    return c.dim;
}

QColor textColor(const QModelIndex& index, const Colors& c) {
    if (index.data(items::GroupRow).toBool())
        return c.text;
    if (index.data(items::Missing).toBool() && index.column() != 0)
        return blend(c.panel, c.dim, 0.6);
    if (index.data(items::Context).toBool() || index.data(items::Vanished).toBool() ||
        index.data(items::Deleted).toBool()) {
        return c.dim;
    }
    if (index.data(items::Best).toBool())
        return c.ok;
    if (index.data(items::NotANumber).toBool())
        return c.bad;
    if (isStatus(index))
        return statusColor(static_cast<domain::RunStatus>(index.data(items::Status).toInt()), c);
    const auto* model = qobject_cast<const items::RunTreeModel*>(index.model());
    if (model != nullptr && index.column() > 0 &&
        model->key(index.column()).kind == query::ColumnKind::Attribute) {
        return c.dim;
    }
    return c.text;
}

void drawBullet(QPainter& p, const QRect& cell, Qt::LayoutDirection direction,
                const QModelIndex& index, const QPalette& palette) {
    const QVariant given = index.data(items::ColorSlot);
    const QByteArray id = given.isValid() ? QByteArray() : index.data(items::RunId).toByteArray();
    const int slot = given.isValid() ? given.toInt()
                                     : session::ChosenRuns::colorIndex(
                                           {id.constData(), static_cast<std::size_t>(id.size())},
                                           SeriesColorCount);
    const QColor color = seriesColor(slot, palette);
    QRectF dot(cell.left(), cell.center().y() - 3.5, 9, 9);
    if (direction == Qt::RightToLeft)
        dot.moveRight(cell.right());
    p.setRenderHint(QPainter::Antialiasing);
    if (index.data(items::Shown).toBool()) {
        p.setPen(Qt::NoPen);
        p.setBrush(color);
        p.drawEllipse(dot);
    } else {
        p.setPen(QPen(color, 1.4));
        p.setBrush(Qt::NoBrush);
        p.drawEllipse(dot.adjusted(0.9, 0.9, -0.9, -0.9));
    }
    p.setRenderHint(QPainter::Antialiasing, false);
}

/// A group's value in strong letters, and how many runs it has.
void drawGroup(QPainter& p, const QRect& rect, const QStyleOptionViewItem& option,
               const QModelIndex& index) {
    const Colors& c = colors(option.palette);
    const QString number = count(index.data(items::Count).toLongLong());
    const QFont strong = strongFont(option.font);
    const QFontMetrics strongMetrics(strong);
    const int gap = 2 * RunDelegate::Padding / 2;
    const int numberRoom = QFontMetrics(option.font).horizontalAdvance(number) + gap;
    const QString text = strongMetrics.elidedText(index.data(Qt::DisplayRole).toString(),
                                                  Qt::ElideRight, rect.width() - numberRoom);
    const bool rightToLeft = option.direction == Qt::RightToLeft;
    const int side = static_cast<int>(rightToLeft ? Qt::AlignRight : Qt::AlignLeft) |
                     static_cast<int>(Qt::AlignVCenter) | Qt::TextSingleLine;
    p.setFont(strong);
    p.setPen(c.text);
    p.drawText(rect, side, text);
    const int used = strongMetrics.horizontalAdvance(text) + gap;
    p.setFont(option.font);
    p.setPen(c.dim);
    p.drawText(rect.adjusted(rightToLeft ? 0 : used, 0, rightToLeft ? -used : 0, 0), side, number);
}

}  // namespace

void RunDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
    const Colors& c = colors(option.palette);
    QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    painter->save();
    QRect rect = option.rect.adjusted(Padding, 0, -Padding, 0);
    const bool rightToLeft = option.direction == Qt::RightToLeft;
    if (index.column() == 0 && index.data(items::GroupRow).toBool()) {
        rect = option.rect.adjusted(rightToLeft ? Padding : 2, 0, rightToLeft ? -2 : -Padding, 0);
        drawGroup(*painter, rect, option, index);
        painter->restore();
        return;
    }
    if (index.column() == 0) {
        rect = option.rect.adjusted(rightToLeft ? Padding : 2, 0, rightToLeft ? -2 : -Padding, 0);
        drawBullet(*painter, rect, option.direction, index, option.palette);
        rect.adjust(rightToLeft ? 0 : BulletRoom, 0, rightToLeft ? -BulletRoom : 0, 0);
    }
    QFont font = option.font;
    if (index.data(items::Best).toBool())
        font = strongFont(font);
    if (index.data(items::Vanished).toBool() && index.column() == 0)
        font.setStrikeOut(true);
    if (index.data(items::Deleted).toBool() && index.column() == 0)
        font.setItalic(true);
    painter->setFont(font);
    painter->setPen(textColor(index, c));
    const QString text = index.data(Qt::DisplayRole).toString();
    const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
    if (index.data(items::Numeric).toBool()) {
        drawNumber(*painter, rect, text, QStyle::visualAlignment(option.direction, alignment));
    } else {
        const QString elided =
            painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
        painter->drawText(rect,
                          static_cast<int>(QStyle::visualAlignment(option.direction, alignment)) |
                              Qt::TextSingleLine,
                          elided);
    }
    painter->restore();
}

QSize RunDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QFontMetrics fontMetrics(option.font);
    const QString text = index.data(Qt::DisplayRole).toString();
    const int room = 2 * Padding + (index.column() == 0 ? BulletRoom : 0);
    return {numberWidth(fontMetrics, text) + room, metrics::Row};
}

}  // namespace podium::views
