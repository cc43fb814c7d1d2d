// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare/comparedelegate.h"

#include "items/comparemodel.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QPainter>

namespace podium::views {

using items::Change;
using items::CompareModel;

namespace {

constexpr int MarkWidth = 14;
constexpr int DetailGap = 10;

CompareModel::NodeKind kindOf(const QModelIndex& index) {
    return static_cast<CompareModel::NodeKind>(index.data(items::Kind).toInt());
}

/// "+" for what the baseline lacks, "−" for what it alone has, a dot for another value.
QString markOf(Change change) {
    switch (change) {
        case Change::Added:
            return QStringLiteral("+");
        case Change::Removed:
            return QStringLiteral("−");
        case Change::Changed:
            return QStringLiteral("•");
        case Change::Same:
            break;
    }
    return {};
}

QColor markColor(Change change, const Colors& c) {
    switch (change) {
        case Change::Added:
            return c.ok;
        case Change::Removed:
            return c.bad;
        case Change::Changed:
        case Change::Same:
            break;
    }
    return c.accent;
}

QColor verdictColor(int verdict, const Colors& c) {
    if (verdict == 0)
        return c.dim;
    return verdict > 0 ? c.ok : c.bad;
}

}  // namespace

void CompareDelegate::initStyleOption(QStyleOptionViewItem* option,
                                      const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    const CompareModel::NodeKind kind = kindOf(index);
    if (kind == CompareModel::NodeKind::Section)
        option->font = strongFont(option->font);
    else if (kind == CompareModel::NodeKind::SameFolder)
        option->palette.setColor(QPalette::Text, colors(option->palette).dim);
}

void CompareDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    if (index.column() == 0 || kindOf(index) != CompareModel::NodeKind::Row) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem styled = option;
    initStyleOption(&styled, index);
    const QString text = styled.text;
    styled.text.clear();
    QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &styled, painter, option.widget);

    const Colors& c = colors(option.palette);
    const auto change = static_cast<Change>(index.data(items::State).toInt());
    const bool mirrored = option.direction == Qt::RightToLeft;
    const QRect cell = option.rect.adjusted(metrics::Gap, 0, -metrics::Gap, 0);
    const auto logical = [&](const QRect& rect) {
        return QStyle::visualRect(option.direction, cell, rect);
    };
    const int flags = static_cast<int>(Qt::AlignVCenter) |
                      static_cast<int>(mirrored ? Qt::AlignRight : Qt::AlignLeft) |
                      static_cast<int>(Qt::TextSingleLine);
    painter->save();
    painter->setFont(strongFont(option.font));
    painter->setPen(markColor(change, c));
    painter->drawText(logical({cell.left(), cell.top(), MarkWidth, cell.height()}), flags,
                      markOf(change));

    const QString detail = index.data(items::Detail).toString();
    const QFont valueFont = change == Change::Same ? option.font : strongFont(option.font);
    const QFontMetrics valueMetrics(valueFont);
    const QFontMetrics detailMetrics(smallFont(option.font));
    const int room = cell.width() - MarkWidth;
    const int detailWidth = detail.isEmpty() ? 0 : detailMetrics.horizontalAdvance(detail);
    const bool fits = valueMetrics.horizontalAdvance(text) + DetailGap + detailWidth <= room;
    const QString shown = valueMetrics.elidedText(text, Qt::ElideRight, room);
    const int width = valueMetrics.horizontalAdvance(shown);
    painter->setFont(valueFont);
    painter->setPen(index.data(items::Missing).toBool() ? c.dim : c.text);
    painter->drawText(logical({cell.left() + MarkWidth, cell.top(), room, cell.height()}), flags,
                      shown);
    if (!detail.isEmpty() && fits) {
        painter->setFont(smallFont(option.font));
        painter->setPen(verdictColor(index.data(items::Verdict).toInt(), c));
        const int left = cell.left() + MarkWidth + width + DetailGap;
        painter->drawText(logical({left, cell.top(), cell.right() - left + 1, cell.height()}),
                          flags, detail);
    }
    painter->restore();
}

}  // namespace podium::views
