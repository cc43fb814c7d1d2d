// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/registry/carddelegate.h"

#include "items/cell.h"
#include "items/roles.h"
#include "views/registry/chips.h"
#include "views/text/decisionwords.h"
#include "views/text/text.h"
#include "views/theme/stylepaint.h"
#include "views/theme/theme.h"

#include <QCoreApplication>
#include <QPainter>

namespace podium::views {

using items::LaneModel;
using session::Decision;
using session::DecisionState;
using session::ModelEntry;
using session::PlaceKind;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(podium::views::ModelsPage)
};

constexpr int Padding = 10;
constexpr int Line = 20;

QString runText(const ModelEntry::Version& version) {
    return version.runName.isEmpty() ? oneLine(version.version.runId, 60)
                                     : oneLine(version.runName.toStdString(), 100);
}

bool isTrouble(DecisionState state) {
    return state == DecisionState::Failed || state == DecisionState::Conflict;
}

void drawText(QPainter& painter, const QStyleOptionViewItem& option, const QRect& rect,
              const QString& text, Qt::Alignment alignment = Qt::AlignLeft) {
    const auto flags = static_cast<int>(QStyle::visualAlignment(option.direction, alignment));
    painter.drawText(rect, flags | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

/// "v7" and, dim, the run beside it.
void drawHead(QPainter& painter, const QStyleOptionViewItem& option, const QRect& rect,
              const ModelEntry::Version& version, const Colors& c) {
    const QString number = QStringLiteral("v%1").arg(version.version.version);
    painter.setFont(strongFont(option.font));
    painter.setPen(c.text);
    const int width = painter.fontMetrics().horizontalAdvance(number) + metrics::Gap;
    drawText(painter, option, rect, number);
    painter.setFont(smallFont(option.font));
    painter.setPen(c.dim);
    drawText(painter, option,
             QStyle::visualRect(option.direction, rect, rect.adjusted(width, 0, 0, 0)),
             runText(version), Qt::AlignRight);
}

QVector<Chip> cardChips(const LaneModel& lane, const ModelEntry::Version& version,
                        const Colors& c) {
    QVector<Chip> chips = versionChips(*lane.entry(), version, c);
    const QString own = stageText(lane.lane().value);
    const QString alias = QLatin1Char('@') + items::toQString(lane.lane().value);
    erase_if(chips, [&](const Chip& chip) { return chip.text == own || chip.text == alias; });
    return chips;
}

/// What was decided stands before the metric: it is what a person should know.
void drawFoot(QPainter& painter, const QStyleOptionViewItem& option, const QRect& rect,
              const LaneModel& lane, const ModelEntry::Version& version, const Colors& c) {
    painter.setFont(smallFont(option.font));
    const auto state = items::pendingState(*lane.entry(), version.version.version);
    if (state) {
        const QColor color = isTrouble(*state) ? c.bad : c.warn;
        const qreal ratio = painter.device()->devicePixelRatioF();
        constexpr int Size = 14;
        const QRect box(rect.left(), rect.center().y() - Size / 2 + 1, Size, Size);
        painter.drawPixmap(QStyle::visualRect(option.direction, rect, box),
                           iconPixmap(decisionStateIcon(*state), color, Size, ratio));
        painter.setPen(color);
        drawText(painter, option,
                 QStyle::visualRect(option.direction, rect,
                                    rect.adjusted(Size + metrics::Unit + 1, 0, 0, 0)),
                 pendingText(*lane.entry(), version.version.version));
        return;
    }
    painter.setPen(c.dim);
    const auto value = lane.metric().of(version.runNo);
    if (lane.metric().key.empty()) {
        drawText(painter, option, rect, oneLine(version.version.description, 200));
        return;
    }
    const QString number = value ? compactNumber(*value) : QStringLiteral("–");
    painter.setPen(value ? c.text : c.dim);
    const int width = painter.fontMetrics().horizontalAdvance(number) + metrics::Gap;
    drawText(painter, option, rect, number, Qt::AlignRight);
    painter.setPen(c.dim);
    drawText(painter, option,
             QStyle::visualRect(option.direction, rect, rect.adjusted(0, 0, -width, 0)),
             oneLine(lane.metric().key, 100));
}

}  // namespace

QString pendingText(const ModelEntry& entry, std::int64_t version) {
    const Decision* newest = items::shownDecision(entry, version);
    if (newest == nullptr)
        return {};
    const QString state = decisionStateText(newest->state);
    const stores::Change& change = newest->change;
    if (change.place.kind == PlaceKind::VersionStage && change.place.version != version)
        return Words::tr("→ %1, %2", "stage, state of the decision")
            .arg(stageText("Archived"), state);
    if (change.place.kind == PlaceKind::VersionStage)
        return Words::tr("→ %1, %2", "stage, state of the decision")
            .arg(stageText(change.wanted.value_or("None")), state);
    if (change.place.kind == PlaceKind::ModelAlias) {
        const QString alias = QLatin1Char('@') + oneLine(change.place.key, 60);
        return change.wanted == std::to_string(version)
                   ? Words::tr("→ %1, %2", "alias, state of the decision").arg(alias, state)
                   : Words::tr("%1 leaves, %2", "alias, state of the decision").arg(alias, state);
    }
    if (items::isRequestEvent(*newest))
        return Words::tr("a request, %1", "state of what was said to it").arg(state);
    return Words::tr("%1, %2", "what was changed, state of the decision")
        .arg(decisionSubject(change.place), state);
}

QString cardText(const LaneModel& lane, const ModelEntry::Version& version) {
    QStringList parts = {Words::tr("Version %1").arg(version.version.version)};
    const QString run = runText(version);
    if (!run.isEmpty())
        parts.append(Words::tr("run %1").arg(run));
    for (const Chip& chip : versionChips(*lane.entry(), version, colors(Scheme::Light)))
        parts.append(chip.text);
    if (const auto value = lane.metric().of(version.runNo))
        parts.append(
            QStringLiteral("%1 %2").arg(oneLine(lane.metric().key), compactNumber(*value)));
    const QString pending = pendingText(*lane.entry(), version.version.version);
    if (!pending.isEmpty())
        parts.append(pending);
    return parts.join(QStringLiteral(", "));
}

void CardDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    const auto* lane = qobject_cast<const LaneModel*>(index.model());
    if (lane == nullptr || !lane->entry())
        return;
    const Colors& c = colors(option.palette);
    const ModelEntry::Version& version = lane->version(index.row());
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    const bool hovered = (option.state & QStyle::State_MouseOver) != 0;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect card = option.rect.adjusted(metrics::Unit, 2, -metrics::Unit, -2);
    drawBox(*painter, card,
            selected  ? c.selection
            : hovered ? c.hover
                      : c.panel,
            selected ? blend(c.line, c.accent, 0.6) : c.line, metrics::Radius);
    if ((option.state & QStyle::State_HasFocus) != 0)
        drawFocusRing(*painter, card, c.accent, metrics::Radius);
    const QRect inner = card.adjusted(Padding, 7, -Padding, -7);
    const QRect head(inner.left(), inner.top(), inner.width(), Line);
    drawHead(*painter, option, head, version, c);
    const QRect middle = head.translated(0, Line + 3);
    const QVector<Chip> chips = cardChips(*lane, version, c);
    painter->setFont(option.font);
    if (!chips.isEmpty()) {
        drawChips(*painter, middle, chips, option.direction, c);
    } else if (version.version.creationTime) {
        painter->setFont(smallFont(option.font));
        painter->setPen(c.dim);
        drawText(*painter, option, middle, timestamp(*version.version.creationTime).left(10));
    }
    drawFoot(*painter, option, middle.translated(0, Line + 3), *lane, version, c);
    painter->restore();
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {120, 3 * Line + 2 * 3 + 14 + 4};
}

}  // namespace podium::views
