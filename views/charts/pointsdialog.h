// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/plot/plotline.h"

#include <QDialog>

#include <vector>

class QTableView;

namespace podium::views {

/// A chart's points as a table, for reading them one by one and for screen readers. Ctrl+C copies
/// the selected rows. Not modal; deletes itself when closed.
class PointsDialog : public QDialog {
    Q_OBJECT
public:
    PointsDialog(const QString& metric, std::vector<PlotLine> lines, QWidget* parent);

    /// What is to be said of how whole these points are; "" says nothing.
    void setNote(const QString& note);

private:
    void copy();

    QTableView* m_table;
};

}  // namespace podium::views
