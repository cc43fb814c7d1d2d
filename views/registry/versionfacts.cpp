// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/registry/versionfacts.h"

#include "items/cell.h"
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
                                     base::Millis now) {
    const domain::ModelVersion& v = version.version;
    KeyValueGroup facts;
    facts.title = Words::tr("Version %1").arg(v.version);
    add(facts, Words::tr("Description"), toQString(v.description));
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
    KeyValueGroup tags;
    tags.title = Words::tr("Tags · %1").arg(v.tags.size());
    for (const domain::Tag& tag : v.tags) {
        KeyValueRow row;
        row.key = toQString(tag.key);
        row.values = QStringList(toQString(tag.value));
        tags.rows.append(row);
    }
    if (tags.rows.isEmpty())
        return {facts};
    return {facts, tags};
}

}  // namespace podium::views
