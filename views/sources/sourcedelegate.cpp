// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sources/sourcedelegate.h"

#include "items/sourcetreemodel.h"
#include "views/sources/sourcewords.h"
#include "views/text/text.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QDateTime>
#include <QPainter>

namespace podium::views {

using items::SourceNodeKind;
using session::SourceState;

namespace {

constexpr int Margin = 12;
constexpr int NameMargin = 2;

struct Detail {
    QString text;
    QColor color;
};

Detail detailOf(const QModelIndex& index, SourceNodeKind kind, const Colors& c) {
    if (kind == SourceNodeKind::Source) {
        const auto state = static_cast<SourceState>(index.data(items::State).toInt());
        const QVariant checkedAt = index.data(items::CheckedAt);
        return {sourceStateText(state, index.data(items::Percent).toInt(),
                                checkedAt.isValid() ? domain::OptionalMillis(checkedAt.toLongLong())
                                                    : std::nullopt,
                                QDateTime::currentMSecsSinceEpoch()),
                sourceStateColor(state, c)};
    }
    if (kind == SourceNodeKind::Trash)
        return {};
    const QString runs = count(index.data(items::Count).toLongLong());
    if (index.data(items::KeptOffline).toBool())
        return {SourceDelegate::tr("kept offline · %1").arg(runs), c.dim};
    return {runs, c.dim};
}

}  // namespace

void SourceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    const Colors& c = colors(option.palette);
    QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const auto kind = static_cast<SourceNodeKind>(index.data(items::Kind).toInt());
    const auto state = static_cast<SourceState>(index.data(items::State).toInt());
    const bool away = state == SourceState::Offline || state == SourceState::Failed ||
                      state == SourceState::Paused || state == SourceState::LoginNeeded;
    const bool dim = away || kind == SourceNodeKind::Trash || index.data(items::Vanished).toBool();
    const Detail detail = detailOf(index, kind, c);
    const auto place = [&](const QRect& rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    const auto flags = [&](Qt::Alignment wanted) {
        return static_cast<int>(QStyle::visualAlignment(option.direction, wanted)) |
               Qt::AlignVCenter | Qt::TextSingleLine;
    };
    painter->save();
    QRect rest = option.rect.adjusted(NameMargin, 0, -Margin, 0);
    const QFont detailFont = smallFont(option.font);
    const int wide = numberWidth(QFontMetrics(detailFont), detail.text) + 2;
    painter->setFont(detailFont);
    painter->setPen(detail.color);
    const QRect detailRect(rest.right() - wide + 1, rest.top(), wide, rest.height());
    drawNumber(*painter, place(detailRect), detail.text,
               QStyle::visualAlignment(option.direction, Qt::AlignRight) | Qt::AlignVCenter);
    rest.setRight(detailRect.left() - metrics::Gap);
    QFont font = option.font;
    if (kind == SourceNodeKind::Source && !away)
        font = strongFont(font);
    if (index.data(items::Vanished).toBool())
        font.setStrikeOut(true);
    painter->setFont(font);
    painter->setPen(dim ? c.dim : c.text);
    const QByteArray utf8 = index.data().toString().toUtf8();
    const QString name = oneLine({utf8.constData(), static_cast<std::size_t>(utf8.size())});
    const QString shown = painter->fontMetrics().elidedText(name, Qt::ElideRight, rest.width());
    painter->drawText(place(rest), flags(Qt::AlignLeft), shown);
    painter->restore();
}

QSize SourceDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {option.fontMetrics.averageCharWidth() * 12, metrics::Row};
}

}  // namespace podium::views
