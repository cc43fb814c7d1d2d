// SPDX-License-Identifier: GPL-3.0-or-later
// What joins the compare page and tables for papers to the rest of the window.
#include "app/window/composition.h"
#include "items/papertable.h"
#include "query/query.h"
#include "session/frameloader.h"
#include "views/compare/comparepage.h"
#include "views/paper/papertabledialog.h"
#include "views/runs/runspage.h"
#include "views/runs/runtable.h"
#include "views/text/text.h"
#include "views/widgets/messagebar.h"

#include <QTreeView>

#include <algorithm>
#include <set>

namespace podium::app {

using base::RunNo;
using views::ActionId;
using views::PageId;

namespace {

/// Params are offered to group by; beyond these a dialog helps nobody.
constexpr std::size_t MostParams = 400;
constexpr std::size_t MostIds = 1000;

/// The selected rows in the table's order; all where fewer than two are selected.
std::vector<std::uint32_t> paperRows(const items::RunTreeModel& model,
                                     const std::vector<RunNo>& selected) {
    const std::vector<std::uint32_t> all = model.readingOrder();
    if (selected.size() < 2)
        return all;
    const std::set<RunNo> wanted(selected.begin(), selected.end());
    const query::Frame& frame = *model.snapshot()->table.frame;
    std::vector<std::uint32_t> rows;
    for (const std::uint32_t row : all) {
        if (wanted.contains(frame.runs()[row]))
            rows.push_back(row);
    }
    return rows;
}

items::PaperSource paperSource(const session::Workspace& workspace,
                               const session::SourceInfo* source, const session::RunsView& runs,
                               const query::Frame& frame, const std::vector<std::uint32_t>& rows,
                               bool allRows) {
    items::PaperSource out;
    (void)workspace;
    if (source != nullptr) {
        out.trackingUri = source->location.toStdString();
        if (source->kind == QLatin1String("sqlstore") && out.trackingUri.starts_with('/'))
            out.trackingUri = "sqlite:///" + out.trackingUri;
    }
    for (const cache::ExperimentRow& row : runs.experiments())
        out.experiments.push_back(row.experiment.name);
    const bool plain = !runs.filterError() && runs.filterIsMlflows();
    out.filterIsMlflows = plain;
    if (plain)
        out.filter = runs.filter().trimmed().toStdString();
    for (const query::OrderKey& key : runs.order())
        out.order.emplace_back(key.column, key.descending);
    const query::ColumnKey id = query::attributeColumn(query::Attribute::RunId);
    if (!allRows || !plain) {
        for (const std::uint32_t row : rows) {
            if (out.runIds.size() < MostIds)
                out.runIds.emplace_back(frame.text(id, row));
        }
    }
    return out;
}

}  // namespace

void Composition::wireCompare() {
    session::RunComparer& comparer = m_workspace->comparer();
    connect(m_compare, &views::ComparePage::chooseRunsRequested, this,
            [this] { m_window->showPage(PageId::Runs); });
    connect(m_compare, &views::ComparePage::runOpened, m_workspace.get(),
            &session::Workspace::showRun);
    // Runs that are selected are what a person means who comes here with nothing compared yet.
    connect(m_window.get(), &views::MainWindow::pageChanged, this, [this, &comparer](PageId page) {
        const std::vector<RunNo>& selected = m_workspace->chosen().selected();
        if (page == PageId::Compare && comparer.runs().size() < 2 && selected.size() > 1)
            comparer.setRuns(selected);
    });
    connect(&m_workspace->sources(), &session::SourceBook::dataChanged, this, [this, &comparer] {
        if (!comparer.runs().empty() && m_window->currentPage() == PageId::Compare)
            comparer.reload();
    });
}

void Composition::wireCompareActions() {
    views::Actions& actions = m_window->actions();
    session::RunComparer& comparer = m_workspace->comparer();
    session::ChosenRuns& chosen = m_workspace->chosen();
    actions.on(ActionId::CompareRuns, this, [this, &comparer, &chosen] {
        comparer.setRuns(chosen.selected());
        m_window->showPage(PageId::Compare);
        m_compare->tree()->setFocus(Qt::OtherFocusReason);
    });
    actions.on(ActionId::AddToCompare, this, [this, &comparer, &chosen] {
        std::vector<RunNo> runs = comparer.runs();
        for (const RunNo run : chosen.selected()) {
            if (std::ranges::find(runs, run) == runs.end())
                runs.push_back(run);
        }
        comparer.setRuns(runs);
        m_window->showPage(PageId::Compare);
    });
    const auto enable = [&actions, &chosen] {
        actions[ActionId::CompareRuns]->setEnabled(chosen.selected().size() > 1);
        actions[ActionId::AddToCompare]->setEnabled(!chosen.selected().empty());
    };
    connect(&chosen, &session::ChosenRuns::selectionChanged, this, enable);
    enable();
    for (const ActionId id : {ActionId::NextDifference, ActionId::PreviousDifference,
                              ActionId::SetBaseline, ActionId::RemoveFromCompare})
        m_compare->tree()->addAction(actions[id]);
    actions.on(ActionId::NextDifference, m_compare, [this] { m_compare->nextDifference(); });
    actions.on(ActionId::PreviousDifference, m_compare,
               [this] { m_compare->previousDifference(); });
    actions.on(ActionId::SetBaseline, m_compare, [this] { m_compare->setCurrentAsBaseline(); });
    actions.on(ActionId::RemoveFromCompare, m_compare, [this] { m_compare->removeCurrent(); });
    actions.on(ActionId::CompareRules, m_compare, [this] { m_compare->showRules(); });
    actions.on(ActionId::ExportComparison, m_compare, [this] { m_compare->exportReport(); });
    wireFileComparison();
}

void Composition::wirePaper() {
    m_window->actions().on(ActionId::CopyForPaper, this, [this] {
        const session::RunsView& runs = m_workspace->runs();
        const auto snapshot = runs.snapshot();
        const std::vector<RunNo> selected = m_workspace->chosen().selected();
        std::vector<std::uint32_t> rows = paperRows(m_runs->table()->runs(), selected);
        if (rows.empty())
            return;
        views::PaperData data;
        data.chosen = snapshot->columns;
        data.params = runs.names().params;
        if (data.params.size() > MostParams)
            data.params.resize(MostParams);
        const session::SourceInfo* source =
            runs.experiments().empty()
                ? nullptr
                : m_workspace->sources().find(runs.experiments().front().sourceNo);
        data.source = paperSource(*m_workspace, source, runs, *snapshot->table.frame, rows,
                                  selected.size() < 2);
        data.rows = std::move(rows);
        data.columns = snapshot->columns;
        for (const std::string& metric : runs.names().metrics) {
            if (data.columns.size() < MostParams)
                data.columns.push_back(query::metricColumn(metric));
        }
        std::vector<query::ColumnKey> unique;
        for (const query::ColumnKey& key : data.columns) {
            if (std::ranges::find(unique, key) == unique.end())
                unique.push_back(key);
        }
        data.columns = unique;
        std::vector<query::ColumnKey> wanted = unique;
        for (const std::string& param : data.params)
            wanted.push_back(query::paramColumn(param));
        using Table = session::RunTable;
        m_engine.run<Table>(
            jobs::Pool::Compute, this,
            [this, table = snapshot->table, wanted](std::stop_token stop,
                                                    base::Progress&) -> base::Result<Table> {
                base::Result<cache::Reader> reader = m_cache->reader();
                PODIUM_TRY(Table, reader);
                return session::withColumns(reader.value(), table, wanted, stop);
            },
            [this, data](base::Result<Table> table) mutable {
                if (table.failed())
                    m_runs->messageBar()->showError(table.error());
                if (!table.ok())
                    return;
                data.frame = table.value().frame;
                auto* dialog =
                    new views::PaperTableDialog(std::move(data), m_settings, m_window.get());
                dialog->setAttribute(Qt::WA_DeleteOnClose);
                dialog->open();
            });
    });
}

}  // namespace podium::app
