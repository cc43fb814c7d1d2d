// SPDX-License-Identifier: GPL-3.0-or-later
#include "cached.h"
#include "stores/kinds/kinds.h"
#include "sync/syncer.h"
#include "tests/support/httpserver.h"

#include <sys/resource.h>

#include <mutex>

namespace podium::bench {

using nlohmann::json;
using tests::HttpReply;
using tests::HttpRequest;

namespace {

/// Real MLflow 3.11 over SQLite takes some 3.4 ms a run; this server is quicker, which is harder
/// for a client that must not add to it.
constexpr double ServerMsPerRun = 1.0;

/// A tracking server with one experiment whose runs are written beforehand.
class RunServer {
public:
    explicit RunServer(const Options& options) : m_server(handler(), quiet()) {
        m_runs.reserve(static_cast<std::size_t>(options.runs));
        for (int i = 0; i < options.runs; ++i)
            m_runs.push_back(runText(options, i));
    }

    [[nodiscard]] std::string url() const { return m_server.url(); }
    /// Bodies of the searches so far, in their order.
    [[nodiscard]] std::vector<std::string> takeSearches() {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_searches, {});
    }

private:
    static tests::HttpServer::Options quiet() {
        tests::HttpServer::Options options;
        options.record = false;
        return options;
    }

    static std::string runText(const Options& options, int number) {
        json data = {
            {"metrics", json::array()}, {"params", json::array()}, {"tags", json::array()}};
        for (int i = 0; i < options.metrics; ++i)
            data["metrics"].push_back({{"key", "metric_" + std::to_string(i)},
                                       {"value", 1.0 / (number + i + 3)},
                                       {"timestamp", std::int64_t{1700000000000} + number},
                                       {"step", 99}});
        for (int i = 0; i < options.params; ++i)
            data["params"].push_back(
                {{"key", "param_" + std::to_string(i)}, {"value", std::to_string(number * i)}});
        for (int i = 0; i < options.tags; ++i)
            data["tags"].push_back(
                {{"key", "tag_" + std::to_string(i)}, {"value", "text " + std::to_string(i)}});
        const std::string id = "run" + std::to_string(1'000'000'000 + number);
        return json{{"info",
                     {{"run_id", id},
                      {"experiment_id", "1"},
                      {"status", "FINISHED"},
                      {"start_time", std::int64_t{1700000000000} + number},
                      {"artifact_uri", "mlflow-artifacts:/1/" + id + "/artifacts"},
                      {"lifecycle_stage", "active"}}},
                    {"data", data}}
            .dump();
    }

    tests::HttpServer::Handler handler() {
        return [this](const HttpRequest& request) {
            const std::string path = request.path();
            if (path.ends_with("/experiments/search"))
                return HttpReply::json(
                    R"({"experiments": [{"experiment_id": "1", "name": "made up"}]})");
            if (path.ends_with("/runs/search"))
                return page(request);
            return HttpReply::text("<!doctype html>", 404, "text/html");
        };
    }

    HttpReply page(const HttpRequest& request) {
        {
            const std::lock_guard lock(m_mutex);
            m_searches.push_back(request.body);
        }
        const json asked = json::parse(request.body);
        const std::size_t first = std::stoul(asked.value("page_token", "0"));
        const std::size_t end =
            std::min(m_runs.size(), first + asked.at("max_results").get<std::size_t>());
        std::string body = "{\"runs\": [";
        for (std::size_t i = first; i < end; ++i)
            body.append(i > first ? "," : "").append(m_runs[i]);
        body += "]";
        if (end < m_runs.size())
            body += ", \"next_page_token\": \"" + std::to_string(end) + "\"";
        HttpReply reply = HttpReply::json(body + "}");
        reply.delay = std::chrono::milliseconds(
            static_cast<int>(ServerMsPerRun * static_cast<double>(end - first)));
        return reply;
    }

    std::vector<std::string> m_runs;
    std::mutex m_mutex;
    std::vector<std::string> m_searches;
    tests::HttpServer m_server;
};

std::int64_t peakBytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return std::int64_t{usage.ru_maxrss} * 1024;
}

void syncOnce(const RunServer& server, http::HttpClient& client,
              const std::filesystem::path& file) {
    auto cache = cache::Cache::open(file, base::systemClock());
    stores::OpenContext context;
    context.client = &client;
    context.environment = http::Environment::of({}, {});
    auto store = stores::openStore(server.url(), context);
    if (!cache.ok() || !store.ok())
        fail("can't open the server or the cache");
    base::Progress progress;
    const auto report = sync::sync(*store.value(), *cache.value(), {}, progress, {});
    if (!report.ok())
        fail("sync: " + (report.failed() ? base::logLine(report.error()) : "cancelled"));
}

/// The same requests again, their answers thrown away: what no client can go below.
void fetchOnly(const RunServer& server, http::HttpClient& client,
               const std::vector<std::string>& searches) {
    for (const std::string& body : searches) {
        const auto answer =
            client.fetch(http::Request::search(server.url() + "/api/2.0/mlflow/runs/search", body));
        if (!answer.ok() || !answer.value().ok())
            fail("the server did not answer");
    }
}

}  // namespace

json benchRest(const Options& options) {
    const Scratch scratch(options.folder);
    RunServer server(options);
    const std::int64_t before = peakBytes();
    http::HttpClient client;
    Samples figure;
    Samples floor;
    std::size_t requests = 0;
    for (int i = 0; i < options.repetitions; ++i) {
        const std::filesystem::path file = scratch.path() / ("rest-" + std::to_string(i) + ".db");
        figure.add(timed([&] { syncOnce(server, client, file); }));
        const std::vector<std::string> searches = server.takeSearches();
        requests = searches.size();
        floor.add(timed([&] { fetchOnly(server, client, searches); }));
        (void)server.takeSearches();
    }
    return {{"suite", "rest"},
            {"runs", options.runs},
            {"repetitions", options.repetitions},
            {"server_ms_per_run", ServerMsPerRun},
            {"requests", requests},
            {"sync", against(figure, floor)},
            {"peak_growth_bytes", peakBytes() - before}};
}

}  // namespace podium::bench
