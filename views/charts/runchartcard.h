// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/charts/gridcard.h"
#include "views/charts/runchartsource.h"
#include "views/figure/figureoptions.h"
#include "views/plot/lineplot.h"

#include <QVector>

#include <functional>
#include <vector>

class QAction;
class QMenu;
class QPushButton;
class QToolButton;

namespace podium::views {

class ElidedLabel;
class MetricPicker;
class ReceiptLabel;
class RunPlot;

/// A chart of the table's runs: title, figure, what is marked on it, and the receipt of how many
/// runs it shows. Everything it can do is in its menu (button, right click, Menu key).
class RunChartCard : public GridCard {
    Q_OBJECT
public:
    RunChartCard(RunChartSource& source, const FigureOptions& options, QWidget* parent = nullptr);

    [[nodiscard]] const FigureOptions& options() const { return m_options; }
    void setOptions(const FigureOptions& options);
    /// The columns that it needs, loaded or not.
    [[nodiscard]] std::vector<query::ColumnKey> wantedColumns() const;
    [[nodiscard]] RunPlot* plot() const { return m_plot; }
    /// The menu as it would open now.
    [[nodiscard]] QMenu* menu();
    [[nodiscard]] QString receiptText() const;
    /// What is marked on the axes, as a filter of the table; "" if nothing is, or if it has no
    /// words in that language.
    [[nodiscard]] QString markedFilter() const;

    [[nodiscard]] QJsonObject json() const override;
    [[nodiscard]] QString fileName() const override;
    void exportTo(const QString& path, double scale) override;
    void setHoveredRun(qint64 runNo) override;
    void resetZoom() override;

Q_SIGNALS:
    /// The table is to leave only the runs that this filter finds.
    void filterRequested(const QString& filter);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    using Change = std::function<void(FigureOptions&)>;
    struct Slot;

    void makeMarks();
    void refresh();
    void edit(const Change& change);
    void updateTexts();
    void updateMarks();
    [[nodiscard]] bool loaded() const;
    [[nodiscard]] FigureOptions shownOptions() const;
    void unmark();
    void selectMarked();
    void showTable();
    void copyImage();

    // runchartmenu.cpp
    void fillMenu();
    QAction* addAction(QMenu* menu, const QString& name, const QString& text,
                       const std::function<void()>& act);
    void addColumnAction(const Slot& slot);
    void pick(const QString& title, const std::function<void(const query::ColumnKey&)>& picked);
    void addToggle(QMenu* menu, const QString& name, const QString& text,
                   bool FigureOptions::*option);
    template <typename Value>
    void addChoice(QMenu* menu, const QString& name,
                   const QVector<std::pair<QString, Value>>& choices, Value FigureOptions::*option);
    void addColumns();
    void addColorMenu();
    void addGroupMenu();
    void addParetoMenu();
    void addAxesMenu();
    void addAxisMenu(QMenu* menu, std::size_t axis);
    void addKindOptions();
    void addCommon();

    RunChartSource& m_source;
    FigureOptions m_options;
    RunPlot* m_plot;
    QWidget* m_marks;
    ElidedLabel* m_marksText = nullptr;
    QPushButton* m_filterButton = nullptr;
    ReceiptLabel* m_receipt;
    QToolButton* m_menuButton;
    QMenu* m_menu;
    MetricPicker* m_picker = nullptr;
    QString m_failure;
};

}  // namespace podium::views
