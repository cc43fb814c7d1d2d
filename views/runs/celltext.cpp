// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/runs/celltext.h"

#include "domain/entities.h"
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
    }
    return {};
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
    }
    return {};
}

QString columnTitle(const ColumnKey& key) {
    switch (key.kind) {
        case ColumnKind::Attribute:
            return attributeTitle(key.attribute);
        case ColumnKind::Metric:
            return Words::tr("%1 · %2", "metric · reduction")
                .arg(oneLine(key.key, LongestText), reductionTitle(key.reduction));
        case ColumnKind::Param:
        case ColumnKind::Tag:
            return oneLine(key.key, LongestText);
        case ColumnKind::Dataset:
            return datasetTitle(key.key);
    }
    return {};
}

QString cellText(const ColumnKey& key, const Cell& cell, base::Millis now) {
    switch (cell.kind) {
        case Cell::Kind::Missing:
            return QStringLiteral("–");
        case Cell::Kind::Number:
            return metricText(cell.number);
        case Cell::Kind::Integer:
            return integerText(key, cell.integer, now);
        case Cell::Kind::Text:
            return wordText(key, cell.text);
        case Cell::Kind::List:
            return listText(cell.list);
    }
    return {};
}

}  // namespace podium::views
