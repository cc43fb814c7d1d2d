// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace podium::views {

/// Asks for the name of a view; what is said of a name stands below while it is typed. Deletes
/// itself when closed.
class ViewNameDialog : public QDialog {
    Q_OBJECT
public:
    /// What is to be said of a name, and whether it can be taken.
    struct Verdict {
        QString words;
        bool usable = true;
    };
    using Judge = std::function<Verdict(const QString& name)>;

    ViewNameDialog(const QString& title, const QString& initial, Judge judge, QWidget* parent);

Q_SIGNALS:
    void nameAccepted(const QString& name);

private:
    void check();

    Judge m_judge;
    QLineEdit* m_name;
    QLabel* m_words;
    QPushButton* m_ok;
};

}  // namespace podium::views
