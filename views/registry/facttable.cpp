// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/registry/facttable.h"

#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QWheelEvent>

#include <algorithm>

namespace podium::views {

namespace {

constexpr int Padding = 20;
constexpr int MostWidth = 300;

QColor colourOf(Fact::Tone tone, const Colors& c) {
    switch (tone) {
        case Fact::Tone::Plain:
            return c.text;
        case Fact::Tone::Dim:
            return c.dim;
        case Fact::Tone::Good:
            return c.ok;
        case Fact::Tone::Warning:
            return c.warn;
        case Fact::Tone::Bad:
            return c.bad;
        case Fact::Tone::Link:
            return c.accent;
    }
    return c.text;
}

}  // namespace

FactTable::FactTable(QWidget* parent) : QTreeView(parent), m_model(new QStandardItemModel(this)) {
    setModel(m_model);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setTabKeyNavigation(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(false);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header()->setSectionsClickable(false);
    setRowLines(this);
    const auto activated = [this](const QModelIndex& index) {
        const FactRow& row = m_rows[index.row()];
        if (index.column() < row.size() && row[index.column()].tone == Fact::Tone::Link)
            Q_EMIT linkActivated(index.row(), index.column());
    };
    connect(this, &QTreeView::clicked, this, activated);
    connect(this, &QTreeView::activated, this, [this, activated](const QModelIndex& index) {
        for (int column = 0; column < m_rows[index.row()].size(); ++column)
            activated(index.siblingAtColumn(column));
    });
}

void FactTable::setRows(const QStringList& titles, const QVector<FactRow>& rows, int stretch) {
    m_titles = titles;
    m_rows = rows;
    m_stretch = stretch;
    fill();
}

void FactTable::fill() {
    const Colors& c = colors(palette());
    const int current = currentIndex().row();
    m_model->clear();
    m_model->setHorizontalHeaderLabels(m_titles);
    header()->setVisible(!m_titles.isEmpty());
    for (const FactRow& row : m_rows) {
        QList<QStandardItem*> items;
        for (const Fact& fact : row) {
            auto* item = new QStandardItem(fact.text);
            item->setForeground(colourOf(fact.tone, c));
            item->setFont(fact.code ? monoFont(font()) : fact.strong ? strongFont(font()) : font());
            if (fact.number)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            item->setToolTip(
                (fact.toolTip.isEmpty() ? fact.text : fact.toolTip).left(2000).toHtmlEscaped());
            const QFontMetrics room(item->font());
            item->setSizeHint(
                {std::min(room.horizontalAdvance(fact.text) + Padding, MostWidth), metrics::Row});
            items.append(item);
        }
        m_model->appendRow(items);
    }
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const bool number =
            !m_rows.isEmpty() && column < m_rows.front().size() && m_rows.front()[column].number;
        if (QStandardItem* head = m_model->horizontalHeaderItem(column); head != nullptr && number)
            head->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        header()->setSectionResizeMode(
            column, column == m_stretch ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    }
    // A view without a current row has nothing to tell a screen reader.
    if (m_model->rowCount() > 0) {
        setCurrentIndex(m_model->index(std::clamp(current, 0, m_model->rowCount() - 1), 0));
        clearSelection();
    }
    updateGeometry();
}

QSize FactTable::sizeHint() const {
    const int rows = std::clamp(static_cast<int>(m_rows.size()), 1, m_most);
    const int head = m_titles.isEmpty() ? 0 : metrics::Header;
    return {200, head + rows * metrics::Row + 2};
}

void FactTable::changeEvent(QEvent* event) {
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        fill();
}

void FactTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        copy();
        event->accept();
        return;
    }
    QTreeView::keyPressEvent(event);
}

/// A page that scrolls goes on scrolling over a table which shows all its rows.
void FactTable::wheelEvent(QWheelEvent* event) {
    if (verticalScrollBar()->maximum() == 0)
        event->ignore();
    else
        QTreeView::wheelEvent(event);
}

void FactTable::copy() const {
    QStringList lines;
    for (int row = 0; row < m_rows.size(); ++row) {
        if (!selectionModel()->isRowSelected(row, {}) && selectionModel()->hasSelection())
            continue;
        QStringList cells;
        for (const Fact& fact : m_rows[row])
            cells.append(fact.text);
        lines.append(cells.join(QLatin1Char('\t')));
    }
    QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

}  // namespace podium::views
