// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/httpserver.h"

#include <atomic>
#include <functional>
#include <mutex>
#include <optional>
#include <string>

namespace podium::tests {

/// A tracking server with made-up runs, as MLflow's REST API gives them: experiments "1" (the runs)
/// and "2" (one run, "other"), pages by offset tokens, histories of ten points, a registered model
/// "net" with one version and a logged model "m-1". Its answers can be changed on the way.
class MiniServer {
public:
    explicit MiniServer(int runs, HttpServer::Options options = {});

    [[nodiscard]] std::string url() const { return m_server.url(); }
    [[nodiscard]] HttpServer& http() { return m_server; }
    void setRuns(int runs) { m_runs = runs; }
    /// The run with this number has another tag from now on.
    void change(int run) { m_changed = run; }
    /// Asked before every answer; what it gives is sent instead.
    void setFault(std::function<std::optional<HttpReply>(const HttpRequest&)> fault);
    /// How often an endpoint (the path's end) was asked.
    [[nodiscard]] int asked(std::string_view endpoint) const;

    [[nodiscard]] static std::string runId(int run);
    /// A run of experiment "1" as the server tells it.
    [[nodiscard]] std::string run(int number) const;

private:
    [[nodiscard]] HttpReply answer(const HttpRequest& request);
    [[nodiscard]] HttpReply runsPage(const HttpRequest& request) const;

    std::atomic<int> m_runs;
    std::atomic<int> m_changed = -1;
    mutable std::mutex m_mutex;
    std::function<std::optional<HttpReply>(const HttpRequest&)> m_fault;
    HttpServer m_server;
};

}  // namespace podium::tests
