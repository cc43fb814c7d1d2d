// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/frame.h"
#include "query/sort.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// Frames for tests of the query room.
namespace podium::tests {

struct TestDataset {
    std::string name;
    std::string digest;
    std::optional<std::string> context;
};

/// A run as a test writes it; a frame gets every attribute, param, metric, tag and dataset field.
struct TestRun {
    std::string id;
    std::string name;
    std::string user;
    std::string status;
    std::string artifactUri;
    std::optional<std::int64_t> start;
    std::optional<std::int64_t> end;
    std::map<std::string, double> metrics;
    std::map<std::string, std::string> params;
    std::map<std::string, std::string> tags;
    std::vector<TestDataset> datasets;
};

[[nodiscard]] query::Frame makeFrame(const std::vector<TestRun>& runs,
                                     query::Semantics semantics = query::Semantics::Files);

/// What MLflow answered to a filter and an order.
struct RecordedQuery {
    std::string filter;
    std::vector<std::string> order;
    std::optional<std::vector<std::uint32_t>> rows;  // nothing: it refused, because of `error`
    std::string error;
};

struct Recording {
    std::vector<TestRun> runs;
    std::vector<RecordedQuery> queries;
};

/// Reads tests/data/query/<name>.json: the file store's, or, of the recording "search", what the
/// SQLite store with the same runs has and answered.
[[nodiscard]] Recording loadRecording(const std::string& name,
                                      query::Semantics semantics = query::Semantics::Files);

}  // namespace podium::tests
