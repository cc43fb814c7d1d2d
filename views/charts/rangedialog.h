// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/plot/plotline.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace podium::views {

/// Ranges of a chart's axes by typing: an empty field follows the data.
class RangeDialog : public QDialog {
    Q_OBJECT
public:
    /// `shownX` and `shownY` are what the axes show now: offered as examples.
    RangeDialog(const PlotOptions& options, const series::Range& shownX,
                const series::Range& shownY, QWidget* parent);

    /// The options with the ranges as typed; valid once the dialog was accepted.
    [[nodiscard]] PlotOptions options() const { return m_options; }

private:
    QLineEdit* addField(const QString& name, const QString& label, double example);
    void check();

    PlotOptions m_options;
    QLineEdit* m_fields[4] = {};  // x from, x to, y from, y to
    QLabel* m_fault;
    QDialogButtonBox* m_buttons;
};

}  // namespace podium::views
