// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/runs/celltext.h"

#include "domain/entities.h"
#include "query/number.h"
#include "views/text/text.h"

#include <QCoreApplication>

#include <cmath>

namespace podium::views {

using items::Cell;
using query::Attribute;
using query::ColumnKey;
using query::ColumnKind;
using query::Reduction;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(podium::views::RunTable)
};

/// A cell shows the start of a long text; the whole of it is in the tool tip and the inspector.
constexpr int LongestText = 200;

QString datasetTitle(const std::string& field) {
    if (field == "digest")
        return Words::tr("Dataset digest");
    if (field == "context")
        return Words::tr("Dataset context");
    return Words::tr("Dataset");
}

QString integerText(const ColumnKey& key, std::int64_t value, base::Millis now) {
    if (key.attribute == Attribute::Duration)
        return duration(value);
    return ago(value, now);
}

/// As compactNumber(), but with zeros at the end: in a column the digits of equal worth stand below
/// each other.
QString metricText(double value) {
    const double size = std::abs(value);
    if (!(size >= 0.01 && size < 1000) || value == std::floor(value))
        return compactNumber(value);
    const int decimals = size < 1 ? 4 : size < 10 ? 3 : size < 100 ? 2 : 1;
    const QString digits = QString::number(size, 'f', decimals);
    return value < 0 ? QChar(0x2212) + digits : digits;
}

QString listText(std::span<const std::string> list) {
    QStringList texts;
    for (const std::string& text : list) {
        if (!text.empty())
            texts.append(oneLine(text, LongestText));
    }
    return texts.join(QStringLiteral(", "));
}

QString wordText(const ColumnKey& key, std::string_view text) {
    if (key.kind == ColumnKind::Attribute && key.attribute == Attribute::Status)
        return statusText(domain::statusFromName(text));
    if (key.kind == ColumnKind::Attribute && key.attribute == Attribute::Lifecycle) {
        return lifecycleText(text == domain::lifecycleName(domain::Lifecycle::Deleted)
                                 ? domain::Lifecycle::Deleted
                                 : domain::Lifecycle::Active);
    }
    return oneLine(text, LongestText);
}

}  // namespace

QString attributeTitle(Attribute attribute) {
    switch (attribute) {
        case Attribute::RunId:
            return Words::tr("Run ID");
        case Attribute::RunName:
            return Words::tr("Run");
        case Attribute::ExperimentId:
            return Words::tr("Experiment ID");
        case Attribute::ExperimentName:
            return Words::tr("Experiment");
        case Attribute::UserId:
            return Words::tr("User");
        case Attribute::Status:
            return Words::tr("Status");
        case Attribute::Lifecycle:
            return Words::tr("Lifecycle");
        case Attribute::ArtifactUri:
            return Words::tr("Artifacts");
        case Attribute::StartTime:
            return Words::tr("Started");
        case Attribute::EndTime:
            return Words::tr("Ended");
        case Attribute::Duration:
            return Words::tr("Duration");
        case Attribute::Source:
            return Words::tr("Source");
    }
    return {};
}

QString reductionTitle(Reduction reduction) {
    switch (reduction) {
        case Reduction::Last:
            return Words::tr("last");
        case Reduction::Min:
            return Words::tr("min");
        case Reduction::Max:
            return Words::tr("max");
        case Reduction::Mean:
            return Words::tr("mean");
        case Reduction::First:
            return Words::tr("first");
        case Reduction::Count:
            return Words::tr("count");
        case Reduction::Best:
            return Words::tr("best");
        case Reduction::MeanLast:
            return Words::tr("mean of last");
        case Reduction::AtStep:
            return Words::tr("at step");
        case Reduction::AtBest:
            return Words::tr("at best of");
        case Reduction::TimeTo:
            return Words::tr("time to");
        case Reduction::Slope:
            return Words::tr("slope");
    }
    return {};
}

QString reductionTitle(const ColumnKey& key) {
    const QString argument = oneLine(key.argument, LongestText);
    switch (key.reduction) {
        case Reduction::MeanLast:
            return Words::tr("mean of last %1", "points").arg(argument);
        case Reduction::AtStep:
            return Words::tr("at step %1").arg(argument);
        case Reduction::AtBest:
            return Words::tr("at best %1", "metric").arg(argument);
        case Reduction::TimeTo:
            return Words::tr("time to %1", "threshold").arg(argument);
        case Reduction::Slope:
            return argument.isEmpty() ? Words::tr("slope")
                                      : Words::tr("slope of last %1", "points").arg(argument);
        default:
            return reductionTitle(key.reduction);
    }
}

QString columnGroupTitle(items::ColumnGroup group) {
    switch (group) {
        case items::ColumnGroup::Attributes:
            return Words::tr("Attributes");
        case items::ColumnGroup::Metrics:
            return Words::tr("Metrics");
        case items::ColumnGroup::Params:
            return Words::tr("Params");
        case items::ColumnGroup::Tags:
            return Words::tr("Tags");
        case items::ColumnGroup::Datasets:
            return Words::tr("Datasets");
        case items::ColumnGroup::SystemMetrics:
            return Words::tr("System metrics");
        case items::ColumnGroup::SystemTags:
            return Words::tr("Tags of MLflow");
        case items::ColumnGroup::Formulas:
            return Words::tr("Formulas");
    }
    return {};
}

QString columnTitle(const ColumnKey& key) {
    switch (key.kind) {
        case ColumnKind::Attribute:
            return attributeTitle(key.attribute);
        case ColumnKind::Metric:
            return Words::tr("%1 · %2", "metric · reduction")
                .arg(oneLine(key.key, LongestText), reductionTitle(key));
        case ColumnKind::Formula:
            return oneLine(key.argument.empty() ? key.key : key.argument, LongestText);
        case ColumnKind::Param:
        case ColumnKind::Tag:
            return oneLine(key.key, LongestText);
        case ColumnKind::Dataset:
            return datasetTitle(key.key);
    }
    return {};
}

namespace {

using session::ColumnFormat;

QString withMinus(const QString& digits) {
    return digits.startsWith(QLatin1Char('-')) ? QChar(0x2212) + digits.mid(1) : digits;
}

bool isLength(const ColumnKey& key) {
    return (key.kind == ColumnKind::Metric && key.reduction == Reduction::TimeTo) ||
           (key.kind == ColumnKind::Attribute && key.attribute == Attribute::Duration);
}

bool isTime(const ColumnKey& key) {
    return key.kind == ColumnKind::Attribute &&
           (key.attribute == Attribute::StartTime || key.attribute == Attribute::EndTime);
}

/// Times and lengths of MLflow are milliseconds; those that people log are mostly seconds.
QString durationOf(const ColumnKey& key, double value) {
    const double milliseconds = isLength(key) ? value : value * 1000;
    if (!(std::abs(milliseconds) < 9e15))
        return metricText(value);
    const auto whole = static_cast<base::Millis>(std::llround(std::abs(milliseconds)));
    return value < 0 ? QChar(0x2212) + duration(whole) : duration(whole);
}

QString dateOf(const ColumnKey& key, double value) {
    constexpr double SecondsEnd = 1e11;  // the year 5138 in seconds, 1973 in milliseconds
    const bool seconds = !isTime(key) && std::abs(value) < SecondsEnd;
    const double milliseconds = seconds ? value * 1000 : value;
    return std::abs(milliseconds) < 9e15 ? timestamp(std::llround(milliseconds))
                                         : metricText(value);
}

QString numberText(const ColumnKey& key, double value, const ColumnFormat& format) {
    if (!std::isfinite(value))
        return compactNumber(value);
    switch (format.kind) {
        case ColumnFormat::Kind::Automatic:
            return isLength(key) ? durationOf(key, value) : metricText(value);
        case ColumnFormat::Kind::Digits:
            return withMinus(QString::number(value, 'f', format.digits));
        case ColumnFormat::Kind::Scientific:
            return withMinus(QString::number(value, 'e', format.digits));
        case ColumnFormat::Kind::Percent:
            return Words::tr("%1 %").arg(
                withMinus(QString::number(value * 100, 'f', format.digits)));
        case ColumnFormat::Kind::Duration:
            return durationOf(key, value);
        case ColumnFormat::Kind::Date:
            return dateOf(key, value);
        case ColumnFormat::Kind::Bytes:
            return std::abs(value) < 9e18 && value >= 0
                       ? bytes(static_cast<qint64>(std::llround(value)))
                       : metricText(value);
    }
    return {};
}

}  // namespace

QString cellText(const ColumnKey& key, const Cell& cell, base::Millis now,
                 const ColumnFormat& format) {
    const bool plain = format.kind == ColumnFormat::Kind::Automatic;
    switch (cell.kind) {
        case Cell::Kind::Missing:
            return QStringLiteral("–");
        case Cell::Kind::Number:
            return numberText(key, cell.number, format);
        case Cell::Kind::Integer:
            return plain ? integerText(key, cell.integer, now)
                         : numberText(key, static_cast<double>(cell.integer), format);
        case Cell::Kind::Text: {
            const std::optional<double> number =
                plain ? std::nullopt : query::looseNumber(cell.text);
            return number ? numberText(key, *number, format) : wordText(key, cell.text);
        }
        case Cell::Kind::List:
            return listText(cell.list);
    }
    return {};
}

QString groupTitle(const ColumnKey& key, const query::Grouping::Group& group) {
    if (group.missing)
        return Words::tr("(no %1)").arg(columnTitle(key));
    if (group.text.empty())
        return Words::tr("(empty)");
    if (isTime(key)) {
        if (const auto number = query::looseNumber(group.text))
            return timestamp(static_cast<base::Millis>(*number));
    }
    if (isLength(key)) {
        if (const auto number = query::looseNumber(group.text))
            return durationOf(key, *number);
    }
    return wordText(key, group.text);
}

QString summaryText(const ColumnKey& key, const query::Summary& summary, query::Aggregate aggregate,
                    const ColumnFormat& format) {
    using query::Aggregate;
    if (aggregate == Aggregate::Count)
        return count(static_cast<qint64>(summary.values));
    const double value = query::aggregateValue(summary, aggregate);
    const bool spread = aggregate == Aggregate::MeanDeviation || aggregate == Aggregate::MeanError;
    if (std::isnan(value))
        return QStringLiteral("–");
    const QString text = numberText(key, value, format);
    if (!spread || summary.values < 2)
        return text;
    const double width = aggregate == Aggregate::MeanError ? summary.error : summary.deviation;
    // As many digits behind the point as the mean has: 0.934 ± 0.012.
    const qsizetype point = text.indexOf(QLatin1Char('.'));
    const bool plainDigits = format.kind == ColumnFormat::Kind::Automatic && !isLength(key) &&
                             !text.contains(QLatin1Char('e')) && std::isfinite(width);
    const int digits = point < 0 ? (width < 10 ? 2 : 0) : static_cast<int>(text.size() - point - 1);
    const QString tail =
        plainDigits ? QString::number(width, 'f', digits) : numberText(key, width, format);
    return Words::tr("%1 ± %2").arg(text, tail);
}

QString aggregateTitle(query::Aggregate aggregate) {
    using query::Aggregate;
    switch (aggregate) {
        case Aggregate::MeanDeviation:
            return Words::tr("Mean ± standard deviation");
        case Aggregate::MeanError:
            return Words::tr("Mean ± standard error");
        case Aggregate::Mean:
            return Words::tr("Mean");
        case Aggregate::Median:
            return Words::tr("Median");
        case Aggregate::Min:
            return Words::tr("Minimum");
        case Aggregate::Max:
            return Words::tr("Maximum");
        case Aggregate::Deviation:
            return Words::tr("Standard deviation");
        case Aggregate::Error:
            return Words::tr("Standard error");
        case Aggregate::Count:
            return Words::tr("Number of values");
    }
    return {};
}

QString summaryDetails(const query::Summary& summary, qsizetype runs) {
    using query::Aggregate;
    QStringList lines{Words::tr("%1 of %2 runs have a value")
                          .arg(count(static_cast<qint64>(summary.values)), count(runs))};
    if (summary.notNumbers > 0)
        lines.append(
            Words::tr("%1 × NaN, left out").arg(count(static_cast<qint64>(summary.notNumbers))));
    for (const Aggregate aggregate : {Aggregate::Mean, Aggregate::Median, Aggregate::Min,
                                      Aggregate::Max, Aggregate::Deviation, Aggregate::Error}) {
        lines.append(Words::tr("%1: %2", "mean: 0.5")
                         .arg(aggregateTitle(aggregate),
                              fullNumber(query::aggregateValue(summary, aggregate))));
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace podium::views
