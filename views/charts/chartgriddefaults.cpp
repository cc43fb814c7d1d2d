// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartcard.h"
#include "views/charts/chartgrid.h"
#include "views/charts/chartgridlayout.h"
#include "views/text/text.h"

#include <algorithm>

/// The part of the grid that chooses cards by itself.
namespace podium::views {

namespace {

constexpr int DefaultCharts = 4;
constexpr QLatin1String SystemPrefix("system/");

}  // namespace

void ChartGrid::chooseDefaults() {
    QStringList metrics = m_source.metricKeys();
    metrics.removeIf(&ChartGrid::isSystemMetric);
    // Charts that nobody arranged stay while one of them has something to show.
    const bool useful = std::ranges::any_of(cards(), [&metrics](const ChartCard* card) {
        return metrics.contains(card->state().metric);
    });
    if (useful || metrics.isEmpty())
        return;
    clear();
    for (const QString& metric : metrics.mid(0, DefaultCharts))
        makeCard({metric, {}});
}

/// One card for each, as long as runs that have it are shown; one that was removed stays away.
void ChartGrid::chooseSystem() {
    QStringList metrics = m_source.metricKeys();
    metrics.removeIf([this](const QString& metric) {
        return !isSystemMetric(metric) || m_dismissed.contains(metric);
    });
    std::ranges::sort(metrics);
    QStringList shown;
    for (const ChartCard* card : cards())
        shown << card->state().metric;
    const auto isNew = [&shown](const QString& metric) { return !shown.contains(metric); };
    // Cards that have no runs any more are cleared away once others come.
    if (std::ranges::none_of(metrics, isNew))
        return;
    std::ranges::for_each(shown, [&metrics](const QString& metric) {
        if (!metrics.contains(metric))
            metrics << metric;
    });
    std::ranges::sort(metrics);
    const std::size_t kept = m_cards.size();
    for (const QString& metric : metrics) {
        if (!isNew(metric))
            continue;
        ChartState state{metric, {}};
        state.options.x = series::XKind::RelativeTime;
        // What they have in common stands on the page's tab.
        makeCard(state)->setTitle(oneLine(metric.mid(SystemPrefix.size()).toStdString()));
    }
    // New ones among those that are there, by name.
    for (std::size_t i = kept; i < m_cards.size(); ++i) {
        const QString name = static_cast<ChartCard*>(m_cards[i])->state().metric;
        const auto to =
            std::ranges::find_if(m_cards.begin(), m_cards.begin() + static_cast<std::ptrdiff_t>(i),
                                 [&name](GridCard* card) {
                                     return static_cast<ChartCard*>(card)->state().metric > name;
                                 });
        const auto place = static_cast<int>(to - m_cards.begin());
        m_layout->move(static_cast<int>(i), place);
        std::rotate(to, m_cards.begin() + static_cast<std::ptrdiff_t>(i),
                    m_cards.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
}

void ChartGrid::clear() {
    for (GridCard* card : m_cards) {
        m_layout->removeWidget(card);
        card->hide();
        card->deleteLater();
    }
    m_cards.clear();
}

bool ChartGrid::isSystemMetric(const QString& metric) {
    return metric.startsWith(SystemPrefix);
}

}  // namespace podium::views
