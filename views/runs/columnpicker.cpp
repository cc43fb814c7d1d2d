// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/runs/columnpicker.h"

#include "views/runs/celltext.h"
#include "views/runs/formuladialog.h"
#include "views/runs/reductionmenu.h"
#include "views/text/text.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/theme.h"
#include "views/widgets/sectionheader.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace podium::views {

using items::ColumnListModel;
using query::ColumnKey;
using query::ColumnKind;

namespace {

constexpr QSize SizeAtFirst(720, 560);
constexpr int ReductionsWidth = 110;
/// Groups of more names than this stay closed until they are opened or searched.
constexpr int MostOpened = 400;

}  // namespace

ColumnPicker::ColumnPicker(QWidget* parent) : QDialog(parent), m_model(new ColumnListModel(this)) {
    setObjectName(QStringLiteral("columnPicker"));
    setWindowTitle(tr("Columns"));
    m_model->setTitles(columnGroupTitle, columnTitle,
                       [](const ColumnKey& key) { return reductionTitle(key); });
    auto* splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeNames());
    splitter->addWidget(makeShown());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    // Enter in the filter is no wish to close.
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::Group, metrics::Group, metrics::Group, metrics::Group);
    layout->setSpacing(metrics::Group);
    layout->addWidget(splitter, 1);
    layout->addWidget(buttons);
    connect(m_model, &ColumnListModel::columnsEdited, this, [this] {
        fillShown();
        edited();
    });
    resize(SizeAtFirst);
    m_filter->setFocus();
}

QWidget* ColumnPicker::makeNames() {
    auto* side = new QWidget(this);
    m_filter = new QLineEdit(side);
    m_filter->setObjectName(QStringLiteral("columnFilter"));
    m_filter->setAccessibleName(tr("Search columns"));
    m_filter->setPlaceholderText(tr("Search metrics, params, tags"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(u"search"), QLineEdit::LeadingPosition);
    m_filter->installEventFilter(this);
    m_tree = new QTreeView(side);
    m_tree->setObjectName(QStringLiteral("columnTree"));
    m_tree->setAccessibleName(tr("All columns"));
    m_tree->setModel(m_model);
    m_tree->setUniformRowHeights(true);
    m_tree->setHeaderHidden(true);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::Fixed);
    m_tree->header()->resizeSection(1, ReductionsWidth);
    m_tree->installEventFilter(this);
    connect(m_tree, &QTreeView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() == 1)
            showReductions(index);
    });
    m_count = new QLabel(side);
    m_count->setObjectName(QStringLiteral("columnCount"));
    m_checkAll = new QPushButton(tr("Check all"), side);
    m_checkAll->setObjectName(QStringLiteral("columnCheckAll"));
    m_checkNone = new QPushButton(tr("Uncheck all"), side);
    m_checkNone->setObjectName(QStringLiteral("columnCheckNone"));
    for (QPushButton* button : {m_checkAll, m_checkNone})
        button->setAutoDefault(false);
    connect(m_checkAll, &QPushButton::clicked, this, [this] { m_model->setAllChecked({}, true); });
    connect(m_checkNone, &QPushButton::clicked, this,
            [this] { m_model->setAllChecked({}, false); });
    connect(m_filter, &QLineEdit::textChanged, this, &ColumnPicker::filterEdited);
    auto* formula = new QPushButton(tr("Formula…"), side);
    formula->setObjectName(QStringLiteral("columnFormula"));
    formula->setAutoDefault(false);
    connect(formula, &QPushButton::clicked, this, [this] {
        auto* dialog = new FormulaDialog(query::formulaColumn({}), this);
        connect(dialog, &FormulaDialog::formulaAccepted, this,
                [this](const ColumnKey& wanted) { m_model->setShown(wanted, true); });
        dialog->open();
    });
    auto* row = new QHBoxLayout;
    row->addWidget(m_count, 1);
    row->addWidget(formula);
    row->addWidget(m_checkAll);
    row->addWidget(m_checkNone);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, metrics::Gap, 0);
    layout->setSpacing(metrics::Gap);
    layout->addWidget(m_filter);
    layout->addWidget(m_tree, 1);
    layout->addLayout(row);
    return side;
}

QWidget* ColumnPicker::makeShown() {
    auto* side = new QWidget(this);
    auto* head = new SectionHeader(tr("Shown, in this order"), side);
    m_shown = new QListWidget(side);
    m_shown->setObjectName(QStringLiteral("shownColumns"));
    m_shown->setAccessibleName(tr("Shown columns"));
    m_shown->setDragDropMode(QAbstractItemView::InternalMove);
    m_shown->setDefaultDropAction(Qt::MoveAction);
    m_shown->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_shown->setUniformItemSizes(true);
    m_shown->installEventFilter(this);
    connect(m_shown->model(), &QAbstractItemModel::rowsMoved, this, &ColumnPicker::shownReordered);
    auto* up = new QPushButton(icon(u"arrow-up"), tr("Up"), side);
    auto* down = new QPushButton(icon(u"arrow-down"), tr("Down"), side);
    auto* remove = new QPushButton(tr("Remove"), side);
    up->setObjectName(QStringLiteral("columnUp"));
    down->setObjectName(QStringLiteral("columnDown"));
    remove->setObjectName(QStringLiteral("columnRemove"));
    up->setToolTip(tr("Alt+Up"));
    down->setToolTip(tr("Alt+Down"));
    remove->setToolTip(tr("Delete"));
    connect(up, &QPushButton::clicked, this, [this] { moveShown(-1); });
    connect(down, &QPushButton::clicked, this, [this] { moveShown(1); });
    connect(remove, &QPushButton::clicked, this, &ColumnPicker::removeShown);
    auto* row = new QHBoxLayout;
    for (QPushButton* button : {up, down, remove}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch(1);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(metrics::Gap, 0, 0, 0);
    layout->setSpacing(metrics::Gap);
    layout->addWidget(head);
    layout->addWidget(m_shown, 1);
    layout->addLayout(row);
    return side;
}

void ColumnPicker::setNames(const session::ColumnNames& names) {
    m_model->setNames(names);
    countNames();
}

void ColumnPicker::setColumns(std::vector<ColumnKey> columns) {
    if (columns == m_model->columns())
        return;
    m_model->setColumns(std::move(columns));
    fillShown();
}

void ColumnPicker::filterEdited(const QString& text) {
    m_model->setFilter(text);
    countNames();
}

void ColumnPicker::countNames() {
    const int names = m_model->visibleNames();
    m_count->setText(names == 0 ? tr("Nothing has this name") : tr("%1 found").arg(count(names)));
    m_checkAll->setEnabled(names > 0);
    m_checkNone->setEnabled(names > 0);
    if (names <= MostOpened) {
        m_tree->expandAll();
    } else {
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const QModelIndex group = m_model->index(row, 0);
            m_tree->setExpanded(group, group.data(items::Count).toInt() <= MostOpened);
        }
    }
    if (m_model->rowCount() > 0)
        m_tree->setCurrentIndex(m_model->index(0, 0));
}

void ColumnPicker::showReductions(const QModelIndex& index) {
    ColumnKey key;
    if (!m_model->keyAt(index, key) || key.kind != ColumnKind::Metric)
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("reductionMenu"));
    menu->setAccessibleName(tr("Value shown"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillReductionMenu(
        *menu, key, [this](const ColumnKey& wanted) { m_model->setShown(wanted, true); },
        [this](const ColumnKey& other) { return m_model->isShown(other); },
        [this](const ColumnKey& other) { m_model->setShown(other, false); });
    // What was asked for with an argument is taken away here, too.
    for (const ColumnKey& shown : m_model->columns()) {
        if (shown.kind != ColumnKind::Metric || shown.key != key.key || shown.argument.empty())
            continue;
        QAction* action = menu->addAction(reductionTitle(shown));
        action->setCheckable(true);
        action->setChecked(true);
        connect(action, &QAction::triggered, this,
                [this, shown] { m_model->setShown(shown, false); });
    }
    const QRect cell = m_tree->visualRect(index.siblingAtColumn(1));
    menu->popup(m_tree->viewport()->mapToGlobal(cell.bottomLeft()));
}

void ColumnPicker::fillShown() {
    m_filling = true;
    const int current = m_shown->currentRow();
    m_shown->clear();
    const std::vector<ColumnKey>& columns = m_model->columns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        auto* item = new QListWidgetItem(columnTitle(columns[i]), m_shown);
        item->setData(Qt::UserRole, static_cast<int>(i));
        item->setToolTip(items::toQString(items::plainName(columns[i])).toHtmlEscaped());
    }
    m_shown->setCurrentRow(std::clamp(current, 0, std::max(0, m_shown->count() - 1)));
    m_filling = false;
}

void ColumnPicker::shownReordered() {
    if (m_filling)
        return;
    const std::vector<ColumnKey> old = m_model->columns();
    std::vector<ColumnKey> columns;
    for (int row = 0; row < m_shown->count(); ++row) {
        const int at = m_shown->item(row)->data(Qt::UserRole).toInt();
        columns.push_back(old[static_cast<std::size_t>(at)]);
        m_shown->item(row)->setData(Qt::UserRole, row);
    }
    m_model->setColumns(std::move(columns));
    edited();
}

void ColumnPicker::moveShown(int by) {
    const int from = m_shown->currentRow();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= m_shown->count())
        return;
    m_filling = true;
    QListWidgetItem* item = m_shown->takeItem(from);
    m_shown->insertItem(to, item);
    m_shown->setCurrentRow(to);
    m_filling = false;
    shownReordered();
}

void ColumnPicker::removeShown() {
    std::vector<ColumnKey> columns;
    for (int row = 0; row < m_shown->count(); ++row) {
        if (!m_shown->item(row)->isSelected())
            columns.push_back(m_model->columns()[static_cast<std::size_t>(row)]);
    }
    m_model->setColumns(std::move(columns));
    fillShown();
    edited();
}

void ColumnPicker::edited() {
    Q_EMIT columnsEdited(m_model->columns());
}

bool ColumnPicker::nameKey(int key, Qt::KeyboardModifiers modifiers) {
    const QModelIndex current = m_tree->currentIndex();
    if (!current.isValid() || (modifiers & ~Qt::KeypadModifier) != 0)
        return false;
    if (key == Qt::Key_F2 || key == Qt::Key_Return || key == Qt::Key_Enter) {
        showReductions(current);
        return true;
    }
    if (key != Qt::Key_Space)
        return false;
    const QModelIndex name = current.siblingAtColumn(0);
    const bool checked = name.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return m_model->setData(name, checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

bool ColumnPicker::shownKey(int key, Qt::KeyboardModifiers modifiers) {
    if (key == Qt::Key_Delete) {
        removeShown();
        return true;
    }
    if (modifiers != Qt::AltModifier || (key != Qt::Key_Up && key != Qt::Key_Down))
        return false;
    moveShown(key == Qt::Key_Up ? -1 : 1);
    return true;
}

bool ColumnPicker::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto* press = static_cast<QKeyEvent*>(event);
    if (watched == m_tree && nameKey(press->key(), press->modifiers()))
        return true;
    if (watched == m_shown && shownKey(press->key(), press->modifiers()))
        return true;
    if (watched == m_filter && press->key() == Qt::Key_Down) {
        m_tree->setFocus();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

}  // namespace podium::views
