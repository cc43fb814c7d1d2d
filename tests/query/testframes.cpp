// SPDX-License-Identifier: GPL-3.0-or-later
#include "testframes.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <limits>
#include <set>

namespace podium::tests {

namespace {

using namespace podium::query;
using Json = nlohmann::json;

template <typename Get>
std::shared_ptr<const Column> textColumn(const std::vector<TestRun>& runs, const Get& get) {
    TextColumnBuilder builder(runs.size());
    for (std::size_t row = 0; row < runs.size(); ++row)
        if (const std::optional<std::string> text = get(runs[row]))
            builder.set(row, *text);
    return std::make_shared<const Column>(builder.take());
}

template <typename Values, typename Get>
std::shared_ptr<const Column> numberColumn(const std::vector<TestRun>& runs, const Get& get) {
    Values column;
    column.values.resize(runs.size());
    column.present = Bitmap(runs.size());
    for (std::size_t row = 0; row < runs.size(); ++row)
        if (const auto value = get(runs[row])) {
            column.values[row] = *value;
            column.present.set(row);
        }
    return std::make_shared<const Column>(std::move(column));
}

template <typename Map>
std::optional<typename Map::mapped_type> at(const Map& map, const std::string& key) {
    const auto found = map.find(key);
    return found == map.end() ? std::nullopt : std::optional(found->second);
}

void setDatasets(Frame& frame, const std::vector<TestRun>& runs) {
    TextListColumn names{{0}, {}};
    TextListColumn digests{{0}, {}};
    TextListColumn contexts{{0}, {}};
    const auto finishRow = [](TextListColumn& column) {
        column.offsets.push_back(static_cast<std::uint32_t>(column.values.size()));
    };
    for (const TestRun& run : runs) {
        for (const TestDataset& dataset : run.datasets) {
            names.values.push_back(dataset.name);
            digests.values.push_back(dataset.digest);
            if (dataset.context)
                contexts.values.push_back(*dataset.context);
        }
        finishRow(names);
        finishRow(digests);
        finishRow(contexts);
    }
    frame.set(datasetColumn("name"), std::make_shared<const Column>(std::move(names)));
    frame.set(datasetColumn("digest"), std::make_shared<const Column>(std::move(digests)));
    frame.set(datasetColumn("context"), std::make_shared<const Column>(std::move(contexts)));
}

void setAttributes(Frame& frame, const std::vector<TestRun>& runs) {
    const auto text = [&](Attribute attribute, std::string TestRun::*member) {
        frame.set(attributeColumn(attribute), textColumn(runs, [member](const TestRun& run) {
                      return std::optional(run.*member);
                  }));
    };
    text(Attribute::RunId, &TestRun::id);
    text(Attribute::RunName, &TestRun::name);
    text(Attribute::UserId, &TestRun::user);
    text(Attribute::Status, &TestRun::status);
    text(Attribute::ArtifactUri, &TestRun::artifactUri);
    frame.set(attributeColumn(Attribute::StartTime),
              numberColumn<IntegerColumn>(runs, [](const TestRun& run) { return run.start; }));
    frame.set(attributeColumn(Attribute::EndTime),
              numberColumn<IntegerColumn>(runs, [](const TestRun& run) { return run.end; }));
}

double number(const Json& value) {
    if (value == "NaN")
        return std::numeric_limits<double>::quiet_NaN();
    if (value == "Infinity" || value == "-Infinity")
        return (value == "Infinity" ? 1 : -1) * std::numeric_limits<double>::infinity();
    return value.get<double>();
}

TestRun readRun(const Json& json) {
    TestRun run;
    run.id = json["run_id"];
    run.name = json["run_name"];
    run.user = json["user_id"];
    run.status = json["status"];
    run.artifactUri = json["artifact_uri"];
    run.start = json["start_time"].get<std::int64_t>();
    if (!json["end_time"].is_null())
        run.end = json["end_time"].get<std::int64_t>();
    run.params = json["params"].get<std::map<std::string, std::string>>();
    run.tags = json["tags"].get<std::map<std::string, std::string>>();
    for (const auto& [key, value] : json["metrics"].items())
        run.metrics[key] = number(value);
    for (const Json& dataset : json["datasets"]) {
        TestDataset& added = run.datasets.emplace_back();
        added.name = dataset["name"];
        added.digest = dataset["digest"];
        if (!dataset["context"].is_null())
            added.context = dataset["context"].get<std::string>();
    }
    return run;
}

}  // namespace

Frame makeFrame(const std::vector<TestRun>& runs, Semantics semantics) {
    std::vector<base::RunNo> numbers;
    std::set<std::string> metrics;
    std::set<std::string> params;
    std::set<std::string> tags;
    for (const TestRun& run : runs) {
        numbers.push_back({static_cast<std::int64_t>(numbers.size()) + 1});
        for (const auto& entry : run.metrics)
            metrics.insert(entry.first);
        for (const auto& entry : run.params)
            params.insert(entry.first);
        for (const auto& entry : run.tags)
            tags.insert(entry.first);
    }
    Frame frame(std::move(numbers));
    frame.setSemantics(semantics);
    setAttributes(frame, runs);
    setDatasets(frame, runs);
    for (const std::string& key : metrics)
        frame.set(metricColumn(key), numberColumn<NumberColumn>(runs, [&](const TestRun& run) {
                      return at(run.metrics, key);
                  }));
    for (const std::string& key : params)
        frame.set(paramColumn(key),
                  textColumn(runs, [&](const TestRun& run) { return at(run.params, key); }));
    for (const std::string& key : tags)
        frame.set(tagColumn(key),
                  textColumn(runs, [&](const TestRun& run) { return at(run.tags, key); }));
    return frame;
}

Recording loadRecording(const std::string& name, Semantics semantics) {
    std::ifstream file(std::string(PODIUM_TEST_DATA) + "/query/" + name + ".json");
    const Json json = Json::parse(file);
    const bool sql = semantics == Semantics::Sql;
    Recording recording;
    for (Json run : json["runs"]) {
        if (sql && run.contains("sql"))
            run.update(Json(run["sql"]));
        recording.runs.push_back(readRun(run));
    }
    for (const Json& entry : json["queries"]) {
        const Json& answer = sql && entry.contains("sql") ? entry["sql"] : entry;
        RecordedQuery& added = recording.queries.emplace_back();
        added.filter = entry["filter"];
        added.order = entry["order_by"].get<std::vector<std::string>>();
        if (answer.contains("error"))
            added.error = answer["error"];
        else
            added.rows = answer["rows"].get<std::vector<std::uint32_t>>();
    }
    return recording;
}

}  // namespace podium::tests
