// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/runs/runtable.h"

#include "views/runs/celltext.h"
#include "views/runs/rundelegate.h"
#include "views/runs/runheader.h"
#include "views/text/decisionwords.h"
#include "views/text/text.h"
#include "views/text/words.h"
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
    m_model->setCellFormatter([this](const query::ColumnKey& key, const items::Cell& cell,
                                     const session::ColumnFormat& format) {
        return cellText(key, cell, m_clock(), format);
    });
    m_model->setKeptWords(tr("kept offline"));
    m_model->setGroupFormatter({groupTitle, summaryText, [](qsizetype texts) {
                                    return settlePlural(
                                        tr("%n value(s)", nullptr, static_cast<int>(texts)), texts);
                                }});
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
    connect(this, &QTreeView::expanded, this,
            [this](const QModelIndex& index) { rememberBranch(index, true); });
    connect(this, &QTreeView::collapsed, this,
            [this](const QModelIndex& index) { rememberBranch(index, false); });
    connect(this, &QTreeView::doubleClicked, this, [this](const QModelIndex& index) {
        if (m_model->run(index).valid())
            Q_EMIT runOpened(m_model->run(index));
        else
            setExpanded(index.siblingAtColumn(0), !isExpanded(index.siblingAtColumn(0)));
    });
    m_clockTimer.setInterval(AgesEveryMs);
    connect(&m_clockTimer, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    m_clockTimer.start();
}

void RunTable::rememberBranch(const QModelIndex& index, bool open) {
    if (m_changing)
        return;
    const std::uint32_t group = m_model->group(index);
    if (group != query::Grouping::None) {
        const std::vector<std::string> path = m_model->snapshot()->groups->path(group);
        if (open)
            m_openGroups.insert(path);
        else
            m_openGroups.erase(path);
    } else if (open) {
        m_open.insert(m_model->run(index));
    } else {
        m_open.erase(m_model->run(index));
    }
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
    const std::size_t loaded = m_model->loadedColumns();
    const int scrolled = verticalScrollBar()->value();
    const int scrolledAcross = horizontalScrollBar()->value();
    {
        const QScopedValueRollback<bool> changing(m_changing, true);
        // A selection of ranges does not survive rows that come and go; runs do.
        selectionModel()->reset();
        m_selected.clear();
        m_model->setSnapshot(std::move(snapshot));
        const auto& groups = m_model->snapshot()->groups;
        // What stands for a group is wider than a run's value.
        const bool sameColumns =
            keys == m_model->keys() && loaded == m_model->loadedColumns() &&
            m_groupedBy == (groups ? groups->columns() : std::vector<query::ColumnKey>());
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
    m_selected.reserve(runs.size());
    for (const RunNo run : runs) {
        const QModelIndex index = m_model->indexOf(run);
        if (!index.isValid())
            continue;
        m_selected.push_back(run);
        const QModelIndex above = index.parent();
        const std::uint32_t group = m_model->group(above);
        // Groups count from behind, so that no run has the same number.
        const std::uint32_t parent = group == query::Grouping::None
                                         ? m_model->frameRow(above)
                                         : RunTreeModel::NoRow - 1 - group;
        places.push_back({parent, index.row(), index});
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
    // A group all of whose runs are selected is, too.
    if (const auto& groups = m_model->snapshot()->groups; groups && !m_selected.empty()) {
        const std::unordered_set<RunNo> known(m_selected.begin(), m_selected.end());
        for (std::uint32_t g = 0; g < groups->groups().size(); ++g) {
            const std::vector<RunNo> members = m_model->runsOfGroup(g);
            if (members.size() > known.size() ||
                !std::ranges::all_of(members, [&](RunNo run) { return known.contains(run); }))
                continue;
            const QModelIndex index = m_model->indexOfGroup(g);
            selection.append(QItemSelectionRange(index, index.siblingAtColumn(lastColumn)));
        }
    }
    const QScopedValueRollback<bool> changing(m_changing, true);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void RunTable::restoreBranches() {
    const auto& snapshot = m_model->snapshot();
    if (!snapshot->tree.nested()) {
        m_groupedBy.clear();
        return;
    }
    const QScopedValueRollback<bool> changing(m_changing, true);
    // With a layout on its way, opening a branch only notes it.
    scheduleDelayedItemsLayout();
    restoreGroups();
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

void RunTable::restoreGroups() {
    const auto& groups = m_model->snapshot()->groups;
    const std::vector<query::ColumnKey> columns =
        groups ? groups->columns() : std::vector<query::ColumnKey>();
    if (columns != m_groupedBy) {
        m_groupedBy = columns;
        m_openGroups.clear();
    }
    for (std::uint32_t g = 0; groups && g < groups->groups().size(); ++g) {
        if (m_openGroups.contains(groups->path(g)))
            setExpanded(m_model->indexOfGroup(g), true);
    }
}

void RunTable::keepCurrent(RunNo run) {
    // A table without a current index crashes Qt 6.4's bridge to screen readers. Where nobody has
    // chosen one it is the first, so that what arrives during a sync moves nothing out of sight.
    QModelIndex index = m_currentChosen ? m_model->indexOf(run) : QModelIndex();
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
    const bool groups = m_model->snapshot()->groups != nullptr;
    const auto runsOf = [this](const QItemSelection& selection, const auto& take) {
        for (const QItemSelectionRange& range : selection) {
            for (int row = range.top(); row <= range.bottom(); ++row) {
                const QModelIndex index = m_model->index(row, 0, range.parent());
                const std::uint32_t group = m_model->group(index);
                if (group == query::Grouping::None) {
                    take(m_model->run(index));
                    continue;
                }
                for (const RunNo run : m_model->runsOfGroup(group))
                    take(run);
            }
        }
    };
    std::unordered_set<RunNo> gone;
    std::vector<std::uint32_t> groupsGone;
    for (const QItemSelectionRange& range : deselected) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const QModelIndex index = m_model->index(row, 0, range.parent());
            const std::uint32_t group = m_model->group(index);
            if (group == query::Grouping::None)
                gone.insert(m_model->run(index));
            else
                groupsGone.push_back(group);
        }
    }
    // A group that goes alone was taken back by a person, with its runs; else runs speak for
    // themselves.
    for (const std::uint32_t group : groupsGone) {
        const std::vector<RunNo> members = m_model->runsOfGroup(group);
        if (std::ranges::none_of(members, [&](RunNo run) { return gone.contains(run); }))
            gone.insert(members.begin(), members.end());
    }
    std::erase_if(m_selected, [&gone](RunNo run) { return gone.contains(run); });
    std::unordered_set<RunNo> known(m_selected.begin(), m_selected.end());
    runsOf(selected, [&](RunNo run) {
        if (known.insert(run).second)
            m_selected.push_back(run);
    });
    // The rows of a group's runs, and the groups of all of a group's runs.
    if (groups)
        applySelection(std::vector<RunNo>(m_selected));
    Q_EMIT runsSelected(m_selected);
}

void RunTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTreeView::currentChanged(current, previous);
    m_currentChosen = m_currentChosen || (!m_changing && current.isValid());
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
    if (const std::uint32_t group = m_model->group(index); group != query::Grouping::None) {
        const auto runs = static_cast<qsizetype>(m_model->snapshot()->groups->rows(group).size());
        const bool numbers = index.column() > 0 && m_model->isNumeric(index.column()) &&
                             m_model->summary(group, index.column()).values > 0;
        return numbers ? summaryDetails(m_model->summary(group, index.column()), runs)
                       : QStringLiteral("%1\n%2").arg(index.data(items::FullText).toString(),
                                                      runCount(runs));
    }
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
    if (index.data(items::KeptOffline).toBool())
        lines.append(
            tr("Kept offline: each sync brings it here, and it is there without a "
               "network."));
    if (index.data(items::Deleted).toBool())
        lines.append(tr("Deleted in its store."));
    if (const QVariant edited = index.data(items::Edited); edited.isValid())
        lines.append(decisionStateSentence(static_cast<session::DecisionState>(edited.toInt())));
    if (index.data(items::Context).toBool())
        lines.append(tr("Does not match the filter; runs below it do."));
    const query::Column* sources =
        m_model->snapshot()->table.frame->column(query::attributeColumn(query::Attribute::Source));
    const items::Cell origins = items::cellAt(sources, m_model->frameRow(index));
    if (origins.list.size() > 1)
        lines.append(tr("In several sources: %1")
                         .arg(cellText(query::attributeColumn(query::Attribute::Source), origins,
                                       m_clock())));
    return lines.join(QLatin1Char('\n'));
}

void RunTable::keyPressEvent(QKeyEvent* event) {
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (event->key() == Qt::Key_Space && plain) {
        toggleShown();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && plain) {
        if (currentRun().valid())
            Q_EMIT runOpened(currentRun());
        else if (currentIndex().isValid())
            setExpanded(currentIndex().siblingAtColumn(0),
                        !isExpanded(currentIndex().siblingAtColumn(0)));
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
