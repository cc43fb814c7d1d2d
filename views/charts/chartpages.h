// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QStackedLayout;
class QTabBar;

namespace podium::views {

class ChartGrid;
class ChartSource;

/// The charts that a person has chosen, and beside them a page of what the machine was doing: all
/// system metrics (MLflow logs them as `system/…`) of the shown runs. There are tabs only where
/// there are such metrics.
class ChartPages : public QWidget {
    Q_OBJECT
public:
    /// Takes both grids; `system` is one that shows ChartGrid::Shows::System of the same source.
    ChartPages(ChartSource& source, ChartGrid* charts, ChartGrid* system,
               QWidget* parent = nullptr);

    /// The grid that is on top.
    [[nodiscard]] ChartGrid* current() const;
    [[nodiscard]] bool showsSystem() const;
    void showSystem(bool system);

Q_SIGNALS:
    void pageChanged();

private:
    void refresh();

    ChartSource& m_source;
    ChartGrid* m_charts;
    ChartGrid* m_system;
    QTabBar* m_tabs;
    QWidget* m_bar;
    QStackedLayout* m_stack;
};

}  // namespace podium::views
