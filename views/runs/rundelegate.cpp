// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/runs/rundelegate.h"

#include "domain/entities.h"
#include "items/runtreemodel.h"
#include "session/chosenruns.h"
#include "views/text/decisionwords.h"
#include "views/text/text.h"
#include "views/theme/colors.h"
#include "views/theme/fonts.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace podium::views {

namespace {

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

QColor textColor(const items::RunTreeModel& model, const items::RunTreeModel::Look& look,
                 const QModelIndex& index, const Colors& c) {
    if (look.group)
        return c.text;
    if (look.missing && index.column() != 0)
        return blend(c.panel, c.dim, 0.6);
    if (look.context || look.vanished || look.deleted)
        return c.dim;
    if (look.best)
        return c.ok;
    if (look.notANumber)
        return c.bad;
    const query::ColumnKey& key = model.key(index.column());
    if (key.kind != query::ColumnKind::Attribute || index.column() == 0)
        return c.text;
    if (key.attribute == query::Attribute::Status)
        return statusColor(static_cast<domain::RunStatus>(index.data(items::Status).toInt()), c);
    return c.dim;
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

/// What was decided of a run and is not in its store yet: a small picture at the end of its name.
void drawEdited(QPainter& p, QRect& rect, const QStyleOptionViewItem& option,
                session::DecisionState state) {
    constexpr int Size = 14;
    const Colors& c = colors(option.palette);
    const bool trouble = state > session::DecisionState::LocalOnly;
    const QColor color = trouble ? c.bad : c.warn;
    const bool mirrored = option.direction == Qt::RightToLeft;
    const QPixmap picture =
        iconPixmap(decisionStateIcon(state), color, Size, p.device()->devicePixelRatioF());
    p.drawPixmap(mirrored ? rect.left() : rect.right() - Size, option.rect.center().y() - Size / 2,
                 picture);
    rect.adjust(mirrored ? Size + 4 : 0, 0, mirrored ? 0 : -(Size + 4), 0);
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

/// The sign at the end of the name, which it takes its room from.
void RunDelegate::drawKept(QPainter& painter, QRect& name,
                           const QStyleOptionViewItem& option) const {
    constexpr int Size = 12;
    const QColor color = colors(option.palette).dim;
    const qreal ratio = painter.device() != nullptr ? painter.device()->devicePixelRatioF() : 1;
    if (color != m_keptColor || m_keptIcon.devicePixelRatio() != ratio) {
        m_keptIcon = iconPixmap(u"hard-drive", color, Size, ratio);
        m_keptColor = color;
    }
    const bool rightToLeft = option.direction == Qt::RightToLeft;
    const int left = rightToLeft ? name.left() : name.right() - Size + 1;
    painter.drawPixmap(left, name.center().y() - Size / 2 + 1, m_keptIcon);
    name.adjust(rightToLeft ? KeptRoom : 0, 0, rightToLeft ? 0 : -KeptRoom, 0);
}

void RunDelegate::paintName(QPainter& painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index, const items::RunTreeModel::Look& look) const {
    const bool rightToLeft = option.direction == Qt::RightToLeft;
    QRect rect = option.rect.adjusted(rightToLeft ? Padding : 2, 0, rightToLeft ? -2 : -Padding, 0);
    const auto& model = static_cast<const items::RunTreeModel&>(*index.model());
    painter.save();
    if (look.group) {
        drawGroup(painter, rect, option, index);
        painter.restore();
        return;
    }
    drawBullet(painter, rect, option.direction, index, option.palette);
    rect.adjust(rightToLeft ? 0 : BulletRoom, 0, rightToLeft ? -BulletRoom : 0, 0);
    if (look.keptOffline)
        drawKept(painter, rect, option);
    if (const QVariant edited = index.data(items::Edited); edited.isValid())
        drawEdited(painter, rect, option, static_cast<session::DecisionState>(edited.toInt()));
    QFont font = option.font;
    font.setStrikeOut(look.vanished);
    font.setItalic(look.deleted);
    painter.setFont(font);
    painter.setPen(textColor(model, look, index, colors(option.palette)));
    drawLine(painter, QFontMetrics(look.deleted ? font : option.font), rect,
             index.data(Qt::DisplayRole).toString(),
             QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter));
    painter.restore();
}

void RunDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
    const auto* model = qobject_cast<const items::RunTreeModel*>(index.model());
    if (model == nullptr)
        return;
    constexpr QStyle::State Marked = QStyle::State_Selected | QStyle::State_MouseOver;
    if ((option.state & Marked) != 0 || option.backgroundBrush.style() != Qt::NoBrush) {
        QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
        style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    }
    const items::RunTreeModel::Look look = model->look(index);
    if (index.column() == 0) {
        paintName(*painter, option, index, look);
        return;
    }
    // Every cell of a screen comes here: a painter's state is changed only where it has to be.
    if (m_plain != option.font) {
        m_plain = option.font;
        m_strong = strongFont(option.font);
    }
    const QFont& font = look.best ? m_strong : m_plain;
    if (painter->font() != font)
        painter->setFont(font);
    painter->setPen(textColor(*model, look, index, colors(option.palette)));
    const QFontMetrics fontMetrics(font);
    const QRect rect = option.rect.adjusted(Padding, 0, -Padding, 0);
    const QString text = model->data(index, Qt::DisplayRole).toString();
    const Qt::Alignment alignment = QStyle::visualAlignment(
        option.direction, (look.numeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (look.numeric)
        drawNumber(*painter, fontMetrics, rect, text, alignment);
    else
        drawLine(*painter, fontMetrics, rect, text, alignment);
}

QSize RunDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QFontMetrics fontMetrics(option.font);
    const QString text = index.data(Qt::DisplayRole).toString();
    const bool kept = index.column() == 0 && index.data(items::KeptOffline).toBool();
    const int room = 2 * Padding + (index.column() == 0 ? BulletRoom : 0) + (kept ? KeptRoom : 0);
    return {numberWidth(fontMetrics, text) + room, metrics::Row};
}

}  // namespace podium::views
