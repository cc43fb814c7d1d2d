// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartcard.h"
#include "views/charts/chartparts.h"

#include "views/charts/expressiondialog.h"
#include "views/charts/pointsdialog.h"
#include "views/plot/lineplot.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QMenu>
#include <QToolButton>

namespace podium::views {

QAction* ChartCard::addAction(QMenu* menu, const QString& name, const QString& text,
                              void (ChartCard::*slot)()) {
    QAction* action = menu->addAction(text);
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, slot);
    return action;
}

void ChartCard::buildMenu() {
    m_menuButton->setToolTip(tr("Chart options"));
    m_menuButton->setIcon(icon(u"ellipsis"));
    m_menuButton->setAutoRaise(true);
    // Not setMenu(): that would put an arrow beside the dots.
    connect(m_menuButton, &QToolButton::clicked, this, [this] {
        m_menu->popup(m_menuButton->mapToGlobal(QPoint(0, m_menuButton->height())));
    });
    m_menuButton->setFocusPolicy(Qt::TabFocus);
    addHeadWidget(m_menuButton);
    setTabOrder(m_menuButton, m_plot);
    connect(m_menu, &QMenu::aboutToShow, this, &ChartCard::syncMenu);

    if (m_state.expression) {
        addAction(m_menu, QStringLiteral("chartExpression"), tr("Edit expression…"),
                  &ChartCard::editExpression);
        m_menu->addSeparator();
    }
    addAxisActions();
    addSmoothing();
    addGroupActions();
    addBaselineMenu();
    addMarkActions();
    m_menu->addSeparator();
    m_resetAction = m_menu->addAction(icon(u"maximize-2"), tr("Show all"));
    m_resetAction->setObjectName(QStringLiteral("chartResetZoom"));
    connect(m_resetAction, &QAction::triggered, this, [this] {
        m_plot->resetZoom();
        Q_EMIT m_plot->xRangeReset();
    });
    QAction* undo = m_menu->addAction(icon(u"undo-2"), tr("Undo zoom"));
    undo->setObjectName(QStringLiteral("chartUndoZoom"));
    connect(undo, &QAction::triggered, m_plot, &LinePlot::undoZoom);
    m_menu->addSeparator();
    addAction(m_menu, QStringLiteral("chartTable"), tr("Show as table…"), &ChartCard::showTable)
        ->setIcon(icon(u"table"));
    addExportActions();
    m_menu->addSeparator();
    for (const int by : {-1, 1}) {
        QAction* move = m_menu->addAction(by < 0 ? tr("Move back") : tr("Move forward"));
        move->setObjectName(by < 0 ? QStringLiteral("chartMoveBack")
                                   : QStringLiteral("chartMoveForward"));
        connect(move, &QAction::triggered, this, [this, by] { Q_EMIT moveRequested(by); });
    }
    QAction* remove = m_menu->addAction(icon(u"x"), tr("Remove chart"));
    remove->setObjectName(QStringLiteral("chartRemove"));
    connect(remove, &QAction::triggered, this, &ChartCard::removeRequested);
    syncMenu();
}

void ChartCard::syncMenu() {
    for (const std::function<void()>& sync : m_syncs)
        sync();
    m_resetAction->setEnabled(m_plot->isZoomed());
}

void ChartCard::editExpression() {
    auto* dialog =
        new ExpressionDialog(m_state.metric, m_state.carry, m_source.metricKeys(), window());
    connect(dialog, &ExpressionDialog::expressionAccepted, this, &ChartCard::setExpression);
    dialog->open();
}

void ChartCard::showTable() {
    auto* dialog = new PointsDialog(m_state.metric, m_plot->lines(), window());
    dialog->setNote(
        partWords(m_lines, QDateTime::currentMSecsSinceEpoch()).join(QStringLiteral(" · ")));
    dialog->show();
}

void ChartCard::copyImage() {
    QApplication::clipboard()->setImage(m_plot->image(2));
}

}  // namespace podium::views
