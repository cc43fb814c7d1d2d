// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/outboxdialog.h"

#include "items/decisionmodel.h"
#include "views/text/decisionwords.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"
#include "views/widgets/emptystate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace podium::views {

using items::DecisionModel;
using session::Decision;
using session::DecisionState;

namespace {

bool isTrouble(DecisionState state) {
    return state == DecisionState::Failed || state == DecisionState::Conflict;
}

bool isOut(const Decision& decision) {
    return decision.state == DecisionState::Writing || decision.state == DecisionState::Written;
}

class DecisionDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() != DecisionModel::StateColumn)
            return;
        const auto state = static_cast<DecisionState>(index.data(items::State).toInt());
        const Colors& c = colors(option->palette);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = {metrics::Icon, metrics::Icon};
        option->icon = icon(decisionStateIcon(state), isTrouble(state) ? c.bad : c.warn);
    }
};

}  // namespace

OutboxDialog::OutboxDialog(Name runName, Name sourceName, QWidget* parent)
    : QDialog(parent),
      m_model(new DecisionModel(this)),
      m_stack(new QStackedWidget(this)),
      m_tree(new QTreeView(this)),
      m_sentence(new QLabel(this)),
      m_again(new QPushButton(tr("Try &Again"), this)),
      m_mine(new QPushButton(tr("Keep &Mine"), this)),
      m_discard(new QPushButton(this)) {
    setObjectName(QStringLiteral("outboxDialog"));
    setWindowTitle(tr("Outbox"));
    setAccessibleName(windowTitle());
    makeTree(std::move(runName), std::move(sourceName));
    auto* empty = new EmptyState(this);
    empty->setContent(QStringLiteral("circle-check"), tr("Nothing is waiting"),
                      tr("All that was changed here is in its store."));
    auto* content = new QWidget(this);
    auto* contentLayout = new QVBoxLayout(content);
    contentLayout->setContentsMargins(0, 0, 0, 0);
    contentLayout->setSpacing(0);
    contentLayout->addWidget(m_tree, 1);
    contentLayout->addWidget(makeDetails());
    m_stack->addWidget(empty);
    m_stack->addWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    resize(960, 420);
    showDetails();
}

void OutboxDialog::makeTree(Name runName, Name sourceName) {
    m_model->setTitles(
        {tr("State"), tr("Run or Model"), tr("Change"), tr("Before"), tr("After"), tr("Source")});
    m_model->setFormatter(
        [runName, sourceName](DecisionModel::Column column, const Decision& decision) {
            switch (column) {
                case DecisionModel::StateColumn:
                    return decisionStateText(decision.state);
                case DecisionModel::Run:
                    return runName(decision);
                case DecisionModel::Subject:
                    return decisionSubject(decision.change.place);
                case DecisionModel::Before:
                    return decisionValue(decision.change.basis);
                case DecisionModel::After:
                    return decisionWanted(decision.change);
                case DecisionModel::Source:
                    return sourceName(decision);
                case DecisionModel::ColumnCount:
                    break;
            }
            return QString();
        });
    m_tree->setObjectName(QStringLiteral("outboxTree"));
    m_tree->setAccessibleName(tr("Changes that have not arrived"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new DecisionDelegate(m_tree));
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    constexpr std::array Widths = {130, 220, 150, 130, 170};
    for (std::size_t i = 0; i < Widths.size(); ++i)
        m_tree->header()->resizeSection(static_cast<int>(i), Widths[i]);
    setRowLines(m_tree);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &OutboxDialog::showDetails);
    connect(m_model, &DecisionModel::dataChanged, this, &OutboxDialog::showDetails);
}

QWidget* OutboxDialog::makeDetails() {
    auto* details = new QWidget(this);
    m_sentence->setObjectName(QStringLiteral("outboxSentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sentence->setMinimumHeight(2 * m_sentence->fontMetrics().lineSpacing());
    m_again->setObjectName(QStringLiteral("outboxAgain"));
    m_mine->setObjectName(QStringLiteral("outboxMine"));
    m_discard->setObjectName(QStringLiteral("outboxDiscard"));
    auto* close = new QPushButton(tr("&Close"), details);
    close->setObjectName(QStringLiteral("outboxClose"));
    for (QPushButton* button : {m_again, m_mine, m_discard, close})
        button->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::Gap);
    buttons->addWidget(m_again);
    buttons->addWidget(m_mine);
    buttons->addWidget(m_discard);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto* layout = new QVBoxLayout(details);
    layout->setContentsMargins(metrics::Group, metrics::Gap, metrics::Group, metrics::Group);
    layout->setSpacing(metrics::Gap);
    layout->addWidget(m_sentence);
    layout->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_again, &QPushButton::clicked, this,
            [this] { forSelected(&OutboxDialog::tryAgainRequested); });
    connect(m_mine, &QPushButton::clicked, this,
            [this] { forSelected(&OutboxDialog::keepMineRequested); });
    connect(m_discard, &QPushButton::clicked, this,
            [this] { forSelected(&OutboxDialog::discardRequested); });
    return details;
}

void OutboxDialog::setDecisions(const std::vector<Decision>& decisions) {
    m_model->setDecisions(decisions);
    m_stack->setCurrentIndex(decisions.empty() ? 0 : 1);
    // A view without a current row has nothing to tell a screen reader.
    if (!m_tree->currentIndex().isValid() && m_model->rowCount() > 0)
        m_tree->setCurrentIndex(m_model->index(0, 0));
    showDetails();
}

std::vector<Decision> OutboxDialog::selected() const {
    std::vector<Decision> decisions;
    for (const QModelIndex& index : m_tree->selectionModel()->selectedRows()) {
        if (const auto decision = m_model->decision(index))
            decisions.push_back(*decision);
    }
    return decisions;
}

void OutboxDialog::showDetails() {
    const std::vector<Decision> decisions = selected();
    const auto any = [&](auto&& is) { return std::ranges::any_of(decisions, is); };
    const bool conflict =
        any([](const Decision& one) { return one.state == DecisionState::Conflict; });
    m_again->setEnabled(any(
        [](const Decision& one) { return !isOut(one) && one.state != DecisionState::Conflict; }));
    m_mine->setVisible(conflict);
    m_discard->setText(conflict ? tr("Take &Theirs") : tr("&Discard Change"));
    m_discard->setEnabled(any([](const Decision& one) { return !isOut(one); }));
    QString sentence;
    if (decisions.size() == 1) {
        const Decision& one = decisions.front();
        sentence = decisionSentence(one, sync::blockerOf(one, m_model->decisions()));
        if (one.state == DecisionState::Conflict)
            sentence += QLatin1Char('\n') +
                        tr("You want “%1”, and saw “%2” before.")
                            .arg(decisionWanted(one.change), decisionValue(one.change.basis));
    }
    m_sentence->setText(sentence);
    m_sentence->setAccessibleName(sentence);
}

template <typename Signal>
void OutboxDialog::forSelected(Signal signal) {
    for (const Decision& decision : selected())
        Q_EMIT(this->*signal)(decision.entryNo);
}

}  // namespace podium::views
