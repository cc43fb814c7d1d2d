// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/problems/problemspage.h"

#include "items/cell.h"
#include "views/text/text.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"
#include "views/widgets/emptystate.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QUrl>
#include <QVBoxLayout>

namespace podium::views {

using items::ProblemModel;
using session::ProblemEntry;

namespace {

constexpr int LongestCell = 300;
/// Sources with more problems than this stay closed until they are opened.
constexpr int MostOpened = 500;

QString problemText(ProblemModel::Column column, const ProblemEntry& entry) {
    const domain::Problem& problem = entry.stored.problem;
    switch (column) {
        case ProblemModel::Problem:
            return errorTitle(problem.error.code);
        case ProblemModel::Path:
            return oneLine(problem.path, LongestCell);
        case ProblemModel::Details:
        case ProblemModel::ColumnCount:
            break;
    }
    return describe(problem.error);
}

/// Sources in bold; a path loses its middle, a sentence its end.
class ProblemDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        const bool path = index.column() == ProblemModel::Path;
        option->textElideMode = path ? Qt::ElideMiddle : Qt::ElideRight;
        if (!index.parent().isValid())
            option->font = strongFont(option->font);
    }
};

}  // namespace

ProblemsPage::ProblemsPage(QWidget* parent)
    : QWidget(parent),
      m_model(new ProblemModel(this)),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(this)),
      m_count(new QLabel(this)),
      m_filter(new QLineEdit(this)),
      m_tree(new QTreeView(this)) {
    setObjectName(QStringLiteral("problemsPage"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_empty->setContent(QStringLiteral("circle-check"), tr("No problems"),
                        tr("Everything in the open sources could be read."));
    m_count->setObjectName(QStringLiteral("problemsCount"));
    m_filter->setObjectName(QStringLiteral("problemsFilter"));
    m_filter->setAccessibleName(tr("Search problems"));
    m_filter->setPlaceholderText(tr("Search problems"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(u"search"), QLineEdit::LeadingPosition);
    m_filter->setMaximumWidth(320);
    makeTree();
    auto* head = new QHBoxLayout;
    head->setContentsMargins(metrics::Group, metrics::Gap, metrics::Group, metrics::Gap);
    head->addWidget(m_filter, 1);
    head->addStretch(1);
    head->addWidget(m_count);
    auto* content = new QWidget(this);
    auto* contentLayout = new QVBoxLayout(content);
    contentLayout->setContentsMargins(0, 0, 0, 0);
    contentLayout->setSpacing(0);
    contentLayout->addLayout(head);
    contentLayout->addWidget(m_tree, 1);
    contentLayout->addWidget(makeDetails());
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model->setFilter(text.trimmed());
        showState();
    });
    currentChanged();
}

void ProblemsPage::makeTree() {
    m_model->setFormatter(problemText, [](const QString& title, int problems) {
        return tr("%1 · %2", "source · 12 problems").arg(title, problemCount(problems));
    });
    m_tree->setItemDelegate(new ProblemDelegate(m_tree));
    m_model->setTitles({tr("Problem"), tr("Path"), tr("What it means")});
    m_tree->setObjectName(QStringLiteral("problemsTree"));
    m_tree->setAccessibleName(tr("Problems"));
    m_tree->setModel(m_model);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_tree->header()->resizeSection(ProblemModel::Problem, 260);
    m_tree->header()->resizeSection(ProblemModel::Path, 340);
    m_tree->installEventFilter(this);
    setRowLines(m_tree);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ProblemsPage::currentChanged);
    connect(m_tree, &QTreeView::activated, this, &ProblemsPage::reveal);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &ProblemsPage::showMenu);
}

QWidget* ProblemsPage::makeDetails() {
    auto* details = new QWidget(this);
    m_sentence = new QLabel(details);
    m_sentence->setObjectName(QStringLiteral("problemSentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_reveal = new QPushButton(tr("Show in file manager"), details);
    m_reveal->setObjectName(QStringLiteral("problemReveal"));
    m_copy = new QPushButton(tr("Copy"), details);
    m_copy->setObjectName(QStringLiteral("problemCopy"));
    connect(m_reveal, &QPushButton::clicked, this, &ProblemsPage::reveal);
    connect(m_copy, &QPushButton::clicked, this, &ProblemsPage::copy);
    auto* layout = new QHBoxLayout(details);
    layout->setContentsMargins(metrics::Group, 12, metrics::Group, 12);
    layout->setSpacing(metrics::Gap);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_copy);
    layout->addWidget(m_reveal);
    return details;
}

void ProblemsPage::setSnapshot(ProblemModel::Snapshot snapshot) {
    m_model->setSnapshot(std::move(snapshot));
    showState();
}

void ProblemsPage::showState() {
    m_stack->setCurrentIndex(m_model->total() == 0 ? 0 : 1);
    const int visible = m_model->visible();
    m_count->setText(visible == m_model->total()
                         ? problemCount(visible)
                         : tr("%1 of %2").arg(count(visible), problemCount(m_model->total())));
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex group = m_model->index(row, 0);
        m_tree->setFirstColumnSpanned(row, {}, true);
        if (group.data(items::Count).toInt() <= MostOpened)
            m_tree->expand(group);
    }
    // A table without a current index crashes Qt 6.4's bridge to screen readers.
    if (!m_tree->currentIndex().isValid() && m_model->rowCount() > 0) {
        m_tree->selectionModel()->setCurrentIndex(m_model->index(0, 0),
                                                  QItemSelectionModel::NoUpdate);
    }
    currentChanged();
}

void ProblemsPage::showSource(base::SourceNo source) {
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex group = m_model->index(row, 0);
        const ProblemEntry* first = m_model->problem(m_model->index(0, 0, group));
        if (first == nullptr || first->sourceNo != source)
            continue;
        m_tree->expand(group);
        m_tree->setCurrentIndex(group);
        m_tree->scrollTo(group, QAbstractItemView::PositionAtTop);
    }
}

void ProblemsPage::currentChanged() {
    const ProblemEntry* entry = m_model->problem(m_tree->currentIndex());
    m_sentence->setText(entry != nullptr ? describe(entry->stored.problem.error) : QString());
    // Without words there is nothing for Tab to go to.
    m_sentence->setTextInteractionFlags(
        entry != nullptr ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                         : Qt::TextInteractionFlags(Qt::NoTextInteraction));
    m_reveal->setEnabled(!filePath().isEmpty());
    m_copy->setEnabled(m_tree->currentIndex().isValid());
}

QString ProblemsPage::filePath() const {
    const QModelIndex current = m_tree->currentIndex();
    const QString root = current.data(items::Location).toString();
    const ProblemEntry* entry = m_model->problem(current);
    if (root.isEmpty() || !QDir::isAbsolutePath(root))
        return {};
    return entry == nullptr ? root
                            : QDir(root).filePath(items::toQString(entry->stored.problem.path));
}

void ProblemsPage::reveal() const {
    const QString path = filePath();
    if (path.isEmpty())
        return;
    // The folder it lies in: a broken file itself is nothing to open.
    const bool isProblem = m_model->problem(m_tree->currentIndex()) != nullptr;
    QDesktopServices::openUrl(
        QUrl::fromLocalFile(isProblem ? QFileInfo(path).absolutePath() : path));
}

void ProblemsPage::copy() const {
    QString text;
    const auto addLine = [&](const QModelIndex& index) {
        const ProblemEntry* entry = m_model->problem(index);
        if (entry == nullptr)
            return;
        const domain::Problem& problem = entry->stored.problem;
        text +=
            QStringList{entry->sourceTitle, items::toQString(base::codeName(problem.error.code)),
                        oneLine(problem.path), describe(problem.error)}
                .join(QLatin1Char('\t')) +
            QLatin1Char('\n');
    };
    QModelIndexList chosen = m_tree->selectionModel()->selectedRows();
    if (chosen.isEmpty())
        chosen.append(m_tree->currentIndex());
    for (const QModelIndex& index : chosen) {
        addLine(index);
        if (m_model->problem(index) != nullptr)
            continue;
        for (int row = 0; row < m_model->rowCount(index); ++row)
            addLine(m_model->index(row, 0, index));
    }
    if (!text.isEmpty())
        QApplication::clipboard()->setText(text);
}

void ProblemsPage::showMenu(const QPoint& position) {
    if (!m_tree->indexAt(position).isValid())
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("problemMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* copyAction = menu->addAction(icon(u"copy"), tr("Copy"), this, &ProblemsPage::copy);
    copyAction->setShortcut(QKeySequence::Copy);
    menu->addAction(tr("Copy path"), this,
                    [this] { QApplication::clipboard()->setText(filePath()); });
    menu->addAction(icon(u"folder-open"), tr("Show in file manager"), this, &ProblemsPage::reveal);
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

bool ProblemsPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_tree && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace podium::views
