// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/registry/versionfacts.h"

#include "items/cell.h"
#include "items/prompttext.h"
#include "registry/event.h"
#include "registry/policy.h"
#include "views/text/text.h"

#include <QCoreApplication>

namespace podium::views {

using items::toQString;
using session::ModelEntry;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(podium::views::ModelsPage)
};

void add(KeyValueGroup& group, const QString& key, const QString& value, const QString& link = {}) {
    if (value.isEmpty())
        return;
    KeyValueRow row;
    row.key = key;
    row.values = QStringList(value);
    row.link = link;
    group.rows.append(row);
}

QString timeText(const domain::OptionalMillis& time, base::Millis now) {
    if (!time)
        return {};
    return Words::tr("%1, %2", "2 h ago, 2024-05-01 12:00:00")
        .arg(ago(*time, now), timestamp(*time));
}

}  // namespace

QString versionStatusText(const std::string& status) {
    if (status == "READY")
        return Words::tr("ready");
    if (status == "PENDING_REGISTRATION")
        return Words::tr("pending");
    if (status == "FAILED_REGISTRATION")
        return Words::tr("failed");
    return oneLine(status, 60);
}

QVector<KeyValueGroup> versionGroups(const ModelEntry& entry, const ModelEntry::Version& version,
                                     base::Millis now, bool editable) {
    const domain::ModelVersion& v = version.version;
    KeyValueGroup facts;
    facts.title = Words::tr("Version %1").arg(v.version);
    const QString run = version.runName.isEmpty() ? toQString(v.runId) : version.runName;
    add(facts, Words::tr("Source run"), run,
        version.runNo.valid() ? QString::fromUtf16(SourceRunLink) : QString());
    add(facts, Words::tr("Run link"), toQString(v.runLink));
    add(facts, Words::tr("Source"), toQString(v.source));
    add(facts, Words::tr("Stored at"), toQString(v.storageLocation));
    add(facts, Words::tr("Logged model"), toQString(v.modelId));
    add(facts, Words::tr("Status"), versionStatusText(v.status));
    add(facts, Words::tr("Message"), toQString(v.statusMessage));
    add(facts, Words::tr("User"), toQString(v.userId));
    add(facts, Words::tr("Created"), timeText(v.creationTime, now));
    add(facts, Words::tr("Changed"), timeText(v.lastUpdateTime, now));
    add(facts, Words::tr("Store"), entry.sourceTitle);
    QStringList aliases;
    for (const domain::Alias& alias : entry.model.aliases) {
        if (alias.version == v.version)
            aliases.append(QLatin1Char('@') + toQString(alias.alias));
    }
    add(facts, Words::tr("Aliases"), aliases.join(QStringLiteral(", ")));
    const KeyValueGroup tags = tagGroup(v.tags, editable);
    if (tags.rows.isEmpty())
        return {facts};
    return {facts, tags};
}

KeyValueGroup tagGroup(const std::vector<domain::Tag>& tags, bool editable) {
    KeyValueGroup group;
    for (const domain::Tag& tag : tags) {
        if (registry::isEvent(tag.key) || tag.key == registry::PolicyTag ||
            tag.key == items::PromptTextTag)
            continue;
        KeyValueRow row;
        row.key = toQString(tag.key);
        row.values = QStringList(toQString(tag.value));
        row.editable = editable && !tag.key.starts_with("mlflow.prompt.") &&
                       !tag.key.starts_with("_mlflow_prompt_");
        group.rows.append(row);
    }
    group.title = Words::tr("Tags · %1").arg(group.rows.size());
    return group;
}

namespace {

/// Words in place of rows.
QVector<KeyValueGroup> sentence(const QString& text) {
    KeyValueRow row;
    row.tone = KeyValueRow::Tone::Dim;
    row.key = text;
    row.values = QStringList(QString());
    return {KeyValueGroup{QString(), {row}}};
}

/// Why nothing can be said of the files; "" if something can.
QString filesGap(const session::VersionFiles* files) {
    if (files == nullptr)
        return Words::tr("Looking at the files…");
    if (files->place.failed())
        return describe(files->place.error());
    if (files->place.ok() && files->place.value().remote)
        return Words::tr("The files are on a server; those that were fetched are under Files.");
    return {};
}

/// "name: type" of a signature, parted by commas that stand in no brackets.
void addColumns(KeyValueGroup& group, const std::string& columns) {
    QString text = toQString(columns);
    int depth = 0;
    qsizetype from = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const QChar c = i < text.size() ? text[i] : QChar(u',');
        depth += c == QLatin1Char('[') ? 1 : c == QLatin1Char(']') ? -1 : 0;
        if (c != QLatin1Char(',') || (depth > 0 && i < text.size()))
            continue;
        const QString one = text.mid(from, i - from).trimmed();
        from = i + 1;
        if (one.isEmpty())
            continue;
        const qsizetype colon = one.indexOf(QLatin1String(": "));
        KeyValueRow row;
        row.key = colon < 0 ? Words::tr("(no name)") : one.left(colon);
        row.values = QStringList(colon < 0 ? one : one.mid(colon + 2));
        group.rows.append(row);
    }
}

}  // namespace

QVector<KeyValueGroup> signatureGroups(const session::VersionFiles* files) {
    const QString gap = filesGap(files);
    if (!gap.isEmpty())
        return sentence(gap);
    if (!files->facts)
        return sentence(Words::tr("There is no MLmodel file that says what the model takes."));
    KeyValueGroup inputs{Words::tr("Inputs"), {}};
    KeyValueGroup outputs{Words::tr("Outputs"), {}};
    KeyValueGroup params{Words::tr("Params"), {}};
    addColumns(inputs, files->facts->inputs);
    addColumns(outputs, files->facts->outputs);
    addColumns(params, files->facts->params);
    QVector<KeyValueGroup> groups;
    for (const KeyValueGroup& group : {inputs, outputs, params}) {
        if (!group.rows.isEmpty())
            groups.append(group);
    }
    return groups.isEmpty() ? sentence(Words::tr("The model was logged without a signature."))
                            : groups;
}

QVector<KeyValueGroup> requirementGroups(const session::VersionFiles* files) {
    const QString gap = filesGap(files);
    if (!gap.isEmpty())
        return sentence(gap);
    QVector<KeyValueGroup> groups;
    const auto addGroup = [&groups](const QString& title,
                                    const std::vector<artifacts::Requirement>& all) {
        KeyValueGroup group{title, {}};
        for (const artifacts::Requirement& one : all) {
            KeyValueRow row;
            row.key = toQString(one.name);
            row.values = QStringList(toQString(one.version));
            group.rows.append(row);
        }
        if (!group.rows.isEmpty())
            groups.append(group);
    };
    addGroup(QStringLiteral("requirements.txt"), artifacts::readRequirements(files->requirements));
    addGroup(QStringLiteral("python_env.yaml"), files->python);
    return groups.isEmpty() ? sentence(Words::tr("No requirements.txt was logged with the model."))
                            : groups;
}

namespace {

QString spanText(const cache::ObservedSpan& span, base::Millis now) {
    const QString began =
        span.before ? Words::tr("came between %1 and %2")
                          .arg(moment(*span.before, now), moment(span.since, now))
                    : Words::tr("was so when it was read first, %1").arg(moment(span.since, now));
    if (!span.until)
        return Words::tr("%1; is so now", "when it began").arg(began);
    return span.lastSeen
               ? Words::tr("%1; went between %2 and %3", "when it began")
                     .arg(began, moment(*span.lastSeen, now), moment(*span.until, now))
               : Words::tr("%1; was gone %2", "when it began").arg(began, moment(*span.until, now));
}

}  // namespace

QVector<KeyValueGroup> historyGroups(const session::VersionFiles* files, base::Millis now) {
    if (files == nullptr)
        return {};
    if (files->observed.empty())
        return sentence(
            Words::tr("This version was in no stage and had no alias whenever its store "
                      "was read from here."));
    KeyValueGroup group;
    group.title = Words::tr("As reads from this machine saw it; a store keeps no history");
    for (auto span = files->observed.rbegin(); span != files->observed.rend(); ++span) {
        const QString value = toQString(span->value);
        KeyValueRow row;
        row.key = span->kind == cache::ObservedSpan::Kind::Stage
                      ? stageText(span->value)
                      : QString(QLatin1Char('@') + value);
        row.values = QStringList(spanText(*span, now));
        row.tone = span->until ? KeyValueRow::Tone::Dim : KeyValueRow::Tone::Plain;
        group.rows.append(row);
    }
    return {group};
}

}  // namespace podium::views
