// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/runchartcard.h"

#include "views/charts/axismarkdialog.h"
#include "views/charts/cardfiles.h"
#include "views/charts/metricpicker.h"
#include "views/figure/runplot.h"
#include "views/runs/celltext.h"
#include "views/theme/theme.h"

#include "items/cell.h"

#include <QActionGroup>
#include <QHash>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

/// The menu of a chart of runs, made anew each time it opens.
namespace podium::views {

/// A column that a chart has a place for.
struct RunChartCard::Slot {
    QString name;
    QString title;
    std::optional<query::ColumnKey> FigureOptions::*column;
    bool optional = false;
};

QMenu* RunChartCard::menu() {
    fillMenu();
    return m_menu;
}

void RunChartCard::fillMenu() {
    m_menu->clear();
    qDeleteAll(m_menu->findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly));
    addColumns();
    m_menu->addSeparator();
    addKindOptions();
    m_menu->addSeparator();
    addCommon();
}

QAction* RunChartCard::addAction(QMenu* menu, const QString& name, const QString& text,
                                 const std::function<void()>& act) {
    QAction* action = menu->addAction(text);
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, act);
    return action;
}

void RunChartCard::addToggle(QMenu* menu, const QString& name, const QString& text,
                             bool FigureOptions::*option) {
    QAction* action = addAction(menu, name, text, [this, option] {
        edit([option](FigureOptions& options) { options.*option = !(options.*option); });
    });
    action->setCheckable(true);
    action->setChecked(m_options.*option);
}

template <typename Value>
void RunChartCard::addChoice(QMenu* menu, const QString& name,
                             const QVector<std::pair<QString, Value>>& choices,
                             Value FigureOptions::*option) {
    auto* group = new QActionGroup(menu);
    for (const auto& [text, value] : choices) {
        QAction* action =
            addAction(menu, QStringLiteral("%1:%2").arg(name).arg(static_cast<int>(value)), text,
                      [this, option, chosen = value] {
                          edit([&](FigureOptions& options) { options.*option = chosen; });
                      });
        action->setCheckable(true);
        action->setChecked(m_options.*option == value);
        group->addAction(action);
    }
}

void RunChartCard::pick(const QString& title,
                        const std::function<void(const query::ColumnKey&)>& picked) {
    QHash<QString, query::ColumnKey> keys;
    QStringList names;
    for (const query::ColumnKey& key : m_source.columns()) {
        // A param and a metric may have one name.
        QString name = columnTitle(key);
        if (keys.contains(name))
            name = QString::fromStdString(items::plainName(key));
        if (keys.contains(name))
            continue;
        keys.insert(name, key);
        names << name;
    }
    if (m_picker != nullptr)
        m_picker->deleteLater();
    m_picker = new MetricPicker(this);
    m_picker->setWhat(title, tr("Search columns"));
    connect(m_picker, &MetricPicker::picked, this,
            [keys, picked](const QString& name) { picked(keys.value(name)); });
    m_picker->open(names, m_menuButton);
}

void RunChartCard::addColumnAction(const Slot& slot) {
    const auto& column = m_options.*slot.column;
    const QString text =
        tr("%1: %2…").arg(slot.title, column ? shortTitle(*column) : tr("none", "no column"));
    const auto choose = [this, slot] {
        pick(slot.title, [this, slot](const query::ColumnKey& key) {
            edit([&](FigureOptions& options) { options.*slot.column = key; });
        });
    };
    addAction(m_menu, QStringLiteral("runChartColumn:") + slot.name, text, choose);
    if (!slot.optional || !column)
        return;
    addAction(
        m_menu, QStringLiteral("runChartNoColumn:") + slot.name, tr("%1: none").arg(slot.title),
        [this, slot] { edit([&](FigureOptions& options) { (options.*slot.column).reset(); }); });
}

void RunChartCard::addColumns() {
    const Slot x{QStringLiteral("x"), tr("X axis"), &FigureOptions::x};
    const Slot y{QStringLiteral("y"), tr("Y axis"), &FigureOptions::y};
    switch (m_options.kind) {
        case FigureKind::Scatter:
            addColumnAction(x);
            addColumnAction(y);
            addColorMenu();
            addColumnAction({QStringLiteral("size"), tr("Size"), &FigureOptions::size, true});
            break;
        case FigureKind::Parallel:
            addAxesMenu();
            addColorMenu();
            break;
        case FigureKind::Bar:
        case FigureKind::Box:
            addColumnAction({QStringLiteral("y"), tr("Value"), &FigureOptions::y});
            addGroupMenu();
            break;
        case FigureKind::Histogram:
            addColumnAction({QStringLiteral("x"), tr("Value"), &FigureOptions::x});
            addGroupMenu();
            break;
        case FigureKind::Importance:
            addColumnAction({QStringLiteral("y"), tr("Metric"), &FigureOptions::y});
            break;
        case FigureKind::HeatMap:
            addColumnAction(x);
            addColumnAction(y);
            addColumnAction({QStringLiteral("color"), tr("Value"), &FigureOptions::color});
            break;
    }
}

void RunChartCard::addColorMenu() {
    QMenu* menu = m_menu->addMenu(tr("Colour"));
    addChoice<ColorBy>(menu, QStringLiteral("runChartColor"),
                       {{tr("Automatic"), ColorBy::Automatic},
                        {tr("Colours of the runs"), ColorBy::Run},
                        {tr("Groups of the table"), ColorBy::Group}},
                       &FigureOptions::colorBy);
    const bool byColumn = m_options.colorBy == ColorBy::Column && m_options.color;
    QAction* column = addAction(
        menu, QStringLiteral("runChartColorColumn"),
        byColumn ? tr("Column: %1…").arg(shortTitle(*m_options.color)) : tr("Column…"), [this] {
            pick(tr("Colour"), [this](const query::ColumnKey& key) {
                edit([&](FigureOptions& options) {
                    options.color = key;
                    options.colorBy = ColorBy::Column;
                });
            });
        });
    column->setCheckable(true);
    column->setChecked(byColumn);
    menu->addSeparator();
    addToggle(menu, QStringLiteral("runChartLogColor"), tr("Logarithmic colours"),
              &FigureOptions::logColor);
}

void RunChartCard::addGroupMenu() {
    QMenu* menu = m_menu->addMenu(tr("Groups"));
    QVector<std::pair<QString, GroupBy>> choices{{tr("Automatic"), GroupBy::Automatic}};
    if (m_options.kind == FigureKind::Bar)
        choices.append({tr("A bar for each run"), GroupBy::Run});
    else
        choices.append({tr("All runs together"), GroupBy::None});
    choices.append({tr("Groups of the table"), GroupBy::Group});
    addChoice<GroupBy>(menu, QStringLiteral("runChartGroup"), choices, &FigureOptions::groupBy);
    const bool byColumn = m_options.groupBy == GroupBy::Column && m_options.group;
    QAction* column = addAction(
        menu, QStringLiteral("runChartGroupColumn"),
        byColumn ? tr("Column: %1…").arg(shortTitle(*m_options.group)) : tr("Column…"), [this] {
            pick(tr("Groups"), [this](const query::ColumnKey& key) {
                edit([&](FigureOptions& options) {
                    options.group = key;
                    options.groupBy = GroupBy::Column;
                });
            });
        });
    column->setCheckable(true);
    column->setChecked(byColumn);
}

void RunChartCard::addParetoMenu() {
    QMenu* menu = m_menu->addMenu(tr("Pareto front"));
    addToggle(menu, QStringLiteral("runChartPareto"), tr("Show the Pareto front"),
              &FigureOptions::pareto);
    using query::Direction;
    const auto directions = [&](const QString& name, const QString& axis,
                                Direction FigureOptions::*option) {
        menu->addSeparator();
        addChoice<Direction>(menu, name,
                             {{tr("%1: as its name says").arg(axis), Direction::Unknown},
                              {tr("%1: lower is better").arg(axis), Direction::Lower},
                              {tr("%1: higher is better").arg(axis), Direction::Higher}},
                             option);
    };
    directions(QStringLiteral("runChartBetterX"), tr("X axis"), &FigureOptions::betterX);
    directions(QStringLiteral("runChartBetterY"), tr("Y axis"), &FigureOptions::betterY);
}

void RunChartCard::addAxesMenu() {
    QMenu* axes = m_menu->addMenu(tr("Axes"));
    for (std::size_t i = 0; i < m_options.axes.size(); ++i) {
        QMenu* axis = axes->addMenu(shortTitle(m_options.axes[i].column));
        axis->menuAction()->setObjectName(QStringLiteral("runChartAxis:%1").arg(i));
        addAxisMenu(axis, i);
    }
    axes->addSeparator();
    addAction(axes, QStringLiteral("runChartAddAxis"), tr("Add an axis…"), [this] {
        pick(tr("Add an axis"), [this](const query::ColumnKey& key) {
            edit([&](FigureOptions& options) {
                options.axes.push_back({key, false, false, {}, {}});
            });
        });
    });
    addAction(m_menu, QStringLiteral("runChartClearMarks"), tr("Take all marks away"),
              [this] { unmark(); });
}

void RunChartCard::addAxisMenu(QMenu* menu, std::size_t axis) {
    const auto change = [this, axis](const std::function<void(FigureAxis&)>& act) {
        edit([&](FigureOptions& options) {
            if (axis < options.axes.size())
                act(options.axes[axis]);
        });
    };
    const FigureAxis& now = m_options.axes[axis];
    QAction* log = addAction(menu, QStringLiteral("runChartAxisLog"), tr("Logarithmic"), [change] {
        change([](FigureAxis& a) { a.logarithmic = !a.logarithmic; });
    });
    log->setCheckable(true);
    log->setChecked(now.logarithmic);
    QAction* turned =
        addAction(menu, QStringLiteral("runChartAxisReversed"), tr("Upside down"),
                  [change] { change([](FigureAxis& a) { a.reversed = !a.reversed; }); });
    turned->setCheckable(true);
    turned->setChecked(now.reversed);
    menu->addSeparator();
    addAction(menu, QStringLiteral("runChartAxisMark"), tr("Mark a range…"), [this, axis] {
        auto* dialog = new AxisMarkDialog(m_options.axes[axis], window());
        connect(dialog, &AxisMarkDialog::marked, this, [this, axis](const FigureAxis& marked) {
            edit([&](FigureOptions& options) {
                if (axis < options.axes.size() && options.axes[axis].column == marked.column)
                    options.axes[axis] = marked;
            });
        });
        dialog->open();
    });
    addAction(menu, QStringLiteral("runChartAxisUnmark"), tr("Take its marks away"), [change] {
        change([](FigureAxis& a) {
            a.ranges.clear();
            a.categories.clear();
        });
    })->setEnabled(now.marked());
    menu->addSeparator();
    const auto moved = [this, axis](std::size_t to) {
        edit([&](FigureOptions& options) {
            if (axis < options.axes.size() && to < options.axes.size())
                std::swap(options.axes[axis], options.axes[to]);
        });
    };
    addAction(menu, QStringLiteral("runChartAxisLeft"), tr("Move to the left"), [moved, axis] {
        moved(axis - 1);
    })->setEnabled(axis > 0);
    addAction(menu, QStringLiteral("runChartAxisRight"), tr("Move to the right"), [moved, axis] {
        moved(axis + 1);
    })->setEnabled(axis + 1 < m_options.axes.size());
    addAction(menu, QStringLiteral("runChartAxisRemove"), tr("Remove this axis"), [this, axis] {
        edit([&](FigureOptions& options) {
            if (axis < options.axes.size())
                options.axes.erase(options.axes.begin() + static_cast<std::ptrdiff_t>(axis));
        });
    });
}

void RunChartCard::addKindOptions() {
    const auto logX = [this] {
        addToggle(m_menu, QStringLiteral("runChartLogX"), tr("Logarithmic x axis"),
                  &FigureOptions::logX);
    };
    const auto logY = [this] {
        addToggle(m_menu, QStringLiteral("runChartLogY"), tr("Logarithmic y axis"),
                  &FigureOptions::logY);
    };
    switch (m_options.kind) {
        case FigureKind::Scatter:
            logX();
            logY();
            addParetoMenu();
            break;
        case FigureKind::Parallel:
            break;
        case FigureKind::Bar: {
            addToggle(m_menu, QStringLiteral("runChartLogValue"), tr("Logarithmic values"),
                      &FigureOptions::logY);
            addToggle(m_menu, QStringLiteral("runChartByValue"), tr("In the order of values"),
                      &FigureOptions::byValue);
            QMenu* whiskers = m_menu->addMenu(tr("Whiskers of groups"));
            addChoice<Whisker>(whiskers, QStringLiteral("runChartWhisker"),
                               {{tr("None"), Whisker::None},
                                {tr("Standard deviation"), Whisker::Deviation},
                                {tr("Standard error"), Whisker::Error},
                                {tr("95 % confidence of the mean"), Whisker::Confidence95}},
                               &FigureOptions::whisker);
            break;
        }
        case FigureKind::Box:
            addToggle(m_menu, QStringLiteral("runChartLogValue"), tr("Logarithmic values"),
                      &FigureOptions::logY);
            addToggle(m_menu, QStringLiteral("runChartByValue"), tr("In the order of values"),
                      &FigureOptions::byValue);
            addToggle(m_menu, QStringLiteral("runChartViolin"), tr("Violins"),
                      &FigureOptions::violin);
            addToggle(m_menu, QStringLiteral("runChartPoints"), tr("A dot for each run"),
                      &FigureOptions::points);
            break;
        case FigureKind::Histogram: {
            logX();
            QMenu* bins = m_menu->addMenu(tr("Bins"));
            addChoice<int>(bins, QStringLiteral("runChartBins"),
                           {{tr("As suits the values"), 0},
                            {QStringLiteral("10"), 10},
                            {QStringLiteral("20"), 20},
                            {QStringLiteral("50"), 50},
                            {QStringLiteral("100"), 100}},
                           &FigureOptions::bins);
            break;
        }
        case FigureKind::Importance:
            addToggle(m_menu, QStringLiteral("runChartRank"), tr("Correlation of ranks (Spearman)"),
                      &FigureOptions::rank);
            break;
        case FigureKind::HeatMap: {
            logX();
            logY();
            addToggle(m_menu, QStringLiteral("runChartContour"), tr("Contours instead of cells"),
                      &FigureOptions::contour);
            addToggle(m_menu, QStringLiteral("runChartPoints"), tr("A dot for each run"),
                      &FigureOptions::points);
            QMenu* cells = m_menu->addMenu(tr("Value of a cell"));
            addChoice<CellValue>(cells, QStringLiteral("runChartCell"),
                                 {{tr("Mean"), CellValue::Mean},
                                  {tr("Least"), CellValue::Min},
                                  {tr("Greatest"), CellValue::Max},
                                  {tr("Number of runs"), CellValue::Count}},
                                 &FigureOptions::cell);
            break;
        }
    }
}

void RunChartCard::addCommon() {
    addAction(m_menu, QStringLiteral("runChartResetZoom"), tr("Show all"), [this] {
        m_plot->resetView();
    })->setEnabled(m_plot->isZoomed());
    addAction(m_menu, QStringLiteral("runChartTable"), tr("Show as table…"), [this] {
        showTable();
    })->setIcon(icon(u"table"));
    addExportMenu(m_menu, this,
                  [this](const QString& suffix, double scale) { chooseFile(suffix, scale); });
    addAction(m_menu, QStringLiteral("runChartCopy"), tr("Copy image"), [this] {
        copyImage();
    })->setIcon(icon(u"copy"));
    m_menu->addSeparator();
    addAction(m_menu, QStringLiteral("chartMoveBack"), tr("Move back"),
              [this] { Q_EMIT moveRequested(-1); });
    addAction(m_menu, QStringLiteral("chartMoveForward"), tr("Move forward"),
              [this] { Q_EMIT moveRequested(1); });
    addAction(m_menu, QStringLiteral("chartRemove"), tr("Remove chart"), [this] {
        Q_EMIT removeRequested();
    })->setIcon(icon(u"x"));
}

}  // namespace podium::views
