// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/runs/runtable.h"

#include "views/runs/celltext.h"
#include "views/runs/rundelegate.h"
#include "views/runs/runheader.h"
#include "views/text/text.h"
#include "views/theme/colors.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"

#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <unordered_set>

namespace podium::views {

using base::RunNo;
using items::RunTreeModel;

namespace {

/// Ages in the table ("5 min ago") are renewed this often.
constexpr int AgesEveryMs = 30'000;

}  // namespace

RunTable::RunTable(base::Clock clock, QWidget* parent)
    : QTreeView(parent),
      m_model(new RunTreeModel(this)),
      m_header(new RunHeader(*m_model, this)),
      m_clock(std::move(clock)) {
    setObjectName(QStringLiteral("runTable"));
    setAccessibleName(tr("Runs"));
    m_model->setTitleFormatter(columnTitle);
    m_model->setCellFormatter([this](const query::ColumnKey& key, const items::Cell& cell) {
        return cellText(key, cell, m_clock());
    });
    setHeader(m_header);
    setModel(m_model);
    setItemDelegate(new RunDelegate(this));
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setAllColumnsShowFocus(true);
    setEditTriggers(NoEditTriggers);
    setExpandsOnDoubleClick(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setIndentation(18);
    setMouseTracking(true);
    setRowLines(this);
    connectHeader();
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex& index) {
        if (!m_changing)
            m_open.insert(m_model->run(index));
    });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex& index) {
        if (!m_changing)
            m_open.erase(m_model->run(index));
    });
    connect(this, &QTreeView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT runOpened(m_model->run(index)); });
    m_clockTimer.setInterval(AgesEveryMs);
    connect(&m_clockTimer, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    m_clockTimer.start();
}

void RunTable::connectHeader() {
    m_header->setSectionsClickable(true);  // QTreeView has taken it back
    connect(m_header, &QHeaderView::sectionClicked, this, &RunTable::sectionClicked);
    // A second quick click is a click, too: it turns the direction.
    connect(m_header, &QHeaderView::sectionDoubleClicked, this, &RunTable::sectionClicked);
    connect(m_header, &QHeaderView::sectionMoved, this, [this] { headerMoved(); });
    connect(m_header, &QHeaderView::sectionResized, this,
            [this](int section, int, int size) { sectionResized(section, size); });
    connect(m_header, &QHeaderView::sectionHandleDoubleClicked, this, &RunTable::fitColumn);
    connect(m_header, &RunHeader::menuRequested, this, [this](int section, const QPoint& position) {
        showRunHeaderMenu(*this, section, position);
    });
}

void RunTable::setSnapshot(RunTreeModel::Snapshot snapshot) {
    const std::vector<RunNo> selected = m_selected;
    const RunNo current = currentRun();
    const std::vector<query::ColumnKey> keys = m_model->keys();
    const int scrolled = verticalScrollBar()->value();
    const int scrolledAcross = horizontalScrollBar()->value();
    {
        const QScopedValueRollback<bool> changing(m_changing, true);
        // A selection of ranges does not survive rows that come and go; runs do.
        selectionModel()->reset();
        m_selected.clear();
        m_model->setSnapshot(std::move(snapshot));
        const bool sameColumns = keys == m_model->keys();
        if (!sameColumns)
            applyWidths();
        restoreBranches();
        applySelection(selected);
        keepCurrent(current);
        if (!sameColumns) {
            executeDelayedItemsLayout();
            verticalScrollBar()->setValue(scrolled);
            horizontalScrollBar()->setValue(scrolledAcross);
        }
    }
    viewport()->update();
    if (m_selected != selected)
        Q_EMIT runsSelected(m_selected);
}

void RunTable::applySelection(const std::vector<RunNo>& runs) {
    struct Place {
        std::uint32_t parent;
        int row;
        QModelIndex index;
    };
    std::vector<Place> places;
    places.reserve(runs.size());
    m_selected.clear();
    for (const RunNo run : runs) {
        const QModelIndex index = m_model->indexOf(run);
        if (!index.isValid())
            continue;
        m_selected.push_back(run);
        places.push_back({m_model->frameRow(index.parent()), index.row(), index});
    }
    std::ranges::sort(places, [](const Place& a, const Place& b) {
        return a.parent != b.parent ? a.parent < b.parent : a.row < b.row;
    });
    QItemSelection selection;
    const int lastColumn = m_model->columnCount() - 1;
    for (std::size_t i = 0; i < places.size();) {
        std::size_t end = i + 1;
        while (end < places.size() && places[end].parent == places[i].parent &&
               places[end].row == places[end - 1].row + 1) {
            ++end;
        }
        selection.append(QItemSelectionRange(places[i].index,
                                             places[end - 1].index.siblingAtColumn(lastColumn)));
        i = end;
    }
    const QScopedValueRollback<bool> changing(m_changing, true);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void RunTable::restoreBranches() {
    const auto& snapshot = m_model->snapshot();
    if (!snapshot->tree.nested())
        return;
    const QScopedValueRollback<bool> changing(m_changing, true);
    // With a layout on its way, opening a branch only notes it.
    scheduleDelayedItemsLayout();
    std::set<RunNo> autoOpen;
    if (snapshot->tree.matching() != snapshot->tree.size()) {
        for (const std::uint32_t row : m_model->readingOrder()) {
            if (snapshot->tree.isContext(row))
                autoOpen.insert(snapshot->table.frame->runs()[row]);
        }
    }
    for (const RunNo run : m_autoOpen) {
        if (!autoOpen.contains(run) && !m_open.contains(run))
            setExpanded(m_model->indexOf(run), false);
    }
    for (const std::set<RunNo>* runs : {&autoOpen, &m_open}) {
        for (const RunNo run : *runs) {
            const QModelIndex index = m_model->indexOf(run);
            if (index.isValid())
                setExpanded(index, true);
        }
    }
    m_autoOpen = std::move(autoOpen);
}

void RunTable::keepCurrent(RunNo run) {
    // A table without a current index crashes Qt 6.4's bridge to screen readers.
    QModelIndex index = m_model->indexOf(run);
    if (!index.isValid())
        index = m_model->index(0, 0);
    if (index.isValid())
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
}

RunNo RunTable::currentRun() const {
    return m_model->run(currentIndex());
}

void RunTable::selectRuns(const std::vector<RunNo>& runs) {
    if (runs == m_selected)
        return;
    applySelection(runs);
    if (!m_selected.empty()) {
        const QModelIndex first = m_model->indexOf(m_selected.front());
        for (QModelIndex above = first.parent(); above.isValid(); above = above.parent())
            expand(above);
        selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        scrollTo(first);
    }
    viewport()->update();
    Q_EMIT runsSelected(m_selected);
}

void RunTable::selectAll() {
    std::vector<RunNo> all;
    const auto& frame = *m_model->snapshot()->table.frame;
    for (const std::uint32_t row : m_model->readingOrder())
        all.push_back(frame.runs()[row]);
    applySelection(all);
    viewport()->update();
    Q_EMIT runsSelected(m_selected);
}

void RunTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) {
    QTreeView::selectionChanged(selected, deselected);
    viewport()->update();
    if (m_changing)
        return;
    const auto runsOf = [this](const QItemSelection& selection, const auto& take) {
        for (const QItemSelectionRange& range : selection) {
            for (int row = range.top(); row <= range.bottom(); ++row)
                take(m_model->run(m_model->index(row, 0, range.parent())));
        }
    };
    std::unordered_set<RunNo> gone;
    runsOf(deselected, [&gone](RunNo run) { gone.insert(run); });
    std::erase_if(m_selected, [&gone](RunNo run) { return gone.contains(run); });
    std::unordered_set<RunNo> known(m_selected.begin(), m_selected.end());
    runsOf(selected, [&](RunNo run) {
        if (known.insert(run).second)
            m_selected.push_back(run);
    });
    Q_EMIT runsSelected(m_selected);
}

void RunTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTreeView::currentChanged(current, previous);
    viewport()->update();
}

std::vector<RunNo> RunTable::chosenRuns() const {
    if (!m_selected.empty())
        return m_selected;
    const RunNo current = currentRun();
    return current.valid() ? std::vector{current} : std::vector<RunNo>{};
}

std::vector<std::uint32_t> RunTable::chosenRows() const {
    const std::vector<RunNo> runs = chosenRuns();
    const std::unordered_set<RunNo> chosen(runs.begin(), runs.end());
    std::vector<std::uint32_t> rows = m_model->readingOrder();
    const auto& all = m_model->snapshot()->table.frame->runs();
    std::erase_if(rows, [&](std::uint32_t row) { return !chosen.contains(all[row]); });
    return rows;
}

QString RunTable::copyText(items::ExportFormat format) const {
    return items::toQString(items::exportRuns(*m_model->snapshot(), chosenRows(), format));
}

void RunTable::copyAs(items::ExportFormat format) const {
    const QString text = copyText(format);
    if (!text.isEmpty())
        QApplication::clipboard()->setText(text);
}

void RunTable::toggleShown() {
    const std::vector<RunNo> runs = chosenRuns();
    if (!runs.empty())
        Q_EMIT toggleShownRequested(runs);
}

void RunTable::setHighlighted(RunNo run) {
    if (run == m_highlighted)
        return;
    m_highlighted = run;
    viewport()->update();
}

void RunTable::hover(const QPoint& position) {
    const RunNo run = m_model->run(indexAt(position));
    if (run == m_hovered)
        return;
    m_hovered = run;
    Q_EMIT runHovered(run);
}

bool RunTable::viewportEvent(QEvent* event) {
    switch (event->type()) {
        case QEvent::HoverMove:
        case QEvent::HoverEnter:
            hover(static_cast<QHoverEvent*>(event)->position().toPoint());
            break;
        case QEvent::HoverLeave:
        case QEvent::Leave:
            hover({-1, -1});
            break;
        case QEvent::ToolTip: {
            const auto* help = static_cast<QHelpEvent*>(event);
            showToolTip(help->pos(), help->globalPos());
            return true;
        }
        default:
            break;
    }
    return QTreeView::viewportEvent(event);
}

void RunTable::showToolTip(const QPoint& position, const QPoint& globalPosition) {
    const QModelIndex index = indexAt(position);
    const QString text = index.isValid() ? toolTipText(index) : QString();
    QToolTip::showText(globalPosition, items::toolTip(text), viewport(), visualRect(index));
}

QString RunTable::toolTipText(const QModelIndex& index) const {
    QString text = index.data(items::FullText).toString();
    const query::ColumnKey& key = m_model->key(index.column());
    const bool time = key == query::attributeColumn(query::Attribute::StartTime) ||
                      key == query::attributeColumn(query::Attribute::EndTime);
    if (time && index.data(items::RawValue).isValid())
        text = timestamp(index.data(items::RawValue).toLongLong());
    if (index.column() != 0)
        return text;
    QStringList lines{text, QString::fromUtf8(index.data(items::RunId).toByteArray())};
    if (index.data(items::Vanished).toBool())
        lines.append(tr("Gone from its store; what is shown was kept here."));
    if (index.data(items::Deleted).toBool())
        lines.append(tr("Deleted in its store."));
    if (index.data(items::Context).toBool())
        lines.append(tr("Does not match the filter; runs below it do."));
    return lines.join(QLatin1Char('\n'));
}

void RunTable::keyPressEvent(QKeyEvent* event) {
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (event->key() == Qt::Key_Space && plain) {
        toggleShown();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && plain) {
        if (currentRun().valid())
            Q_EMIT runOpened(currentRun());
    } else if (event->matches(QKeySequence::Copy)) {
        copyTsv();
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else {
        QTreeView::keyPressEvent(event);
        return;
    }
    event->accept();
}

void RunTable::contextMenuEvent(QContextMenuEvent* event) {
    if (m_model->rowCount() > 0)
        showRunMenu(*this, event->globalPos());
}

}  // namespace podium::views
