// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartpages.h"

#include "views/charts/chartgrid.h"
#include "views/charts/chartsource.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QStackedLayout>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace podium::views {

ChartPages::ChartPages(ChartSource& source, ChartGrid* charts, ChartGrid* system, QWidget* parent)
    : QWidget(parent),
      m_source(source),
      m_charts(charts),
      m_system(system),
      m_tabs(new QTabBar(this)),
      m_bar(new QWidget(this)),
      m_stack(new QStackedLayout) {
    setObjectName(QStringLiteral("chartPages"));
    m_tabs->setObjectName(QStringLiteral("chartTabs"));
    m_tabs->setAccessibleName(tr("Pages of charts"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Charts"));
    m_tabs->addTab(tr("System metrics"));
    auto* bar = new QHBoxLayout(m_bar);
    bar->setContentsMargins(metrics::Gap, metrics::Unit, metrics::Gap, 0);
    bar->addWidget(m_tabs);
    bar->addStretch();
    m_stack->addWidget(m_charts);
    m_stack->addWidget(m_system);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addLayout(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        Q_EMIT pageChanged();
    });
    connect(&source, &ChartSource::runsChanged, this, &ChartPages::refresh);
    refresh();
}

ChartGrid* ChartPages::current() const {
    return showsSystem() ? m_system : m_charts;
}

bool ChartPages::showsSystem() const {
    return m_tabs->currentIndex() == 1;
}

void ChartPages::showSystem(bool system) {
    m_tabs->setCurrentIndex(system ? 1 : 0);
    m_bar->setVisible(system || m_bar->isVisibleTo(this));
}

void ChartPages::refresh() {
    const bool any = std::ranges::any_of(m_source.metricKeys(), &ChartGrid::isSystemMetric);
    // The page that somebody looks at does not go away under them.
    m_bar->setVisible(any || showsSystem());
}

}  // namespace podium::views
