// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/keepdialog.h"

#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace podium::views {

KeepDialog::KeepDialog(const QString& subject, bool isRun, QWidget* parent)
    : QDialog(parent),
      m_histories(new QCheckBox(tr("&Histories of all metrics"), this)),
      m_none(new QRadioButton(tr("&No artifacts"), this)),
      m_all(new QRadioButton(tr("&All artifacts"), this)),
      m_some(new QRadioButton(tr("&Only these artifacts:"), this)),
      m_patterns(new QLineEdit(this)),
      m_held(new QLabel(this)),
      m_estimate(new QLabel(this)) {
    setObjectName(QStringLiteral("keepDialog"));
    setWindowTitle(tr("Keep offline"));
    setAccessibleName(windowTitle());
    setMinimumWidth(460);
    auto* words = new QLabel(this);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    words->setText(isRun ? tr("Of the run “%1” this is there without a network:").arg(subject)
                         : tr("Of all runs of “%1” this is there without a network, also of new "
                              "ones, brought up to date after each sync:")
                               .arg(subject));
    m_histories->setObjectName(QStringLiteral("keepHistories"));
    m_none->setObjectName(QStringLiteral("keepNone"));
    m_all->setObjectName(QStringLiteral("keepAll"));
    m_some->setObjectName(QStringLiteral("keepSome"));
    m_patterns->setObjectName(QStringLiteral("keepPatterns"));
    m_patterns->setAccessibleName(tr("Patterns of artifacts"));
    m_patterns->setPlaceholderText(QStringLiteral("*.json model/MLmodel plots/*"));
    m_held->setWordWrap(true);
    m_held->setObjectName(QStringLiteral("keepHeld"));
    m_estimate->setWordWrap(true);
    m_estimate->setObjectName(QStringLiteral("keepEstimate"));
    auto* buttons = new QDialogButtonBox(this);
    m_release = buttons->addButton(tr("&Release"), QDialogButtonBox::DestructiveRole);
    m_release->setObjectName(QStringLiteral("keepRelease"));
    buttons->addButton(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_keep = buttons->addButton(tr("&Keep offline"), QDialogButtonBox::AcceptRole);
    m_keep->setObjectName(QStringLiteral("keepKeep"));
    m_keep->setDefault(true);
    setPrimary(m_keep);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(metrics::Gap);
    layout->addWidget(words);
    layout->addSpacing(metrics::Gap);
    layout->addWidget(m_histories);
    layout->addWidget(m_none);
    layout->addWidget(m_all);
    layout->addWidget(m_some);
    layout->addWidget(m_patterns);
    layout->addSpacing(metrics::Gap);
    layout->addWidget(m_held);
    layout->addWidget(m_estimate);
    layout->addStretch(1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_keep, &QPushButton::clicked, this, [this] {
        Q_EMIT kept();
        accept();
    });
    connect(m_release, &QPushButton::clicked, this, [this] {
        Q_EMIT released();
        accept();
    });
    for (QAbstractButton* button :
         {static_cast<QAbstractButton*>(m_histories), static_cast<QAbstractButton*>(m_none),
          static_cast<QAbstractButton*>(m_all), static_cast<QAbstractButton*>(m_some)})
        connect(button, &QAbstractButton::toggled, this, &KeepDialog::update);
    connect(m_patterns, &QLineEdit::editingFinished, this, &KeepDialog::update);
    m_release->hide();
    m_histories->setChecked(true);
    m_none->setChecked(true);
}

void KeepDialog::setChoice(bool histories, const QString& artifacts) {
    m_histories->setChecked(histories);
    if (artifacts.isEmpty())
        m_none->setChecked(true);
    else if (artifacts == QLatin1String("*"))
        m_all->setChecked(true);
    else
        m_some->setChecked(true);
    if (m_some->isChecked())
        m_patterns->setText(QString(artifacts).replace(u'\n', u' '));
    m_release->setVisible(histories || !artifacts.isEmpty());
    update();
}

bool KeepDialog::histories() const {
    return m_histories->isChecked();
}

QString KeepDialog::artifacts() const {
    if (m_all->isChecked())
        return QStringLiteral("*");
    if (!m_some->isChecked())
        return {};
    return m_patterns->text().simplified().replace(u' ', u'\n');
}

void KeepDialog::setEstimate(const QString& words) {
    m_estimate->setText(words);
}

void KeepDialog::setHeld(const QString& words) {
    m_held->setText(words);
}

void KeepDialog::update() {
    m_patterns->setEnabled(m_some->isChecked());
    m_keep->setEnabled(histories() || !artifacts().isEmpty());
    Q_EMIT choiceChanged();
}

}  // namespace podium::views
