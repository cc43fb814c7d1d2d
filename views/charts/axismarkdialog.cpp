// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/axismarkdialog.h"

#include "views/text/text.h"
#include "views/theme/theme.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace podium::views {

namespace {

std::optional<double> typed(const QString& text) {
    bool ok = false;
    double value = QLocale::c().toDouble(text.trimmed(), &ok);
    if (!ok)
        value = QLocale().toDouble(text.trimmed(), &ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

}  // namespace

AxisMarkDialog::AxisMarkDialog(const FigureAxis& axis, QWidget* parent)
    : QDialog(parent),
      m_axis(axis),
      m_fault(new QLabel(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this)) {
    setObjectName(QStringLiteral("axisMarkDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Mark a range of %1").arg(shortTitle(axis.column)));
    auto* layout = new QVBoxLayout(this);
    auto* form = new QFormLayout;
    layout->addLayout(form);
    m_from = addField(QStringLiteral("axisMarkFrom"), tr("From"));
    m_to = addField(QStringLiteral("axisMarkTo"), tr("To"));
    m_categories = addField(QStringLiteral("axisMarkTexts"), tr("Or these texts"));
    m_categories->setPlaceholderText(tr("resnet, vit"));
    form->addRow(tr("From"), m_from);
    form->addRow(tr("To"), m_to);
    form->addRow(tr("Or these texts"), m_categories);
    if (!axis.ranges.empty()) {
        m_from->setText(fullNumber(axis.ranges.front().low));
        m_to->setText(fullNumber(axis.ranges.front().high));
    }
    QStringList texts;
    for (const std::string& category : axis.categories)
        texts << QString::fromStdString(category);
    m_categories->setText(texts.join(QStringLiteral(", ")));
    m_fault->setObjectName(QStringLiteral("axisMarkFault"));
    m_fault->setWordWrap(true);
    QPalette bad = m_fault->palette();
    bad.setColor(QPalette::WindowText, colors(palette()).bad);
    m_fault->setPalette(bad);
    layout->addWidget(m_fault);
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT marked(m_axis);
        accept();
    });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

QLineEdit* AxisMarkDialog::addField(const QString& name, const QString& label) {
    auto* field = new QLineEdit(this);
    field->setObjectName(name);
    field->setAccessibleName(label);
    connect(field, &QLineEdit::textChanged, this, &AxisMarkDialog::check);
    return field;
}

void AxisMarkDialog::check() {
    if (m_categories == nullptr)
        return;
    QString fault;
    m_axis.ranges.clear();
    m_axis.categories.clear();
    const bool empty = m_from->text().trimmed().isEmpty() && m_to->text().trimmed().isEmpty();
    if (!empty) {
        const auto from = typed(m_from->text());
        const auto to = typed(m_to->text());
        if (!from || !to)
            fault = tr("Both ends of the range have to be numbers.");
        else if (*from > *to)
            fault = tr("The end has to be greater than the beginning.");
        else
            m_axis.ranges.push_back({*from, *to});
    }
    const QStringList texts = m_categories->text().split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString& text : texts)
        m_axis.categories.push_back(text.trimmed().toStdString());
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(fault.isEmpty());
}

}  // namespace podium::views
