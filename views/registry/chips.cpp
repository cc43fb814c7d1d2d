// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/registry/chips.h"

#include "items/cell.h"
#include "views/text/text.h"
#include "views/theme/stylepaint.h"
#include "views/theme/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace podium::views {

using session::ModelEntry;

namespace {

constexpr int ChipHeight = 18;
constexpr int ChipPadding = 7;
constexpr int ChipGap = 5;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(podium::views::ModelsPage)
};

bool hasStage(const std::string& stage) {
    return !stage.empty() && stage != "None";
}

Chip aliasChip(const std::string& alias, const Colors& c) {
    return {QLatin1Char('@') + items::toQString(alias), c.accent};
}

}  // namespace

QColor stageColor(std::string_view stage, const Colors& c) {
    if (stage == "Production")
        return c.ok;
    if (stage == "Staging")
        return c.warn;
    return c.dim;
}

QVector<Chip> versionChips(const ModelEntry& entry, const ModelEntry::Version& version,
                           const Colors& c) {
    QVector<Chip> chips;
    if (hasStage(version.version.stage))
        chips.append({stageText(version.version.stage), stageColor(version.version.stage, c)});
    for (const domain::Alias& alias : entry.model.aliases) {
        if (alias.version == version.version.version)
            chips.append(aliasChip(alias.alias, c));
    }
    return chips;
}

QVector<Chip> modelChips(const ModelEntry& entry, const Colors& c) {
    QVector<Chip> chips;
    if (entry.model.isPrompt())
        chips.append({Words::tr("Prompt"), c.dim});
    std::vector<std::string_view> seen;
    for (const ModelEntry::Version& version : entry.versions) {
        const std::string& stage = version.version.stage;
        if (!hasStage(stage) || stage == "Archived" || std::ranges::count(seen, stage) > 0)
            continue;
        seen.push_back(stage);
        chips.append({QStringLiteral("%1 v%2").arg(stageText(stage)).arg(version.version.version),
                      stageColor(stage, c)});
    }
    for (const domain::Alias& alias : entry.model.aliases)
        chips.append(aliasChip(alias.alias, c));
    return chips;
}

int drawChips(QPainter& painter, const QRect& rect, const QVector<Chip>& chips,
              Qt::LayoutDirection direction, const Colors& c) {
    painter.save();
    painter.setFont(smallFont(painter.font()));
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetrics metrics = painter.fontMetrics();
    const auto widthOf = [&metrics](const QString& text) {
        return metrics.horizontalAdvance(text) + 2 * ChipPadding;
    };
    int x = rect.left();
    const auto draw = [&](const Chip& chip) {
        const int width = std::min(widthOf(chip.text), rect.right() + 1 - x);
        const QRect box(x, rect.center().y() - ChipHeight / 2 + 1, width, ChipHeight);
        const QRect placed = QStyle::visualRect(direction, rect, box);
        drawBox(painter, placed, blend(c.panel, chip.color, 0.12), blend(c.panel, chip.color, 0.45),
                ChipHeight / 2.0);
        painter.setPen(chip.color);
        painter.drawText(placed, Qt::AlignCenter | Qt::TextSingleLine,
                         metrics.elidedText(chip.text, Qt::ElideRight, width - ChipPadding));
        x += width + ChipGap;
    };
    const auto more = [](qsizetype n) -> QString { return QLatin1Char('+') + QString::number(n); };
    for (qsizetype i = 0; i < chips.size(); ++i) {
        // What does not fit is counted: a chip that is not shown must not seem not to be there.
        const qsizetype after = chips.size() - i - 1;
        const int room = after > 0 ? widthOf(more(after)) + ChipGap : 0;
        if (i > 0 && x + widthOf(chips[i].text) + room > rect.right() + 1) {
            draw({more(after + 1), c.dim});
            break;
        }
        draw(chips[i]);
    }
    painter.restore();
    return x - rect.left();
}

}  // namespace podium::views
