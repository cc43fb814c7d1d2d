// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/colors.h"

#include <QObject>

class QDBusMessage;
class QDBusVariant;

namespace podium::views {

/// Asks the desktop portal for its colour scheme and hears of its changes: on GNOME and others Qt
/// 6.4 sees no dark palette. Without a session bus or portal nothing ever happens. Asks
/// asynchronously, of the UI thread.
/// Source: the portal's documentation of org.freedesktop.portal.Settings, namespace
/// org.freedesktop.appearance, key color-scheme: 0 no preference, 1 dark, 2 light.
class SystemScheme : public QObject {
    Q_OBJECT
public:
    explicit SystemScheme(QObject* parent = nullptr);

    void ask();

    /// What an answer means; anything but 1 is light.
    [[nodiscard]] static Scheme fromPortal(const QVariant& value);

Q_SIGNALS:
    void told(podium::views::Scheme scheme);

private Q_SLOTS:
    void settingChanged(const QString& group, const QString& key, const QDBusVariant& value);
};

}  // namespace podium::views
