// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/dialogs/preferences.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace podium::views {

/// Changes count at once; there is no OK to forget.
class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    explicit SettingsDialog(const Preferences& preferences, QWidget* parent = nullptr);

    [[nodiscard]] Preferences preferences() const;

Q_SIGNALS:
    void changed(const podium::views::Preferences& preferences);

private:
    void tell();

    QString m_startLanguage;
    QComboBox* m_theme;
    QComboBox* m_language;
    QLabel* m_languageNote;
    QSpinBox* m_threads;
    QLineEdit* m_name;
    QCheckBox* m_restore;
};

}  // namespace podium::views
