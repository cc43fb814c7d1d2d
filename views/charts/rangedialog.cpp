// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/rangedialog.h"

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

/// A number as people type it: with a point, or as their language writes it.
std::optional<double> typed(const QString& text) {
    bool ok = false;
    double value = QLocale::c().toDouble(text.trimmed(), &ok);
    if (!ok)
        value = QLocale().toDouble(text.trimmed(), &ok);
    if (!ok || !std::isfinite(value))
        return std::nullopt;
    return value;
}

QString words(const std::optional<series::Range>& range, bool low) {
    return range ? fullNumber(low ? range->low : range->high) : QString();
}

}  // namespace

RangeDialog::RangeDialog(const PlotOptions& options, const series::Range& shownX,
                         const series::Range& shownY, QWidget* parent)
    : QDialog(parent),
      m_options(options),
      m_fault(new QLabel(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this)) {
    setObjectName(QStringLiteral("rangeDialog"));
    setWindowTitle(tr("Ranges of the axes"));
    auto* layout = new QVBoxLayout(this);
    auto* form = new QFormLayout;
    layout->addLayout(form);
    const std::array<std::tuple<QString, QString, double>, 4> fields = {
        std::tuple{QStringLiteral("rangeXFrom"), tr("X from"), shownX.low},
        std::tuple{QStringLiteral("rangeXTo"), tr("X to"), shownX.high},
        std::tuple{QStringLiteral("rangeYFrom"), tr("Y from"), shownY.low},
        std::tuple{QStringLiteral("rangeYTo"), tr("Y to"), shownY.high}};
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto& [name, label, example] = fields[i];
        m_fields[i] = addField(name, label, example);
        form->addRow(label, m_fields[i]);
    }
    m_fields[0]->setText(words(options.fixedX, true));
    m_fields[1]->setText(words(options.fixedX, false));
    m_fields[2]->setText(words(options.fixedY, true));
    m_fields[3]->setText(words(options.fixedY, false));
    auto* hint = new QLabel(tr("Both fields of an axis empty: it follows the data."), this);
    hint->setWordWrap(true);
    layout->addWidget(hint);
    m_fault->setObjectName(QStringLiteral("rangeFault"));
    m_fault->setWordWrap(true);
    QPalette bad = m_fault->palette();
    bad.setColor(QPalette::WindowText, colors(palette()).bad);
    m_fault->setPalette(bad);
    layout->addWidget(m_fault);
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

QLineEdit* RangeDialog::addField(const QString& name, const QString& label, double example) {
    auto* field = new QLineEdit(this);
    field->setObjectName(name);
    field->setAccessibleName(label);
    field->setPlaceholderText(fullNumber(example));
    connect(field, &QLineEdit::textChanged, this, &RangeDialog::check);
    return field;
}

void RangeDialog::check() {
    QString fault;
    const auto axis = [&](std::size_t first, bool logarithmic) {
        const QString low = m_fields[first]->text();
        const QString high = m_fields[first + 1]->text();
        if (low.trimmed().isEmpty() && high.trimmed().isEmpty())
            return std::optional<series::Range>();
        const auto from = typed(low);
        const auto to = typed(high);
        if (!from || !to)
            fault = tr("Both ends of an axis have to be numbers.");
        else if (!(*from < *to))
            fault = tr("The end has to be greater than the beginning.");
        else if (logarithmic && *from <= 0)
            fault = tr("A logarithmic axis begins above zero.");
        return fault.isEmpty() ? std::optional(series::Range{*from, *to}) : std::nullopt;
    };
    const auto x = axis(0, false);
    const auto y = axis(2, m_options.logY);
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(fault.isEmpty());
    if (!fault.isEmpty())
        return;
    m_options.fixedX = x;
    m_options.fixedY = y;
}

}  // namespace podium::views
