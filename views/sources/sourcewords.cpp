// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sources/sourcewords.h"

#include "views/text/text.h"
#include "views/theme/colors.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QUrl>

namespace podium::views {

using session::SourceState;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(podium::views::Sources)
};

}  // namespace

QString sourceStateText(SourceState state, int percent, domain::OptionalMillis checkedAt,
                        base::Millis now) {
    switch (state) {
        case SourceState::Opening:
            return Words::tr("opening");
        case SourceState::Syncing:
            return percent >= 0 ? Words::tr("%1 %").arg(percent) : Words::tr("syncing");
        case SourceState::Synced:
            return checkedAt ? Words::tr("checked %1").arg(moment(*checkedAt, now))
                             : Words::tr("not read yet");
        case SourceState::Live:
            return Words::tr("live");
        case SourceState::Offline:
            return Words::tr("not reachable");
        case SourceState::Paused:
            return Words::tr("offline");
        case SourceState::LoginNeeded:
            return Words::tr("login needed");
        case SourceState::Failed:
            return Words::tr("failed");
    }
    return {};
}

QColor sourceStateColor(SourceState state, const Colors& c) {
    switch (state) {
        case SourceState::Syncing:
        case SourceState::Opening:
            return c.accent;
        case SourceState::Live:
            return c.ok;
        case SourceState::Failed:
            return c.bad;
        case SourceState::Offline:
        case SourceState::LoginNeeded:
            return c.warn;
        case SourceState::Paused:
        case SourceState::Synced:
            break;
    }
    return c.dim;
}

QString sourceStateIcon(SourceState state) {
    switch (state) {
        case SourceState::Opening:
        case SourceState::Syncing:
            return QStringLiteral("refresh-cw");
        case SourceState::Synced:
            return QStringLiteral("check");
        case SourceState::Live:
            return QStringLiteral("circle-dot");
        case SourceState::Offline:
            return QStringLiteral("unlink");
        case SourceState::Paused:
            return QStringLiteral("wifi-off");
        case SourceState::LoginNeeded:
            return QStringLiteral("lock");
        case SourceState::Failed:
            return QStringLiteral("circle-x");
    }
    return {};
}

QString sourceTrouble(const session::SourceInfo& source, base::Millis now) {
    switch (source.state) {
        case SourceState::Paused:
            return Words::tr("Taken offline: nothing is asked of it. What is kept here is shown.");
        case SourceState::Offline:
        case SourceState::LoginNeeded:
        case SourceState::Failed:
            break;
        default:
            return {};
    }
    QString text = describe(source.error);
    if (source.retryAt && *source.retryAt > now)
        text += u' ' % Words::tr("It is tried again by itself in %1.")
                           .arg(duration(*source.retryAt - now + 999));
    else if (source.retryAt)
        text += u' ' % Words::tr("It is being tried again.");
    return text;
}

QString sourceWatchText(const session::SourceInfo& source) {
    if (source.state == SourceState::Live)
        return Words::tr("It is watched: changes come by themselves.");
    if (source.state == SourceState::Synced && source.syncedAt)
        return Words::tr("Read last at %1. It is not watched: sync it to see what has changed.")
            .arg(timestamp(*source.syncedAt));
    return {};
}

QString sourceKindText(const QString& kind) {
    if (kind == QLatin1String("filestore"))
        return Words::tr("MLflow folder");
    if (kind == QLatin1String("rest"))
        return Words::tr("MLflow server");
    if (kind == QLatin1String("databricks"))
        return Words::tr("Databricks");
    if (kind == QLatin1String("sqlstore"))
        return Words::tr("MLflow database");
    if (kind == QLatin1String("archive"))
        return Words::tr("archive");
    return kind;
}

void revealPath(const QString& path) {
    if (!path.isEmpty() && QDir::isAbsolutePath(path))
        QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

}  // namespace podium::views
