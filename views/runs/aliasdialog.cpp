// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/runs/aliasdialog.h"

#include "items/cell.h"
#include "views/text/text.h"
#include "views/theme/metrics.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace podium::views {

AliasDialog::AliasDialog(const std::string& metric, session::MetricRules rules,
                         const std::vector<std::string>& metrics, QWidget* parent)
    : QDialog(parent),
      m_metric(rules.name(metric)),
      m_rules(std::move(rules)),
      m_names(new QListWidget(this)),
      m_other(new QComboBox(this)) {
    setObjectName(QStringLiteral("aliasDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Names of a metric"));
    auto* words = new QLabel(
        tr("These names mean %1 as well. A run that lacks it shows their values in its column.")
            .arg(oneLine(m_metric, 100)),
        this);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    m_names->setObjectName(QStringLiteral("aliasNames"));
    m_names->setAccessibleName(tr("Other names"));
    m_other->setObjectName(QStringLiteral("aliasOther"));
    m_other->setAccessibleName(tr("Another name"));
    m_other->setEditable(true);
    for (const std::string& name : metrics) {
        if (name != m_metric)
            m_other->addItem(items::toQString(name));
    }
    m_other->setCurrentText(QString());
    m_other->lineEdit()->setPlaceholderText(tr("Another name, such as val/loss"));
    auto* plus = new QPushButton(tr("Add"), this);
    plus->setObjectName(QStringLiteral("aliasAdd"));
    auto* minus = new QPushButton(tr("Remove"), this);
    minus->setObjectName(QStringLiteral("aliasRemove"));
    for (QPushButton* button : {plus, minus})
        button->setAutoDefault(false);
    connect(plus, &QPushButton::clicked, this, &AliasDialog::add);
    connect(m_other->lineEdit(), &QLineEdit::returnPressed, this, &AliasDialog::add);
    connect(minus, &QPushButton::clicked, this, &AliasDialog::remove);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* row = new QHBoxLayout;
    row->addWidget(m_other, 1);
    row->addWidget(plus);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(metrics::Gap);
    layout->addWidget(words);
    layout->addWidget(m_names, 1);
    layout->addWidget(minus, 0, Qt::AlignLeft);
    layout->addLayout(row);
    layout->addWidget(buttons);
    resize(420, 360);
    m_other->setFocus();
    fill();
}

void AliasDialog::fill() {
    m_names->clear();
    for (const std::string& name : m_rules.spellings(m_metric)) {
        if (name != m_metric)
            m_names->addItem(items::toQString(name));
    }
}

void AliasDialog::add() {
    const std::string other = m_other->currentText().trimmed().toStdString();
    if (other.empty() || other == m_metric)
        return;
    // What meant the other name means this one now; a name is never its own other name.
    for (auto& [name, meant] : m_rules.aliases) {
        if (meant == other)
            meant = m_metric;
    }
    m_rules.aliases.erase(m_metric);
    m_rules.aliases[other] = m_metric;
    m_other->setCurrentText(QString());
    fill();
    Q_EMIT rulesEdited(m_rules);
}

void AliasDialog::remove() {
    for (const QListWidgetItem* item : m_names->selectedItems())
        m_rules.aliases.erase(item->text().toStdString());
    fill();
    Q_EMIT rulesEdited(m_rules);
}

}  // namespace podium::views
