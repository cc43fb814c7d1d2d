// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/metricrules.h"

#include <QDialog>

class QComboBox;
class QListWidget;

namespace podium::views {

/// The other names of one metric: those that mean it already, and a way to add one. Deletes itself
/// when closed.
class AliasDialog : public QDialog {
    Q_OBJECT
public:
    AliasDialog(const std::string& metric, session::MetricRules rules,
                const std::vector<std::string>& metrics, QWidget* parent);

Q_SIGNALS:
    void rulesEdited(const podium::session::MetricRules& rules);

private:
    void fill();
    void add();
    void remove();

    std::string m_metric;
    session::MetricRules m_rules;
    QListWidget* m_names;
    QComboBox* m_other;
};

}  // namespace podium::views
