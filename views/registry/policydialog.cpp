// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/registry/policydialog.h"

#include "items/cell.h"
#include "views/registry/reviewwords.h"
#include "views/text/text.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace podium::views {

using registry::GateRule;
using registry::Policy;
using registry::PolicyFault;

namespace {

void warn(QLabel* label, const QString& text) {
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, colors(palette).bad);
    label->setPalette(palette);
    label->setText(text);
    label->setAccessibleName(text);
    label->setVisible(!text.isEmpty());
}

QLineEdit* field(QWidget* parent, const char* name, const QString& words, const std::string& text) {
    auto* made = new QLineEdit(items::toQString(text), parent);
    made->setObjectName(QLatin1String(name));
    made->setAccessibleName(words);
    made->setPlaceholderText(words);
    return made;
}

QToolButton* remover(QWidget* parent, const QString& words) {
    auto* made = new QToolButton(parent);
    made->setObjectName(QStringLiteral("policyRemoveRow"));
    made->setIcon(dimIcon(u"x"));
    made->setToolTip(words);
    made->setAccessibleName(words);
    made->setAutoRaise(true);
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

QLabel* head(QWidget* parent, const QString& text, const QString& words) {
    auto* made = new QLabel(parent);
    made->setTextFormat(Qt::PlainText);
    made->setText(text);
    made->setToolTip(words);
    made->setFont(strongFont(parent->font()));
    return made;
}

bool isOfGate(const PolicyFault& fault) {
    return fault.code == PolicyFault::Code::GateSyntax ||
           fault.code == PolicyFault::Code::GateMeaning ||
           fault.code == PolicyFault::Code::GateTwice;
}

}  // namespace

PolicyDialog::PolicyDialog(const QString& model, const QString& store,
                           const registry::PolicyReading& reading, QWidget* parent)
    : QDialog(parent),
      m_before(reading.policy),
      m_approvals(new QSpinBox(this)),
      m_author(new QCheckBox(tr("Who &asks may approve it, too"), this)),
      m_gateRows(new QVBoxLayout),
      m_laneRows(new QVBoxLayout),
      m_fault(new QLabel(this)) {
    setObjectName(QStringLiteral("policyDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Policy"));
    setAccessibleName(windowTitle());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    makeTop(layout, model);
    makeLists(layout);
    makeFoot(layout, store, reading.isSet);
    m_approvals->setValue(reading.policy.approvals);
    m_author->setChecked(reading.policy.authorMayApprove);
    for (const GateRule& rule : reading.policy.gates)
        addGate(rule);
    for (const registry::Lane& lane : reading.policy.lanes)
        addLane(lane);
    resize(720, 560);
    check();
    if (!reading.faults.empty() && m_fault->text().isEmpty())
        warn(m_fault, policyFaultText(reading.faults.front(), reading.policy));
}

void PolicyDialog::makeTop(QVBoxLayout* layout, const QString& model) {
    auto* title = new QLabel(tr("What a promotion of %1 needs").arg(model), this);
    title->setTextFormat(Qt::PlainText);
    title->setFont(titleFont(font()));
    m_approvals->setObjectName(QStringLiteral("policyApprovals"));
    m_approvals->setAccessibleName(tr("Approvals"));
    m_approvals->setRange(1, registry::MostApprovals);
    m_author->setObjectName(QStringLiteral("policyAuthor"));
    auto* form = new QFormLayout;
    form->setSpacing(metrics::Gap);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->addRow(tr("Appro&vals"), m_approvals);
    form->addRow(QString(), m_author);
    layout->addWidget(title);
    layout->addLayout(form);
    connect(m_approvals, &QSpinBox::valueChanged, this, &PolicyDialog::check);
    connect(m_author, &QCheckBox::toggled, this, &PolicyDialog::check);
}

void PolicyDialog::makeLists(QVBoxLayout* layout) {
    auto* inside = new QWidget(this);
    auto* rows = new QVBoxLayout(inside);
    rows->setContentsMargins(0, 0, metrics::Gap, 0);
    rows->setSpacing(metrics::Gap);
    for (QVBoxLayout* one : {m_gateRows, m_laneRows}) {
        one->setContentsMargins(0, 0, 0, 0);
        one->setSpacing(metrics::Unit);
    }
    auto* gates =
        new QLabel(tr("As in a filter, of candidate. and incumbent.: candidate.metrics.auc >= "
                      "incumbent.metrics.auc, signature compatible"),
                   inside);
    gates->setWordWrap(true);
    gates->setForegroundRole(QPalette::PlaceholderText);
    auto* moreGates = new QPushButton(icon(u"plus"), tr("Add &Gate"), inside);
    moreGates->setObjectName(QStringLiteral("policyAddGate"));
    auto* moreLanes = new QPushButton(icon(u"plus"), tr("Add &Lane"), inside);
    moreLanes->setObjectName(QStringLiteral("policyAddLane"));
    for (QPushButton* button : {moreGates, moreLanes})
        button->setAutoDefault(false);
    rows->addWidget(head(inside, tr("Gates"), QString()));
    rows->addWidget(gates);
    rows->addLayout(m_gateRows);
    rows->addWidget(moreGates, 0, Qt::AlignLeft);
    rows->addSpacing(metrics::Gap);
    rows->addWidget(head(inside, tr("Lanes of the board, by a tag"), QString()));
    rows->addLayout(m_laneRows);
    rows->addWidget(moreLanes, 0, Qt::AlignLeft);
    rows->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("policyScroll"));
    scroll->setAccessibleName(tr("Gates and lanes"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(inside);
    layout->addWidget(scroll, 1);
    connect(moreGates, &QPushButton::clicked, this, [this] {
        addGate({});
        m_gates.back().text->setFocus();
    });
    connect(moreLanes, &QPushButton::clicked, this, [this] {
        addLane({});
        m_lanes.back().name->setFocus();
    });
}

void PolicyDialog::makeFoot(QVBoxLayout* layout, const QString& store, bool isSet) {
    m_fault->setObjectName(QStringLiteral("policyFault"));
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setWordWrap(true);
    auto* notice =
        new QLabel(tr("Kept in %1 as the model's tag podium.policy. The store does not enforce it: "
                      "Podium and people do.")
                       .arg(store),
                   this);
    notice->setTextFormat(Qt::PlainText);
    notice->setWordWrap(true);
    notice->setForegroundRole(QPalette::PlaceholderText);
    auto* buttons = new QDialogButtonBox(this);
    if (isSet) {
        auto* remove = buttons->addButton(tr("&Remove Policy"), QDialogButtonBox::DestructiveRole);
        remove->setObjectName(QStringLiteral("policyRemove"));
        setDestructive(remove);
        connect(remove, &QPushButton::clicked, this, [this] {
            Q_EMIT removed();
            accept();
        });
    }
    buttons->addButton(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_save = buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(QStringLiteral("policySave"));
    m_save->setDefault(true);
    setPrimary(m_save);
    layout->addWidget(m_fault);
    layout->addWidget(notice);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] {
        Q_EMIT saved(policy());
        accept();
    });
}

void PolicyDialog::addGate(const GateRule& rule) {
    auto* row = new QWidget(this);
    auto* text = field(row, "policyGate", tr("Gate %1").arg(m_gates.size() + 1), rule.text);
    text->setFont(monoFont(font()));
    text->setCursorPosition(0);
    auto* required = new QCheckBox(tr("required"), row);
    required->setObjectName(QStringLiteral("policyGateRequired"));
    required->setChecked(rule.required);
    required->setToolTip(tr("Without this a gate that fails can be passed by with a reason"));
    auto* fault = new QLabel(row);
    fault->setTextFormat(Qt::PlainText);
    fault->setWordWrap(true);
    QToolButton* remove = remover(row, tr("Remove this gate"));
    auto* line = new QHBoxLayout;
    line->setSpacing(metrics::Gap);
    line->addWidget(text, 1);
    line->addWidget(required);
    line->addWidget(remove);
    auto* layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(line);
    layout->addWidget(fault);
    m_gateRows->addWidget(row);
    m_gates.push_back({row, text, required, fault});
    connect(text, &QLineEdit::textChanged, this, &PolicyDialog::check);
    connect(required, &QCheckBox::toggled, this, &PolicyDialog::check);
    connect(remove, &QToolButton::clicked, this, [this, row] {
        std::erase_if(m_gates, [row](const Gate& gate) { return gate.row == row; });
        row->deleteLater();
        check();
    });
    check();
}

void PolicyDialog::addLane(const registry::Lane& lane) {
    auto* row = new QWidget(this);
    auto* name = field(row, "policyLaneName", tr("Name of the lane"), lane.name);
    auto* tag = field(row, "policyLaneTag", tr("Key of the tag"), lane.tag);
    auto* value = field(row, "policyLaneValue", tr("Value of the tag"), lane.value);
    QToolButton* remove = remover(row, tr("Remove this lane"));
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::Gap);
    for (QLineEdit* one : {name, tag, value}) {
        layout->addWidget(one, 1);
        connect(one, &QLineEdit::textChanged, this, &PolicyDialog::check);
    }
    layout->addWidget(remove);
    m_laneRows->addWidget(row);
    m_lanes.push_back({row, name, tag, value});
    connect(remove, &QToolButton::clicked, this, [this, row] {
        std::erase_if(m_lanes, [row](const Lane& one) { return one.row == row; });
        row->deleteLater();
        check();
    });
    check();
}

Policy PolicyDialog::policy() const {
    Policy made = m_before;
    made.approvals = m_approvals->value();
    made.authorMayApprove = m_author->isChecked();
    made.gates.clear();
    for (const Gate& gate : m_gates)
        made.gates.push_back(
            {gate.text->text().trimmed().toStdString(), gate.required->isChecked()});
    made.lanes.clear();
    for (const Lane& lane : m_lanes)
        made.lanes.push_back({lane.name->text().trimmed().toStdString(),
                              lane.tag->text().trimmed().toStdString(),
                              lane.value->text().trimmed().toStdString()});
    return made;
}

void PolicyDialog::check() {
    if (m_save == nullptr)
        return;
    const Policy now = policy();
    const std::vector<PolicyFault> faults = registry::validate(now);
    for (const Gate& gate : m_gates)
        warn(gate.fault, {});
    QString other;
    for (const PolicyFault& fault : faults) {
        const QString text = policyFaultText(fault, now);
        if (isOfGate(fault) && fault.index < m_gates.size())
            warn(m_gates[fault.index].fault, text);
        else if (other.isEmpty())
            other = text;
    }
    warn(m_fault, other);
    m_save->setEnabled(faults.empty());
}

}  // namespace podium::views
