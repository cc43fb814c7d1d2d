// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartgrid.h"

#include "views/charts/addchartbutton.h"
#include "views/charts/carddrag.h"
#include "views/charts/chartcard.h"
#include "views/charts/chartgridlayout.h"
#include "views/charts/expressiondialog.h"
#include "views/charts/figuredefaults.h"
#include "views/charts/figurejson.h"
#include "views/charts/metricpicker.h"
#include "views/charts/runchartcard.h"
#include "views/charts/runchartsource.h"
#include "views/plot/lineplot.h"
#include "views/theme/theme.h"
#include "views/widgets/emptystate.h"

#include <QMenu>
#include <QPushButton>
#include <QStackedLayout>

#include <algorithm>

namespace podium::views {

namespace {

/// True if a place on the x axis of one chart is one on that of the other.
bool sameX(const PlotOptions& a, const PlotOptions& b) {
    return a.x == b.x && a.xMetric == b.xMetric && a.logX == b.logX &&
           a.fromRunStart == b.fromRunStart;
}

}  // namespace

ChartGrid::ChartGrid(ChartSource& source, QWidget* parent, RunChartSource* runs, Shows shows)
    : QWidget(parent),
      m_source(source),
      m_runSource(runs),
      m_stack(new QStackedLayout(this)),
      m_empty(new EmptyState(this)),
      m_scroll(new QScrollArea(this)),
      m_content(new QWidget),
      m_layout(new ChartGridLayout(m_content)),
      m_add(new AddChartButton(m_content)),
      m_picker(new MetricPicker(this)),
      m_shows(shows) {
    const bool system = shows == Shows::System;
    setObjectName(system ? QStringLiteral("systemGrid") : QStringLiteral("chartGrid"));
    setAccessibleName(system ? tr("Charts of system metrics") : tr("Charts"));
    m_empty->setObjectName(QStringLiteral("chartsEmpty"));
    if (system)
        m_empty->setContent(QStringLiteral("chart-line"), tr("No system metrics"),
                            tr("MLflow records them for runs that are started with "
                               "log_system_metrics=True"));
    else
        m_empty->setContent(QStringLiteral("chart-line"), tr("No charts yet"),
                            tr("Choose runs to see their metrics here"));
    // Its words must not keep the window from being narrow.
    m_empty->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_scroll->setObjectName(QStringLiteral("chartScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_content);
    if (system)
        m_add->hide();
    else
        m_layout->setTrailer(m_add);
    m_drag = new CardDrag(
        *m_scroll, [this]() -> const std::vector<GridCard*>& { return m_cards; }, this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_scroll);
    if (m_runSource != nullptr) {
        QPushButton* add = m_empty->addButton(tr("Add chart…"));
        add->setObjectName(QStringLiteral("chartsEmptyAdd"));
        connect(add, &QPushButton::clicked, this, &ChartGrid::chooseChart);
    }
    connect(m_add, &AddChartButton::clicked, this, &ChartGrid::chooseChart);
    connect(m_picker, &MetricPicker::picked, this,
            [this](const QString& metric) { m_scroll->ensureWidgetVisible(addChart(metric)); });
    connect(&source, &ChartSource::runsChanged, this, &ChartGrid::refresh);
    if (m_runSource != nullptr)
        connect(m_runSource, &RunChartSource::runsChanged, this, [this] {
            // Which params there are is known with the runs.
            for (const RunChartCard* card : runCards()) {
                if (card->options().kind == FigureKind::Importance)
                    return wantColumns();
            }
        });
    refresh();
}

void ChartGrid::refresh() {
    if (m_shows == Shows::System)
        chooseSystem();
    else if (!m_chosen)
        chooseDefaults();
    // Charts of runs show the table's runs, chosen or not.
    const bool anything = m_shows == Shows::System
                              ? !m_cards.empty()
                              : !m_source.runs().isEmpty() || !runCards().empty();
    m_stack->setCurrentWidget(anything ? static_cast<QWidget*>(m_scroll) : m_empty);
}

std::vector<ChartCard*> ChartGrid::cards() const {
    std::vector<ChartCard*> cards;
    for (GridCard* card : m_cards) {
        if (auto* metric = qobject_cast<ChartCard*>(card))
            cards.push_back(metric);
    }
    return cards;
}

std::vector<RunChartCard*> ChartGrid::runCards() const {
    std::vector<RunChartCard*> cards;
    for (GridCard* card : m_cards) {
        if (auto* runs = qobject_cast<RunChartCard*>(card))
            cards.push_back(runs);
    }
    return cards;
}

ChartCard* ChartGrid::makeCard(const ChartState& state) {
    auto* card = new ChartCard(m_source, state, m_content);
    place(card);
    link(card);
    return card;
}

RunChartCard* ChartGrid::makeRunCard(const FigureOptions& options) {
    auto* card = new RunChartCard(*m_runSource, options, m_content);
    place(card);
    connect(card, &RunChartCard::filterRequested, this, &ChartGrid::filterRequested);
    connect(card, &GridCard::stateChanged, this, &ChartGrid::wantColumns);
    return card;
}

/// Puts a new card at the end and listens to what all cards say.
void ChartGrid::place(GridCard* card) {
    m_layout->insert(static_cast<int>(m_cards.size()), card);
    QWidget* before = m_cards.empty() ? nullptr : m_cards.back();
    m_cards.push_back(card);
    if (before != nullptr)
        setTabOrder(before, card);
    setTabOrder(card, m_add);
    m_drag->watch(card);
    connect(card, &GridCard::runsClicked, this, &ChartGrid::runsClicked);
    connect(card, &GridCard::hoveredRun, this, [this](qint64 runNo) {
        setHoveredRun(runNo);
        Q_EMIT hoveredRun(runNo);
    });
    connect(card, &GridCard::stateChanged, this, &ChartGrid::changed);
    connect(card, &GridCard::removeRequested, this, [this, card] { remove(card); });
    connect(card, &GridCard::moveRequested, this, [this, card](int by) { move(card, by); });
    connect(card, &GridCard::exported, this, &ChartGrid::exported);
    connect(card, &GridCard::exportFailed, this, &ChartGrid::exportFailed);
    card->show();
}

void ChartGrid::wantColumns() {
    if (m_runSource == nullptr)
        return;
    std::vector<query::ColumnKey> columns;
    for (const RunChartCard* card : runCards()) {
        for (const query::ColumnKey& key : card->wantedColumns()) {
            if (std::ranges::find(columns, key) == columns.end())
                columns.push_back(key);
        }
    }
    m_runSource->want(columns);
}

void ChartGrid::link(ChartCard* card) {
    LinePlot* plot = card->plot();
    const auto others = [this, card](auto act) {
        for (ChartCard* other : cards()) {
            if (other != card && sameX(other->state().options, card->state().options))
                act(other->plot());
        }
    };
    connect(plot, &LinePlot::xRangeChanged, this, [others](double low, double high) {
        others([=](LinePlot* other) { other->setXRange({low, high}); });
    });
    connect(plot, &LinePlot::xRangeReset, this,
            [others] { others([](LinePlot* other) { other->resetZoom(); }); });
    connect(plot, &LinePlot::cursorMoved, this,
            [others](double x) { others([x](LinePlot* other) { other->setLinkedCursor(x); }); });
    connect(plot, &LinePlot::cursorLeft, this,
            [others] { others([](LinePlot* other) { other->setLinkedCursor(std::nullopt); }); });
}

ChartCard* ChartGrid::addChart(const QString& metric) {
    return add({metric, {}});
}

ChartCard* ChartGrid::addExpression(const QString& expression, bool carry) {
    ChartState state{expression, {}};
    state.expression = true;
    state.carry = carry;
    return add(std::move(state));
}

ChartCard* ChartGrid::add(ChartState state) {
    const std::vector<ChartCard*> others = cards();
    const auto found = std::ranges::find_if(others, [&state](const ChartCard* card) {
        const ChartState& other = card->state();
        return other.metric == state.metric && other.expression == state.expression &&
               other.carry == state.carry;
    });
    if (found != others.end())
        return *found;
    // A new card is read beside the others: it starts on their x axis.
    if (!others.empty())
        state.options.x = others.front()->state().options.x;
    ChartCard* card = makeCard(state);
    changed();
    return card;
}

RunChartCard* ChartGrid::addRunChart(const FigureOptions& options) {
    RunChartCard* card = makeRunCard(options);
    wantColumns();
    changed();
    refresh();
    return card;
}

void ChartGrid::addKind(FigureKind kind) {
    m_scroll->ensureWidgetVisible(
        addRunChart(defaultFigure(kind, *m_runSource->runs(), m_runSource->columns())));
}

void ChartGrid::remove(GridCard* card) {
    if (const auto* metric = qobject_cast<ChartCard*>(card); metric && m_shows == Shows::System)
        m_dismissed << metric->state().metric;
    std::erase(m_cards, card);
    m_layout->removeWidget(card);
    card->hide();
    card->deleteLater();
    wantColumns();
    changed();
    refresh();
}

void ChartGrid::move(GridCard* card, int by) {
    const auto at = std::ranges::find(m_cards, card);
    const auto from = static_cast<int>(at - m_cards.begin());
    const int to = std::clamp(from + by, 0, static_cast<int>(m_cards.size()) - 1);
    if (from == to)
        return;
    m_cards.erase(at);
    m_cards.insert(m_cards.begin() + to, card);
    m_layout->move(from, to);
    changed();
}

void ChartGrid::changed() {
    if (m_shows == Shows::System)
        return;
    m_chosen = true;
    Q_EMIT stateChanged();
}

void ChartGrid::setHoveredRun(qint64 runNo) {
    for (GridCard* card : m_cards)
        card->setHoveredRun(runNo);
}

void ChartGrid::chooseChart() {
    if (m_runSource == nullptr) {
        chooseMetric();
        return;
    }
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("addChartMenu"));
    menu->setAccessibleName(tr("Add chart"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* lines = menu->addAction(tr("Lines of a metric…"));
    lines->setObjectName(QStringLiteral("addLineChart"));
    connect(lines, &QAction::triggered, this, &ChartGrid::chooseMetric);
    QAction* expression = menu->addAction(tr("Lines of an expression…"));
    expression->setObjectName(QStringLiteral("addExpressionLines"));
    connect(expression, &QAction::triggered, this, &ChartGrid::chooseExpression);
    menu->addSeparator();
    for (const FigureKind kind : offeredKinds()) {
        QAction* action = menu->addAction(kindTitle(kind));
        action->setObjectName(QStringLiteral("addRunChart:") + kindName(kind));
        connect(action, &QAction::triggered, this, [this, kind] { addKind(kind); });
    }
    const bool shown = m_add->isVisible() && !m_add->visibleRegion().isEmpty();
    QWidget* anchor = shown ? static_cast<QWidget*>(m_add) : this;
    menu->popup(anchor->mapToGlobal(anchor->rect().center()));
}

void ChartGrid::chooseMetric() {
    QStringList metrics = m_source.metricKeys();
    for (const ChartCard* card : cards())
        metrics.removeOne(card->state().metric);
    const bool empty = m_stack->currentWidget() == m_empty;
    m_picker->open(metrics, empty ? m_empty : static_cast<QWidget*>(m_add));
}

void ChartGrid::chooseExpression() {
    auto* dialog = new ExpressionDialog({}, false, m_source.metricKeys(), window());
    connect(dialog, &ExpressionDialog::expressionAccepted, this,
            [this](const QString& expression, bool carry) {
                ChartCard* card = addExpression(expression, carry);
                // A new card has its place once the layout was asked for it.
                QMetaObject::invokeMethod(
                    card, [this, card] { m_scroll->ensureWidgetVisible(card); },
                    Qt::QueuedConnection);
            });
    dialog->open();
}

void ChartGrid::exportAll(const QString& folder, const QString& suffix, double scale) {
    QStringList taken;
    for (GridCard* card : m_cards) {
        QString name = card->fileName();
        for (int n = 2; taken.contains(name, Qt::CaseInsensitive); ++n)
            name = card->fileName() + QStringLiteral("-%1").arg(n);
        taken << name;
        card->exportTo(folder + QLatin1Char('/') + name + QLatin1Char('.') + suffix, scale);
    }
}

void ChartGrid::addRecipe(const ChartRecipe& recipe) {
    GridCard* card = nullptr;
    if (!recipe.figure)
        card = makeCard(recipe.state);
    else if (m_runSource != nullptr)
        card = makeRunCard(*recipe.figure);
    if (card == nullptr)
        return;
    wantColumns();
    changed();
    refresh();
    m_scroll->ensureWidgetVisible(card);
}

QJsonArray ChartGrid::toJson() const {
    QJsonArray json;
    if (m_chosen) {
        for (const GridCard* card : m_cards)
            json.append(card->json());
    }
    return json;
}

void ChartGrid::fromJson(const QJsonArray& json) {
    for (GridCard* card : m_cards) {
        m_layout->removeWidget(card);
        delete card;
    }
    m_cards.clear();
    m_chosen = !json.isEmpty();
    for (const QJsonValue& value : json) {
        const std::optional<FigureOptions> figure = figureFromJson(value.toObject());
        const ChartState state = chartStateFromJson(value.toObject());
        if (figure && m_runSource != nullptr)
            makeRunCard(*figure);
        else if (!state.metric.isEmpty())
            makeCard(state);
    }
    wantColumns();
    refresh();
}

}  // namespace podium::views
