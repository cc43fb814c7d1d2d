// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/registry/trendline.h"

#include "views/text/text.h"
#include "views/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace podium::views {

namespace {

constexpr qreal Margin = 5;
constexpr qreal Dot = 1.6;
constexpr qreal CurrentDot = 3.2;

}  // namespace

TrendLine::TrendLine(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("metricTrend"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void TrendLine::setValues(const QString& metric,
                          std::vector<std::pair<std::int64_t, double>> values) {
    m_values = std::move(values);
    std::ranges::sort(m_values);
    QStringList parts;
    for (const auto& [version, value] : m_values)
        parts.append(QStringLiteral("v%1 %2").arg(version).arg(compactNumber(value)));
    const QString words = tr("%1 over versions: %2").arg(metric, parts.join(QStringLiteral(", ")));
    setAccessibleName(m_values.empty() ? QString() : words);
    setToolTip(m_values.empty() ? QString() : words.left(1000).toHtmlEscaped());
    setVisible(m_values.size() > 1);
    update();
}

void TrendLine::setCurrent(std::int64_t version) {
    m_current = version;
    update();
}

QSize TrendLine::sizeHint() const {
    return {132, metrics::Control};
}

void TrendLine::paintEvent(QPaintEvent*) {
    std::vector<double> finite;
    for (const auto& [version, value] : m_values) {
        if (std::isfinite(value))
            finite.push_back(value);
    }
    if (finite.empty())
        return;
    const auto [least, most] = std::ranges::minmax(finite);
    const double span = most > least ? most - least : 1;
    const QRectF area = QRectF(rect()).adjusted(Margin, Margin, -Margin, -Margin);
    const auto placeOf = [&](std::size_t i) {
        double along =
            static_cast<double>(i) / std::max<double>(1, static_cast<double>(m_values.size()) - 1);
        if (isRightToLeft())
            along = 1 - along;
        const double up = most > least ? (m_values[i].second - least) / span : 0.5;
        return QPointF(area.left() + along * area.width(), area.bottom() - up * area.height());
    };
    const Colors& c = colors(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath line;
    bool drawing = false;
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        if (!std::isfinite(m_values[i].second)) {
            drawing = false;
            continue;
        }
        drawing ? line.lineTo(placeOf(i)) : line.moveTo(placeOf(i));
        drawing = true;
    }
    painter.setPen(QPen(c.accent, 1));
    painter.drawPath(line);
    painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        if (!std::isfinite(m_values[i].second))
            continue;
        const bool current = m_values[i].first == m_current;
        painter.setBrush(current ? c.accent : blend(c.panel, c.accent, 0.7));
        painter.drawEllipse(placeOf(i), current ? CurrentDot : Dot, current ? CurrentDot : Dot);
    }
}

}  // namespace podium::views
