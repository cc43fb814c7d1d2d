// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/miniserver.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace podium::tests {

using nlohmann::json;

MiniServer::MiniServer(int runs, HttpServer::Options options)
    : m_runs(runs),
      m_server([this](const HttpRequest& request) { return answer(request); }, options) {}

void MiniServer::setFault(std::function<std::optional<HttpReply>(const HttpRequest&)> fault) {
    const std::lock_guard lock(m_mutex);
    m_fault = std::move(fault);
}

int MiniServer::asked(std::string_view endpoint) const {
    int count = 0;
    for (const HttpRequest& request : m_server.requests())
        count += request.path().ends_with(endpoint) ? 1 : 0;
    return count;
}

std::string MiniServer::runId(int run) {
    char text[40];
    std::snprintf(text, sizeof text, "%032x", run);
    return text;
}

std::string MiniServer::run(int number) const {
    json tags =
        json::array({{{"key", "mlflow.runName"}, {"value", "run " + std::to_string(number)}}});
    if (number == m_changed)
        tags.push_back({{"key", "note"}, {"value", "changed"}});
    return json{{"info",
                 {{"run_id", runId(number)},
                  {"experiment_id", "1"},
                  {"status", "FINISHED"},
                  {"start_time", 1'700'000'000'000 + number},
                  {"end_time", 1'700'000'100'000 + number},
                  {"lifecycle_stage", "active"},
                  {"artifact_uri", "mlflow-artifacts:/1/" + runId(number) + "/artifacts"}}},
                {"data",
                 {{"metrics", json::array({{{"key", "loss"},
                                            {"value", number % 7 == 0 ? json("NaN") : json(0.5)},
                                            {"timestamp", 9},
                                            {"step", 9}}})},
                  {"params", json::array({{{"key", "lr"}, {"value", std::to_string(number)}}})},
                  {"tags", tags}}}}
        .dump();
}

HttpReply MiniServer::runsPage(const HttpRequest& request) const {
    const json asked = json::parse(request.body);
    if (asked.at("experiment_ids").at(0) != "1") {
        std::string one = run(1'000'000);
        const std::size_t at = one.find(R"("experiment_id":"1")");
        one.replace(at, 19, R"("experiment_id":"2")");
        return HttpReply::json("{\"runs\": [" + one + "]}");
    }
    const int from =
        asked.contains("page_token") ? std::stoi(asked["page_token"].get<std::string>()) : 0;
    const int to = std::min<int>(m_runs, from + asked.value("max_results", 1000));
    std::string body = "{\"runs\": [";
    for (int i = from; i < to; ++i)
        body += (i > from ? "," : "") + run(i);
    body += "]";
    if (to < m_runs)
        body += ", \"next_page_token\": \"" + std::to_string(to) + "\"";
    return HttpReply::json(body + "}");
}

HttpReply MiniServer::answer(const HttpRequest& request) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_fault) {
            if (auto reply = m_fault(request))
                return *reply;
        }
    }
    const std::string path = request.path();
    const auto is = [&path](std::string_view end) { return path.ends_with(end); };
    if (is("/experiments/search"))
        return HttpReply::json(R"({"experiments": [
            {"experiment_id": "1", "name": "many", "lifecycle_stage": "active"},
            {"experiment_id": "2", "name": "one", "lifecycle_stage": "active"}]})");
    if (is("/runs/search"))
        return runsPage(request);
    if (is("/runs/get"))
        return HttpReply::json(
            "{\"run\": " + run(std::stoi(request.parameter("run_id"), nullptr, 16)) + "}");
    if (is("/experiments/get"))
        return HttpReply::json(
            R"({"experiment": {"experiment_id": "1", "name": "many", "lifecycle_stage": "active"}})");
    if (is("/metrics/get-history")) {
        json points = json::array();
        for (int i = 0; i < 10; ++i)
            points.push_back({{"key", "loss"},
                              {"value", i == 3 ? json("Infinity") : json(i * 0.5)},
                              {"timestamp", i},
                              {"step", i}});
        return HttpReply::json(json{{"metrics", points}}.dump());
    }
    if (is("/registered-models/search"))
        return HttpReply::json(R"({"registered_models": [{"name": "net"}]})");
    if (is("/model-versions/search"))
        return HttpReply::json(R"({"model_versions": [{"name": "net", "version": "1"}]})");
    if (is("/logged-models/search"))
        return HttpReply::json(
            R"({"models": [{"info": {"model_id": "m-1", "experiment_id": "1"}}]})");
    return HttpReply::text("<!doctype html><title>404 Not Found</title>", 404, "text/html");
}

}  // namespace podium::tests
