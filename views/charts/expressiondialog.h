// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

class QCheckBox;
class QLabel;
class QPushButton;

namespace podium::views {

class FilterEdit;
class MetricPicker;

/// Asks for the expression that a chart shows, which is checked while it is typed: what is wrong is
/// underlined at its place and said below. Deletes itself when closed.
class ExpressionDialog : public QDialog {
    Q_OBJECT
public:
    ExpressionDialog(const QString& expression, bool carry, const QStringList& metrics,
                     QWidget* parent);

Q_SIGNALS:
    /// `carry`: a metric without a value at a step has its last one.
    void expressionAccepted(const QString& expression, bool carry);

private:
    void check();
    void insertMetric(const QString& metric);

    FilterEdit* m_edit;
    QCheckBox* m_carry;
    QLabel* m_words;
    QPushButton* m_ok;
    MetricPicker* m_picker;
};

}  // namespace podium::views
