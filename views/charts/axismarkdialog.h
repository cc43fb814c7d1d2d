// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/figure/figureoptions.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace podium::views {

/// What a drag along an axis of parallel coordinates does, by typing: a range of numbers, or
/// categories with commas between. Deletes itself when closed.
class AxisMarkDialog : public QDialog {
    Q_OBJECT
public:
    AxisMarkDialog(const FigureAxis& axis, QWidget* parent);

Q_SIGNALS:
    void marked(const podium::views::FigureAxis& axis);

private:
    QLineEdit* addField(const QString& name, const QString& label);
    void check();

    FigureAxis m_axis;
    QLineEdit* m_from = nullptr;
    QLineEdit* m_to = nullptr;
    QLineEdit* m_categories = nullptr;
    QLabel* m_fault;
    QDialogButtonBox* m_buttons;
};

}  // namespace podium::views
