// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/runs/formuladialog.h"

#include "items/cell.h"
#include "query/formula.h"
#include "views/text/text.h"
#include "views/theme/colors.h"
#include "views/theme/fonts.h"
#include "views/theme/metrics.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace podium::views {

FormulaDialog::FormulaDialog(const query::ColumnKey& initial, QWidget* parent)
    : QDialog(parent),
      m_title(new QLineEdit(items::toQString(initial.argument), this)),
      m_formula(new QLineEdit(items::toQString(initial.key), this)),
      m_words(new QLabel(this)) {
    setObjectName(QStringLiteral("formulaDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Formula column"));
    m_title->setObjectName(QStringLiteral("formulaTitle"));
    m_title->setPlaceholderText(tr("Title (optional)"));
    m_title->setAccessibleName(tr("Title of the column"));
    m_formula->setObjectName(QStringLiteral("formulaText"));
    m_formula->setAccessibleName(tr("Formula"));
    m_formula->setFont(monoFont(font()));
    m_formula->setPlaceholderText(QStringLiteral("metrics.val_loss - metrics.train_loss"));
    m_words->setObjectName(QStringLiteral("formulaWords"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setMinimumHeight(m_words->fontMetrics().height() * 3);
    m_words->setAlignment(Qt::AlignTop);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_formula, &QLineEdit::textChanged, this, &FormulaDialog::check);
    connect(this, &QDialog::accepted, this, [this] {
        Q_EMIT formulaAccepted(query::formulaColumn(m_formula->text().trimmed().toStdString(),
                                                    m_title->text().trimmed().toStdString()));
    });
    auto* layout = new QFormLayout(this);
    layout->setVerticalSpacing(metrics::Gap);
    layout->addRow(tr("&Title"), m_title);
    layout->addRow(tr("&Formula"), m_formula);
    layout->addRow(m_words);
    layout->addRow(buttons);
    resize(560, sizeHint().height());
    m_formula->setFocus();
    check();
}

void FormulaDialog::check() {
    const QString text = m_formula->text().trimmed();
    const base::Result<query::Formula> formula = query::parseFormula(text.toStdString());
    m_ok->setEnabled(formula.ok());
    QPalette tone = palette();
    const bool wrong = formula.failed() && !text.isEmpty();
    tone.setColor(QPalette::WindowText, wrong ? colors(palette()).bad : colors(palette()).dim);
    m_words->setPalette(tone);
    m_words->setText(wrong ? describe(formula.error())
                           : tr("Columns are written as in the search field, with + - * / ^, abs, "
                                "log, exp, sqrt, min, max and if(condition, a, b)."));
    m_formula->setAccessibleDescription(m_words->text());
}

}  // namespace podium::views
