// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/serverlab.h"

#include "views/text/text.h"

#include <atomic>
#include <cmath>

namespace podium::tests {

using namespace std::chrono_literals;
using base::Result;

namespace {

bool strikes(Place place, const HttpRequest& request) {
    const std::string path = request.path();
    if (place == Place::Page) {
        const std::size_t at = request.body.find("\"page_token\":\"");
        return path.ends_with("/runs/search") && at != std::string::npos &&
               std::stoi(request.body.substr(at + 14)) >= ServerLab::FirstPages;
    }
    return place == Place::Start ||
           (place == Place::Versions && path.ends_with("/model-versions/search")) ||
           (place == Place::Models && path.ends_with("/logged-models/search"));
}

}  // namespace

void ServerLab::start() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_cache = cache::Cache::open(m_folder->filePath(u"cache.db"_qs).toStdString(), [] {
                  return base::Millis{7};
              }).value();
    http::HttpClient::Options options;
    options.retries.maxRetries = 3;
    options.retries.maxConnectRetries = 0;
    options.retries.firstDelay = 2ms;
    options.retries.longestDelay = 5ms;
    options.onRetry = [this](auto pause) { m_pauses.push_back(pause.count()); };
    m_client = std::make_unique<http::HttpClient>(options);
    m_caFile.clear();
    m_pauses.clear();
    m_answer = 300ms;
    serve();
}

void ServerLab::end() {
    m_store.reset();
    m_client.reset();
    m_cache.reset();
    m_server.reset();
}

void ServerLab::serve(HttpServer::Options options) {
    m_server = std::make_unique<MiniServer>(Runs, options);
}

void ServerLab::strike(Place place, Striker striker) {
    auto count = std::make_shared<std::atomic<int>>(0);
    m_server->setFault([place, striker = std::move(striker),
                        count](const HttpRequest& request) -> std::optional<HttpReply> {
        return strikes(place, request) ? striker(count->fetch_add(1)) : std::nullopt;
    });
}

Result<sync::SyncReport> ServerLab::synced(const std::string& url) {
    stores::ConnectionSettings settings;
    settings.auth = stores::ConnectionSettings::Auth::Basic;
    settings.workspace = "lab";
    settings.caFile = m_caFile;
    settings.pageRuns = 100;
    const auto who = http::Credentials::basic("ann", http::Secret(Password),
                                              http::Credentials::Origin::Settings);
    auto connection = stores::connectionOf(url, settings, who, http::Environment::of({}, {}));
    connection.value().timeouts = {2s, m_answer, 5s};
    m_store = std::make_unique<stores::RestStore>(
        *m_client, stores::StoreInfo{"rest", stores::networkLocation(url).value(), {}},
        std::move(connection).value(), settings, stores::Patience{5ms, 20ms, 300ms});
    base::Progress progress;
    return sync::sync(*m_store, *m_cache, {}, progress, {});
}

QByteArray ServerLab::outcome(const std::string& url) {
    const auto report = synced(url);
    m_told.clear();
    if (report.failed()) {
        m_told = views::describe(report.error());
        return QByteArray::fromStdString(std::string(base::codeName(report.error().code)));
    }
    cache::Reader reader = m_cache->reader().value();
    const auto problems = reader.problems(report.value().source).value();
    if (problems.empty())
        return report.ok() ? "fine" : "cancelled";
    m_told = views::describe(problems.front().problem.error);
    QByteArray code = "problem";
    for (const cache::StoredProblem& stored : problems)
        code +=
            ' ' + QByteArray::fromStdString(std::string(base::codeName(stored.problem.error.code)));
    return code;
}

bool ServerLab::isWhole(const cache::RunDetails& details) const {
    const domain::Run& run = details.run;
    const int number = std::stoi(run.runId, nullptr, 16);
    if (details.metrics.size() != 1 || run.params.size() != 1 || run.tags.size() != 1)
        return false;
    const double loss = details.metrics.front().reductions.last.value;
    return run.startTime == 1'700'000'000'000 + number &&
           run.runName == "run " + std::to_string(number) &&
           run.status == domain::RunStatus::Finished && details.metrics.front().key == "loss" &&
           (number % 7 == 0 ? std::isnan(loss) : loss == 0.5) &&
           run.params.front().value == std::to_string(number);
}

int ServerLab::held() {
    cache::Reader reader = m_cache->reader().value();
    int count = 0;
    const auto sources = reader.sources().value();
    for (const cache::SourceRow& source : sources) {
        const auto experiments = reader.experiments(source.sourceNo).value();
        for (const auto& experiment : experiments) {
            std::vector<base::RunNo> runs;
            const auto visit = [&](const cache::RunRow& row) {
                if (!row.vanished && row.experimentId == "1")
                    runs.push_back(row.runNo);
            };
            if (!reader.runs(experiment.experimentNo, {}, visit).ok())
                return -1;
            for (const base::RunNo run : runs)
                count += isWhole(reader.run(run).value().value()) ? 1 : -1'000'000;
        }
    }
    return count;
}

bool ServerLab::isRegistryThere() {
    cache::Reader reader = m_cache->reader().value();
    const base::SourceNo source = reader.sources().value().front().sourceNo;
    const auto models = reader.registeredModels(source).value();
    const auto versions = reader.modelVersions(source, "net").value();
    const auto logged = reader.loggedModels(source).value();
    return models.size() == 1 && models.front().name == "net" && versions.size() == 1 &&
           logged.size() == 1 && logged.front().modelId == "m-1";
}

}  // namespace podium::tests
