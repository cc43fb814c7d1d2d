// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartcard.h"

#include "views/charts/pointsdialog.h"
#include "views/plot/lineplot.h"
#include "views/theme/theme.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSlider>
#include <QToolButton>
#include <QWidgetAction>

#include <algorithm>
#include <array>

namespace podium::views {

namespace {

constexpr double PaperScale = 300.0 / 96;

}  // namespace

QAction* ChartCard::addAction(QMenu* menu, const QString& name, const QString& text,
                              void (ChartCard::*slot)()) {
    QAction* action = menu->addAction(text);
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, slot);
    return action;
}

void ChartCard::buildMenu() {
    m_menuButton->setObjectName(QStringLiteral("chartMenu:") + m_state.metric);
    m_menuButton->setAccessibleName(tr("Chart options of %1").arg(m_state.metric));
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

void ChartCard::addExportActions() {
    QMenu* menu = m_menu->addMenu(icon(u"download"), tr("Export"));
    struct Kind {
        QString text;
        QString suffix;
        double scale;
    };
    const std::array<Kind, 6> kinds = {Kind{tr("PNG…"), QStringLiteral("png"), 1},
                                       Kind{tr("PNG, twice as sharp…"), QStringLiteral("png"), 2},
                                       Kind{tr("PNG, 300 dpi…"), QStringLiteral("png"), PaperScale},
                                       Kind{tr("SVG…"), QStringLiteral("svg"), 1},
                                       Kind{tr("PDF…"), QStringLiteral("pdf"), 1},
                                       Kind{tr("CSV, all points…"), QStringLiteral("csv"), 1}};
    for (const Kind& kind : kinds) {
        QAction* action = menu->addAction(kind.text);
        action->setObjectName(QStringLiteral("chartExport:%1:%2").arg(kind.suffix).arg(kind.scale));
        connect(action, &QAction::triggered, this,
                [this, suffix = kind.suffix, scale = kind.scale] { chooseFile(suffix, scale); });
    }
    addAction(m_menu, QStringLiteral("chartCopy"), tr("Copy image"), &ChartCard::copyImage)
        ->setIcon(icon(u"copy"));
}

void ChartCard::syncMenu() {
    for (const std::function<void()>& sync : m_syncs)
        sync();
    m_resetAction->setEnabled(m_plot->isZoomed());
}

void ChartCard::chooseFile(const QString& suffix, double scale) {
    QString name = m_state.metric;
    std::ranges::replace_if(
        name, [](QChar c) { return !c.isLetterOrNumber() && c != u'-' && c != u'_' && c != u'.'; },
        QChar(u'_'));
    auto* dialog = new QFileDialog(window(), tr("Export the chart"));
    dialog->setObjectName(QStringLiteral("chartExportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(tr("%1 files (*.%2)").arg(suffix.toUpper(), suffix));
    dialog->selectFile(name.left(100) + QLatin1Char('.') + suffix);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, scale](const QString& path) { exportTo(path, scale); });
    dialog->open();
}

void ChartCard::showTable() {
    auto* dialog = new PointsDialog(m_state.metric, m_plot->lines(), window());
    dialog->show();
}

void ChartCard::copyImage() {
    QApplication::clipboard()->setImage(m_plot->image(2));
}

}  // namespace podium::views
