// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/composition.h"

#include "app/window/chartfiles.h"
#include "views/charts/chartcard.h"
#include "views/charts/chartgrid.h"
#include "views/charts/chartpages.h"
#include "views/dialogs/picker.h"
#include "views/plot/lineplot.h"
#include "views/registry/modelspage.h"
#include "views/run/inspector.h"
#include "views/runs/runspage.h"
#include "views/runs/runtable.h"
#include "views/shell/statusarea.h"
#include "views/sources/sourcespanel.h"
#include "views/text/text.h"
#include "views/widgets/searchfield.h"
#include "views/widgets/taskswidget.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QTextEdit>

#include <algorithm>

/// What the actions of the window do. What concerns the window alone it does itself.
namespace podium::app {

using base::RunNo;
using items::ExportFormat;
using session::Setting;
using views::ActionId;
using views::PageId;

namespace {

constexpr double SmoothStep = 0.1;
constexpr double SmoothMost = 0.9;

/// The chart of a kind that has the focus or the pointer, or the first.
template <typename Card>
Card* currentCard(const std::vector<Card*>& cards) {
    for (Card* card : cards) {
        if (card->isAncestorOf(QApplication::focusWidget()) || card->underMouse())
            return card;
    }
    return cards.empty() ? nullptr : cards.front();
}

}  // namespace

void Composition::wireFileActions() {
    views::Actions& actions = m_window->actions();
    session::SourceBook& book = m_workspace->sources();
    actions.on(ActionId::TrySample, this, [this] { openSample(); });
    actions.on(ActionId::Sync, this, [this, &book] { book.sync(currentSource()); });
    actions.on(ActionId::SyncAll, &book, [&book] { book.syncAll(); });
    actions.on(ActionId::FullReread, this, [this, &book] { book.sync(currentSource(), true); });
    actions.on(ActionId::CancelSync, m_window->status()->tasks(),
               [this] { m_window->status()->tasks()->cancelShown(); });
    actions.on(ActionId::CloseSource, this, [this, &book] { book.close(currentSource()); });
}

void Composition::wireEditActions() {
    views::Actions& actions = m_window->actions();
    QUndoStack& undo = m_workspace->undo();
    actions.on(ActionId::Undo, &undo, [&undo] { undo.undo(); });
    actions.on(ActionId::Redo, &undo, [&undo] { undo.redo(); });
    actions[ActionId::Undo]->setEnabled(undo.canUndo());
    actions[ActionId::Redo]->setEnabled(undo.canRedo());
    connect(&undo, &QUndoStack::canUndoChanged, actions[ActionId::Undo], &QAction::setEnabled);
    connect(&undo, &QUndoStack::canRedoChanged, actions[ActionId::Redo], &QAction::setEnabled);
    const auto named = [](const QString& what, const QString& plain, const QString& pattern) {
        QString words = what;
        return what.isEmpty() ? plain : pattern.arg(words.replace(u'&', QLatin1String("&&")));
    };
    connect(&undo, &QUndoStack::undoTextChanged, this, [this, named](const QString& what) {
        m_window->actions()[ActionId::Undo]->setText(named(what, tr("&Undo"), tr("&Undo: %1")));
    });
    connect(&undo, &QUndoStack::redoTextChanged, this, [this, named](const QString& what) {
        m_window->actions()[ActionId::Redo]->setText(named(what, tr("&Redo"), tr("&Redo: %1")));
    });

    views::RunTable* table = m_runs->table();
    const auto copyAs = [&actions, table](ActionId id, ExportFormat format) {
        actions.on(id, table, [table, format] { table->copyAs(format); });
    };
    copyAs(ActionId::Copy, ExportFormat::Tsv);
    copyAs(ActionId::CopyTsv, ExportFormat::Tsv);
    copyAs(ActionId::CopyCsv, ExportFormat::Csv);
    copyAs(ActionId::CopyMarkdown, ExportFormat::Markdown);
    copyAs(ActionId::CopyJson, ExportFormat::Json);
    copyAs(ActionId::CopyRunIds, ExportFormat::RunIds);
    actions.on(ActionId::SelectAll, table, [table] {
        // Another list that has the focus selects its own rows; a line edit takes the key itself.
        auto* view = qobject_cast<QAbstractItemView*>(QApplication::focusWidget());
        (view != nullptr ? view : static_cast<QAbstractItemView*>(table))->selectAll();
    });
    actions.on(ActionId::ClearFilter, m_runs, [this] { m_runs->clearFilter(); });
    // Who has typed a filter goes on with its runs.
    connect(m_window->searchField(), &views::SearchField::filterAccepted, table,
            [table] { table->setFocus(Qt::OtherFocusReason); });
}

/// What a right click on a head offers, for those who use keys: first the column, then its menu.
void Composition::wireColumnMenu() {
    auto* picker = new views::Picker(QStringLiteral("columnMenuPicker"),
                                     views::Picker::Filtering::Here, m_window.get());
    picker->setPlaceholderText(tr("Choose a column of the table"));
    picker->setEmptyText(tr("No column has this name"));
    views::RunTable* table = m_runs->table();
    m_window->actions().on(ActionId::ColumnMenu, picker, [this, picker, table] {
        m_window->showPage(PageId::Runs);
        QVector<views::PickerItem> items;
        const items::RunTreeModel& model = table->runs();
        for (int section = 0; section < model.columnCount(); ++section) {
            const int rank = model.orderRank(section);
            items.append({model.headerData(section, Qt::Horizontal, Qt::DisplayRole).toString(),
                          rank == 0  ? QString()
                          : rank > 0 ? tr("ascending")
                                     : tr("descending"),
                          QIcon(), true, section});
        }
        picker->setItems(items);
        picker->open();
    });
    connect(picker, &views::Picker::picked, table,
            [table](const QVariant& section) { table->showColumnMenu(section.toInt()); });
}

void Composition::wireViewActions() {
    views::Actions& actions = m_window->actions();
    actions.on(ActionId::Columns, m_runs, [this] { m_runs->pickColumns(); });
    wireColumnMenu();
    actions.on(ActionId::Group, m_runs, [this] {
        m_runs->chooseGroups(m_window->findChild<QWidget*>(QStringLiteral("tool_group")));
    });
    actions.on(ActionId::ExpandAll, m_runs, [this] { m_runs->table()->expandAll(); });
    actions.on(ActionId::CollapseAll, m_runs, [this] { m_runs->table()->collapseAll(); });
    actions[ActionId::ToggleCharts]->setChecked(true);
    actions.onToggled(ActionId::ToggleCharts, m_runs,
                      [this](bool shown) { m_runs->setChartsVisible(shown); });
}

void Composition::wireRunActions() {
    views::Actions& actions = m_window->actions();
    views::RunTable* table = m_runs->table();
    session::ChosenRuns& chosen = m_workspace->chosen();
    // Keys that mean something else elsewhere count in the table alone.
    for (const ActionId id :
         {ActionId::OpenRun, ActionId::ToggleInCharts, ActionId::ShowOnlySelected})
        table->addAction(actions[id]);
    actions.on(ActionId::OpenRun, this, [this, table] { runOpened(table->currentRun()); });
    actions.on(ActionId::ToggleInCharts, table, [table] { table->toggleShown(); });
    actions.on(ActionId::RunColour, table, [table] { table->chooseColour(); });
    QUndoStack& undo = m_workspace->undo();
    actions.on(ActionId::ShowOnlySelected, &chosen,
               [&chosen, &undo] { chosen.showOnly(chosen.selected(), undo); });
    actions.on(ActionId::HideAllInCharts, &chosen,
               [&chosen, &undo] { chosen.hide(chosen.selected(), undo); });
    actions.on(ActionId::CopyRunId, table, [table] {
        QApplication::clipboard()->setText(table->copyText(ExportFormat::RunIds).trimmed());
    });
    actions.on(ActionId::OpenArtifacts, this, [this] {
        m_window->actions()[ActionId::ToggleInspector]->setChecked(true);
        m_inspector->showTab(views::Inspector::Tab::Artifacts);
    });
}

void Composition::wireChartActions() {
    views::Actions& actions = m_window->actions();
    const auto onCard = [&](ActionId id, auto act) {
        actions.on(id, m_charts, [this, act] {
            if (views::ChartCard* card = currentCard(m_chartPages->current()->cards()))
                act(*card);
        });
    };
    const auto withOptions = [&](ActionId id, auto change) {
        onCard(id, [change](views::ChartCard& card) {
            views::PlotOptions options = card.state().options;
            change(options);
            card.setOptions(options);
        });
    };
    actions.on(ActionId::AddChart, m_charts, [this] { m_charts->chooseChart(); });
    actions.on(ActionId::AddExpressionChart, m_charts, [this] { m_charts->chooseExpression(); });
    QAction* system = actions[ActionId::SystemMetrics];
    actions.onToggled(ActionId::SystemMetrics, m_chartPages,
                      [this](bool on) { m_chartPages->showSystem(on); });
    connect(m_chartPages, &views::ChartPages::pageChanged, system,
            [this, system] { system->setChecked(m_chartPages->showsSystem()); });
    onCard(ActionId::UndoZoom, [](views::ChartCard& card) { card.plot()->undoZoom(); });
    actions.on(ActionId::ResetZoom, m_charts, [this] {
        if (views::GridCard* card = currentCard(m_chartPages->current()->allCards()))
            card->resetZoom();
    });
    withOptions(ActionId::AxisStep,
                [](views::PlotOptions& options) { options.x = series::XKind::Step; });
    withOptions(ActionId::AxisTime,
                [](views::PlotOptions& options) { options.x = series::XKind::WallTime; });
    withOptions(ActionId::AxisRelative,
                [](views::PlotOptions& options) { options.x = series::XKind::RelativeTime; });
    withOptions(ActionId::LogScale,
                [](views::PlotOptions& options) { options.logY = !options.logY; });
    withOptions(ActionId::SmoothMore, [](views::PlotOptions& options) {
        options.smoothing = std::min(SmoothMost, options.smoothing + SmoothStep);
    });
    withOptions(ActionId::SmoothLess, [](views::PlotOptions& options) {
        options.smoothing = std::max(0.0, options.smoothing - SmoothStep);
    });
    actions.on(ActionId::ExportImage, m_charts, [this] {
        if (views::GridCard* card = currentCard(m_chartPages->current()->allCards()))
            card->chooseExport();
    });
    const ChartFiles files{m_engine, *m_workspace, *m_window, *m_charts, *m_runs->table()};
    actions.on(ActionId::ExportAllCharts, m_charts, [files] { exportAllCharts(files); });
    actions.on(ActionId::OpenChartRecipe, m_charts, [files] { openChartRecipe(files); });
}

void Composition::wireQuickOpen() {
    // Runs of the table, experiments and models: what is in memory already.
    m_window->setQuickOpenProvider([this](const QString& query) {
        constexpr qsizetype Most = 60;
        QVector<views::PickerItem> items;
        const auto add = [&](const QString& text, const QString& detail, const QVariant& data) {
            if (items.size() < Most && text.contains(query, Qt::CaseInsensitive))
                items.append({text, detail, QIcon(), true, data});
        };
        for (const session::SourceInfo& source : m_workspace->sources().sources()) {
            for (const cache::ExperimentRow& row : source.experiments)
                add(QString::fromStdString(row.experiment.name), tr("experiment"),
                    QVariantList{QStringLiteral("experiment"),
                                 QVariant::fromValue<qlonglong>(row.experimentNo.value)});
        }
        for (const session::ModelEntry& model : m_workspace->registry().snapshot()->models)
            add(QString::fromStdString(model.model.name),
                model.model.isPrompt() ? tr("prompt") : tr("model"),
                QVariantList{QString::fromStdString(model.model.name),
                             QVariant::fromValue<qlonglong>(model.sourceNo.value)});
        const auto snapshot = m_workspace->runs().snapshot();
        const query::Frame& frame = *snapshot->table.frame;
        const query::ColumnKey key = query::attributeColumn(query::Attribute::RunName);
        for (std::size_t row = 0; row < frame.rows() && items.size() < Most; ++row) {
            const std::string_view name = frame.text(key, row);
            add(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())), tr("run"),
                QVariantList{QStringLiteral("run"),
                             QVariant::fromValue<qlonglong>(frame.runs()[row].value)});
        }
        return items;
    });
    connect(m_window->dialogs(), &views::WindowDialogs::quickOpenPicked, this,
            [this](const QVariant& data) {
                const QVariantList picked = data.toList();
                if (picked.size() != 2)
                    return;
                const QString kind = picked.front().toString();
                if (kind == QLatin1String("run")) {
                    m_workspace->showRun(RunNo{picked.back().toLongLong()});
                } else if (kind == QLatin1String("experiment")) {
                    m_window->showPage(PageId::Runs);
                    m_workspace->showExperiments({base::ExperimentNo{picked.back().toLongLong()}});
                } else {
                    m_window->showPage(PageId::Models);
                    m_models->showModel(base::SourceNo{picked.back().toLongLong()},
                                        picked.front().toString().toStdString());
                }
            });
}

void Composition::wirePreferences() {
    views::Preferences preferences;
    preferences.theme = m_theme.choice();
    preferences.language = m_settings.value(Setting::Language).toString();
    preferences.readThreads = m_settings.value(Setting::ReadThreads).toInt();
    preferences.reviewName = m_settings.value(Setting::ReviewName).toString();
    preferences.restoreSession = m_settings.value(Setting::RestoreSession).toBool();
    m_workspace->sources().setReadThreads(preferences.readThreads);
    m_window->setPreferences(preferences);
    connect(m_window.get(), &views::MainWindow::preferencesChanged, this,
            [this](const views::Preferences& changed) {
                constexpr std::array Names = {"system", "light", "dark"};
                m_settings.setValue(Setting::Theme,
                                    QLatin1String(Names[static_cast<std::size_t>(changed.theme)]));
                m_settings.setValue(Setting::Language, changed.language);
                m_settings.setValue(Setting::ReadThreads, changed.readThreads);
                m_settings.setValue(Setting::RestoreSession, changed.restoreSession);
                m_settings.setValue(Setting::ReviewName, changed.reviewName);
                m_reviewing->book().setName(changed.reviewName.toStdString());
                m_workspace->sources().setReadThreads(changed.readThreads);
            });
}

}  // namespace podium::app
