// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plot/ticker.h"

namespace podium::views {

void Ticker::generate(const QCPRange& range, const QLocale&, QChar, int, QVector<double>& ticks,
                      QVector<double>* subTicks, QVector<QString>* tickLabels) {
    ticks.clear();
    if (subTicks != nullptr)
        subTicks->clear();
    if (tickLabels != nullptr)
        tickLabels->clear();
    if (!m_make)
        return;
    for (const Tick& tick : m_make({range.lower, range.upper}, m_wanted)) {
        ticks.push_back(tick.at);
        if (tickLabels != nullptr)
            tickLabels->push_back(tick.label);
    }
}

}  // namespace podium::views
