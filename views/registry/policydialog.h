// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/policy.h"

#include <QDialog>

#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace podium::views {

/// What a promotion of a model needs: approvals, gates, lanes of its own. Expressions are looked at
/// while they are typed. Deletes itself when closed.
class PolicyDialog : public QDialog {
    Q_OBJECT
public:
    /// `store`: the title of the store that the policy goes to.
    PolicyDialog(const QString& model, const QString& store, const registry::PolicyReading& reading,
                 QWidget* parent);

    [[nodiscard]] registry::Policy policy() const;

Q_SIGNALS:
    void saved(const podium::registry::Policy& policy);
    void removed();

private:
    struct Gate {
        QWidget* row;
        QLineEdit* text;
        QCheckBox* required;
        QLabel* fault;
    };
    struct Lane {
        QWidget* row;
        QLineEdit* name;
        QLineEdit* tag;
        QLineEdit* value;
    };
    void makeTop(QVBoxLayout* layout, const QString& model);
    void makeLists(QVBoxLayout* layout);
    void makeFoot(QVBoxLayout* layout, const QString& store, bool isSet);
    void addGate(const registry::GateRule& rule);
    void addLane(const registry::Lane& lane);
    void check();

    registry::Policy m_before;
    QSpinBox* m_approvals;
    QCheckBox* m_author;
    QVBoxLayout* m_gateRows;
    QVBoxLayout* m_laneRows;
    std::vector<Gate> m_gates;
    std::vector<Lane> m_lanes;
    QLabel* m_fault;
    QPushButton* m_save = nullptr;
};

}  // namespace podium::views
