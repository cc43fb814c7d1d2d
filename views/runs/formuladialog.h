// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/frame.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace podium::views {

/// Asks for a formula column: its title and its formula, which is checked while it is typed; what
/// is wrong is said below. Deletes itself when closed.
class FormulaDialog : public QDialog {
    Q_OBJECT
public:
    FormulaDialog(const query::ColumnKey& initial, QWidget* parent);

Q_SIGNALS:
    void formulaAccepted(const podium::query::ColumnKey& column);

private:
    void check();

    QLineEdit* m_title;
    QLineEdit* m_formula;
    QLabel* m_words;
    QPushButton* m_ok;
};

}  // namespace podium::views
