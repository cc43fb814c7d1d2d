// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/sort.h"
#include "session/runsview.h"

#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace podium::tests {

/// A run as a test describes it.
struct RunSpec {
    std::string name;
    std::string parent;  // name of another run
    std::string status = "FINISHED";
    std::int64_t started = 0;
    std::vector<std::optional<double>> metrics;      // as SnapshotSpec::metrics
    std::vector<std::optional<std::string>> params;  // as SnapshotSpec::params
    bool vanished = false;
    bool keptOffline = false;
    bool deleted = false;
    std::int64_t number = 0;  // 0: its place in the list, from 1
};

/// A table of runs as a test describes it. Run ids are "id-" and the name.
struct SnapshotSpec {
    std::vector<query::ColumnKey> metrics;
    std::vector<std::string> params;
    std::vector<RunSpec> runs;
    std::vector<query::OrderKey> order;
    std::function<bool(const RunSpec&)> matches = [](const RunSpec&) { return true; };
    bool attributes = true;  // Status first and Started last among the columns
};

inline query::TextColumn textColumn(const std::vector<std::string>& texts) {
    query::TextColumnBuilder builder(texts.size());
    for (std::size_t row = 0; row < texts.size(); ++row) {
        if (!texts[row].empty())
            builder.set(row, texts[row]);
    }
    return builder.take();
}

namespace detail {

inline void setText(query::Frame& frame, const query::ColumnKey& key, const SnapshotSpec& spec,
                    const std::function<std::string(const RunSpec&)>& text) {
    std::vector<std::string> texts;
    for (const RunSpec& run : spec.runs)
        texts.push_back(text(run));
    frame.set(key, std::make_shared<const query::Column>(textColumn(texts)));
}

inline void setAttributes(query::Frame& frame, const SnapshotSpec& spec) {
    using query::Attribute;
    using query::attributeColumn;
    setText(frame, attributeColumn(Attribute::RunName), spec,
            [](const RunSpec& run) { return run.name; });
    setText(frame, attributeColumn(Attribute::RunId), spec,
            [](const RunSpec& run) { return "id-" + run.name; });
    setText(frame, attributeColumn(Attribute::ExperimentId), spec,
            [](const RunSpec&) { return std::string("7"); });
    setText(frame, attributeColumn(Attribute::Status), spec,
            [](const RunSpec& run) { return run.status; });
    setText(frame, attributeColumn(Attribute::Lifecycle), spec,
            [](const RunSpec& run) { return run.deleted ? "deleted" : "active"; });
    query::IntegerColumn started{std::vector<std::int64_t>(spec.runs.size()),
                                 query::Bitmap(spec.runs.size())};
    for (std::size_t row = 0; row < spec.runs.size(); ++row) {
        started.values[row] = spec.runs[row].started;
        if (spec.runs[row].started != 0)
            started.present.set(row);
    }
    frame.set(attributeColumn(Attribute::StartTime),
              std::make_shared<const query::Column>(std::move(started)));
}

inline void setValues(query::Frame& frame, const SnapshotSpec& spec) {
    for (std::size_t i = 0; i < spec.metrics.size(); ++i) {
        query::NumberColumn column{std::vector<double>(spec.runs.size()),
                                   query::Bitmap(spec.runs.size())};
        for (std::size_t row = 0; row < spec.runs.size(); ++row) {
            const auto& values = spec.runs[row].metrics;
            if (i >= values.size() || !values[i])
                continue;
            column.values[row] = *values[i];
            column.present.set(row);
        }
        frame.set(spec.metrics[i], std::make_shared<const query::Column>(std::move(column)));
    }
    for (std::size_t i = 0; i < spec.params.size(); ++i) {
        setText(frame, query::paramColumn(spec.params[i]), spec, [i](const RunSpec& run) {
            return i < run.params.size() ? run.params[i].value_or("") : std::string();
        });
    }
}

}  // namespace detail

inline std::shared_ptr<const session::RunsSnapshot> makeSnapshot(const SnapshotSpec& spec) {
    std::vector<base::RunNo> numbers;
    for (std::size_t row = 0; row < spec.runs.size(); ++row) {
        const std::int64_t given = spec.runs[row].number;
        numbers.push_back({given != 0 ? given : static_cast<std::int64_t>(row) + 1});
    }
    auto frame = std::make_shared<query::Frame>(std::move(numbers));
    detail::setAttributes(*frame, spec);
    detail::setValues(*frame, spec);

    auto snapshot = std::make_shared<session::RunsSnapshot>();
    query::Bitmap matches(spec.runs.size());
    snapshot->table.vanished = query::Bitmap(spec.runs.size());
    snapshot->table.keptOffline = query::Bitmap(spec.runs.size());
    std::vector<std::string> ids;
    std::vector<std::string> parents;
    for (std::size_t row = 0; row < spec.runs.size(); ++row) {
        const RunSpec& run = spec.runs[row];
        if (spec.matches(run))
            matches.set(row);
        if (run.vanished)
            snapshot->table.vanished.set(row);
        if (run.keptOffline)
            snapshot->table.keptOffline.set(row);
        ids.push_back("id-" + run.name);
        parents.push_back(run.parent.empty() ? "" : "id-" + run.parent);
    }
    const query::TextColumn idColumn = textColumn(ids);
    const query::TextColumn parentColumn = textColumn(parents);
    const query::Nesting nesting(&idColumn, &parentColumn, spec.runs.size());
    const auto sorted = query::sortRows(*frame, nesting.withAncestors(matches).rows(), spec.order);
    snapshot->tree = query::RunTree(nesting, sorted, matches);
    if (spec.attributes)
        snapshot->columns.push_back(query::attributeColumn(query::Attribute::Status));
    snapshot->columns.insert(snapshot->columns.end(), spec.metrics.begin(), spec.metrics.end());
    for (const std::string& key : spec.params)
        snapshot->columns.push_back(query::paramColumn(key));
    if (spec.attributes)
        snapshot->columns.push_back(query::attributeColumn(query::Attribute::StartTime));
    snapshot->order = spec.order;
    snapshot->matching = matches.count();
    snapshot->total = spec.runs.size();
    snapshot->table.frame = std::move(frame);
    return snapshot;
}

inline constexpr double NaN = std::numeric_limits<double>::quiet_NaN();

/// The moment at which the example below is looked at: 2024-05-01 12:00 UTC.
inline constexpr std::int64_t ExampleNow = 1714564800000;

/// Nested runs, a failed one with NaN, a running one, long and foreign names.
inline SnapshotSpec exampleSpec() {
    constexpr std::int64_t Hour = 3'600'000;
    constexpr std::int64_t Day = 24 * Hour;
    SnapshotSpec spec;
    const auto loss = query::metricColumn("val_loss", query::Reduction::Min);
    spec.metrics = {loss, query::metricColumn("accuracy")};
    spec.params = {"lr", "model"};
    const auto run = [&](std::string name, std::string parent, std::string status,
                         std::optional<double> first, std::optional<double> second, std::string lr,
                         std::string model, std::int64_t age) {
        RunSpec added;
        added.name = std::move(name);
        added.parent = std::move(parent);
        added.status = std::move(status);
        added.metrics = {first, second};
        added.params = {std::move(lr), std::move(model)};
        added.started = ExampleNow - age;
        spec.runs.push_back(std::move(added));
    };
    run("sweep-14", "", "FINISHED", 0.2113, 0.934, "3e-4", "resnet18", 2 * Hour);
    spec.runs.back().keptOffline = true;
    run("trial-07", "sweep-14", "FINISHED", 0.2113, 0.934, "3e-4", "resnet50", 2 * Hour);
    run("trial-03", "sweep-14", "FAILED", NaN, 0.1, "3e-1", "resnet50", 2 * Hour);
    run("trial-11", "sweep-14", "FINISHED", 0.2287, 0.929, "1e-3", "resnet18", 2 * Hour);
    run("sweep-13", "", "FINISHED", 0.2301, 0.927, "3e-4", "resnet50", Day);
    run("trial-01", "sweep-13", "FINISHED", 0.2555, 0.92, "3e-4", "resnet50", Day);
    run("baseline", "", "FINISHED", 0.2401, 0.921, "1e-3", "resnet50", 3 * Day);
    run("resnet50-long-schedule-cosine-ema", "", "RUNNING", 0.249, 0.918, "5e-4", "resnet18", 10);
    run("augment-strong", "", "FINISHED", 0.2534, 0.915, "5e-4", "resnet50", 5 * Day);
    run("no-ema", "", "KILLED", 0.2711, 0.905, "5e-4", "resnet50", 8 * Day);
    run("実験 🚀 名前がとても長いランの例で右端まで続く", "", "FINISHED", 1234567.0, std::nullopt,
        "1e-1", "", 9 * Day);
    run("gone-run", "", "FINISHED", 0.31, 0.88, "1e-1", "vit", 20 * Day);
    spec.runs.back().vanished = true;
    run("deleted-run", "", "SCHEDULED", std::nullopt, std::nullopt, "1e-1", "vit", 200 * Day);
    spec.runs.back().deleted = true;
    spec.order = {{loss, false, false}};
    return spec;
}

}  // namespace podium::tests
