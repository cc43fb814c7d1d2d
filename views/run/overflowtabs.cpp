// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/run/overflowtabs.h"

#include "views/theme/theme.h"

#include <QEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QStyle>
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
    m_more->setIcon(icon(u"ellipsis"));
    m_more->setAccessibleName(tr("More tabs"));
    m_more->setToolTip(tr("More tabs"));
    m_more->setAutoRaise(true);
    m_more->setFixedSize(metrics::Control, metrics::Control);
    // A side panel is narrow.
    tabBar()->setFont(smallFont(font()));
    connect(m_more, &QToolButton::clicked, this, &OverflowTabs::showMenu);
    connect(this, &QTabWidget::currentChanged, this, &OverflowTabs::layOut);
    m_more->hide();
}

void OverflowTabs::showMenu() {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("moreTabsMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int tab = 0; tab < count(); ++tab) {
        if (!isTabVisible(tab))
            menu->addAction(tabText(tab), this, [this, tab] { setCurrentIndex(tab); });
    }
    menu->popup(m_more->mapToGlobal(m_more->rect().bottomLeft()));
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
    const QRect strip(0, 0, width(), bar->sizeHint().height());
    const QSize size = m_more->sizeHint();
    const QRect end(strip.right() - size.width() + 1, (strip.height() - size.height()) / 2,
                    size.width(), size.height());
    m_more->setGeometry(QStyle::visualRect(layoutDirection(), strip, end));
    m_more->raise();
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
