// SPDX-License-Identifier: GPL-3.0-or-later
#include "cached.h"
#include "desk.h"
#include "sql/database.h"
#include "views/runs/runtable.h"
#include "wideframe.h"

#include <QApplication>

#include <numeric>

namespace podium::bench {

using nlohmann::json;

namespace {

/// What a columnar copy of the same table would be: one blob of its numbers and ids.
void makeFloor(const std::filesystem::path& file, const Options& options) {
    auto database = sql::Database::open(file, sql::OpenMode::ReadWriteCreate);
    if (!database.ok() ||
        !database.value().execute("DROP TABLE IF EXISTS flat; CREATE TABLE flat (bytes BLOB)").ok())
        fail("can't make the floor");
    const std::string bytes(static_cast<std::size_t>(options.runs) *
                                static_cast<std::size_t>(8 * (options.columns + 5) + 32 + 32),
                            'x');
    auto put = database.value().prepare("INSERT INTO flat VALUES (?)", "floor");
    if (!put.ok() || !put.value().bindBlob(1, bytes).run().ok())
        fail("can't fill the floor");
}

std::size_t readFloor(const std::filesystem::path& file) {
    auto database = sql::Database::open(file, sql::OpenMode::ReadOnly);
    auto get = database.value().prepare("SELECT bytes FROM flat", "floor");
    if (!get.ok() || !get.value().step().ok())
        fail("can't read the floor");
    const std::string bytes(get.value().blob(0));
    return static_cast<std::size_t>(std::accumulate(bytes.begin(), bytes.end(), 0));
}

/// From the choice of the experiment to its first painted row, in the window, and to the last
/// column; with the columns that Podium chooses, or with those that were arranged before.
json opened(cache::Cache& cache, const Options& options, bool arranged) {
    const std::vector<query::ColumnKey> columns = shownColumns(options.columns);
    const std::vector<cache::ExperimentRow> experiments = experimentsOf(cache);
    Samples first;
    Samples whole;
    for (int i = 0; i < options.repetitions; ++i) {
        Desk desk(cache, {options.width, options.height});
        const auto complete = [&] {
            return desk.view().snapshot()->total > 0 && !desk.isLoading();
        };
        session::ViewState state;
        state.columnsChosen = arranged;
        state.columns = columns;
        double firstTime = 0;
        whole.add(timed([&] {
            firstTime = timed([&] {
                desk.view().setExperiments(experiments);
                if (arranged)
                    desk.view().setState(state);
                desk.waitForPaint(0, [] { return true; });
            });
            desk.waitForPaint(0, complete);
        }));
        first.add(firstTime);
        if (arranged && desk.view().snapshot()->columns != columns)
            fail("the columns are not those of the arrangement");
    }
    json result = first.json();
    result["complete_ms"] = whole.median();
    return result;
}

}  // namespace

json benchOpen(const Options& options) {
    const Scratch scratch(options.folder);
    const auto cache = cachedRuns(scratch, options);
    const std::filesystem::path flat = scratch.path() / "flat.db";
    makeFloor(flat, options);
    const std::vector<query::ColumnKey> columns = shownColumns(options.columns);
    Samples whole;
    Samples load;
    Samples sort;
    Samples paint;
    Samples least;
    std::size_t checksum = readFloor(flat);
    for (int i = 0; i < options.repetitions; ++i) {
        least.add(timed([&] { checksum += readFloor(flat); }));
        session::RunTable table;
        std::shared_ptr<const session::RunsSnapshot> snapshot;
        views::RunTable view(base::systemClock());
        view.resize(options.width, options.height);
        const double loading = timed([&] { table = loadTable(*cache, columns); });
        const double sorting = timed([&] { snapshot = snapshotOf(std::move(table), columns); });
        const double painting = timed([&] {
            view.setSnapshot(snapshot);
            view.show();
            checksum += static_cast<std::size_t>(view.grab().width());
        });
        load.add(loading);
        sort.add(sorting);
        paint.add(painting);
        whole.add(loading + sorting + painting);
    }
    json result = against(whole, least);
    result["chosen_to_first_row"] = opened(*cache, options, false);
    result["chosen_to_first_row_all_columns"] = opened(*cache, options, true);
    result["load"] = load.json();
    result["sort_and_tree"] = sort.json();
    result["show_and_paint"] = paint.json();
    result["rows"] = options.runs;
    result["columns"] = options.columns;
    result["checksum"] = checksum;
    return result;
}

}  // namespace podium::bench
