// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/systemscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace podium::views {

namespace {

const QLatin1String Service("org.freedesktop.portal.Desktop");
const QLatin1String Path("/org/freedesktop/portal/desktop");
const QLatin1String Interface("org.freedesktop.portal.Settings");
const QLatin1String Group("org.freedesktop.appearance");
const QLatin1String Key("color-scheme");

}  // namespace

SystemScheme::SystemScheme(QObject* parent) : QObject(parent) {}

void SystemScheme::ask() {
    // Looking for a bus that was never there would start one.
    if (!qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(Service, Path, Interface, QStringLiteral("SettingChanged"), this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    QDBusMessage call =
        QDBusMessage::createMethodCall(Service, Path, Interface, QStringLiteral("Read"));
    call << QString(Group) << QString(Key);
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            Q_EMIT told(fromPortal(QVariant::fromValue(reply.value())));
        watcher->deleteLater();
    });
}

Scheme SystemScheme::fromPortal(const QVariant& value) {
    // Read() wraps its answer twice, the signal once.
    QVariant inner = value;
    for (int depth = 0; depth < 3 && inner.canConvert<QDBusVariant>(); ++depth)
        inner = inner.value<QDBusVariant>().variant();
    return inner.toUInt() == 1 ? Scheme::Dark : Scheme::Light;
}

void SystemScheme::settingChanged(const QString& group, const QString& key,
                                  const QDBusVariant& value) {
    if (group == Group && key == Key)
        Q_EMIT told(fromPortal(value.variant()));
}

}  // namespace podium::views
