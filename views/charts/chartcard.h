// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/charts/chartsource.h"
#include "views/charts/chartstate.h"
#include "views/widgets/card.h"

#include <vector>

class QAction;
class QActionGroup;
class QLabel;
class QMenu;
class QSlider;
class QToolButton;

namespace podium::views {

class ElidedLabel;
class LinePlot;

/// One metric of the shown runs: title, how it is shown, the plot, and below it the receipt of what
/// is drawn. Everything it can do is in its menu (button, right click, Menu key).
class ChartCard : public Card {
    Q_OBJECT
public:
    ChartCard(ChartSource& source, const ChartState& state, QWidget* parent = nullptr);

    [[nodiscard]] const ChartState& state() const { return m_state; }
    void setOptions(const PlotOptions& options);
    [[nodiscard]] LinePlot* plot() const { return m_plot; }
    [[nodiscard]] QMenu* menu() const { return m_menu; }
    [[nodiscard]] QString receiptText() const;

    /// Writes the chart into a file; the kind is taken from the suffix (png, svg, pdf, csv). Ends
    /// with exported() or exportFailed().
    void exportTo(const QString& path, double scale);
    /// Asks for a file and writes the chart as a picture into it.
    void chooseExport() { chooseFile(QStringLiteral("png"), 2); }

Q_SIGNALS:
    void stateChanged();
    void removeRequested();
    /// By so many places, in reading order.
    void moveRequested(int by);
    void exported(const QString& path);
    void exportFailed(const QString& path, const podium::base::Error& error);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    // chartcardmenu.cpp
    void buildMenu();
    void addAxisActions();
    void addSmoothing();
    void addExportActions();
    QAction* addAction(QMenu* menu, const QString& name, const QString& text,
                       void (ChartCard::*slot)());
    void syncMenu();
    void chooseFile(const QString& suffix, double scale);
    void showTable();
    void copyImage();

    void reload();
    void take(const QVector<ChartLine>& lines);
    void showFailure(const base::Error& error);
    void updateNote();
    void updateReceipt();
    void updateDescription();

    ChartSource& m_source;
    ChartState m_state;
    LinePlot* m_plot;
    ElidedLabel* m_receipt;
    QToolButton* m_menuButton;
    QMenu* m_menu;
    QActionGroup* m_axisActions = nullptr;
    QAction* m_logAction = nullptr;
    QAction* m_resetAction = nullptr;
    QSlider* m_smoothing = nullptr;
    QLabel* m_smoothingText = nullptr;
    quint64 m_ticket = 0;
    bool m_loading = false;
    QString m_failure;
};

}  // namespace podium::views
