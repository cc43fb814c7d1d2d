// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/expressiondialog.h"

#include "analysis/seriesformula.h"
#include "query/completion.h"
#include "views/charts/metricpicker.h"
#include "views/text/text.h"
#include "views/theme/colors.h"
#include "views/theme/metrics.h"
#include "views/widgets/filteredit.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace podium::views {

namespace {

/// Positions in an error are bytes of UTF-8, those in a line edit are UTF-16 units.
int toUtf16(const QByteArray& utf8, qsizetype byte) {
    return static_cast<int>(
        QString::fromUtf8(utf8.constData(), std::min(byte, utf8.size())).size());
}

qsizetype numberOf(const base::Error& error, std::size_t argument) {
    return argument < error.args.size() ? QString::fromStdString(error.args[argument]).toLongLong()
                                        : 0;
}

}  // namespace

ExpressionDialog::ExpressionDialog(const QString& expression, bool carry,
                                   const QStringList& metrics, QWidget* parent)
    : QDialog(parent),
      m_edit(new FilterEdit(this)),
      m_carry(new QCheckBox(tr("Where a metric has no value at a step, take its &last one"), this)),
      m_words(new QLabel(this)),
      m_picker(new MetricPicker(this)) {
    setObjectName(QStringLiteral("expressionDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Chart of an expression"));
    m_edit->setObjectName(QStringLiteral("expressionText"));
    m_edit->setAccessibleName(tr("Expression"));
    m_edit->setPlaceholderText(QStringLiteral("metrics.val_loss - metrics.loss"));
    m_edit->setText(expression);
    m_carry->setObjectName(QStringLiteral("expressionCarry"));
    m_carry->setChecked(carry);
    m_words->setObjectName(QStringLiteral("expressionWords"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setMinimumHeight(m_words->fontMetrics().height() * 3);
    m_words->setAlignment(Qt::AlignTop);
    auto* metric = new QPushButton(tr("&Metric…"), this);
    metric->setObjectName(QStringLiteral("expressionMetric"));
    metric->setToolTip(tr("Put the name of a metric in"));
    metric->setAutoDefault(false);
    metric->setEnabled(!metrics.isEmpty());
    connect(metric, &QPushButton::clicked, this,
            [this, metrics, metric] { m_picker->open(metrics, metric); });
    connect(m_picker, &MetricPicker::picked, this, &ExpressionDialog::insertMetric);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_edit, &QLineEdit::textChanged, this, &ExpressionDialog::check);
    connect(this, &QDialog::accepted, this,
            [this] { Q_EMIT expressionAccepted(m_edit->text().trimmed(), m_carry->isChecked()); });
    auto* line = new QHBoxLayout;
    line->addWidget(m_edit, 1);
    line->addWidget(metric);
    auto* layout = new QFormLayout(this);
    layout->setVerticalSpacing(metrics::Gap);
    layout->addRow(tr("&Expression"), line);
    layout->addRow(m_words);
    layout->addRow(m_carry);
    layout->addRow(buttons);
    // The row has a layout, which has no widget to be the label's buddy.
    if (auto* label = qobject_cast<QLabel*>(layout->labelForField(line)))
        label->setBuddy(m_edit);
    resize(600, sizeHint().height());
    m_edit->setFocus();
    check();
}

void ExpressionDialog::check() {
    const QString text = m_edit->text();
    const QByteArray utf8 = text.toUtf8();
    const auto formula = analysis::parseSeriesFormula(utf8.toStdString());
    const bool wrong = formula.failed() && !text.trimmed().isEmpty();
    m_ok->setEnabled(formula.ok());
    int start = -1;
    int length = 0;
    if (wrong) {
        start = toUtf16(utf8, numberOf(formula.error(), 0));
        length = toUtf16(utf8, numberOf(formula.error(), 0) + numberOf(formula.error(), 1)) - start;
    }
    m_edit->setFault(start, length);
    QPalette tone = palette();
    tone.setColor(QPalette::WindowText, wrong ? colors(palette()).bad : colors(palette()).dim);
    m_words->setPalette(tone);
    m_words->setText(
        wrong ? describe(formula.error())
              : tr("Metrics are written as in the search field, with + - * / ^, abs, log, exp, "
                   "sqrt, min, max and if(condition, a, b). They are joined by step; "
                   "min(metrics.loss) is the least of the whole history."));
    m_edit->setAccessibleDescription(m_words->text());
}

void ExpressionDialog::insertMetric(const QString& metric) {
    m_edit->insert(
        QString::fromStdString(query::columnName(query::metricColumn(metric.toStdString()))));
    m_edit->setFocus();
}

}  // namespace podium::views
