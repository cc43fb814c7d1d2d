// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/settingsdialog.h"

#include "views/widgets/sectionheader.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QThread>
#include <QVBoxLayout>

#include <algorithm>

namespace podium::views {

SettingsDialog::SettingsDialog(const Preferences& preferences, QWidget* parent)
    : QDialog(parent),
      m_startLanguage(preferences.language),
      m_theme(new QComboBox(this)),
      m_language(new QComboBox(this)),
      m_languageNote(new QLabel(this)),
      m_threads(new QSpinBox(this)),
      m_name(new QLineEdit(preferences.reviewName, this)),
      m_restore(new QCheckBox(tr("&Open at the next start what is open now"), this)) {
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(tr("Settings"));
    setAccessibleName(windowTitle());

    m_theme->setObjectName(QStringLiteral("settingsTheme"));
    m_theme->setAccessibleName(tr("Theme"));
    m_theme->addItem(tr("Like the system"), static_cast<int>(ThemeChoice::System));
    m_theme->addItem(tr("Light"), static_cast<int>(ThemeChoice::Light));
    m_theme->addItem(tr("Dark"), static_cast<int>(ThemeChoice::Dark));
    m_theme->setCurrentIndex(m_theme->findData(static_cast<int>(preferences.theme)));

    m_language->setObjectName(QStringLiteral("settingsLanguage"));
    m_language->setAccessibleName(tr("Language"));
    m_language->addItem(tr("Like the system"), QString());
    // Each language in its own words: who got into a foreign one must find the way back.
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("Deutsch"), QStringLiteral("de"));
    m_language->addItem(QStringLiteral("简体中文"), QStringLiteral("zh_CN"));
    m_language->setCurrentIndex(std::max(0, m_language->findData(preferences.language)));
    m_languageNote->setText(tr("The language changes at the next start."));
    m_languageNote->setWordWrap(true);
    m_languageNote->setFont(smallFont(font()));
    m_languageNote->hide();

    m_threads->setObjectName(QStringLiteral("settingsThreads"));
    m_threads->setAccessibleName(tr("Threads that read a store"));
    m_threads->setRange(0, std::max(64, QThread::idealThreadCount()));
    m_threads->setSpecialValueText(tr("Automatic"));
    m_threads->setValue(preferences.readThreads);
    m_name->setObjectName(QStringLiteral("settingsReviewName"));
    m_name->setAccessibleName(tr("Your name in reviews"));
    m_name->setPlaceholderText(tr("The machine's user"));
    m_restore->setObjectName(QStringLiteral("settingsRestore"));
    m_restore->setAccessibleName(tr("Open at the next start what is open now"));
    m_restore->setChecked(preferences.restoreSession);

    auto* form = new QFormLayout;
    form->setHorizontalSpacing(metrics::Group);
    form->setVerticalSpacing(metrics::Gap + 2);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->addRow(tr("&Theme"), m_theme);
    form->addRow(tr("&Language"), m_language);
    form->addRow(QString(), m_languageNote);
    form->addRow(tr("&Reading threads"), m_threads);
    form->addRow(tr("&Name in reviews"), m_name);
    form->addRow(QString(), m_restore);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("settingsClose"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(metrics::Group);
    layout->addLayout(form);
    layout->addStretch();
    layout->addWidget(buttons);
    setMinimumWidth(420);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    connect(m_theme, &QComboBox::currentIndexChanged, this, &SettingsDialog::tell);
    connect(m_language, &QComboBox::currentIndexChanged, this, &SettingsDialog::tell);
    connect(m_threads, &QSpinBox::valueChanged, this, &SettingsDialog::tell);
    connect(m_name, &QLineEdit::editingFinished, this, &SettingsDialog::tell);
    connect(m_restore, &QCheckBox::toggled, this, &SettingsDialog::tell);
}

Preferences SettingsDialog::preferences() const {
    Preferences p;
    p.theme = static_cast<ThemeChoice>(m_theme->currentData().toInt());
    p.language = m_language->currentData().toString();
    p.readThreads = m_threads->value();
    p.restoreSession = m_restore->isChecked();
    p.reviewName = m_name->text().trimmed();
    return p;
}

void SettingsDialog::tell() {
    const Preferences now = preferences();
    m_languageNote->setVisible(now.language != m_startLanguage);
    Q_EMIT changed(now);
}

}  // namespace podium::views
