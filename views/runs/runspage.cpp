// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/runs/runspage.h"

#include "query/query.h"

#include "views/runs/aliasdialog.h"
#include "views/runs/columnpicker.h"
#include "views/runs/groupmenu.h"
#include "views/runs/runtable.h"
#include "views/theme/colors.h"
#include "views/widgets/emptystate.h"
#include "views/widgets/messagebar.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QUndoStack>
#include <QVBoxLayout>

namespace podium::views {

using session::edit;
using session::ViewEdit;

namespace {

constexpr int LayoutVersion = 1;
constexpr int LoadingHeight = 2;

}  // namespace

RunsPage::RunsPage(session::RunsView& view, session::ChosenRuns& chosen, QUndoStack& undo,
                   base::Clock clock, QWidget* parent)
    : QWidget(parent),
      m_view(view),
      m_chosen(chosen),
      m_undo(undo),
      m_messages(new MessageBar(this)),
      m_loading(new QProgressBar(this)),
      m_splitter(new QSplitter(Qt::Vertical, this)),
      m_stack(new QStackedWidget(this)),
      m_table(new RunTable(std::move(clock), this)),
      m_empty(new EmptyState(this)) {
    setObjectName(QStringLiteral("runsPage"));
    m_splitter->setObjectName(QStringLiteral("runsSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_empty->setObjectName(QStringLiteral("runsEmpty"));
    m_empty->setAutoFillBackground(true);
    m_empty->setBackgroundRole(QPalette::Base);
    m_clearFilter = m_empty->addButton(tr("Clear filter"), true);
    m_clearFilter->setObjectName(QStringLiteral("runsClearFilter"));
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_splitter->addWidget(m_stack);
    m_table->runs().setSlots([&chosen](base::RunNo run, std::string_view runId) {
        return chosen.slot(run, runId, SeriesColorCount);
    });
    connect(&chosen, &session::ChosenRuns::slotsChanged, m_table->viewport(),
            qOverload<>(&QWidget::update));
    m_loading->setObjectName(QStringLiteral("runsLoading"));
    m_loading->setAccessibleName(tr("Loading runs"));
    m_loading->setRange(0, 0);
    m_loading->setTextVisible(false);
    m_loading->setFixedHeight(LoadingHeight);
    QSizePolicy kept = m_loading->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_loading->setSizePolicy(kept);
    m_loading->hide();
    m_messages->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_splitter, 1);
    setFocusProxy(m_table);
    connectView();
    connectTable();
    snapshotChanged();
    shownChanged();
}

void RunsPage::connectView() {
    using session::ChosenRuns;
    using session::RunsView;
    connect(&m_view, &RunsView::snapshotChanged, this, &RunsPage::snapshotChanged);
    connect(&m_view, &RunsView::filterChanged, this, &RunsPage::showState);
    connect(&m_view, &RunsView::loadingChanged, this, [this](bool loading) {
        m_isLoading = loading;
        m_loading->setVisible(loading);
        m_loading->setGeometry(0, 0, width(), LoadingHeight);
        m_loading->raise();
        showState();
    });
    connect(&m_view, &RunsView::failed, this,
            [this](const base::Error& error) { m_messages->showError(error); });
    connect(&m_chosen, &ChosenRuns::shownChanged, this, &RunsPage::shownChanged);
    connect(&m_chosen, &ChosenRuns::selectionChanged, this,
            [this] { m_table->selectRuns(m_chosen.selected()); });
    connect(&m_chosen, &ChosenRuns::hoveredChanged, m_table, &RunTable::setHighlighted);
    connect(m_clearFilter, &QPushButton::clicked, this, &RunsPage::clearFilter);
}

void RunsPage::connectTable() {
    connect(m_table, &RunTable::runsSelected, &m_chosen, &session::ChosenRuns::setSelected);
    connect(m_table, &RunTable::runHovered, &m_chosen, &session::ChosenRuns::setHovered);
    connect(m_table, &RunTable::toggleShownRequested, this,
            [this](const std::vector<base::RunNo>& runs) { m_chosen.toggleShown(runs, m_undo); });
    connect(m_table, &RunTable::colourRequested, this,
            [this](const std::vector<base::RunNo>& runs, int colour) {
                m_chosen.setColour(runs, colour, m_undo);
            });
    connect(m_table, &RunTable::widthsChanged, this, &RunsPage::layoutChanged);
    connect(m_splitter, &QSplitter::splitterMoved, this, &RunsPage::layoutChanged);
    connect(m_table, &RunTable::orderToggled, this,
            [this](const query::ColumnKey& column, bool add) {
                edit(m_undo, m_view, ViewEdit::Order, tr("order"),
                     [&] { m_view.toggleOrder(column, add); });
            });
    connect(m_table, &RunTable::orderRequested, this,
            [this](const std::vector<query::OrderKey>& order) {
                edit(m_undo, m_view, ViewEdit::Order, tr("order"), [&] { m_view.setOrder(order); });
            });
    connect(m_table, &RunTable::columnsRequested, this, &RunsPage::editColumns);
    connect(m_table, &RunTable::changeRequested, this,
            [this](ViewEdit what, const QString& words, const RunTable::Change& change) {
                session::ViewState state = m_view.state();
                change(state);
                state.columnsChosen = state.columnsChosen || state.columns != m_view.columns();
                edit(m_undo, m_view, what, words, [&] { m_view.setState(state); });
            });
    connect(m_table, &RunTable::directionRequested, this, &RunsPage::setDirection);
    connect(m_table, &RunTable::aliasesRequested, this, &RunsPage::editAliases);
    connect(m_table, &RunTable::columnPickerRequested, this, &RunsPage::pickColumns);
    connect(m_table, &RunTable::runOpened, this, &RunsPage::runOpened);
}

void RunsPage::editColumns(const std::vector<query::ColumnKey>& columns) {
    edit(m_undo, m_view, ViewEdit::Columns, tr("columns"), [&] { m_view.setColumns(columns); });
}

void RunsPage::clearFilter() {
    edit(m_undo, m_view, ViewEdit::Filter, tr("filter"), [this] { m_view.setFilter({}); });
}

void RunsPage::narrow(const QString& filter) {
    const QString now = m_view.filter().trimmed();
    if (filter.isEmpty())
        return;
    const QString both = QStringLiteral("(%1) AND %2").arg(now, filter);
    // Plain words, and what cannot be read, have no place in a longer filter.
    const bool alone = now.isEmpty() || !query::parseFilter(both.toStdString()).ok();
    edit(m_undo, m_view, ViewEdit::Filter, tr("filter"),
         [&] { m_view.setFilter(alone ? filter : both); });
}

void RunsPage::takeRules(const session::MetricRules& rules) {
    m_view.setRules(rules);
    Q_EMIT rulesEdited(rules);
}

void RunsPage::setDirection(const std::string& metric, query::Direction direction) {
    session::MetricRules rules = m_view.rules();
    if (direction == query::Direction::Unknown)
        rules.directions.erase(metric);
    else
        rules.directions[metric] = direction;
    takeRules(rules);
}

void RunsPage::editAliases(const std::string& metric) {
    auto* dialog = new AliasDialog(metric, m_view.rules(), m_view.names().metrics, this);
    connect(dialog, &AliasDialog::rulesEdited, this, &RunsPage::takeRules);
    dialog->open();
}

void RunsPage::chooseGroups(QWidget* anchor) {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("groupMenu"));
    menu->setAccessibleName(tr("Group by"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillGroupMenu(*menu, m_view, [this](const std::vector<query::ColumnKey>& levels) {
        edit(m_undo, m_view, ViewEdit::Grouping, tr("grouping"),
             [&] { m_view.setGroupBy(levels); });
    });
    QWidget* below = anchor != nullptr && anchor->isVisible() ? anchor : this;
    const QPoint corner = below == this ? rect().topRight() : QPoint(0, anchor->height());
    menu->popup(below->mapToGlobal(corner));
}

void RunsPage::snapshotChanged() {
    m_table->setSnapshot(m_view.snapshot());
    showState();
}

void RunsPage::shownChanged() {
    m_table->runs().setShown(m_chosen.shown());
    m_table->viewport()->update();
}

void RunsPage::showState() {
    const auto snapshot = m_view.snapshot();
    const bool empty = !snapshot || snapshot->tree.size() == 0;
    m_clearFilter->setVisible(false);
    if (!empty || (m_isLoading && !m_view.experiments().empty())) {
        m_stack->setCurrentWidget(m_table);
        return;
    }
    if (m_view.experiments().empty()) {
        m_empty->setContent(QStringLiteral("flask-conical"), tr("Choose an experiment"),
                            tr("Its runs are shown here. Several experiments can be chosen "
                               "together with Ctrl or Shift."));
    } else if (snapshot && snapshot->total > 0) {
        m_empty->setContent(QStringLiteral("search"), tr("No runs match"),
                            tr("The filter leaves out every run of this experiment."));
        m_clearFilter->setVisible(true);
    } else {
        m_empty->setContent(QStringLiteral("list"), tr("No runs here"),
                            tr("This experiment has no runs yet. New ones appear by themselves."));
    }
    m_stack->setCurrentWidget(m_empty);
}

void RunsPage::setTopBar(QWidget* bar) {
    static_cast<QVBoxLayout*>(layout())->insertWidget(1, bar);
}

void RunsPage::setChartArea(QWidget* charts) {
    m_charts = charts;
    m_splitter->addWidget(charts);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({400, 400});
}

void RunsPage::setChartsVisible(bool visible) {
    if (m_charts && visible != chartsVisible()) {
        m_charts->setVisible(visible);
        Q_EMIT layoutChanged();
    }
}

bool RunsPage::chartsVisible() const {
    return m_charts && !m_charts->isHidden();
}

QByteArray RunsPage::saveLayout() const {
    QJsonArray sizes;
    for (const int size : m_splitter->sizes())
        sizes.append(size);
    QJsonObject layout;
    layout.insert(QStringLiteral("version"), LayoutVersion);
    layout.insert(QStringLiteral("sizes"), sizes);
    layout.insert(QStringLiteral("charts"), !m_charts || !m_charts->isHidden());
    layout.insert(QStringLiteral("widths"),
                  QJsonDocument::fromJson(m_table->saveWidths()).object());
    return QJsonDocument(layout).toJson(QJsonDocument::Compact);
}

void RunsPage::restoreLayout(const QByteArray& json) {
    const QJsonObject layout = QJsonDocument::fromJson(json).object();
    if (layout.value(QStringLiteral("version")).toInt() != LayoutVersion)
        return;
    QList<int> sizes;
    for (const QJsonValue& size : layout.value(QStringLiteral("sizes")).toArray())
        sizes.append(size.toInt());
    if (sizes.size() == m_splitter->count())
        m_splitter->setSizes(sizes);
    setChartsVisible(layout.value(QStringLiteral("charts")).toBool(true));
    m_table->restoreWidths(
        QJsonDocument(layout.value(QStringLiteral("widths")).toObject()).toJson());
}

void RunsPage::pickColumns() {
    if (!m_picker) {
        m_picker = new ColumnPicker(this);
        m_picker->setAttribute(Qt::WA_DeleteOnClose);
        m_picker->setNames(m_view.names());
        m_picker->setColumns(m_view.columns());
        connect(m_picker, &ColumnPicker::columnsEdited, this, &RunsPage::editColumns);
        connect(&m_view, &session::RunsView::namesChanged, m_picker,
                [this] { m_picker->setNames(m_view.names()); });
        connect(&m_view, &session::RunsView::columnsChanged, m_picker,
                [this] { m_picker->setColumns(m_view.columns()); });
    }
    m_picker->show();
    m_picker->raise();
    m_picker->activateWindow();
}

}  // namespace podium::views
