// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/taskswidget.h"

#include "views/text/text.h"
#include "views/theme/theme.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/taskhistory.h"
#include "views/widgets/taskprogress.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>

namespace podium::views {

qint64 remainingMs(qint64 elapsedMs, qint64 done, qint64 total) {
    constexpr qint64 Settled = 2000;
    if (elapsedMs < Settled || done <= 0 || total <= 0)
        return -1;
    if (done >= total)
        return 0;
    const double each = static_cast<double>(elapsedMs) / static_cast<double>(done);
    return static_cast<qint64>(each * static_cast<double>(total - done));
}

TasksWidget::TasksWidget(QWidget* parent)
    : QWidget(parent),
      m_name(new ElidedLabel(this)),
      m_bar(new TaskProgress(this)),
      m_words(new ElidedLabel(this)),
      m_cancel(new QToolButton(this)),
      m_more(new QToolButton(this)),
      m_history(new TaskHistory(this)) {
    setObjectName(QStringLiteral("tasks"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::Gap);
    m_bar->setFixedWidth(120);
    m_name->setMaximumWidth(240);
    m_name->setElideMode(Qt::ElideMiddle);
    for (QToolButton* button : {m_cancel, m_more}) {
        button->setAutoRaise(true);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setFixedHeight(22);
    }
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(m_cancel->text());
    m_cancel->setObjectName(QStringLiteral("taskCancelButton"));
    m_more->setObjectName(QStringLiteral("taskHistoryButton"));
    m_more->setAccessibleName(tr("Jobs"));
    m_more->setToolTip(tr("Jobs that run and have run"));
    layout->addWidget(m_name);
    layout->addWidget(m_bar);
    layout->addWidget(m_words);
    layout->addWidget(m_cancel);
    layout->addWidget(m_more);
    connect(m_cancel, &QToolButton::clicked, this, &TasksWidget::cancelShown);
    connect(m_more, &QToolButton::clicked, this, &TasksWidget::showHistory);
    connect(m_history, &TaskHistory::cancelRequested, this, &TasksWidget::cancelRequested);
    m_name->setDim(true);
    m_words->setDim(true);
    restyle();
    refresh();
}

void TasksWidget::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange)
        restyle();
    QWidget::changeEvent(event);
}

void TasksWidget::restyle() {
    QPalette link = palette();
    link.setColor(QPalette::ButtonText, colors(palette()).accent);
    m_cancel->setPalette(link);
    m_more->setPalette(link);
}

void TasksWidget::setTask(const TaskInfo& task) {
    auto found = std::find_if(m_running.begin(), m_running.end(),
                              [&](const Running& r) { return r.info.id == task.id; });
    if (found == m_running.end()) {
        Running running;
        running.since.start();
        found = m_running.insert(m_running.end(), running);
    }
    found->info = task;
    m_history->setTask(task, wordsOf(*found));
    refresh();
}

void TasksWidget::finishTask(const QString& id, TaskOutcome outcome, const QString& words) {
    const auto end = std::remove_if(m_running.begin(), m_running.end(),
                                    [&](const Running& r) { return r.info.id == id; });
    m_running.erase(end, m_running.end());
    m_history->finish(id, outcome, words);
    refresh();
}

QString TasksWidget::shownText() const {
    return m_words->text();
}

void TasksWidget::cancelShown() {
    if (!m_running.isEmpty() && m_running.last().info.cancellable)
        Q_EMIT cancelRequested(m_running.last().info.id);
}

void TasksWidget::showHistory() {
    if (m_history->count() == 0)
        return;
    m_history->adjustSize();
    m_history->move(mapToGlobal(QPoint(0, -m_history->height() - 6)));
    m_history->show();
}

QString TasksWidget::wordsOf(const Running& task) const {
    const qint64 left = remainingMs(task.since.elapsed(), task.info.done, task.info.total);
    if (left < 0)
        return task.info.amount;
    const QString rest = tr("%1 left", "time until a job ends").arg(duration(left));
    return task.info.amount.isEmpty() ? rest
                                      : QString(task.info.amount + QStringLiteral(" · ") + rest);
}

void TasksWidget::refresh() {
    const bool any = !m_running.isEmpty();
    for (QWidget* part : {static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_bar),
                          static_cast<QWidget*>(m_words)}) {
        part->setVisible(any);
    }
    m_cancel->setVisible(any && m_running.last().info.cancellable);
    if (any) {
        const Running& shown = m_running.last();
        m_name->setText(shown.info.name);
        m_bar->setProgress(shown.info.done, shown.info.total);
        m_bar->setAccessibleName(shown.info.name);
        m_words->setText(wordsOf(shown));
        m_cancel->setAccessibleName(tr("Cancel %1").arg(shown.info.name));
    }
    const auto others = m_running.size() - 1;
    m_more->setText(others > 0 ? tr("%1 more").arg(others) : tr("Jobs"));
    m_more->setVisible(m_history->count() > 0 && (others > 0 || !any));
}

}  // namespace podium::views
