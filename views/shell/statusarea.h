// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QVector>

class QLabel;
class QStatusBar;
class QToolButton;
class QWidget;

namespace podium::views {

class TasksWidget;

/// Fills a status bar: jobs, what the charts show, what is selected, and at the end how old the
/// data is. A text that is empty takes no room.
class StatusArea : public QObject {
    Q_OBJECT
public:
    explicit StatusArea(QStatusBar* bar);

    [[nodiscard]] TasksWidget* tasks() const { return m_tasks; }
    void setChartsText(const QString& text);     // "6 of 1 204 shown in charts"
    void setSelectionText(const QString& text);  // "3 of 1 204 selected"
    void setNoticeText(const QString& text);     // "offline since 14:02"
    void setSyncText(const QString& text);       // "synced 4 min ago"
    /// "2 changes waiting": a button, which tells outboxRequested().
    void setOutbox(const QString& text, const QString& iconName);

Q_SIGNALS:
    void outboxRequested();

private:
    QLabel* addPart(QStatusBar* bar, const QString& name, bool permanent);
    static void setPart(QLabel* label, const QString& text);

    TasksWidget* m_tasks;
    QLabel* m_charts;
    QLabel* m_selection;
    QLabel* m_notice;
    QLabel* m_sync;
    QToolButton* m_outbox;
};

}  // namespace podium::views
