// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/registry/boardview.h"

#include "items/cell.h"
#include "items/roles.h"
#include "registry/policy.h"
#include "views/registry/carddelegate.h"
#include "views/registry/lanelist.h"
#include "views/text/text.h"
#include "views/theme/theme.h"
#include "views/widgets/card.h"
#include "views/widgets/sectionheader.h"

#include <QFocusEvent>
#include <QHBoxLayout>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>

namespace podium::views {

using items::BoardBy;
using items::BoardLane;

namespace {

constexpr int LeastLane = 168;

}  // namespace

BoardView::BoardView(QWidget* parent) : QScrollArea(parent) {
    setObjectName(QStringLiteral("modelBoard"));
    setAccessibleName(tr("Board"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* inside = new QWidget(this);
    inside->setBackgroundRole(QPalette::Window);
    inside->setAutoFillBackground(true);
    m_row = new QHBoxLayout(inside);
    m_row->setContentsMargins(metrics::Gap, metrics::Gap, metrics::Gap, metrics::Gap);
    m_row->setSpacing(metrics::Gap);
    setWidget(inside);
}

void BoardView::setEntry(std::shared_ptr<const session::ModelEntry> entry) {
    const bool other = !m_entry || !entry || m_entry->sourceNo != entry->sourceNo ||
                       m_entry->model.name != entry->model.name;
    m_entry = std::move(entry);
    if (other)
        m_current = 0;
    rebuild();
}

void BoardView::setBy(const BoardBy& by) {
    if (by == m_by)
        return;
    m_by = by;
    rebuild();
}

void BoardView::setMetric(const items::SourceMetric& metric) {
    m_metric = metric;
    for (const Lane& lane : m_lanes)
        lane.list->lane().setMetric(metric);
}

BoardView::Lane BoardView::makeLane() {
    const std::size_t number = m_lanes.size();
    auto* column = new Card(widget());
    column->setBackgroundRole(QPalette::Window);
    auto* head = new SectionHeader(QString(), column);
    auto* list = new LaneList(column);
    list->setObjectName(QStringLiteral("boardLane%1").arg(number));
    list->lane().setFormatter(cardText);
    column->setMinimumWidth(LeastLane);
    column->body()->setContentsMargins(0, 0, 0, metrics::Unit);
    column->body()->setSpacing(0);
    column->body()->addWidget(head);
    column->body()->addWidget(list, 1);
    m_row->addWidget(column, 1);
    connect(list, &LaneList::versionDropped, this,
            [this, number](qint64 version) { requestMove(version, number); });
    connect(list, &LaneList::stepRequested, this,
            [this, number](int lanes, bool withCard) { step(number, lanes, withCard); });
    connect(list, &LaneList::focused, this,
            [this, number, list] { laneCurrent(number, list->currentIndex()); });
    connect(list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this, number](const QModelIndex& index) { laneCurrent(number, index); });
    connect(list, &QListView::activated, this, &BoardView::versionActivated);
    connect(list, &QListView::customContextMenuRequested, this, [this, list](const QPoint& at) {
        if (list->indexAt(at).isValid())
            Q_EMIT menuRequested(list->viewport()->mapToGlobal(at));
    });
    return {column, head, list};
}

QString BoardView::titleOf(const BoardLane& lane) const {
    switch (m_by.kind) {
        case BoardBy::Kind::Stage:
            return stageText(lane.value);
        case BoardBy::Kind::Alias:
            return lane.rest ? tr("No alias") : QLatin1Char('@') + oneLine(lane.value, 100);
        case BoardBy::Kind::Tag:
            break;
    }
    if (lane.rest)
        return tr("No %1", "a tag's key").arg(oneLine(m_by.tag, 60));
    const auto name = m_names.find(lane.value);
    return oneLine(name != m_names.end() ? name->second : lane.value, 100);
}

void BoardView::fillLane(Lane& lane, BoardLane content) {
    const QString title = titleOf(content);
    const auto n = static_cast<qint64>(content.versions.size());
    lane.head->setText(tr("%1 · %2", "lane, number of versions").arg(title, count(n)));
    lane.list->setAccessibleName(title + QStringLiteral(", ") + versionCount(n));
    lane.list->lane().setMetric(m_metric);
    lane.list->lane().setLane(m_entry, std::move(content));
}

void BoardView::rebuild() {
    BoardBy by = m_by;
    m_names.clear();
    if (m_entry && by.kind == BoardBy::Kind::Tag) {
        for (const registry::Lane& lane : registry::policyOf(m_entry->model.tags).policy.lanes) {
            if (lane.tag != by.tag)
                continue;
            by.lanes.push_back(lane.value);
            m_names[lane.value] = lane.name;
        }
    }
    std::vector<BoardLane> lanes =
        m_entry ? items::boardLanes(*m_entry, by) : std::vector<BoardLane>();
    const QScopedValueRollback settling(m_settling, true);
    while (m_lanes.size() < lanes.size())
        m_lanes.push_back(makeLane());
    while (m_lanes.size() > lanes.size()) {
        delete m_lanes.back().column;
        m_lanes.pop_back();
    }
    for (std::size_t i = 0; i < lanes.size(); ++i)
        fillLane(m_lanes[i], std::move(lanes[i]));
    const std::int64_t wanted = m_current;
    m_current = 0;
    setCurrentVersion(wanted);
}

void BoardView::setCurrentVersion(std::int64_t version) {
    // Where the current lane has it as well, it stays there.
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < m_lanes.size(); ++i)
        order.push_back(i);
    if (m_currentLane < order.size())
        std::swap(order.front(), order[m_currentLane]);
    std::size_t found = m_lanes.size();
    for (const std::size_t i : order) {
        if (found == m_lanes.size() && m_lanes[i].list->lane().rowOf(version) >= 0)
            found = i;
    }
    const QScopedValueRollback settling(m_settling, true);
    // Who moves cards by keys goes with the card.
    const bool focused =
        std::ranges::any_of(m_lanes, [](const Lane& lane) { return lane.list->hasFocus(); });
    if (focused && found < m_lanes.size())
        m_lanes[found].list->setFocus(Qt::OtherFocusReason);
    for (std::size_t i = 0; i < m_lanes.size(); ++i) {
        LaneList* list = m_lanes[i].list;
        if (i == found)
            list->setCurrentIndex(list->lane().index(list->lane().rowOf(version)));
        else
            list->clearSelection();
    }
    if (found == m_lanes.size())
        return;
    m_current = version;
    m_currentLane = found;
}

void BoardView::laneCurrent(std::size_t lane, const QModelIndex& index) {
    if (m_settling || !index.isValid())
        return;
    const std::int64_t version = index.data(items::RawValue).toLongLong();
    if (version == m_current && lane == m_currentLane)
        return;
    m_currentLane = lane;
    setCurrentVersion(version);
    Q_EMIT currentVersionChanged(version);
}

void BoardView::step(std::size_t from, int by, bool withCard) {
    const auto to = static_cast<std::ptrdiff_t>(from) + by;
    if (to < 0 || to >= static_cast<std::ptrdiff_t>(m_lanes.size()))
        return;
    LaneList* here = m_lanes[from].list;
    if (withCard) {
        if (here->currentIndex().isValid())
            requestMove(here->currentIndex().data(items::RawValue).toLongLong(),
                        static_cast<std::size_t>(to));
        return;
    }
    LaneList* there = m_lanes[static_cast<std::size_t>(to)].list;
    const int row = std::min(std::max(0, here->currentIndex().row()), there->lane().rowCount() - 1);
    there->setFocus(Qt::OtherFocusReason);
    if (row >= 0)
        there->setCurrentIndex(there->lane().index(row));
    ensureWidgetVisible(there, metrics::Gap, 0);
}

void BoardView::requestMove(std::int64_t version, std::size_t to) {
    const BoardLane& lane = m_lanes[to].list->lane().lane();
    const QString from = m_currentLane < m_lanes.size()
                             ? items::toQString(m_lanes[m_currentLane].list->lane().lane().value)
                             : QString();
    Q_EMIT moveRequested(version, from, items::toQString(lane.value), lane.rest);
}

void BoardView::focusInEvent(QFocusEvent* event) {
    QScrollArea::focusInEvent(event);
    if (m_currentLane < m_lanes.size())
        m_lanes[m_currentLane].list->setFocus(event->reason());
}

}  // namespace podium::views
