// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/runs/viewnamedialog.h"

#include "session/savedview.h"
#include "views/theme/colors.h"
#include "views/theme/metrics.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <utility>

namespace podium::views {

ViewNameDialog::ViewNameDialog(const QString& title, const QString& initial, Judge judge,
                               QWidget* parent)
    : QDialog(parent),
      m_judge(std::move(judge)),
      m_name(new QLineEdit(initial, this)),
      m_words(new QLabel(this)) {
    setObjectName(QStringLiteral("viewNameDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    m_name->setObjectName(QStringLiteral("viewName"));
    m_name->setAccessibleName(tr("Name of the view"));
    m_name->setMaxLength(200);
    m_name->selectAll();
    m_words->setObjectName(QStringLiteral("viewNameWords"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setMinimumHeight(m_words->fontMetrics().height() * 2);
    m_words->setAlignment(Qt::AlignTop);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Save);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, &ViewNameDialog::check);
    connect(this, &QDialog::accepted, this,
            [this] { Q_EMIT nameAccepted(session::cleanViewName(m_name->text())); });
    auto* layout = new QFormLayout(this);
    layout->setVerticalSpacing(metrics::Gap);
    layout->addRow(tr("&Name"), m_name);
    layout->addRow(m_words);
    layout->addRow(buttons);
    resize(420, sizeHint().height());
    m_name->setFocus();
    check();
}

void ViewNameDialog::check() {
    const QString name = session::cleanViewName(m_name->text());
    const Verdict verdict = name.isEmpty() ? Verdict{{}, false} : m_judge(name);
    m_ok->setEnabled(verdict.usable);
    QPalette tone = palette();
    tone.setColor(QPalette::WindowText,
                  verdict.usable ? colors(palette()).dim : colors(palette()).bad);
    m_words->setPalette(tone);
    m_words->setText(verdict.words);
    m_name->setAccessibleDescription(verdict.words);
}

}  // namespace podium::views
