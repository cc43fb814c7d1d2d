// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/comparison.h"

#include <QByteArray>
#include <QDialog>

class QLineEdit;
class QPlainTextEdit;

namespace podium::views {

/// What counts as the same, and what is not looked at; each change is told at once.
class RulesDialog : public QDialog {
    Q_OBJECT
public:
    explicit RulesDialog(const items::CompareRules& rules, QWidget* parent = nullptr);

Q_SIGNALS:
    void rulesChanged(const podium::items::CompareRules& rules);

private:
    void show(const items::CompareRules& rules);
    void tell();

    QLineEdit* m_relative;
    QLineEdit* m_absolute;
    QPlainTextEdit* m_ignore;
    bool m_showing = false;
};

/// The rules as they are kept in the settings: {"relative", "absolute", "ignore": [...]}. What is
/// missing or of another type takes its default.
[[nodiscard]] QByteArray rulesToJson(const items::CompareRules& rules);
[[nodiscard]] items::CompareRules rulesFromJson(const QByteArray& json);

}  // namespace podium::views
