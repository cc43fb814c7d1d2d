// SPDX-License-Identifier: GPL-3.0-or-later
#include "cached.h"
#include "desk.h"
#include "query/query.h"
#include "wideframe.h"

#include <algorithm>

namespace podium::bench {

using nlohmann::json;

namespace {

json evaluated(const Options& options) {
    const WideFrame wide = makeWideFrame(options.runs, std::min(options.columns, 30));
    const query::Frame& frame = wide.frame;
    const std::string text =
        "metrics.loss < 0.4 AND params.optimizer LIKE 'choice-1%' AND start_time > 200000000";
    const auto& losses = std::get<query::NumberColumn>(*frame.column(query::metricColumn("loss")));
    Samples parse;
    Samples evaluate;
    Samples words;
    Samples least;
    std::size_t found = 0;
    const auto name = query::parseFilter("hopeful 77");
    for (int i = 0; i < options.repetitions; ++i) {
        // The bare thing: one comparison of a column of doubles.
        least.add(timed([&] {
            found += static_cast<std::size_t>(
                std::ranges::count_if(losses.values, [](double value) { return value < 0.4; }));
        }));
        auto filter = query::parseFilter(text);
        parse.add(timed([&] { filter = query::parseFilter(text); }));
        if (!filter.ok() || !name.ok())
            fail("the filter can't be read");
        evaluate.add(timed([&] { found += query::evaluate(filter.value(), frame).count(); }));
        words.add(timed([&] { found += query::evaluate(name.value(), frame).count(); }));
    }
    json result = against(evaluate, least);
    result["parse"] = parse.json();
    result["words"] = words.json();
    result["found"] = found;
    return result;
}

/// From the press of a key to painted rows, as the window does it: what waits for the next key,
/// reading, finding, order, model and paint.
json typed(const Options& options, const std::string& beginning, const std::string& keys) {
    const Scratch scratch(options.folder);
    const auto cache = cachedRuns(scratch, options);
    Desk desk(*cache, {options.width, options.height});
    desk.view().setExperiments(experimentsOf(*cache));
    desk.waitForPaint(0, [&] { return desk.view().snapshot()->total > 0; });
    desk.view().setColumns(shownColumns(options.columns));
    const auto loaded = [&] { return desk.view().snapshot()->columns == desk.view().columns(); };
    desk.waitForPaint(0, loaded);
    Samples key;
    for (int i = 0; i < options.repetitions; ++i) {
        quint64 version = desk.view().snapshot()->version;
        desk.view().setFilter(QString::fromStdString(beginning));
        desk.waitForPaint(version, loaded);
        for (const char character : keys) {
            version = desk.view().snapshot()->version;
            key.add(timed([&] {
                desk.type(QLatin1Char(character));
                desk.waitForPaint(version, loaded);
            }));
        }
        version = desk.view().snapshot()->version;
        desk.view().setFilter({});
        desk.waitForPaint(version, loaded);
    }
    return key.json();
}

}  // namespace

json benchSearch(const Options& options) {
    json result = evaluated(options);
    result["rows"] = options.runs;
    result["columns"] = options.columns;
    result["key_to_paint_words"] = typed(options, "run-", "1234");
    result["key_to_paint_conditions"] =
        typed(options,
              "metrics.metric_1 < 0.9 AND params.param_0 LIKE 'choice-%' AND "
              "start_time > 1700",
              "0000001");
    return result;
}

}  // namespace podium::bench
