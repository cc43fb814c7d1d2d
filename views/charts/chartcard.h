// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/charts/chartsource.h"
#include "views/charts/chartstate.h"
#include "views/charts/gridcard.h"
#include "views/plot/lineplot.h"

#include <QVector>

#include <functional>
#include <vector>

class QAction;
class QActionGroup;
class QLabel;
class QMenu;
class QSlider;
class QToolButton;

namespace podium::views {

class ChartLegend;
class ExpressionSource;
class ReceiptLabel;

/// One metric of the shown runs: title, how it is shown, the plot, and below it the receipt of what
/// is drawn. Everything it can do is in its menu (button, right click, Menu key).
class ChartCard : public GridCard {
    Q_OBJECT
public:
    ChartCard(ChartSource& source, const ChartState& state, QWidget* parent = nullptr);

    [[nodiscard]] const ChartState& state() const { return m_state; }
    void setOptions(const PlotOptions& options);
    /// Shows another expression, where the card shows one.
    void setExpression(const QString& expression, bool carry);
    [[nodiscard]] LinePlot* plot() const { return m_plot; }
    [[nodiscard]] QMenu* menu() const { return m_menu; }
    [[nodiscard]] QString receiptText() const;
    [[nodiscard]] ChartLegend* legend() const { return m_legend; }
    /// Looks at every point of what is drawn and says in the receipt what came of it.
    void prove();

    [[nodiscard]] QJsonObject json() const override;
    [[nodiscard]] QString fileName() const override;
    void exportTo(const QString& path, double scale) override;
    void setHoveredRun(qint64 runNo) override { m_plot->setHovered(runNo); }
    void resetZoom() override { m_plot->resetZoom(); }

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    // chartcardmenu.cpp
    void buildMenu();
    // chartcardexport.cpp
    void addExportActions();
    // chartcardaxes.cpp
    void addAxisActions();
    void addSmoothing();
    void addGroupActions();
    void addBaselineMenu();
    void addMarkActions();
    QAction* addToggle(QMenu* menu, const QString& name, const QString& text,
                       bool PlotOptions::*option);
    template <typename Value>
    QActionGroup* addChoice(QMenu* menu, const QString& name,
                            const QVector<std::pair<QString, Value>>& choices,
                            Value PlotOptions::*option);
    void fillXMetrics();
    void fillBaselines();
    void syncSmoothing();
    void editRanges();
    QAction* addAction(QMenu* menu, const QString& name, const QString& text,
                       void (ChartCard::*slot)());
    void syncMenu();
    void editExpression();
    void showTable();
    void copyImage();

    void nameParts();
    void listenTo(ChartSource& source);
    void makeExpression();
    void reload();
    void take(const QVector<ChartLine>& lines);
    void takeOver(const QVector<ChartLine>& lines);
    void rebuild();
    void updateLegend();
    void clicked(qint64 id);
    void showFailure(const base::Error& error);
    void updateNote();
    void updateReceipt();
    void updateDescription();

    ChartSource& m_source;
    ChartState m_state;
    ExpressionSource* m_expression = nullptr;  // of a card that shows one
    LinePlot* m_plot;
    ChartLegend* m_legend;
    ReceiptLabel* m_receipt;
    QToolButton* m_menuButton;
    QMenu* m_menu;
    QActionGroup* m_axisActions = nullptr;
    QActionGroup* m_smoothKinds = nullptr;
    QMenu* m_xMetrics = nullptr;
    QMenu* m_baselines = nullptr;
    QAction* m_legendAction = nullptr;
    std::vector<std::function<void()>> m_syncs;  // set the menu's checks from the options
    QAction* m_resetAction = nullptr;
    QSlider* m_smoothing = nullptr;
    QLabel* m_smoothingText = nullptr;
    quint64 m_ticket = 0;
    quint64 m_overTicket = 0;
    QVector<ChartLine> m_lines;
    QVector<ChartLine> m_over;  // of the metric on the x axis
    QString m_proof;            // what a look at every point of this picture said
    bool m_proving = false;
    bool m_loading = false;
    QString m_failure;
};

}  // namespace podium::views
