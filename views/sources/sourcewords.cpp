// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sources/sourcewords.h"

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

QString sourceStateText(SourceState state, int percent) {
    switch (state) {
        case SourceState::Opening:
            return Words::tr("opening");
        case SourceState::Syncing:
            return percent >= 0 ? Words::tr("%1 %").arg(percent) : Words::tr("syncing");
        case SourceState::Synced:
            return Words::tr("synced");
        case SourceState::Live:
            return Words::tr("live");
        case SourceState::Offline:
            return Words::tr("offline");
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
        case SourceState::Synced:
            break;
    }
    return c.dim;
}

QString sourceKindText(const QString& kind) {
    if (kind == QLatin1String("filestore"))
        return Words::tr("MLflow folder");
    if (kind == QLatin1String("archive"))
        return Words::tr("archive");
    return kind;
}

void revealPath(const QString& path) {
    if (!path.isEmpty() && QDir::isAbsolutePath(path))
        QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

}  // namespace podium::views
