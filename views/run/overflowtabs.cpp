// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/run/overflowtabs.h"

#include "views/theme/icons.h"
#include "views/theme/metrics.h"

#include <QEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QTabBar>
#include <QToolButton>

namespace podium::views {

namespace {

class MeasuredTabBar : public QTabBar {
public:
    using QTabBar::QTabBar;
    using QTabBar::tabSizeHint;
};

}  // namespace

OverflowTabs::OverflowTabs(QWidget* parent) : QTabWidget(parent), m_more(new QToolButton(this)) {
    setTabBar(new MeasuredTabBar(this));
    setDocumentMode(true);
    setElideMode(Qt::ElideNone);
    setUsesScrollButtons(true);
    tabBar()->setExpanding(false);
    m_more->setObjectName(QStringLiteral("moreTabs"));
    m_more->setAccessibleName(tr("More"));
    m_more->setToolTip(tr("More"));
    m_more->setIcon(icon(u"ellipsis"));
    m_more->setFixedSize(metrics::Control, metrics::Tab - 2 * metrics::Unit);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setAutoRaise(true);
    auto* menu = new QMenu(m_more);
    m_more->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &OverflowTabs::fillMenu);
    connect(this, &QTabWidget::currentChanged, this, &OverflowTabs::layOut);
    setCornerWidget(m_more);
    m_more->hide();
}

void OverflowTabs::fillMenu() {
    QMenu* menu = m_more->menu();
    menu->clear();
    for (int tab = 0; tab < count(); ++tab) {
        if (!isTabVisible(tab))
            menu->addAction(tabText(tab), this, [this, tab] { setCurrentIndex(tab); });
    }
}

QStringList OverflowTabs::hiddenTitles() const {
    QStringList titles;
    for (int tab = 0; tab < count(); ++tab) {
        if (!isTabVisible(tab))
            titles.append(tabText(tab));
    }
    return titles;
}

void OverflowTabs::layOut() {
    if (m_layingOut || count() == 0)
        return;
    const QScopedValueRollback<bool> layingOut(m_layingOut, true);
    const auto* bar = static_cast<const MeasuredTabBar*>(tabBar());
    int all = 0;
    for (int tab = 0; tab < count(); ++tab)
        all += bar->tabSizeHint(tab).width();
    const bool fits = all <= width();
    // The current tab has its place first, the others in their order as long as there is room.
    int room = fits ? width() : width() - m_more->sizeHint().width();
    room -= bar->tabSizeHint(currentIndex()).width();
    bool full = false;
    setTabVisible(currentIndex(), true);
    for (int tab = 0; tab < count(); ++tab) {
        if (tab == currentIndex())
            continue;
        const int wide = bar->tabSizeHint(tab).width();
        full = full || wide > room;
        setTabVisible(tab, !full);
        room -= full ? 0 : wide;
    }
    m_more->setVisible(!fits);
}

void OverflowTabs::resizeEvent(QResizeEvent* event) {
    layOut();
    QTabWidget::resizeEvent(event);
}

void OverflowTabs::changeEvent(QEvent* event) {
    QTabWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        layOut();
}

void OverflowTabs::tabInserted(int index) {
    QTabWidget::tabInserted(index);
    layOut();
}

}  // namespace podium::views
