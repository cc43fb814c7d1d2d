// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/paperdialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QVBoxLayout>

#include <array>

namespace podium::views {

namespace {

/// Widths that journals set their columns in, and slides.
constexpr std::array Presets = {
    PaperForm{85, 60, 7, 0.7},
    PaperForm{176, 90, 8, 0.8},
    PaperForm{254, 142.9, 14, 1.5},
};

}  // namespace

PaperDialog::PaperDialog(const PaperForm& form, QWidget* parent)
    : QDialog(parent), m_presets(new QComboBox(this)) {
    setObjectName(QStringLiteral("paperDialog"));
    setWindowTitle(tr("Chart on paper"));
    m_presets->setObjectName(QStringLiteral("paperPreset"));
    m_presets->addItems({tr("One column of a journal"), tr("Both columns of a journal"),
                         tr("A slide, 16:9"), tr("Of my own")});
    m_width = addField(QStringLiteral("paperWidth"), 20, 1200, form.widthMm, tr(" mm"));
    m_height = addField(QStringLiteral("paperHeight"), 20, 1200, form.heightMm, tr(" mm"));
    m_font = addField(QStringLiteral("paperFont"), 3, 72, form.fontPoints, tr(" pt"));
    m_line = addField(QStringLiteral("paperLine"), 0.1, 10, form.linePoints, tr(" pt"));
    auto* layout = new QVBoxLayout(this);
    auto* rows = new QFormLayout;
    rows->addRow(tr("For"), m_presets);
    rows->addRow(tr("Width"), m_width);
    rows->addRow(tr("Height"), m_height);
    rows->addRow(tr("Text"), m_font);
    rows->addRow(tr("Lines"), m_line);
    layout->addLayout(rows);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto known = std::ranges::find(Presets, form);
    m_presets->setCurrentIndex(static_cast<int>(known - Presets.begin()));
    connect(m_presets, &QComboBox::activated, this, &PaperDialog::usePreset);
}

QDoubleSpinBox* PaperDialog::addField(const QString& name, double least, double most, double value,
                                      const QString& unit) {
    auto* field = new QDoubleSpinBox(this);
    field->setObjectName(name);
    field->setRange(least, most);
    field->setDecimals(1);
    field->setSuffix(unit);
    field->setValue(value);
    connect(field, &QDoubleSpinBox::valueChanged, this, [this] {
        const auto known = std::ranges::find(Presets, this->form());
        m_presets->setCurrentIndex(static_cast<int>(known - Presets.begin()));
    });
    return field;
}

void PaperDialog::usePreset(int index) {
    if (index < 0 || index >= static_cast<int>(Presets.size()))
        return;
    const PaperForm form = Presets[static_cast<std::size_t>(index)];
    m_width->setValue(form.widthMm);
    m_height->setValue(form.heightMm);
    m_font->setValue(form.fontPoints);
    m_line->setValue(form.linePoints);
}

PaperForm PaperDialog::form() const {
    return {m_width->value(), m_height->value(), m_font->value(), m_line->value()};
}

}  // namespace podium::views
