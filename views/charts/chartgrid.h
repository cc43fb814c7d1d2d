// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/charts/chartrecipe.h"
#include "views/charts/chartsource.h"
#include "views/charts/chartstate.h"
#include "views/figure/figureoptions.h"

#include <QJsonArray>
#include <QScrollArea>
#include <QVector>

#include <vector>

class QStackedLayout;

namespace podium::views {

class AddChartButton;
class CardDrag;
class ChartCard;
class ChartGridLayout;
class EmptyState;
class GridCard;
class MetricPicker;
class RunChartCard;
class RunChartSource;

/// The charts of the shown runs: cards whose crosshair, x zoom and pointed-at run are linked, and a
/// place to add one. Until a person changes them, the cards are those of the first metrics.
class ChartGrid : public QWidget {
    Q_OBJECT
public:
    enum class Shows {
        Chosen,  // what a person arranges
        System,  // all system metrics over relative time; nothing is arranged or kept
    };
    /// The sources must outlive the grid; without one of runs there are only charts of metrics.
    explicit ChartGrid(ChartSource& source, QWidget* parent = nullptr,
                       RunChartSource* runs = nullptr, Shows shows = Shows::Chosen);

    /// MLflow logs what the machine was doing under names that begin with "system/".
    [[nodiscard]] static bool isSystemMetric(const QString& metric);

    /// Adds a chart of a metric, or finds the one there is.
    ChartCard* addChart(const QString& metric);
    /// The same of an expression over metrics.
    ChartCard* addExpression(const QString& expression, bool carry);
    /// Adds a chart of runs.
    RunChartCard* addRunChart(const FigureOptions& options);
    /// The charts of metrics.
    [[nodiscard]] std::vector<ChartCard*> cards() const;
    [[nodiscard]] std::vector<RunChartCard*> runCards() const;
    /// All of them, in reading order.
    [[nodiscard]] const std::vector<GridCard*>& allCards() const { return m_cards; }

    /// Makes a run stand out because it is pointed at elsewhere; 0 is none.
    void setHoveredRun(qint64 runNo);

    /// The cards with their options; empty as long as the grid chooses them itself.
    [[nodiscard]] QJsonArray toJson() const;
    void fromJson(const QJsonArray& json);

    /// Opens the menu of kinds of charts to add.
    void chooseChart();
    /// Opens the list of metrics to add a chart of.
    void chooseMetric();
    /// Asks for an expression to add a chart of.
    void chooseExpression();

    /// Writes every chart into a folder, as files of this kind named after their metrics.
    void exportAll(const QString& folder, const QString& suffix, double scale);
    /// Adds the chart of a recipe; its runs are for the caller to choose.
    void addRecipe(const ChartRecipe& recipe);

Q_SIGNALS:
    /// A line, a point, or what stands for several runs was clicked.
    void runsClicked(const QVector<qint64>& runs);
    /// The pointer is at a run's line; 0: at none any more.
    void hoveredRun(qint64 runNo);
    /// The table is to leave only the runs that this filter finds.
    void filterRequested(const QString& filter);
    /// A person has changed which charts there are, or how they show.
    void stateChanged();
    void exported(const QString& path);
    void exportFailed(const QString& path, const podium::base::Error& error);

private:
    ChartCard* makeCard(const ChartState& state);
    ChartCard* add(ChartState state);
    RunChartCard* makeRunCard(const FigureOptions& options);
    void place(GridCard* card);
    void link(ChartCard* card);
    void remove(GridCard* card);
    void move(GridCard* card, int by);
    void wantColumns();
    void addKind(FigureKind kind);
    void changed();
    void refresh();
    void chooseDefaults();
    void chooseSystem();
    void clear();

    ChartSource& m_source;
    RunChartSource* m_runSource;
    QStackedLayout* m_stack;
    EmptyState* m_empty;
    QScrollArea* m_scroll;
    QWidget* m_content;
    ChartGridLayout* m_layout;
    AddChartButton* m_add;
    MetricPicker* m_picker;
    std::vector<GridCard*> m_cards;
    Shows m_shows;
    CardDrag* m_drag;
    QStringList m_dismissed;  // system metrics whose chart was removed
    bool m_chosen = false;    // by a person
};

}  // namespace podium::views
