// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace podium::jobs {
class JobEngine;
}
namespace podium::session {
class Workspace;
}
namespace podium::views {
class ChartGrid;
class MainWindow;
class RunTable;
}  // namespace podium::views

namespace podium::app {

/// What the charts' files need: who has the charts, the runs and the words. All outlive the calls.
struct ChartFiles {
    jobs::JobEngine& engine;
    session::Workspace& workspace;
    views::MainWindow& window;
    views::ChartGrid& charts;
    views::RunTable& table;
};

/// Asks for a folder and writes every chart into it.
void exportAllCharts(const ChartFiles& files);

/// Asks for the recipe of an exported chart, adds that chart and selects its runs among those of
/// the table; runs that are not there are told.
void openChartRecipe(const ChartFiles& files);

}  // namespace podium::app
