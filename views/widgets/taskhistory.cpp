// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/taskhistory.h"

#include "views/theme/stylepaint.h"
#include "views/theme/theme.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/sectionheader.h"
#include "views/widgets/taskprogress.h"

#include <QGridLayout>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace podium::views {

namespace {

constexpr int MostRows = 12;

}  // namespace

TaskHistory::TaskHistory(QWidget* parent)
    : QFrame(parent, Qt::Popup), m_layout(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("taskHistory"));
    setAccessibleName(tr("Jobs"));
    m_layout->setContentsMargins(1, 1, 1, metrics::Gap);
    m_layout->setSpacing(0);
    m_layout->addWidget(new SectionHeader(tr("Jobs"), this));
    setFixedWidth(380);
}

void TaskHistory::setTask(const TaskInfo& task, const QString& words) {
    if (!m_running.contains(task.id)) {
        m_running.insert(task.id, addRow(task));
        forgetOldest();
    }
    const Row& row = m_running[task.id];
    row.name->setText(task.name);
    row.words->setText(words);
    row.bar->setProgress(task.done, task.total);
    row.bar->setAccessibleName(task.name);
    row.cancel->setVisible(task.cancellable);
}

void TaskHistory::finish(const QString& id, TaskOutcome outcome, const QString& words) {
    const auto found = m_running.constFind(id);
    if (found == m_running.constEnd())
        return;
    const Row row = *found;
    m_running.erase(found);
    QString text = words;
    if (text.isEmpty()) {
        text = outcome == TaskOutcome::Done
                   ? tr("Done")
                   : (outcome == TaskOutcome::Failed ? tr("Failed") : tr("Cancelled"));
    }
    row.words->setText(text);
    row.words->setToolTip(text.toHtmlEscaped());
    row.bar->hide();
    row.cancel->hide();
    adjustSize();
}

QStringList TaskHistory::lines() const {
    QStringList all;
    for (const Row& row : m_order)
        all.append(QString(row.name->text() + QStringLiteral(": ") + row.words->text()));
    return all;
}

TaskHistory::Row TaskHistory::addRow(const TaskInfo& task) {
    Row row;
    row.widget = new QWidget(this);
    auto* grid = new QGridLayout(row.widget);
    grid->setContentsMargins(12, 6, 6, 6);
    grid->setVerticalSpacing(4);
    row.name = new ElidedLabel(row.widget);
    row.words = new ElidedLabel(row.widget);
    row.words->setDim(true);
    row.words->setFont(smallFont(font()));
    row.bar = new TaskProgress(row.widget);
    row.cancel = new QToolButton(row.widget);
    row.cancel->setAutoRaise(true);
    row.cancel->setIcon(dimIcon(u"x"));
    row.cancel->setToolTip(tr("Cancel"));
    row.cancel->setAccessibleName(tr("Cancel %1").arg(task.name));
    row.cancel->setObjectName(QStringLiteral("taskCancel"));
    grid->addWidget(row.name, 0, 0);
    grid->addWidget(row.bar, 1, 0);
    grid->addWidget(row.words, 2, 0);
    grid->addWidget(row.cancel, 0, 1, 3, 1);
    grid->setColumnStretch(0, 1);
    const QString id = task.id;
    connect(row.cancel, &QToolButton::clicked, this, [this, id] { Q_EMIT cancelRequested(id); });
    m_layout->insertWidget(1, row.widget);
    m_order.prepend(row);
    adjustSize();
    return row;
}

void TaskHistory::forgetOldest() {
    for (qsizetype i = m_order.size() - 1; i >= 0 && m_order.size() > MostRows; --i) {
        const bool ended = m_order.at(i).bar->isHidden();
        if (!ended)
            continue;
        m_order.at(i).widget->deleteLater();
        m_order.at(i).widget->hide();
        m_order.removeAt(i);
    }
    adjustSize();
}

void TaskHistory::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const Colors& c = colors(palette());
    drawBox(painter, rect(), c.panel, c.line, 0);
}

}  // namespace podium::views
