// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of the run table's heads and rows.
#include "views/runs/celltext.h"
#include "views/runs/formuladialog.h"
#include "views/runs/reductionmenu.h"
#include "views/runs/runtable.h"
#include "views/theme/colors.h"
#include "views/theme/icons.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QPainter>
#include <QPixmap>

#include <algorithm>
#include <array>

namespace podium::views {

using query::ColumnKey;
using query::ColumnKind;
using query::Reduction;

namespace {

using session::ColumnFormat;
using session::ViewEdit;
using session::ViewState;

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
    reductions->setObjectName(QStringLiteral("reductionsOfHead"));
    fillReductionMenu(*reductions, key, [&table, key](const ColumnKey& wanted) {
        std::vector<ColumnKey> columns = table.runs().snapshot()->columns;
        if (std::ranges::find(columns, wanted) != columns.end())
            return;
        std::ranges::replace(columns, key, wanted);
        Q_EMIT table.columnsRequested(columns);
    });
}

/// One of several choices, checked if it is the one at hand.
template <typename Choose>
void addChoice(QMenu& menu, const QString& text, bool checked, const Choose& choose) {
    QAction* action = menu.addAction(text);
    action->setCheckable(true);
    action->setChecked(checked);
    QObject::connect(action, &QAction::triggered, &menu, choose);
}

void addFormatMenu(QMenu& menu, RunTable& table, int section) {
    if (!table.runs().isNumeric(section))
        return;
    using Kind = ColumnFormat::Kind;
    struct Choice {
        ColumnFormat format;
        QString text;
    };
    const std::array choices = {Choice{{Kind::Automatic, 3}, RunTable::tr("Automatic")},
                                Choice{{Kind::Digits, 0}, RunTable::tr("Whole numbers")},
                                Choice{{Kind::Digits, 2}, RunTable::tr("2 digits")},
                                Choice{{Kind::Digits, 4}, RunTable::tr("4 digits")},
                                Choice{{Kind::Digits, 6}, RunTable::tr("6 digits")},
                                Choice{{Kind::Scientific, 3}, RunTable::tr("Scientific")},
                                Choice{{Kind::Percent, 1}, RunTable::tr("Percent")},
                                Choice{{Kind::Duration, 3}, RunTable::tr("Duration")},
                                Choice{{Kind::Date, 3}, RunTable::tr("Date")},
                                Choice{{Kind::Bytes, 3}, RunTable::tr("Bytes")}};
    const ColumnKey key = table.runs().key(section);
    const ColumnFormat now = table.runs().snapshot()->appearance.format(key);
    QMenu* formats = menu.addMenu(RunTable::tr("Format"));
    for (const Choice& choice : choices) {
        addChoice(
            *formats, choice.text, choice.format == now, [&table, key, format = choice.format] {
                Q_EMIT table.changeRequested(ViewEdit::Look, RunTable::tr("format of a column"),
                                             [key, format](ViewState& state) {
                                                 if (format == ColumnFormat())
                                                     state.appearance.formats.erase(key);
                                                 else
                                                     state.appearance.formats[key] = format;
                                             });
            });
    }
}

void addAggregateMenu(QMenu& menu, RunTable& table, int section) {
    if (section == 0 || !table.runs().isNumeric(section))
        return;
    using query::Aggregate;
    const ColumnKey key = table.runs().key(section);
    const Aggregate now = table.runs().snapshot()->appearance.aggregate(key);
    QMenu* aggregates = menu.addMenu(RunTable::tr("In groups show"));
    for (const Aggregate aggregate :
         {Aggregate::MeanDeviation, Aggregate::MeanError, Aggregate::Mean, Aggregate::Median,
          Aggregate::Min, Aggregate::Max, Aggregate::Deviation, Aggregate::Error,
          Aggregate::Count}) {
        addChoice(
            *aggregates, aggregateTitle(aggregate), aggregate == now, [&table, key, aggregate] {
                Q_EMIT table.changeRequested(ViewEdit::Look, RunTable::tr("numbers of groups"),
                                             [key, aggregate](ViewState& state) {
                                                 state.appearance.aggregates[key] = aggregate;
                                             });
            });
    }
}

void addMetricActions(QMenu& menu, RunTable& table, int section) {
    const ColumnKey key = table.runs().key(section);
    if (key.kind != ColumnKind::Metric)
        return;
    using query::Direction;
    const auto& directions = table.runs().snapshot()->rules.directions;
    const auto said = directions.find(key.key);
    const Direction guess = query::guessDirection(key.key);
    QMenu* better = menu.addMenu(RunTable::tr("Better is"));
    const auto add = [&](const QString& text, Direction direction, bool checked) {
        addChoice(*better, text, checked, [&table, key, direction] {
            Q_EMIT table.directionRequested(key.key, direction);
        });
    };
    const QString guessed = guess == Direction::Lower    ? RunTable::tr("lower")
                            : guess == Direction::Higher ? RunTable::tr("higher")
                                                         : RunTable::tr("not known");
    add(RunTable::tr("As the name tells: %1").arg(guessed), Direction::Unknown,
        said == directions.end());
    add(RunTable::tr("Lower"), Direction::Lower,
        said != directions.end() && said->second == Direction::Lower);
    add(RunTable::tr("Higher"), Direction::Higher,
        said != directions.end() && said->second == Direction::Higher);
    QAction* aliases = menu.addAction(RunTable::tr("Other names of this metric…"));
    QObject::connect(aliases, &QAction::triggered, &table,
                     [&table, key] { Q_EMIT table.aliasesRequested(key.key); });
}

void addPinAction(QMenu& menu, RunTable& table, int section) {
    if (section == 0)
        return;
    const std::size_t at = static_cast<std::size_t>(section) - 1;
    const bool pinned = at < table.runs().snapshot()->appearance.pinned;
    QAction* pin =
        menu.addAction(icon(pinned ? u"pin-off" : u"pin"),
                       pinned ? RunTable::tr("Let it scroll") : RunTable::tr("Keep in sight"));
    QObject::connect(pin, &QAction::triggered, &table, [&table, at, pinned] {
        Q_EMIT table.changeRequested(
            ViewEdit::Columns, RunTable::tr("columns kept in sight"),
            [at, pinned](ViewState& state) {
                if (at >= state.columns.size())
                    return;
                std::size_t& count = state.appearance.pinned;
                const ColumnKey moved = state.columns[at];
                state.columns.erase(state.columns.begin() + static_cast<std::ptrdiff_t>(at));
                count = pinned ? count - 1 : std::min(count, state.columns.size());
                state.columns.insert(state.columns.begin() + static_cast<std::ptrdiff_t>(count),
                                     moved);
                count += pinned ? 0 : 1;
            });
    });
}

void addGroupAction(QMenu& menu, RunTable& table, int section) {
    const ColumnKey key = table.runs().key(section);
    if (section == 0 || key.kind == ColumnKind::Metric)
        return;
    QAction* action = menu.addAction(icon(u"group"), RunTable::tr("Group by this"));
    QObject::connect(action, &QAction::triggered, &table, [&table, key] {
        Q_EMIT table.changeRequested(ViewEdit::Grouping, RunTable::tr("grouping"),
                                     [key](ViewState& state) { state.groupBy = {key}; });
    });
}

void addFormulaActions(QMenu& menu, RunTable& table, int section) {
    const ColumnKey key = section >= 0 ? table.runs().key(section) : ColumnKey();
    if (section > 0 && key.kind == ColumnKind::Formula) {
        QAction* change = menu.addAction(icon(u"pencil"), RunTable::tr("Edit formula…"));
        QObject::connect(change, &QAction::triggered, &table, [&table, key] {
            auto* dialog = new FormulaDialog(key, &table);
            QObject::connect(dialog, &FormulaDialog::formulaAccepted, &table,
                             [&table, key](const ColumnKey& wanted) {
                                 Q_EMIT table.changeRequested(
                                     ViewEdit::Columns, RunTable::tr("formula"),
                                     [key, wanted](ViewState& state) {
                                         std::ranges::replace(state.columns, key, wanted);
                                     });
                             });
            dialog->open();
        });
    }
    QAction* add = menu.addAction(icon(u"plus"), RunTable::tr("Add formula…"));
    QObject::connect(add, &QAction::triggered, &table, [&table, section] {
        auto* dialog = new FormulaDialog(query::formulaColumn({}), &table);
        QObject::connect(
            dialog, &FormulaDialog::formulaAccepted, &table,
            [&table, section](const ColumnKey& wanted) {
                Q_EMIT table.changeRequested(
                    ViewEdit::Columns, RunTable::tr("formula"),
                    [section, wanted](ViewState& state) {
                        const auto at = std::min<std::size_t>(
                            section > 0 ? static_cast<std::size_t>(section) : state.columns.size(),
                            state.columns.size());
                        state.columns.insert(
                            state.columns.begin() + static_cast<std::ptrdiff_t>(at), wanted);
                    });
            });
        dialog->open();
    });
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

/// A disc of one of the series colours.
QIcon colourIcon(int colour, const QPalette& palette) {
    constexpr int Size = 16;
    QPixmap picture(Size * 2, Size * 2);
    picture.setDevicePixelRatio(2);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(seriesColor(colour, palette));
    painter.drawEllipse(2, 2, Size - 4, Size - 4);
    return QIcon(picture);
}

void fillColourMenu(QMenu& menu, RunTable& table) {
    const std::vector<base::RunNo> runs = table.chosenRuns();
    const auto add = [&](const QString& text, const QIcon& sign, int colour) {
        QAction* action = menu.addAction(sign, text);
        QObject::connect(action, &QAction::triggered, &table,
                         [&table, runs, colour] { Q_EMIT table.colourRequested(runs, colour); });
    };
    add(RunTable::tr("By &itself"), icon(u"palette"), -1);
    menu.addSeparator();
    for (int colour = 0; colour < SeriesColorCount; ++colour)
        add(RunTable::tr("Colour %1").arg(colour + 1), colourIcon(colour, table.palette()), colour);
    menu.setEnabled(!runs.empty());
}

}  // namespace

void RunTable::chooseColour() {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("colourMenu"));
    menu->setAccessibleName(tr("Colour"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColourMenu(*menu, *this);
    menu->popup(viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()));
}

void showRunHeaderMenu(RunTable& table, int section, const QPoint& globalPosition) {
    auto* menu = new QMenu(&table);
    menu->setObjectName(QStringLiteral("runHeaderMenu"));
    menu->setAccessibleName(RunTable::tr("Column menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (section >= 0) {
        addOrderActions(*menu, table, section);
        menu->addSeparator();
        addReductionMenu(*menu, table, section);
        addFormatMenu(*menu, table, section);
        addAggregateMenu(*menu, table, section);
        addMetricActions(*menu, table, section);
        menu->addSeparator();
        addGroupAction(*menu, table, section);
        addPinAction(*menu, table, section);
        addColumnActions(*menu, table, section);
        menu->addSeparator();
    }
    addFormulaActions(*menu, table, section);
    QAction* fitAll = menu->addAction(RunTable::tr("Fit all widths"));
    QObject::connect(fitAll, &QAction::triggered, &table, &RunTable::fitAllColumns);
    QAction* choose = menu->addAction(icon(u"columns-3"), RunTable::tr("Choose columns…"));
    QObject::connect(choose, &QAction::triggered, &table, &RunTable::columnPickerRequested);
    menu->popup(globalPosition);
}

namespace {

/// What the window can do with the selected runs beyond the table: actions that it gave the table.
void addEditActions(QMenu& menu, const RunTable& table) {
    for (QAction* action : table.actions()) {
        const QString name = action->objectName();
        if (name == QLatin1String("renameRun") || name == QLatin1String("editNotes") ||
            name == QLatin1String("addTag"))
            menu.addAction(action);
    }
    menu.addSeparator();
}

}  // namespace

void showRunMenu(RunTable& table, const QPoint& globalPosition) {
    auto* menu = new QMenu(&table);
    menu->setObjectName(QStringLiteral("runMenu"));
    menu->setAccessibleName(RunTable::tr("Run menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* open = menu->addAction(icon(u"panel-right"), RunTable::tr("Open run"));
    open->setShortcut(Qt::Key_Return);
    QObject::connect(open, &QAction::triggered, &table,
                     [&table] { Q_EMIT table.runOpened(table.currentRun()); });
    QAction* shown = menu->addAction(icon(u"eye"), RunTable::tr("Show or hide in charts"));
    shown->setShortcut(Qt::Key_Space);
    QObject::connect(shown, &QAction::triggered, &table, &RunTable::toggleShown);
    QMenu* colours = menu->addMenu(icon(u"palette"), RunTable::tr("Colour"));
    colours->setObjectName(QStringLiteral("colourMenu"));
    fillColourMenu(*colours, table);
    menu->addSeparator();
    addEditActions(*menu, table);
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
