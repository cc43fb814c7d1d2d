// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of the run table's heads and rows.
#include "views/runs/celltext.h"
#include "views/runs/runtable.h"
#include "views/theme/icons.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QMenu>

#include <algorithm>
#include <array>

namespace podium::views {

using query::ColumnKey;
using query::ColumnKind;
using query::Reduction;

namespace {

constexpr std::array Reductions = {Reduction::Last, Reduction::Min,   Reduction::Max,
                                   Reduction::Mean, Reduction::First, Reduction::Count};

void addOrderActions(QMenu& menu, RunTable& table, int section) {
    const ColumnKey key = table.runs().key(section);
    const int rank = table.runs().orderRank(section);
    const auto add = [&](const QString& iconName, const QString& text, bool descending) {
        QAction* action = menu.addAction(icon(iconName), text);
        action->setCheckable(true);
        action->setChecked(rank != 0 && (rank < 0) == descending);
        QObject::connect(action, &QAction::triggered, &table, [&table, key, descending] {
            const bool texts = key.kind == ColumnKind::Param || key.kind == ColumnKind::Tag;
            Q_EMIT table.orderRequested({query::OrderKey{key, descending, texts}});
        });
    };
    add(QStringLiteral("arrow-up"), RunTable::tr("Sort ascending"), false);
    add(QStringLiteral("arrow-down"), RunTable::tr("Sort descending"), true);
}

void addReductionMenu(QMenu& menu, RunTable& table, int section) {
    const ColumnKey key = table.runs().key(section);
    if (key.kind != ColumnKind::Metric)
        return;
    QMenu* reductions = menu.addMenu(RunTable::tr("Value shown"));
    auto* group = new QActionGroup(reductions);
    for (const Reduction reduction : Reductions) {
        QAction* action = reductions->addAction(reductionTitle(reduction));
        action->setCheckable(true);
        action->setChecked(reduction == key.reduction);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &table, [&table, section, reduction] {
            std::vector<ColumnKey> columns = table.runs().snapshot()->columns;
            ColumnKey& changed = columns[static_cast<std::size_t>(section - 1)];
            ColumnKey wanted = changed;
            wanted.reduction = reduction;
            if (std::ranges::find(columns, wanted) == columns.end()) {
                changed = wanted;
                Q_EMIT table.columnsRequested(columns);
            }
        });
    }
}

void addColumnActions(QMenu& menu, RunTable& table, int section) {
    QAction* hide = menu.addAction(icon(u"eye-off"), RunTable::tr("Hide column"));
    hide->setEnabled(section > 0);
    QObject::connect(hide, &QAction::triggered, &table, [&table, section] {
        std::vector<ColumnKey> columns = table.runs().snapshot()->columns;
        columns.erase(columns.begin() + (section - 1));
        Q_EMIT table.columnsRequested(columns);
    });
    QAction* fit = menu.addAction(RunTable::tr("Fit width"));
    QObject::connect(fit, &QAction::triggered, &table,
                     [&table, section] { table.fitColumn(section); });
}

struct CopyFormat {
    items::ExportFormat format;
    QString name;
};

void addCopyActions(QMenu& menu, RunTable& table) {
    QAction* copy = menu.addAction(icon(u"copy"), RunTable::tr("Copy"));
    copy->setShortcut(QKeySequence::Copy);
    QObject::connect(copy, &QAction::triggered, &table, &RunTable::copyTsv);
    QMenu* as = menu.addMenu(RunTable::tr("Copy as"));
    const std::array formats = {
        CopyFormat{items::ExportFormat::Csv, RunTable::tr("CSV")},
        CopyFormat{items::ExportFormat::Tsv, RunTable::tr("TSV")},
        CopyFormat{items::ExportFormat::Markdown, RunTable::tr("Markdown table")},
        CopyFormat{items::ExportFormat::Latex, RunTable::tr("LaTeX table")},
        CopyFormat{items::ExportFormat::Json, RunTable::tr("JSON")},
        CopyFormat{items::ExportFormat::RunIds, RunTable::tr("Run IDs")},
        CopyFormat{items::ExportFormat::Python, RunTable::tr("Python (mlflow.search_runs)")}};
    for (const CopyFormat& format : formats) {
        QAction* action = as->addAction(format.name);
        QObject::connect(action, &QAction::triggered, &table,
                         [&table, which = format.format] { table.copyAs(which); });
    }
}

}  // namespace

void showRunHeaderMenu(RunTable& table, int section, const QPoint& globalPosition) {
    auto* menu = new QMenu(&table);
    menu->setObjectName(QStringLiteral("runHeaderMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (section >= 0) {
        addOrderActions(*menu, table, section);
        menu->addSeparator();
        addReductionMenu(*menu, table, section);
        addColumnActions(*menu, table, section);
        menu->addSeparator();
    }
    QAction* fitAll = menu->addAction(RunTable::tr("Fit all widths"));
    QObject::connect(fitAll, &QAction::triggered, &table, &RunTable::fitAllColumns);
    QAction* choose = menu->addAction(icon(u"columns-3"), RunTable::tr("Choose columns…"));
    QObject::connect(choose, &QAction::triggered, &table, &RunTable::columnPickerRequested);
    menu->popup(globalPosition);
}

void showRunMenu(RunTable& table, const QPoint& globalPosition) {
    auto* menu = new QMenu(&table);
    menu->setObjectName(QStringLiteral("runMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* open = menu->addAction(icon(u"panel-right"), RunTable::tr("Open run"));
    open->setShortcut(Qt::Key_Return);
    QObject::connect(open, &QAction::triggered, &table,
                     [&table] { Q_EMIT table.runOpened(table.currentRun()); });
    QAction* shown = menu->addAction(icon(u"eye"), RunTable::tr("Show or hide in charts"));
    shown->setShortcut(Qt::Key_Space);
    QObject::connect(shown, &QAction::triggered, &table, &RunTable::toggleShown);
    menu->addSeparator();
    addCopyActions(*menu, table);
    menu->addSeparator();
    QAction* all = menu->addAction(RunTable::tr("Select all"));
    all->setShortcut(QKeySequence::SelectAll);
    QObject::connect(all, &QAction::triggered, &table, &RunTable::selectAll);
    if (table.runs().snapshot()->tree.nested()) {
        QAction* expand = menu->addAction(icon(u"chevrons-up-down"), RunTable::tr("Expand all"));
        QObject::connect(expand, &QAction::triggered, &table, &RunTable::expandAll);
        QAction* collapse =
            menu->addAction(icon(u"chevrons-down-up"), RunTable::tr("Collapse all"));
        QObject::connect(collapse, &QAction::triggered, &table, &RunTable::collapseAll);
    }
    menu->popup(globalPosition);
}

}  // namespace podium::views
