// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace podium::views {

/// What of an experiment or a run is to be there without a network. Asks for an estimate when the
/// choice changes; who listens gives it. Lives on the UI thread.
class KeepDialog : public QDialog {
    Q_OBJECT
public:
    /// `subject` is the name of the run or experiment.
    KeepDialog(const QString& subject, bool isRun, QWidget* parent = nullptr);

    void setChoice(bool histories, const QString& artifacts);
    [[nodiscard]] bool histories() const;
    /// Patterns, one a line; "*" for all, "" for none.
    [[nodiscard]] QString artifacts() const;

    /// "1.2 GB in 312 files, 300 MB of it not here yet", or why it can't be told.
    void setEstimate(const QString& words);
    void setHeld(const QString& words);

Q_SIGNALS:
    void choiceChanged();
    void kept();
    void released();

private:
    void update();

    QCheckBox* m_histories;
    QRadioButton* m_none;
    QRadioButton* m_all;
    QRadioButton* m_some;
    QLineEdit* m_patterns;
    QLabel* m_held;
    QLabel* m_estimate;
    QPushButton* m_release;
    QPushButton* m_keep;
};

}  // namespace podium::views
