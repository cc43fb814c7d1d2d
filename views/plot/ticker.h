// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to the room.
#include "views/plot/ticks.h"

#include <qcustomplot.h>

#include <functional>

namespace podium::views {

/// Gives QCustomPlot the ticks of ticks.h.
class Ticker : public QCPAxisTicker {
public:
    using Make = std::function<Ticks(const series::Range&, int)>;

    void setMake(Make make) { m_make = std::move(make); }
    void setWanted(int wanted) { m_wanted = wanted; }
    void generate(const QCPRange& range, const QLocale& locale, QChar formatChar, int precision,
                  QVector<double>& ticks, QVector<double>* subTicks,
                  QVector<QString>* tickLabels) override;

private:
    Make m_make;
    int m_wanted = 5;
};

}  // namespace podium::views
