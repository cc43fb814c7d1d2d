// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/figure/colorkey.h"

#include "views/figure/plane.h"
#include "views/plot/ticks.h"
#include "views/text/text.h"
#include "views/theme/colorscale.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace podium::views {

namespace {

constexpr std::size_t FewRuns = 60;      // beyond, colours of single runs are only noise
constexpr std::size_t MostEntries = 12;  // as there are colours
constexpr double Gap = 14;
constexpr double BarWidth = 10;
constexpr double Bullet = 8;
constexpr double WidestText = 120;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(podium::views::Figure)
};

QVector<AxisMark> scaleMarks(const ScaleKey& key, double height, double line) {
    const int wanted = std::clamp(static_cast<int>(height / (2.4 * line)), 2, 7);
    if (key.column != nullptr)
        return axisMarks(*key.column, key.axis, wanted);
    QVector<AxisMark> marks;
    for (const Tick& tick : numberTicks({key.axis.low(), key.axis.high()}, wanted))
        marks.append({key.axis.place(tick.at), tick.label});
    return marks;
}

}  // namespace

double scaleKeyWidth(const Canvas& canvas, const ScaleKey& key) {
    const QFontMetricsF metrics(canvas.font);
    double text = metrics.horizontalAdvance(fitted(metrics, key.title, WidestText)) - BarWidth - 6;
    for (const AxisMark& mark : scaleMarks(key, canvas.size.height() - 60, metrics.height()))
        text = std::max(text, metrics.horizontalAdvance(mark.label));
    return Gap + BarWidth + 6 + std::min(text, WidestText);
}

void paintScaleKey(QPainter& painter, const Canvas& canvas, const ScaleKey& key,
                   const QRectF& area) {
    const QFontMetricsF metrics(canvas.font);
    const double line = metrics.height();
    const double left = area.right() + Gap;
    const QRectF bar(left, area.top(), BarWidth, area.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    // Stripes, not a gradient: they stay what they are in every vector format.
    const int stripes = std::max(1, static_cast<int>(std::ceil(bar.height())));
    const double height = bar.height() / stripes;
    for (int i = 0; i < stripes; ++i) {
        const double share = 1 - (i + 0.5) / stripes;
        const QColor color = key.diverging ? divergingColor(2 * share - 1, canvas.scheme)
                                           : scaleColor(share, canvas.scheme);
        painter.fillRect(QRectF(bar.left(), bar.top() + i * height, bar.width(), height + 0.5),
                         color);
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setFont(canvas.font);
    painter.setPen(canvas.colors().dim);
    for (const AxisMark& mark : scaleMarks(key, area.height(), line)) {
        const double y = bar.bottom() - mark.place * bar.height();
        painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + 3, y));
        const double top = std::clamp(y - line / 2, bar.top() - line / 2, bar.bottom() - line / 2);
        drawLabel(painter, QRectF(bar.right() + 6, top, WidestText, line),
                  Qt::AlignLeft | Qt::AlignVCenter, fitted(metrics, mark.label, WidestText));
    }
    painter.setPen(canvas.colors().text);
    const double room = canvas.size.width() - left;
    drawLabel(painter, QRectF(left, std::max(6.0, area.top() - line - 4), room, line),
              Qt::AlignLeft, fitted(metrics, key.title, room - 4));
    painter.restore();
}

ColorKey::ColorKey(const RunSet& runs, const FigureOptions& options) : m_runs(runs) {
    ColorBy by = options.colorBy;
    if (by == ColorBy::Column && !options.color)
        by = ColorBy::Automatic;
    if (by == ColorBy::Automatic && runs.grouped())
        by = ColorBy::Group;
    else if (by == ColorBy::Automatic)
        m_mode = runs.size() > FewRuns ? Mode::One : Mode::Run;
    if (by == ColorBy::Group && runs.grouped())
        m_mode = Mode::Group;
    if (by != ColorBy::Column)
        return;
    m_column = figureColumn(runs, *options.color);
    m_mode = m_column->numeric() ? Mode::Number : Mode::Category;
    m_axis = analysis::Axis::of(m_column->values, options.logColor);
}

bool ColorKey::lacking(std::size_t run) const {
    if (m_mode == Mode::Category)
        return std::isnan(m_column->value(run));
    return m_mode == Mode::Number && std::isnan(m_axis.place(m_column->value(run)));
}

QColor ColorKey::valueColor(double value, Scheme scheme) const {
    if (m_mode == Mode::Number)
        return scaleColor(m_axis.place(value), scheme);
    const auto code = static_cast<int>(value);
    return seriesColor(code - 1, scheme);
}

QColor ColorKey::color(std::size_t run, const Canvas& canvas) const {
    switch (m_mode) {
        case Mode::Run:
            return seriesColor(m_runs.colorSlots[run], canvas.scheme);
        case Mode::One:
            return canvas.colors().accent;
        case Mode::Group:
            return seriesColor(static_cast<int>(m_runs.groups[run]), canvas.scheme);
        case Mode::Number:
        case Mode::Category:
            return lacking(run) ? canvas.colors().dim
                                : valueColor(m_column->value(run), canvas.scheme);
    }
    return {};
}

void ColorKey::addLacks(QStringList& receipt) const {
    if (!m_column)
        return;
    qint64 lacks = 0;
    for (std::size_t run = 0; run < m_runs.size(); ++run)
        lacks += lacking(run) ? 1 : 0;
    if (lacks > 0)
        receipt << Words::tr("%1 without a colour: no %2").arg(count(lacks), m_column->title);
}

QString ColorKey::title() const {
    return m_column ? m_column->title : QString();
}

QVector<ColorKey::Entry> ColorKey::entries(const Canvas& canvas) const {
    QVector<Entry> entries;
    const auto add = [&](std::size_t all, auto text) {
        // Colours begin again after the last one, and so does what they mean: said in words.
        for (std::size_t i = 0; i < std::min(all, MostEntries); ++i)
            entries.append({seriesColor(static_cast<int>(i), canvas.scheme), text(i)});
        if (all > MostEntries)
            entries.append({QColor(), Words::tr("and %1 more, in the same colours")
                                          .arg(count(static_cast<qint64>(all - MostEntries)))});
    };
    if (m_mode == Mode::Group)
        add(static_cast<std::size_t>(m_runs.groupNames.size()),
            [&](std::size_t i) { return m_runs.groupNames[static_cast<qsizetype>(i)]; });
    else if (m_mode == Mode::Category)
        add(m_column->values.categories.size(),
            [&](std::size_t i) { return m_column->textOf(static_cast<double>(i + 1)); });
    return entries;
}

double ColorKey::width(const Canvas& canvas) const {
    if (m_mode == Mode::Number)
        return scaleKeyWidth(canvas, {&*m_column, m_axis, title(), false});
    const QVector<Entry> all = entries(canvas);
    if (all.isEmpty())
        return 0;
    const QFontMetricsF metrics(canvas.font);
    double width = metrics.horizontalAdvance(title());
    for (const Entry& entry : all)
        width = std::max(width, Bullet + 6 + metrics.horizontalAdvance(entry.text));
    return Gap + std::min({width, WidestText, canvas.size.width() / 3});
}

void ColorKey::paint(QPainter& painter, const Canvas& canvas, const QRectF& area,
                     bool titled) const {
    if (m_mode == Mode::Number)
        paintScaleKey(painter, canvas, {&*m_column, m_axis, titled ? title() : QString(), false},
                      area);
    else
        paintEntries(painter, canvas, area);
}

void ColorKey::paintEntries(QPainter& painter, const Canvas& canvas, const QRectF& area) const {
    const QVector<Entry> all = entries(canvas);
    if (all.isEmpty())
        return;
    const QFontMetricsF metrics(canvas.font);
    const double line = metrics.height() + 3;
    const double left = area.right() + Gap;
    const double room = canvas.size.width() - left - 4;
    painter.setFont(canvas.font);
    painter.setPen(canvas.colors().text);
    drawLabel(painter, QRectF(left, std::max(6.0, area.top() - line - 1), room, line),
              Qt::AlignLeft, fitted(metrics, title(), room));
    double y = area.top();
    for (const Entry& entry : all) {
        if (y + line > canvas.size.height())
            break;
        painter.setPen(Qt::NoPen);
        painter.setBrush(entry.color);
        const bool bullet = entry.color.isValid();
        if (bullet)
            painter.drawEllipse(QRectF(left, y + (line - Bullet) / 2, Bullet, Bullet));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(canvas.colors().dim);
        const double from = left + (bullet ? Bullet + 6 : 0);
        drawLabel(painter, QRectF(from, y, room, line), Qt::AlignLeft | Qt::AlignVCenter,
                  fitted(metrics, entry.text, room - (from - left)));
        y += line;
    }
}

}  // namespace podium::views
