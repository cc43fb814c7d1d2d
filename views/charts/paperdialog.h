// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/plot/lineplot.h"

#include <QDialog>

class QComboBox;
class QDoubleSpinBox;

namespace podium::views {

/// The size of a chart on paper, with the sizes that journals and slides ask for.
class PaperDialog : public QDialog {
    Q_OBJECT
public:
    explicit PaperDialog(const PaperForm& form, QWidget* parent);

    [[nodiscard]] PaperForm form() const;

private:
    QDoubleSpinBox* addField(const QString& name, double least, double most, double value,
                             const QString& unit);
    void usePreset(int index);

    QComboBox* m_presets;
    QDoubleSpinBox* m_width;
    QDoubleSpinBox* m_height;
    QDoubleSpinBox* m_font;
    QDoubleSpinBox* m_line;
};

}  // namespace podium::views
