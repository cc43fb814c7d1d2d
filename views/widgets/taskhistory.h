// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/task.h"

#include <QFrame>
#include <QHash>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace podium::views {

class ElidedLabel;
class TaskProgress;

/// The list that the status bar opens: what runs, each with its bar and Cancel, and what has ended,
/// newest first.
class TaskHistory : public QFrame {
    Q_OBJECT
public:
    explicit TaskHistory(QWidget* parent = nullptr);

    void setTask(const TaskInfo& task, const QString& words);
    void finish(const QString& id, TaskOutcome outcome, const QString& words);
    [[nodiscard]] int count() const { return static_cast<int>(m_order.size()); }
    [[nodiscard]] QStringList lines() const;

Q_SIGNALS:
    void cancelRequested(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Row {
        QWidget* widget = nullptr;
        ElidedLabel* name = nullptr;
        ElidedLabel* words = nullptr;
        TaskProgress* bar = nullptr;
        QToolButton* cancel = nullptr;
    };

    Row addRow(const TaskInfo& task);
    void forgetOldest();

    QVBoxLayout* m_layout;
    QHash<QString, Row> m_running;
    QVector<Row> m_order;  // newest first
};

}  // namespace podium::views
