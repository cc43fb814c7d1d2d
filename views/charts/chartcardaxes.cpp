// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartcard.h"

#include "views/charts/chartlegend.h"
#include "views/charts/rangedialog.h"
#include "views/plot/lineplot.h"
#include "views/text/text.h"
#include "views/theme/theme.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSlider>
#include <QWidgetAction>

#include <algorithm>
#include <cmath>

/// The part of a card's menu that says how its lines are shown.
namespace podium::views {

namespace {

constexpr int SliderSteps = 100;  // of the exponential average hundredths; the last one is 0.99
constexpr int MostOffered = 40;   // metrics and runs in a menu

/// A name in a menu, where "&" would mark a letter.
QString menuText(const QString& name) {
    return oneLine(name.toStdString(), 80).replace(QLatin1Char('&'), QLatin1String("&&"));
}

/// What a place of the slider means for a kind of smoothing, and back.
double amountAt(series::SmoothKind kind, int place) {
    switch (kind) {
        case series::SmoothKind::Exponential:
            return static_cast<double>(place) / SliderSteps;
        case series::SmoothKind::RunningMean:
            // 1, 3, 5 ... 1001 points, finer where they are few.
            return place == 0 ? 0 : 1 + 2 * std::round(500 * std::pow(place / 99.0, 2.5) + 0.5);
        case series::SmoothKind::Gaussian:
            return place == 0 ? 0 : std::round(10 * 200 * std::pow(place / 99.0, 2.5) + 1) / 10;
    }
    return 0;
}

int placeOf(series::SmoothKind kind, double amount) {
    int best = 0;
    for (int place = 0; place < SliderSteps; ++place) {
        if (std::abs(amountAt(kind, place) - amount) < std::abs(amountAt(kind, best) - amount))
            best = place;
    }
    return best;
}

}  // namespace

QAction* ChartCard::addToggle(QMenu* menu, const QString& name, const QString& text,
                              bool PlotOptions::*option) {
    QAction* action = menu->addAction(text);
    action->setObjectName(name);
    action->setCheckable(true);
    connect(action, &QAction::toggled, this, [this, option](bool on) {
        PlotOptions options = m_state.options;
        options.*option = on;
        setOptions(options);
    });
    m_syncs.emplace_back([this, action, option] {
        const QSignalBlocker quiet(action);
        action->setChecked(m_state.options.*option);
    });
    return action;
}

template <typename Value>
QActionGroup* ChartCard::addChoice(QMenu* menu, const QString& name,
                                   const QVector<std::pair<QString, Value>>& choices,
                                   Value PlotOptions::*option) {
    auto* group = new QActionGroup(menu);
    for (const auto& [text, value] : choices) {
        QAction* action = menu->addAction(text);
        action->setObjectName(name + QString::number(static_cast<int>(value)));
        action->setCheckable(true);
        action->setData(static_cast<int>(value));
        group->addAction(action);
    }
    connect(group, &QActionGroup::triggered, this, [this, option](const QAction* action) {
        PlotOptions options = m_state.options;
        options.*option = static_cast<Value>(action->data().toInt());
        setOptions(options);
    });
    m_syncs.emplace_back([this, group, option] {
        for (QAction* action : group->actions())
            action->setChecked(action->data().toInt() == static_cast<int>(m_state.options.*option));
    });
    return group;
}

void ChartCard::addAxisActions() {
    QMenu* axis = m_menu->addMenu(tr("X axis"));
    m_axisActions = addChoice<series::XKind>(axis, QStringLiteral("chartX"),
                                             {{tr("Step"), series::XKind::Step},
                                              {tr("Wall time"), series::XKind::WallTime},
                                              {tr("Relative time"), series::XKind::RelativeTime}},
                                             &PlotOptions::x);
    connect(m_axisActions, &QActionGroup::triggered, this, [this] {
        PlotOptions options = m_state.options;
        options.xMetric.clear();
        setOptions(options);
    });
    axis->addSeparator();
    addToggle(axis, QStringLiteral("chartFromRunStart"), tr("Relative time from the run's start"),
              &PlotOptions::fromRunStart);
    m_xMetrics = axis->addMenu(tr("Another metric"));
    m_xMetrics->setObjectName(QStringLiteral("chartXMetrics"));
    connect(m_xMetrics, &QMenu::aboutToShow, this, &ChartCard::fillXMetrics);
    addToggle(axis, QStringLiteral("chartCarryForward"), tr("Carry its last value forward"),
              &PlotOptions::carryForward);
    axis->addSeparator();
    addToggle(axis, QStringLiteral("chartLogX"), tr("Logarithmic x axis"), &PlotOptions::logX);
    addToggle(axis, QStringLiteral("chartRestarts"), tr("Restarts as lines of their own"),
              &PlotOptions::separateRestarts);
    addToggle(m_menu, QStringLiteral("chartLog"), tr("Logarithmic y axis"), &PlotOptions::logY);
    addToggle(m_menu, QStringLiteral("chartOutliers"), tr("Leave outliers out of the y axis"),
              &PlotOptions::withoutOutliers);
    addAction(m_menu, QStringLiteral("chartRanges"), tr("Ranges of the axes…"),
              &ChartCard::editRanges);
}

void ChartCard::fillXMetrics() {
    m_xMetrics->clear();
    QStringList metrics = m_source.metricKeys();
    metrics.removeOne(m_state.metric);
    // Counters of epochs and the like are what one mostly wants here.
    std::ranges::stable_sort(metrics, {}, [](const QString& key) {
        return key.contains(QLatin1String("epoch"), Qt::CaseInsensitive) ? 0 : 1;
    });
    for (const QString& metric : metrics.mid(0, MostOffered)) {
        QAction* action = m_xMetrics->addAction(menuText(metric));
        action->setCheckable(true);
        action->setChecked(metric == m_state.options.xMetric);
        connect(action, &QAction::triggered, this, [this, metric] {
            PlotOptions options = m_state.options;
            const bool same = options.xMetric == metric;
            options.xMetric = same ? QString() : metric;
            options.carryForward =
                !same && metric.contains(QLatin1String("epoch"), Qt::CaseInsensitive);
            setOptions(options);
        });
    }
    if (metrics.isEmpty())
        m_xMetrics->addAction(tr("The shown runs have no other metric"))->setEnabled(false);
}

void ChartCard::addSmoothing() {
    QMenu* kinds = m_menu->addMenu(tr("Kind of smoothing"));
    m_smoothKinds = addChoice<series::SmoothKind>(
        kinds, QStringLiteral("chartSmooth"),
        {{tr("Exponential average, as MLflow and TensorBoard"), series::SmoothKind::Exponential},
         {tr("Running mean of points"), series::SmoothKind::RunningMean},
         {tr("Gaussian"), series::SmoothKind::Gaussian}},
        &PlotOptions::smoothKind);
    connect(m_smoothKinds, &QActionGroup::triggered, this, [this] {
        // The same place on the slider, in the new kind's measure.
        PlotOptions options = m_state.options;
        options.smoothing = amountAt(options.smoothKind, m_smoothing->value());
        setOptions(options);
    });
    auto* row = new QWidget(m_menu);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(metrics::Group + metrics::Gap, metrics::Unit, metrics::Group,
                               metrics::Unit);
    m_smoothingText = new QLabel(row);
    m_smoothing = new QSlider(Qt::Horizontal, row);
    m_smoothing->setObjectName(QStringLiteral("chartSmoothing"));
    m_smoothing->setAccessibleName(tr("Smoothing"));
    m_smoothing->setRange(0, SliderSteps - 1);
    m_smoothing->setPageStep(10);
    m_smoothing->setMinimumWidth(120);
    m_smoothingText->setBuddy(m_smoothing);
    layout->addWidget(m_smoothingText);
    layout->addWidget(m_smoothing, 1);
    auto* action = new QWidgetAction(m_menu);
    action->setDefaultWidget(row);
    m_menu->addAction(action);
    connect(m_smoothing, &QSlider::valueChanged, this, [this](int value) {
        PlotOptions options = m_state.options;
        options.smoothing = amountAt(options.smoothKind, value);
        setOptions(options);
    });
    m_syncs.emplace_back([this] { syncSmoothing(); });
}

void ChartCard::syncSmoothing() {
    const PlotOptions& options = m_state.options;
    const QSignalBlocker quiet(m_smoothing);
    m_smoothing->setValue(placeOf(options.smoothKind, options.smoothing));
    const bool exponential = options.smoothKind == series::SmoothKind::Exponential;
    m_smoothingText->setText(
        exponential ? tr("Smoothing %1").arg(QString::number(options.smoothing, 'f', 2))
                    : tr("Smoothing over %1 points").arg(QString::number(options.smoothing)));
}

void ChartCard::addGroupActions() {
    QMenu* menu = m_menu->addMenu(tr("Groups"));
    addToggle(menu, QStringLiteral("chartBands"), tr("Groups as bands"), &PlotOptions::bands);
    addToggle(menu, QStringLiteral("chartMembers"), tr("Their runs, faint"), &PlotOptions::members);
    menu->addSection(tr("Middle"));
    addChoice<series::BandCentre>(
        menu, QStringLiteral("chartCentre"),
        {{tr("Mean"), series::BandCentre::Mean}, {tr("Median"), series::BandCentre::Median}},
        &PlotOptions::centre);
    menu->addSection(tr("Band"));
    addChoice<series::BandSpread>(menu, QStringLiteral("chartSpread"),
                                  {{tr("Standard deviation"), series::BandSpread::Deviation},
                                   {tr("Standard error"), series::BandSpread::StandardError},
                                   {tr("95 % confidence"), series::BandSpread::Confidence95},
                                   {tr("Quartiles"), series::BandSpread::Quartiles},
                                   {tr("Least to greatest"), series::BandSpread::MinMax}},
                                  &PlotOptions::spread);
}

void ChartCard::addBaselineMenu() {
    m_baselines = m_menu->addMenu(tr("Difference to"));
    m_baselines->setObjectName(QStringLiteral("chartBaselines"));
    connect(m_baselines, &QMenu::aboutToShow, this, &ChartCard::fillBaselines);
}

void ChartCard::fillBaselines() {
    m_baselines->clear();
    const auto add = [this](const QString& text, qint64 runNo) {
        QAction* action = m_baselines->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_state.options.baseline == runNo);
        connect(action, &QAction::triggered, this, [this, runNo] {
            PlotOptions options = m_state.options;
            options.baseline = runNo;
            setOptions(options);
        });
    };
    add(tr("Nothing: the values themselves"), 0);
    m_baselines->addSeparator();
    for (const ChartRun& run : m_source.runs().mid(0, MostOffered))
        add(menuText(run.name), run.runNo);
}

void ChartCard::addMarkActions() {
    QMenu* menu = m_menu->addMenu(tr("Mark the best value"));
    addChoice<BestMark>(menu, QStringLiteral("chartBest"),
                        {{tr("None"), BestMark::None},
                         {tr("The least"), BestMark::Least},
                         {tr("The greatest"), BestMark::Greatest}},
                        &PlotOptions::best);
    m_legendAction = m_menu->addAction(tr("Legend"));
    m_legendAction->setObjectName(QStringLiteral("chartLegendShown"));
    m_legendAction->setCheckable(true);
    connect(m_legendAction, &QAction::toggled, this, [this](bool on) {
        m_state.legend = on;
        m_legend->setVisible(on);
        updateLegend();
        Q_EMIT stateChanged();
    });
    m_syncs.emplace_back([this] {
        const QSignalBlocker quiet(m_legendAction);
        m_legendAction->setChecked(m_state.legend);
    });
    QAction* prove = m_menu->addAction(tr("Check every point"));
    prove->setObjectName(QStringLiteral("chartProve"));
    connect(prove, &QAction::triggered, this, &ChartCard::prove);
}

void ChartCard::editRanges() {
    auto* dialog = new RangeDialog(m_state.options, m_plot->xRange(), m_plot->yRange(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { setOptions(dialog->options()); });
    dialog->open();
}

}  // namespace podium::views
