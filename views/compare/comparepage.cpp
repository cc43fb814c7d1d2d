// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare/comparepage.h"

#include "items/cell.h"
#include "views/compare/comparedelegate.h"
#include "views/compare/comparewords.h"
#include "views/compare/rulesdialog.h"
#include "views/text/text.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"
#include "views/widgets/emptystate.h"
#include "views/widgets/messagebar.h"

#include <QAccessible>
#include <QComboBox>
#include <QFutureWatcher>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <algorithm>

namespace podium::views {

using base::RunNo;
using items::CompareModel;
using session::ComparedRun;
using session::Setting;

namespace {

constexpr int KeyWidth = 300;
constexpr int LeastColumn = 150;
constexpr int MostColumn = 360;

QString titleOf(const ComparedRun& run) {
    const domain::Run& own = run.details.run;
    return oneLine(own.runName.empty() ? own.runId : own.runName, 120);
}

QToolButton* textButton(QWidget* parent, const char* name, const QString& text, const QString& tip,
                        QStringView iconName) {
    auto* button = new QToolButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(tip);
    button->setIcon(icon(iconName));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

}  // namespace

ComparePage::ComparePage(session::RunComparer& comparer, session::Settings& settings,
                         QWidget* parent)
    : QWidget(parent),
      m_comparer(comparer),
      m_settings(settings),
      m_rules(rulesFromJson(settings.value(Setting::CompareRules).toByteArray())),
      m_model(new CompareModel(compareWords(), this)),
      m_shown(std::make_shared<const session::ComparedRuns>()),
      m_messages(new MessageBar(this)),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(this)),
      m_content(new QWidget(this)),
      m_head(new QWidget(m_content)),
      m_baselineBox(new QComboBox(m_head)),
      m_filter(new QLineEdit(m_head)),
      m_status(new QLabel(m_head)),
      m_notes(new QLabel(m_content)),
      m_loading(new QProgressBar(this)),
      m_cancel(new QPushButton(tr("Cancel"), m_head)),
      m_tree(new QTreeView(m_content)) {
    setObjectName(QStringLiteral("comparePage"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_messages->hide();
    QPushButton* choose = m_empty->addButton(tr("Choose runs"), true);
    choose->setObjectName(QStringLiteral("compareChoose"));
    connect(choose, &QPushButton::clicked, this, &ComparePage::chooseRunsRequested);
    makeHead();
    makeTree();
    m_notes->setObjectName(QStringLiteral("compareNotes"));
    m_notes->setTextFormat(Qt::PlainText);
    m_notes->setWordWrap(true);
    m_notes->setContentsMargins(metrics::Group, metrics::Unit, metrics::Group, metrics::Gap);
    m_notes->setForegroundRole(QPalette::PlaceholderText);
    m_loading->setObjectName(QStringLiteral("compareLoading"));
    m_loading->setAccessibleName(tr("Comparing runs"));
    m_loading->setRange(0, 0);
    m_loading->setTextVisible(false);
    m_loading->setFixedHeight(2);
    m_loading->hide();
    auto* content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(0);
    content->addWidget(m_head);
    content->addWidget(m_tree, 1);
    content->addWidget(m_notes);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_loading);
    layout->addWidget(m_stack, 1);
    connect(&m_comparer, &session::RunComparer::changed, this, &ComparePage::runsChanged);
    connect(&m_comparer, &session::RunComparer::loadingChanged, this, &ComparePage::showState);
    connect(&m_comparer, &session::RunComparer::failed, m_messages, &MessageBar::showError);
    runsChanged();
}

void ComparePage::makeHead() {
    m_baselineBox->setObjectName(QStringLiteral("compareBaseline"));
    m_baselineBox->setAccessibleName(tr("Baseline"));
    m_baselineBox->setToolTip(tr("The run that the others are compared with (B)"));
    m_baselineBox->setMaximumWidth(280);
    m_baselineBox->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_baselineBox, &QComboBox::activated, this,
            [this] { setBaseline(RunNo{m_baselineBox->currentData().toLongLong()}); });
    auto* label = new QLabel(tr("&Baseline"), m_head);
    label->setBuddy(m_baselineBox);
    m_filter->setObjectName(QStringLiteral("compareFilter"));
    m_filter->setAccessibleName(tr("Search in the comparison"));
    m_filter->setPlaceholderText(tr("Search keys and values"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(140);
    m_filter->setMaximumWidth(280);
    m_filter->addAction(icon(u"search"), QLineEdit::LeadingPosition);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model->setFilter(text.trimmed());
        arrangeRows();
        showState();
    });
    m_status->setObjectName(QStringLiteral("compareStatus"));
    m_status->setTextFormat(Qt::PlainText);
    m_status->setToolTip(QStringLiteral("<qt>%1</qt>").arg(surpriseExplained().toHtmlEscaped()));
    m_cancel->setObjectName(QStringLiteral("compareCancel"));
    connect(m_cancel, &QPushButton::clicked, &m_comparer, &session::RunComparer::cancel);
    QToolButton* previous = textButton(m_head, "comparePrevious", tr("Previous"),
                                       tr("Go to the difference before (P)"), u"chevron-up");
    QToolButton* next = textButton(m_head, "compareNext", tr("Next"),
                                   tr("Go to the next difference (N)"), u"chevron-down");
    QToolButton* rules =
        textButton(m_head, "compareRulesButton", tr("Rules…"),
                   tr("What counts as the same, and what is ignored"), u"sliders-horizontal");
    QToolButton* save = textButton(m_head, "compareExport", tr("Export"),
                                   tr("Save or copy the comparison"), u"download");
    auto* menu = new QMenu(save);
    menu->setObjectName(QStringLiteral("compareExportMenu"));
    menu->addAction(tr("Save as Markdown or HTML…"), this, &ComparePage::exportReport);
    menu->addAction(tr("Copy as Markdown"), this, &ComparePage::copyMarkdown);
    menu->addAction(tr("Copy all rows as TSV"), this, &ComparePage::copyTable);
    save->setMenu(menu);
    save->setPopupMode(QToolButton::InstantPopup);
    connect(previous, &QToolButton::clicked, this, &ComparePage::previousDifference);
    connect(next, &QToolButton::clicked, this, &ComparePage::nextDifference);
    connect(rules, &QToolButton::clicked, this, &ComparePage::showRules);
    auto* layout = new QHBoxLayout(m_head);
    layout->setContentsMargins(metrics::Group, metrics::Gap, metrics::Group, metrics::Gap);
    layout->setSpacing(metrics::Gap);
    layout->addWidget(label);
    layout->addWidget(m_baselineBox);
    layout->addWidget(m_filter, 1);
    layout->addWidget(m_status);
    layout->addStretch(1);
    layout->addWidget(m_cancel);
    for (QToolButton* button : {previous, next, rules, save})
        layout->addWidget(button);
}

void ComparePage::makeTree() {
    m_tree->setObjectName(QStringLiteral("compareTree"));
    m_tree->setAccessibleName(tr("Comparison"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new CompareDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    // With whole rows the arrow keys would not reach the columns, which stand for runs.
    m_tree->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_tree->setExpandsOnDoubleClick(true);
    m_tree->setIndentation(metrics::Group);
    setRowLines(m_tree);
    QHeaderView* header = m_tree->header();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(80);
    header->setStretchLastSection(true);
    header->setSectionsMovable(false);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this, &ComparePage::showHeaderMenu);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, [this](const QPoint& position) {
        const QPoint global = m_tree->viewport()->mapToGlobal(position);
        showHeaderMenu(m_tree->header()->viewport()->mapFromGlobal(global));
    });
    connect(m_tree, &QTreeView::activated, this, &ComparePage::rowActivated);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ComparePage::currentRowChanged);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ComparePage::showState);
}

QStringList ComparePage::titles() const {
    QStringList list;
    for (const std::size_t run : m_model->comparison()->runs)
        list.append(titleOf(m_shown->runs[run]));
    return list;
}

RunNo ComparePage::runOfColumn(int column) const {
    const auto place = static_cast<std::size_t>(column - 1);
    const auto& runs = m_model->comparison()->runs;
    return column > 0 && place < runs.size() ? m_shown->runs[runs[place]].details.runNo : RunNo();
}

void ComparePage::setBaseline(RunNo run) {
    if (!run.valid() || run == m_baseline)
        return;
    m_baseline = run;
    compare();
}

RunNo ComparePage::currentOther() const {
    const RunNo current = runOfColumn(m_tree->currentIndex().column());
    if (current.valid() && current != m_baseline)
        return current;
    for (const RunNo run : m_comparer.runs()) {
        if (run != m_baseline)
            return run;
    }
    return {};
}

void ComparePage::setCurrentAsBaseline() {
    setBaseline(runOfColumn(m_tree->currentIndex().column()));
}

void ComparePage::removeCurrent() {
    const RunNo gone = runOfColumn(m_tree->currentIndex().column());
    std::vector<RunNo> left = m_comparer.runs();
    if (gone.valid() && std::erase(left, gone) > 0)
        m_comparer.setRuns(left);
}

void ComparePage::runsChanged() {
    const auto compared = m_comparer.current();
    const auto has = [&](RunNo run) {
        return std::ranges::any_of(
            compared->runs, [run](const ComparedRun& one) { return one.details.runNo == run; });
    };
    if (!has(m_baseline))
        m_baseline = compared->runs.empty() ? RunNo() : compared->runs.front().details.runNo;
    compare();
}

void ComparePage::compare() {
    const auto compared = m_comparer.current();
    m_baselineBox->clear();
    std::size_t baseline = 0;
    for (std::size_t i = 0; i < compared->runs.size(); ++i) {
        const ComparedRun& run = compared->runs[i];
        m_baselineBox->addItem(titleOf(run),
                               QVariant::fromValue<qlonglong>(run.details.runNo.value));
        if (run.details.runNo == m_baseline)
            baseline = i;
    }
    m_baselineBox->setCurrentIndex(static_cast<int>(baseline));
    const quint64 ticket = ++m_newest;
    if (compared->runs.size() < 2) {
        showComparison(compared, std::make_shared<const items::Comparison>());
        return;
    }
    // Twenty runs with ten thousands of files each take longer than a frame.
    using Compared = std::shared_ptr<const items::Comparison>;
    auto* watcher = new QFutureWatcher<Compared>(this);
    connect(watcher, &QFutureWatcher<Compared>::finished, this, [this, watcher, compared, ticket] {
        watcher->deleteLater();
        if (ticket == m_newest)
            showComparison(compared, watcher->result());
    });
    watcher->setFuture(QtConcurrent::run([compared, baseline, rules = m_rules] {
        return std::make_shared<const items::Comparison>(
            items::compareRuns(*compared, baseline, rules));
    }));
}

/// What the table shows from now on; the row and column that were current stay so.
void ComparePage::showComparison(const std::shared_ptr<const session::ComparedRuns>& compared,
                                 std::shared_ptr<const items::Comparison> comparison) {
    m_shown = compared;
    const items::CompareRow* current = m_model->row(m_tree->currentIndex());
    const items::CompareRow kept = current != nullptr ? *current : items::CompareRow();
    const int column = std::max(1, m_tree->currentIndex().column());
    QStringList heads;
    for (std::size_t place = 0; place < comparison->runs.size(); ++place) {
        const QString title = titleOf(compared->runs[comparison->runs[place]]);
        heads.append(place == 0 ? tr("%1 (baseline)").arg(title) : title);
    }
    m_model->setComparison(std::move(comparison), heads);
    fitColumns();
    arrangeRows();
    showState();
    showNotes();
    QModelIndex index = m_model->indexOf(kept.section, kept.key, kept.part);
    if (!index.isValid())
        index = m_model->index(0, 0);
    // A table without a current index crashes Qt 6.4's bridge to screen readers.
    m_tree->setCurrentIndex(index.siblingAtColumn(index.parent().isValid() ? column : 0));
}

void ComparePage::fitColumns() {
    const int columns = m_model->columnCount();
    // The page's own width: that of the tree follows only when the page has been laid out.
    const int room = std::max(0, width() - KeyWidth - metrics::Group);
    m_tree->header()->resizeSection(0, KeyWidth);
    for (int column = 1; column < columns; ++column)
        m_tree->header()->resizeSection(
            column, std::clamp(room / std::max(1, columns - 1), LeastColumn, MostColumn));
}

void ComparePage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitColumns();
}

/// Heads of sections over the whole width, and open; those of equal rows only under a filter.
void ComparePage::arrangeRows() {
    for (int row = 0; row < m_model->rowCount(); ++row) {
        m_tree->setFirstColumnSpanned(row, {}, true);
        const QModelIndex section = m_model->index(row, 0);
        m_tree->expand(section);
        for (int child = 0; child < m_model->rowCount(section); ++child) {
            const QModelIndex index = m_model->index(child, 0, section);
            const bool folder = index.data(items::Kind).toInt() ==
                                static_cast<int>(CompareModel::NodeKind::SameFolder);
            if (folder) {
                m_tree->setFirstColumnSpanned(child, section, true);
                if (!m_filter->text().trimmed().isEmpty())
                    m_tree->expand(index);
            }
        }
    }
}

void ComparePage::showState() {
    const auto& compared = m_shown;
    m_loading->setVisible(m_comparer.loading());
    m_cancel->setVisible(m_comparer.loading());
    if (compared->runs.size() < 2) {
        if (compared->runs.size() == 1)
            m_empty->setContent(QStringLiteral("git-compare"), tr("One run alone"),
                                tr("Choose at least one more run to compare “%1” with.")
                                    .arg(titleOf(compared->runs.front())));
        else if (m_comparer.loading())
            m_empty->setContent(QStringLiteral("git-compare"), tr("Comparing…"), {});
        else
            m_empty->setContent(
                QStringLiteral("git-compare"), tr("Nothing to compare yet"),
                tr("Select two or more runs in the table and press Ctrl+D. Params, metrics, "
                   "environments, code, models and artifacts are then shown side by side."));
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    m_stack->setCurrentWidget(m_content);
    const int number = m_model->differenceNumber(m_tree->currentIndex());
    const int total = m_model->differences();
    const QString all = total == 0   ? tr("nothing differs")
                        : total == 1 ? tr("1 difference")
                                     : tr("%1 differences").arg(count(total));
    m_status->setText(number > 0 ? tr("%1 of %2", "difference 3 of 17").arg(count(number), all)
                                 : all);
}

void ComparePage::showNotes() {
    QStringList notes;
    const auto& compared = m_shown;
    for (const ComparedRun& run : compared->runs) {
        if (run.filesError)
            notes.append(tr("Artifacts of “%1” are not compared: %2")
                             .arg(titleOf(run), describe(*run.filesError)));
        else if (run.filesCut)
            notes.append(tr("“%1” has more files than are compared.").arg(titleOf(run)));
    }
    if (compared->wanted > compared->runs.size() && !compared->runs.empty())
        notes.append(tr("%1 of %2 chosen runs are compared.")
                         .arg(count(static_cast<qint64>(compared->runs.size())),
                              count(static_cast<qint64>(compared->wanted))));
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
}

void ComparePage::walk(bool forward) {
    const QModelIndex current = m_tree->currentIndex();
    const QModelIndex next = m_model->nextDifference(current, forward);
    if (!next.isValid()) {
        m_status->setText(forward ? tr("no difference below") : tr("no difference above"));
    } else {
        const int column = std::clamp(current.column(), 1, m_model->columnCount() - 1);
        m_tree->setCurrentIndex(next.siblingAtColumn(column));
        m_tree->scrollTo(next, QAbstractItemView::EnsureVisible);
        m_tree->setFocus(Qt::OtherFocusReason);
    }
    QAccessibleEvent event(m_status, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

void ComparePage::showHeaderMenu(const QPoint& position) {
    const int column = m_tree->header()->logicalIndexAt(position);
    const RunNo run = runOfColumn(column);
    if (!run.valid())
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("compareRunMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* base =
        menu->addAction(tr("Make this the baseline"), this, [this, run] { setBaseline(run); });
    base->setEnabled(run != m_baseline);
    menu->addAction(tr("Show the run"), this, [this, run] { Q_EMIT runOpened(run); });
    menu->addAction(tr("Take out of the comparison"), this, [this, run] {
        std::vector<RunNo> left = m_comparer.runs();
        std::erase(left, run);
        m_comparer.setRuns(left);
    });
    menu->popup(m_tree->header()->viewport()->mapToGlobal(position));
}

void ComparePage::showRules() {
    auto* dialog = new RulesDialog(m_rules, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RulesDialog::rulesChanged, this, [this](const items::CompareRules& rules) {
        if (rules == m_rules)
            return;
        m_rules = rules;
        m_settings.setValue(Setting::CompareRules, rulesToJson(rules));
        compare();
    });
    dialog->open();
}

}  // namespace podium::views
