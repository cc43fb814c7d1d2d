// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare/comparewords.h"

#include "items/cell.h"
#include "views/text/text.h"

#include <QCoreApplication>

#include <cmath>

namespace podium::views {

using items::Change;
using items::CompareCell;
using items::CompareRow;
using items::CompareSection;
using items::Direction;
using items::MetricPart;
using items::ReportWords;
// Without "::" at the start of a definition, where lupdate would lose its context.
using CellText = items::CompareModel::CellText;
using ModelWords = items::CompareModel::Words;

namespace {

constexpr int LongestCell = 400;
constexpr double Percent = 100;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(podium::views::ComparePage)
};

QString signedText(double value) {
    return (value > 0 ? QStringLiteral("+") : QString()) + compactNumber(value);
}

QString deltaText(const CompareCell& cell) {
    if (!cell.delta || cell.change == Change::Same || !cell.number)
        return {};
    const double base = *cell.number - *cell.delta;
    if (base == 0 || !std::isfinite(base))
        return signedText(*cell.delta);
    return Words::tr("%1 (%2 %)", "difference (in per cent of the baseline)")
        .arg(signedText(*cell.delta), signedText(*cell.delta / std::abs(base) * Percent));
}

QString changeText(Change change) {
    switch (change) {
        case Change::Added:
            return Words::tr("not in the baseline");
        case Change::Removed:
            return Words::tr("only in the baseline");
        case Change::Changed:
            return Words::tr("differs");
        case Change::Same:
            break;
    }
    return Words::tr("the same");
}

QString verdictText(const CompareRow& row, const CompareCell& cell) {
    if (!cell.delta || *cell.delta == 0 || cell.change == Change::Same ||
        row.direction == Direction::Unknown)
        return {};
    return (*cell.delta < 0) == (row.direction == Direction::Lower) ? Words::tr("better")
                                                                    : Words::tr("worse");
}

CellText cellText(const CompareRow& row, const CompareCell& cell, bool baseline) {
    CellText out;
    if (cell.missing) {
        out.text = QStringLiteral("—");
        out.spoken = baseline ? Words::tr("missing") : changeText(cell.change);
        return out;
    }
    const bool number = cell.number && row.section == CompareSection::Metrics;
    if (row.part == MetricPart::Curve)
        out.text = baseline ? QStringLiteral("·") : compactNumber(*cell.number);
    else
        out.text = number ? compactNumber(*cell.number) : oneLine(cell.text, LongestCell);
    if (!baseline)
        out.detail = deltaText(cell);
    QStringList spoken = {out.text};
    if (!baseline)
        spoken << out.detail << changeText(cell.change) << verdictText(row, cell);
    spoken.removeAll(QString());
    out.spoken = spoken.join(QStringLiteral(", "));
    return out;
}

QString toolTipText(const CompareRow& row, const CompareCell& cell, bool baseline) {
    if (row.part == MetricPart::Curve)
        return curveDistanceExplained();
    QStringList lines;
    if (!cell.missing)
        lines.append(items::toQString(cell.text));
    if (!baseline) {
        QString change = changeText(cell.change);
        if (cell.delta)
            change += QStringLiteral(" · ") + (*cell.delta > 0 ? QStringLiteral("+") : QString()) +
                      fullNumber(*cell.delta);
        if (const QString verdict = verdictText(row, cell); !verdict.isEmpty())
            change += QStringLiteral(" · ") + verdict;
        lines.append(change);
    }
    return lines.join(u'\n');
}

QString sameText(std::size_t rows) {
    return Words::tr("%n are the same", nullptr, static_cast<int>(rows));
}

}  // namespace

QString compareSectionTitle(CompareSection section) {
    switch (section) {
        case CompareSection::Params:
            return Words::tr("Params");
        case CompareSection::Metrics:
            return Words::tr("Metrics");
        case CompareSection::Tags:
            return Words::tr("Tags");
        case CompareSection::Environment:
            return Words::tr("Environment");
        case CompareSection::Git:
            return Words::tr("Code");
        case CompareSection::Datasets:
            return Words::tr("Datasets");
        case CompareSection::Signature:
            return Words::tr("Models");
        case CompareSection::Artifacts:
            return Words::tr("Artifacts");
    }
    return {};
}

QString compareRowTitle(const CompareRow& row) {
    const QString key = oneLine(row.key, LongestCell);
    switch (row.part) {
        case MetricPart::Last:
            return Words::tr("%1 · last", "a metric").arg(key);
        case MetricPart::Best:
            return (row.direction == Direction::Lower ? Words::tr("%1 · min", "a metric")
                                                      : Words::tr("%1 · max", "a metric"))
                .arg(key);
        case MetricPart::Curve:
            return Words::tr("%1 · distance of curves", "a metric").arg(key);
        case MetricPart::None:
            break;
    }
    return key;
}

ModelWords compareWords() {
    ModelWords words;
    words.key = Words::tr("Key");
    words.section = [](CompareSection section, const items::ComparedSection& rows) {
        QString text =
            rows.different.empty()
                ? Words::tr("%1 · nothing differs").arg(compareSectionTitle(section))
                : Words::tr("%1 · %n differ", nullptr, static_cast<int>(rows.different.size()))
                      .arg(compareSectionTitle(section));
        if (rows.ignored > 0)
            text += QStringLiteral(" · ") +
                    Words::tr("%n ignored", nullptr, static_cast<int>(rows.ignored));
        return text;
    };
    words.same = sameText;
    words.row = compareRowTitle;
    words.cell = cellText;
    words.toolTip = toolTipText;
    return words;
}

ReportWords reportWords(const QStringList& runs) {
    ReportWords words;
    words.title = Words::tr("Comparison of %1").arg(runCount(runs.size())).toStdString();
    for (const QString& run : runs)
        words.runs.push_back(run.toStdString());
    words.baseline = Words::tr("baseline").toStdString();
    words.key = Words::tr("Key").toStdString();
    words.missing = "—";
    words.nothingDiffers = Words::tr("Nothing differs.").toStdString();
    words.section = [](CompareSection section) {
        return compareSectionTitle(section).toStdString();
    };
    words.row = [](const CompareRow& row) { return compareRowTitle(row).toStdString(); };
    words.same = [](std::size_t same) { return sameText(same).toStdString(); };
    return words;
}

QString surpriseExplained() {
    return Words::tr(
        "The most surprising difference comes first. A number surprises by how many standard "
        "deviations of all runs of the experiment it lies from the baseline; a text by the odds "
        "that two runs of the experiment agree there.");
}

QString curveDistanceExplained() {
    return Words::tr(
        "Distance of the curves: the area between this curve and the baseline's over the steps "
        "that both have, as a share of the rectangle that encloses them. 0 is the same curve, 1 as "
        "far apart as can be.");
}

}  // namespace podium::views
