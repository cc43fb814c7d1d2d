// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartgridlayout.h"

#include "views/theme/metrics.h"

#include <QWidget>

#include <algorithm>

namespace podium::views {

namespace {

constexpr int LeastColumn = 340;
constexpr int MostColumns = 3;
constexpr int LeastRow = 220;
constexpr int MostRow = 420;
constexpr int TrailerRow = 40;

}  // namespace

ChartGridLayout::ChartGridLayout(QWidget* parent) : QLayout(parent) {
    setContentsMargins(metrics::Gap, metrics::Gap, metrics::Gap, metrics::Gap);
    setSpacing(metrics::Gap);
}

ChartGridLayout::~ChartGridLayout() {
    for (QLayoutItem* item : m_items)
        delete item;
}

void ChartGridLayout::addItem(QLayoutItem* item) {
    m_items.push_back(item);
}

void ChartGridLayout::setTrailer(QWidget* widget) {
    m_trailer = true;
    insert(count(), widget);
}

void ChartGridLayout::insert(int index, QWidget* widget) {
    addChildWidget(widget);
    m_items.insert(m_items.begin() + std::clamp(index, 0, count()), new QWidgetItem(widget));
    invalidate();
}

void ChartGridLayout::move(int from, int to) {
    if (from < 0 || to < 0 || from >= count() || to >= count())
        return;
    QLayoutItem* item = m_items[static_cast<std::size_t>(from)];
    m_items.erase(m_items.begin() + from);
    m_items.insert(m_items.begin() + to, item);
    invalidate();
}

int ChartGridLayout::count() const {
    return static_cast<int>(m_items.size());
}

QLayoutItem* ChartGridLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)] : nullptr;
}

QLayoutItem* ChartGridLayout::takeAt(int index) {
    QLayoutItem* item = itemAt(index);
    if (item != nullptr)
        m_items.erase(m_items.begin() + index);
    return item;
}

int ChartGridLayout::columns(int width) const {
    const QMargins margins = contentsMargins();
    const int inner = width - margins.left() - margins.right() + spacing();
    return std::clamp(inner / (LeastColumn + spacing()), 1, std::clamp(count(), 1, MostColumns));
}

bool ChartGridLayout::trailerAlone(int width) const {
    return m_trailer && count() > 1 && (count() - 1) % columns(width) == 0;
}

int ChartGridLayout::cardRows(int width) const {
    const int columnCount = columns(width);
    const int cells = trailerAlone(width) ? count() - 1 : count();
    return std::max(1, (cells + columnCount - 1) / columnCount);
}

int ChartGridLayout::leastRowHeight() const {
    int height = LeastRow;
    for (const QLayoutItem* item : m_items)
        height = std::max(height, item->minimumSize().height());
    return height;
}

int ChartGridLayout::heightForWidth(int width) const {
    const QMargins margins = contentsMargins();
    const int rowCount = cardRows(width);
    const int trailer = trailerAlone(width) ? TrailerRow + spacing() : 0;
    return margins.top() + margins.bottom() + rowCount * leastRowHeight() +
           (rowCount - 1) * spacing() + trailer;
}

QSize ChartGridLayout::sizeHint() const {
    return {2 * LeastColumn + 3 * spacing(), heightForWidth(2 * LeastColumn + 3 * spacing())};
}

QSize ChartGridLayout::minimumSize() const {
    const QMargins margins = contentsMargins();
    return {LeastColumn / 2, margins.top() + margins.bottom() + LeastRow};
}

void ChartGridLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    if (m_items.empty())
        return;
    const QRect inner = rect.marginsRemoved(contentsMargins());
    const int columnCount = columns(rect.width());
    const int rowCount = cardRows(rect.width());
    const bool alone = trailerAlone(rect.width());
    const int room = inner.height() - (alone ? TrailerRow + spacing() : 0);
    const int most = rowCount == 1 ? std::max(room, LeastRow) : MostRow;
    const int height = std::clamp((room + spacing()) / rowCount - spacing(), leastRowHeight(),
                                  std::max(leastRowHeight(), most));
    const bool mirrored =
        parentWidget() != nullptr && parentWidget()->layoutDirection() == Qt::RightToLeft;
    for (int i = 0; i < count(); ++i) {
        const int column = mirrored ? columnCount - 1 - i % columnCount : i % columnCount;
        // Borders are rounded, not widths: no pixel is left over at the end.
        const int span = inner.width() + spacing();
        const int left = inner.left() + span * column / columnCount;
        const int right = inner.left() + span * (column + 1) / columnCount - spacing();
        const int top = inner.top() + i / columnCount * (height + spacing());
        const bool trailer = alone && i == count() - 1;
        m_items[static_cast<std::size_t>(i)]->setGeometry(
            trailer ? QRect(inner.left(), top, inner.width(), TrailerRow)
                    : QRect(left, top, right - left, height));
    }
}

}  // namespace podium::views
