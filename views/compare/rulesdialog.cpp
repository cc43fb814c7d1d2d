// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare/rulesdialog.h"

#include "views/theme/metrics.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include <cmath>

namespace podium::views {

using items::CompareRules;

namespace {

constexpr double Percent = 100;

double numberOf(const QLineEdit& edit) {
    bool good = false;
    QString text = edit.text().trimmed();
    const double value = text.replace(u',', u'.').toDouble(&good);
    return good && std::isfinite(value) && value > 0 ? value : 0;
}

}  // namespace

RulesDialog::RulesDialog(const CompareRules& rules, QWidget* parent)
    : QDialog(parent),
      m_relative(new QLineEdit(this)),
      m_absolute(new QLineEdit(this)),
      m_ignore(new QPlainTextEdit(this)) {
    setObjectName(QStringLiteral("compareRules"));
    setWindowTitle(tr("What counts as the same"));
    m_relative->setObjectName(QStringLiteral("compareRelative"));
    m_absolute->setObjectName(QStringLiteral("compareAbsolute"));
    m_ignore->setObjectName(QStringLiteral("compareIgnore"));
    m_ignore->setTabChangesFocus(true);
    m_ignore->setMinimumHeight(110);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(metrics::Group, metrics::Group, metrics::Group, metrics::Group);
    form->setSpacing(metrics::Gap);
    form->addRow(tr("Numbers within &per cent"), m_relative);
    form->addRow(tr("Numbers &within"), m_absolute);
    form->addRow(tr("&Ignore"), m_ignore);
    auto* help = new QLabel(
        tr("One pattern a line over params., metrics., tags., environment., git., datasets., "
           "signature. or artifacts. and the key; * stands for anything, ? for one character."),
        this);
    help->setWordWrap(true);
    help->setTextFormat(Qt::PlainText);
    form->addRow(QString(), help);
    auto* buttons =
        new QDialogButtonBox(QDialogButtonBox::Close | QDialogButtonBox::RestoreDefaults, this);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            [this] {
                show(CompareRules());
                tell();
            });
    connect(m_relative, &QLineEdit::editingFinished, this, &RulesDialog::tell);
    connect(m_absolute, &QLineEdit::editingFinished, this, &RulesDialog::tell);
    connect(m_ignore, &QPlainTextEdit::textChanged, this, &RulesDialog::tell);
    show(rules);
    resize(460, sizeHint().height());
}

void RulesDialog::show(const CompareRules& rules) {
    m_showing = true;
    m_relative->setText(QString::number(rules.relative * Percent));
    m_absolute->setText(QString::number(rules.absolute));
    QStringList lines;
    for (const std::string& glob : rules.ignore)
        lines.append(QString::fromStdString(glob));
    m_ignore->setPlainText(lines.join(u'\n'));
    m_showing = false;
}

void RulesDialog::tell() {
    if (m_showing)
        return;
    CompareRules rules;
    rules.relative = numberOf(*m_relative) / Percent;
    rules.absolute = numberOf(*m_absolute);
    rules.ignore.clear();
    for (const QString& line : m_ignore->toPlainText().split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.trimmed().isEmpty())
            rules.ignore.push_back(line.trimmed().toStdString());
    }
    Q_EMIT rulesChanged(rules);
}

QByteArray rulesToJson(const CompareRules& rules) {
    QJsonArray ignore;
    for (const std::string& glob : rules.ignore)
        ignore.append(QString::fromStdString(glob));
    return QJsonDocument(QJsonObject{{QStringLiteral("relative"), rules.relative},
                                     {QStringLiteral("absolute"), rules.absolute},
                                     {QStringLiteral("ignore"), ignore}})
        .toJson(QJsonDocument::Compact);
}

CompareRules rulesFromJson(const QByteArray& json) {
    CompareRules rules;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.isEmpty())
        return rules;
    rules.relative = std::max(0.0, object.value(QLatin1String("relative")).toDouble());
    rules.absolute = std::max(0.0, object.value(QLatin1String("absolute")).toDouble());
    if (object.value(QLatin1String("ignore")).isArray()) {
        rules.ignore.clear();
        for (const QJsonValue& glob : object.value(QLatin1String("ignore")).toArray())
            rules.ignore.push_back(glob.toString().toStdString());
    }
    return rules;
}

}  // namespace podium::views
