// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartlegend.h"

#include "views/text/text.h"
#include "views/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace podium::views {

namespace {

constexpr int Side = 10;    // at both sides
constexpr int Bullet = 14;  // with the space after it
constexpr int Apart = 14;   // between entries
constexpr int WidestName = 180;
constexpr int MostRows = 6;
constexpr int More = -1;

}  // namespace

ChartLegend::ChartLegend(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("chartLegend"));
    setAccessibleName(tr("Legend"));
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChartLegend::setEntries(const QVector<Entry>& entries) {
    if (entries == m_entries)
        return;
    m_entries = entries;
    m_current = std::min(m_current, static_cast<int>(entries.size()) - 1);
    describe();
    updateGeometry();
    update();
}

void ChartLegend::describe() {
    QStringList names;
    for (const Entry& entry : m_entries.mid(0, 20))
        names << entry.name;
    if (m_entries.size() > 20)
        names << tr("and %1 more").arg(count(m_entries.size() - 20));
    setAccessibleDescription(names.join(QStringLiteral(", ")));
}

void ChartLegend::setFolded(bool folded) {
    if (folded == m_folded)
        return;
    m_folded = folded;
    updateGeometry();
    update();
    Q_EMIT foldedChanged(folded);
}

void ChartLegend::setHovered(qint64 id) {
    if (id == m_hovered)
        return;
    m_hovered = id;
    update();
}

int ChartLegend::rowHeight() const {
    return fontMetrics().height() + 4;
}

QVector<ChartLegend::Placed> ChartLegend::placed(int width) const {
    const QFontMetrics metrics = fontMetrics();
    const auto moreText = [&](int shown) {
        return tr("+ %1 more").arg(count(m_entries.size() - shown));
    };
    const int moreWidth = metrics.horizontalAdvance(moreText(0)) + Apart;
    const int rows = m_folded ? 1 : MostRows;
    const int right = width - Side;
    QVector<Placed> out;
    int x = Side;
    int row = 0;
    for (int i = 0; i < m_entries.size(); ++i) {
        const QString name = metrics.elidedText(m_entries[i].name, Qt::ElideMiddle, WidestName);
        const int needed = Bullet + metrics.horizontalAdvance(name);
        const bool last = i + 1 == m_entries.size();
        const bool lastRow = row + 1 == rows;
        const int room = right - x - (lastRow && !last ? moreWidth : 0);
        if (needed > room && x > Side) {
            if (lastRow) {
                out.append(
                    {More, QRect(x, row * rowHeight(), right - x, rowHeight()), moreText(i)});
                return out;
            }
            ++row;
            x = Side;
        }
        out.append(
            {i, QRect(x, row * rowHeight(), std::min(needed, right - x), rowHeight()), name});
        x += needed + Apart;
    }
    return out;
}

int ChartLegend::visibleEntries() const {
    const QVector<Placed> all = placed(width());
    return static_cast<int>(
        std::ranges::count_if(all, [](const Placed& place) { return place.entry != More; }));
}

int ChartLegend::heightForWidth(int width) const {
    const QVector<Placed> all = placed(width);
    return (all.isEmpty() ? 0 : all.back().rect.bottom() + 1) + 4;
}

QSize ChartLegend::sizeHint() const {
    return {200, heightForWidth(std::max(width(), 200))};
}

QSize ChartLegend::minimumSizeHint() const {
    return {60, rowHeight()};
}

int ChartLegend::entryAt(const QPoint& position) const {
    for (const Placed& place : placed(width())) {
        if (place.rect.contains(position))
            return place.entry;
    }
    return static_cast<int>(m_entries.size());
}

void ChartLegend::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors& theme = colors(palette());
    for (const Placed& place : placed(width())) {
        QRect text = place.rect;
        if (place.entry != More) {
            const Entry& entry = m_entries[place.entry];
            const bool strong = entry.id == m_hovered && m_hovered != 0;
            painter.setPen(Qt::NoPen);
            painter.setBrush(entry.color);
            painter.drawEllipse(QPointF(text.left() + 4.5, text.center().y() + 0.5), 4, 4);
            text.setLeft(text.left() + Bullet);
            painter.setPen(strong ? theme.text : theme.dim);
        } else {
            painter.setPen(theme.accent);
        }
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, place.text);
        if (hasFocus() && place.entry == m_current && m_current >= 0) {
            painter.setPen(QPen(theme.accent, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(place.rect).adjusted(-3.5, 0.5, 3.5, -0.5), 4, 4);
        }
    }
}

void ChartLegend::mouseMoveEvent(QMouseEvent* event) {
    const int at = entryAt(event->position().toPoint());
    const bool on = at >= 0 && at < m_entries.size();
    setCursor(on || at == More ? Qt::PointingHandCursor : Qt::ArrowCursor);
    Q_EMIT entryHovered(on ? m_entries[at].id : 0);
}

void ChartLegend::mouseReleaseEvent(QMouseEvent* event) {
    const int at = entryAt(event->position().toPoint());
    if (at == More)
        setFolded(false);
    else if (at < m_entries.size())
        Q_EMIT entryClicked(m_entries[at].id);
    else
        setFolded(!m_folded);
}

void ChartLegend::leaveEvent(QEvent* event) {
    Q_EMIT entryHovered(0);
    QWidget::leaveEvent(event);
}

void ChartLegend::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(m_entries.size()) - 1;
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Right: {
            const int by = event->key() == Qt::Key_Right ? 1 : -1;
            m_current = std::clamp(m_current + by, std::min(0, last), last);
            // What is folded away cannot be pointed at.
            if (m_current >= visibleEntries())
                setFolded(false);
            if (m_current >= 0)
                Q_EMIT entryHovered(m_entries[m_current].id);
            update();
            return;
        }
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            if (m_current >= 0)
                Q_EMIT entryClicked(m_entries[m_current].id);
            else
                setFolded(!m_folded);
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

void ChartLegend::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

}  // namespace podium::views
