// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/registry/registrydelegates.h"

#include "items/cell.h"
#include "items/modellistmodel.h"
#include "items/versionmodel.h"
#include "views/registry/chips.h"
#include "views/text/decisionwords.h"
#include "views/text/text.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QPainter>

namespace podium::views {

namespace {

constexpr int Margin = 12;
constexpr int Padding = 8;
constexpr int LineHeight = 22;

void drawPanel(QPainter& painter, const QStyleOptionViewItem& option) {
    QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, &painter, option.widget);
}

void drawLine(QPainter& painter, const QRect& rect, const QString& text, Qt::Alignment alignment,
              Qt::LayoutDirection direction) {
    const auto flags = static_cast<int>(QStyle::visualAlignment(direction, alignment));
    painter.drawText(rect, flags | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

QColor versionColor(const QModelIndex& index, const Colors& c) {
    if (index.data(items::Link).toBool())
        return c.accent;
    const QString raw = index.data(items::RawValue).toString();
    if (index.column() == items::VersionModel::Status) {
        if (raw.startsWith(QLatin1String("FAILED")))
            return c.bad;
        return raw.startsWith(QLatin1String("PENDING")) ? c.warn : c.dim;
    }
    if (const int verdict = index.data(items::Verdict).toInt(); verdict != 0)
        return verdict > 0 ? c.ok : c.bad;
    const bool main = index.column() == items::VersionModel::Version ||
                      index.column() == items::VersionModel::Metric ||
                      index.column() == items::VersionModel::Description;
    return main ? c.text : c.dim;
}

/// What was decided of the version and has not arrived, as an icon.
void drawState(QPainter& painter, const QRect& rect, const QModelIndex& index,
               Qt::LayoutDirection direction, const Colors& c) {
    const QVariant edited = index.data(items::Edited);
    if (!edited.isValid())
        return;
    const auto state = static_cast<session::DecisionState>(edited.toInt());
    const bool trouble = state >= session::DecisionState::Failed;
    const QRect box(rect.right() - metrics::Icon + 1, rect.center().y() - metrics::Icon / 2 + 1,
                    metrics::Icon, metrics::Icon);
    painter.drawPixmap(QStyle::visualRect(direction, rect, box),
                       iconPixmap(decisionStateIcon(state), trouble ? c.bad : c.warn, metrics::Icon,
                                  painter.device()->devicePixelRatioF()));
}

}  // namespace

void ModelDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const Colors& c = colors(option.palette);
    const auto* model = qobject_cast<const items::ModelListModel*>(index.model());
    if (model == nullptr)
        return;
    const session::ModelEntry& entry = model->entry(index);
    painter->save();
    drawPanel(*painter, option);
    const QRect rect = option.rect.adjusted(Margin, 3, -Margin, -3);
    const QRect upper(rect.left(), rect.top(), rect.width(), LineHeight);
    const QRect lower(rect.left(), upper.bottom(), rect.width(), LineHeight);
    const QString versions = versionCount(static_cast<qint64>(entry.versions.size()));
    painter->setFont(smallFont(option.font));
    painter->setPen(c.dim);
    const int wide = painter->fontMetrics().horizontalAdvance(versions) + 2;
    drawLine(*painter, upper, versions, Qt::AlignRight, option.direction);
    painter->setFont(strongFont(option.font));
    painter->setPen(c.text);
    const QRect name =
        QStyle::visualRect(option.direction, upper, upper.adjusted(0, 0, -wide - metrics::Gap, 0));
    drawLine(*painter, name, oneLine(entry.model.name), Qt::AlignLeft, option.direction);
    painter->setFont(option.font);
    const QVector<Chip> chips = modelChips(entry, c);
    if (!chips.isEmpty()) {
        drawChips(*painter, lower, chips, option.direction, c);
    } else {
        painter->setFont(smallFont(option.font));
        painter->setPen(c.dim);
        const QString text = entry.model.description.empty()
                                 ? entry.sourceTitle
                                 : oneLine(entry.model.description, 200);
        drawLine(*painter, lower, text, Qt::AlignLeft, option.direction);
    }
    painter->restore();
}

QSize ModelDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {160, 2 * LineHeight + 7};
}

void VersionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    const Colors& c = colors(option.palette);
    const auto* model = qobject_cast<const items::VersionModel*>(index.model());
    if (model == nullptr || !model->entry())
        return;
    painter->save();
    drawPanel(*painter, option);
    painter->setFont(option.font);
    const QRect rect = option.rect.adjusted(Padding, 0, -Padding, 0);
    const bool stage = index.column() == items::VersionModel::Stage;
    if (stage || index.column() == items::VersionModel::Aliases) {
        QVector<Chip> chips = versionChips(*model->entry(), model->version(index.row()), c);
        const bool hasStage = !chips.isEmpty() && !chips.front().text.startsWith(QLatin1Char('@'));
        if (stage)
            chips = hasStage ? chips.mid(0, 1) : QVector<Chip>();
        else if (hasStage)
            chips.removeFirst();
        drawChips(*painter, rect, chips, option.direction, c);
    } else {
        const bool number = index.column() == items::VersionModel::Metric ||
                            index.column() == items::VersionModel::MetricChange;
        painter->setPen(versionColor(index, c));
        if (number)
            drawNumber(*painter, rect, index.data().toString());
        else
            drawLine(*painter, rect, index.data().toString(), Qt::AlignLeft, option.direction);
        if (index.column() == items::VersionModel::Version)
            drawState(*painter, rect, index, option.direction, c);
    }
    painter->restore();
}

QSize VersionDelegate::sizeHint(const QStyleOptionViewItem& option,
                                const QModelIndex& index) const {
    const QString text = index.data().toString();
    return {option.fontMetrics.horizontalAdvance(text.left(200)) + 2 * Padding, metrics::Row};
}

}  // namespace podium::views
