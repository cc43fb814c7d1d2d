// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>
#include <QWidget>

class QListWidget;

namespace podium::views {

class Actions;
class SectionHeader;

/// A source that was open before.
struct RecentSource {
    QString location;  // what is opened again
    QString title;     // its short name
    QString state;     // "1 204 runs · synced 2 h ago", "not there any more"
    bool missing = false;
};

/// What the window shows while no source is open: what can be opened, and what was.
class StartPage : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(const Actions& actions, QWidget* parent = nullptr);

    void setRecent(const QVector<RecentSource>& recent);

Q_SIGNALS:
    void recentChosen(const QString& location);

private:
    SectionHeader* m_recentHeader;
    QListWidget* m_recent;
};

}  // namespace podium::views
