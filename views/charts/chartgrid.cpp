// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartgrid.h"

#include "views/charts/addchartbutton.h"
#include "views/charts/chartcard.h"
#include "views/charts/chartgridlayout.h"
#include "views/charts/expressiondialog.h"
#include "views/charts/metricpicker.h"
#include "views/plot/lineplot.h"
#include "views/theme/theme.h"
#include "views/widgets/emptystate.h"

#include <QStackedLayout>

#include <algorithm>

namespace podium::views {

namespace {

constexpr int DefaultCharts = 4;
constexpr QLatin1String SystemPrefix("system/");

/// True if a place on the x axis of one chart is one on that of the other.
bool sameX(const PlotOptions& a, const PlotOptions& b) {
    return a.x == b.x && a.xMetric == b.xMetric && a.logX == b.logX &&
           a.fromRunStart == b.fromRunStart;
}

}  // namespace

ChartGrid::ChartGrid(ChartSource& source, QWidget* parent)
    : QWidget(parent),
      m_source(source),
      m_stack(new QStackedLayout(this)),
      m_empty(new EmptyState(this)),
      m_scroll(new QScrollArea(this)),
      m_content(new QWidget),
      m_layout(new ChartGridLayout(m_content)),
      m_add(new AddChartButton(m_content)),
      m_picker(new MetricPicker(this)) {
    setObjectName(QStringLiteral("chartGrid"));
    setAccessibleName(tr("Charts"));
    m_empty->setObjectName(QStringLiteral("chartsEmpty"));
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
    m_layout->setTrailer(m_add);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_scroll);
    connect(m_add, &AddChartButton::clicked, this, &ChartGrid::chooseMetric);
    connect(m_picker, &MetricPicker::picked, this,
            [this](const QString& metric) { m_scroll->ensureWidgetVisible(addChart(metric)); });
    connect(&source, &ChartSource::runsChanged, this, &ChartGrid::refresh);
    refresh();
}

void ChartGrid::refresh() {
    if (!m_chosen)
        chooseDefaults();
    m_stack->setCurrentWidget(m_source.runs().isEmpty() ? static_cast<QWidget*>(m_empty)
                                                        : m_scroll);
}

void ChartGrid::chooseDefaults() {
    QStringList metrics = m_source.metricKeys();
    metrics.removeIf([](const QString& metric) { return metric.startsWith(SystemPrefix); });
    // Charts that nobody arranged stay while one of them has something to show.
    const bool useful = std::ranges::any_of(m_cards, [&metrics](const ChartCard* card) {
        return metrics.contains(card->state().metric);
    });
    if (useful || metrics.isEmpty())
        return;
    for (ChartCard* card : m_cards) {
        m_layout->removeWidget(card);
        card->hide();
        card->deleteLater();
    }
    m_cards.clear();
    for (const QString& metric : metrics.mid(0, DefaultCharts))
        makeCard({metric, {}});
}

ChartCard* ChartGrid::makeCard(const ChartState& state) {
    auto* card = new ChartCard(m_source, state, m_content);
    m_layout->insert(static_cast<int>(m_cards.size()), card);
    QWidget* before = m_cards.empty() ? nullptr : m_cards.back();
    m_cards.push_back(card);
    if (before != nullptr)
        setTabOrder(before, card);
    setTabOrder(card, m_add);
    link(card);
    card->show();
    return card;
}

void ChartGrid::link(ChartCard* card) {
    LinePlot* plot = card->plot();
    const auto others = [this, card](auto act) {
        for (ChartCard* other : m_cards) {
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
    connect(plot, &LinePlot::lineHovered, this, [this](qint64 runNo) {
        // A band is none of the other charts' lines.
        if (runNo < 0)
            return;
        setHoveredRun(runNo);
        Q_EMIT hoveredRun(runNo);
    });
    connect(card, &ChartCard::runsClicked, this, &ChartGrid::runsClicked);
    connect(card, &ChartCard::stateChanged, this, &ChartGrid::changed);
    connect(card, &ChartCard::removeRequested, this, [this, card] { remove(card); });
    connect(card, &ChartCard::moveRequested, this, [this, card](int by) { move(card, by); });
    connect(card, &ChartCard::exported, this, &ChartGrid::exported);
    connect(card, &ChartCard::exportFailed, this, &ChartGrid::exportFailed);
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
    const auto found = std::ranges::find_if(m_cards, [&state](const ChartCard* card) {
        const ChartState& other = card->state();
        return other.metric == state.metric && other.expression == state.expression &&
               other.carry == state.carry;
    });
    if (found != m_cards.end())
        return *found;
    // A new card is read beside the others: it starts on their x axis.
    if (!m_cards.empty())
        state.options.x = m_cards.front()->state().options.x;
    ChartCard* card = makeCard(state);
    changed();
    return card;
}

void ChartGrid::remove(ChartCard* card) {
    std::erase(m_cards, card);
    m_layout->removeWidget(card);
    card->hide();
    card->deleteLater();
    changed();
}

void ChartGrid::move(ChartCard* card, int by) {
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
    m_chosen = true;
    Q_EMIT stateChanged();
}

void ChartGrid::setHoveredRun(qint64 runNo) {
    for (ChartCard* card : m_cards)
        card->plot()->setHovered(runNo);
}

void ChartGrid::chooseMetric() {
    QStringList metrics = m_source.metricKeys();
    for (const ChartCard* card : m_cards)
        metrics.removeOne(card->state().metric);
    m_picker->open(metrics, m_add);
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
    for (ChartCard* card : m_cards) {
        QString name = card->fileName();
        for (int n = 2; taken.contains(name, Qt::CaseInsensitive); ++n)
            name = card->fileName() + QStringLiteral("-%1").arg(n);
        taken << name;
        card->exportTo(folder + QLatin1Char('/') + name + QLatin1Char('.') + suffix, scale);
    }
}

ChartCard* ChartGrid::addRecipe(const ChartRecipe& recipe) {
    ChartCard* card = makeCard(recipe.state);
    changed();
    m_scroll->ensureWidgetVisible(card);
    return card;
}

QJsonArray ChartGrid::toJson() const {
    QJsonArray json;
    if (m_chosen) {
        for (const ChartCard* card : m_cards)
            json.append(views::toJson(card->state()));
    }
    return json;
}

void ChartGrid::fromJson(const QJsonArray& json) {
    for (ChartCard* card : m_cards) {
        m_layout->removeWidget(card);
        delete card;
    }
    m_cards.clear();
    m_chosen = !json.isEmpty();
    for (const QJsonValue& value : json) {
        const ChartState state = chartStateFromJson(value.toObject());
        if (!state.metric.isEmpty())
            makeCard(state);
    }
    refresh();
}

}  // namespace podium::views
