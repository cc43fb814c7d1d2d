// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/httpserver.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace podium::tests {

/// A registry behind MLflow's REST API that keeps what it is told, made after the reference of
/// MLflow's API, and as Databricks documents its two: no recording of a real server. At the start
/// there is "churn" with versions 4 and 5 in Production, 7 in Staging, and the alias champion at 5.
class RegistryServer {
public:
    enum class Kind { Mlflow, Old, Databricks, UnityCatalog };  // Old: 1.26, without aliases

    struct Version {
        std::string stage = "None";
        std::string description;
        std::map<std::string, std::string> tags;
    };
    struct Model {
        std::string description;
        std::map<std::string, std::string> tags;
        std::map<std::string, std::string> aliases;
        std::map<std::int64_t, Version> versions;
    };

    explicit RegistryServer(Kind kind = Kind::Mlflow);

    [[nodiscard]] std::string url() const { return m_http.url(); }
    [[nodiscard]] HttpServer& http() { return m_http; }

    /// Looks at or changes what is kept, between requests.
    void with(const std::function<void(std::map<std::string, Model>&)>& work);
    [[nodiscard]] Model model(const std::string& name = "churn");

    /// Instead of every answer to a change, which is not made.
    void refuse(std::optional<HttpReply> reply);
    /// A change is made, and then the connection ends without an answer.
    void loseAnswers(bool lost);
    /// Done right before the next change is made: somebody else is faster.
    void beforeChange(std::function<void(std::map<std::string, Model>&)> work);
    /// The same right after it, before anybody can look.
    void afterChange(std::function<void(std::map<std::string, Model>&)> work);

    /// Changes that were made (not: refused), in order, as "POST registered-models/alias {…}".
    [[nodiscard]] std::vector<std::string> changes();

private:
    [[nodiscard]] HttpReply answer(const HttpRequest& request);
    [[nodiscard]] HttpReply look(const std::string& name, const HttpRequest& request);
    [[nodiscard]] HttpReply change(const std::string& name, const HttpRequest& request);
    [[nodiscard]] HttpReply made(const std::string& method, const std::string& name,
                                 const std::string& body);
    [[nodiscard]] bool knows(const std::string& name) const;
    [[nodiscard]] std::string modelJson(const std::string& name) const;
    [[nodiscard]] std::string versionJson(const std::string& name, std::int64_t version) const;

    Kind m_kind;
    std::mutex m_mutex;
    std::map<std::string, Model> m_models;
    std::optional<HttpReply> m_refusal;
    bool m_losesAnswers = false;
    std::function<void(std::map<std::string, Model>&)> m_before;
    std::function<void(std::map<std::string, Model>&)> m_after;
    std::vector<std::string> m_changes;
    HttpServer m_http;
};

}  // namespace podium::tests
