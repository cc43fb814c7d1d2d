// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/registryserver.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace podium::tests {

using nlohmann::json;

namespace {

HttpReply fault(int status, const char* code, const std::string& message) {
    return HttpReply::json(json{{"error_code", code}, {"message", message}}.dump(), status);
}

HttpReply unknownRoute() {
    return HttpReply::text("<!doctype html>\n<title>404 Not Found</title>", 404, "text/html");
}

json listOf(const std::map<std::string, std::string>& pairs, const char* key, const char* value) {
    json list = json::array();
    for (const auto& [name, text] : pairs)
        list.push_back({{key, name}, {value, text}});
    return list;
}

std::string modelMissing(const std::string& name) {
    return "Registered Model with name=" + name + " not found";
}

std::string versionMissing(const std::string& name, const std::string& version) {
    return "Model Version (name=" + name + ", version=" + version + ") not found";
}

}  // namespace

RegistryServer::RegistryServer(Kind kind)
    : m_kind(kind), m_http([this](const HttpRequest& request) { return answer(request); }) {
    Model& churn = m_models[kind == Kind::UnityCatalog ? "main.ml.churn" : "churn"];
    churn.description = "who leaves";
    churn.tags = {{"owner", "growth"}};
    if (kind != Kind::Old)
        churn.aliases = {{"champion", "5"}};
    for (const std::int64_t version : {4, 5, 7})
        churn.versions[version].tags = {{"task", "classification"}};
    if (kind == Kind::UnityCatalog)
        return;
    churn.versions[4].stage = churn.versions[5].stage = "Production";
    churn.versions[7].stage = "Staging";
}

void RegistryServer::with(const std::function<void(std::map<std::string, Model>&)>& work) {
    const std::lock_guard lock(m_mutex);
    work(m_models);
}

RegistryServer::Model RegistryServer::model(const std::string& name) {
    const std::lock_guard lock(m_mutex);
    return m_models.at(name);
}

void RegistryServer::refuse(std::optional<HttpReply> reply) {
    const std::lock_guard lock(m_mutex);
    m_refusal = std::move(reply);
}

void RegistryServer::loseAnswers(bool lost) {
    const std::lock_guard lock(m_mutex);
    m_losesAnswers = lost;
}

void RegistryServer::beforeChange(std::function<void(std::map<std::string, Model>&)> work) {
    const std::lock_guard lock(m_mutex);
    m_before = std::move(work);
}

void RegistryServer::afterChange(std::function<void(std::map<std::string, Model>&)> work) {
    const std::lock_guard lock(m_mutex);
    m_after = std::move(work);
}

std::vector<std::string> RegistryServer::changes() {
    const std::lock_guard lock(m_mutex);
    return m_changes;
}

std::string RegistryServer::modelJson(const std::string& name) const {
    const Model& model = m_models.at(name);
    json object = {{"name", name},
                   {"description", model.description},
                   {"tags", listOf(model.tags, "key", "value")}};
    if (m_kind == Kind::UnityCatalog)
        object["aliases"] = listOf(model.aliases, "alias_name", "version_num");
    else if (m_kind != Kind::Old)
        object["aliases"] = listOf(model.aliases, "alias", "version");
    return object.dump();
}

std::string RegistryServer::versionJson(const std::string& name, std::int64_t number) const {
    const Version& version = m_models.at(name).versions.at(number);
    json object = {{"name", name},
                   {"version", std::to_string(number)},
                   {"status", "READY"},
                   {"description", version.description},
                   {"tags", listOf(version.tags, "key", "value")}};
    if (m_kind != Kind::UnityCatalog)
        object["current_stage"] = version.stage;
    return object.dump();
}

bool RegistryServer::knows(const std::string& name) const {
    if (name == "registered-models/alias")
        return m_kind != Kind::Old;
    if (name == "model-versions/transition-stage")
        return m_kind == Kind::Mlflow || m_kind == Kind::Old;
    if (name == "databricks/model-versions/transition-stage")
        return m_kind == Kind::Databricks;
    constexpr std::array Names = {"registered-models/set-tag", "registered-models/delete-tag",
                                  "registered-models/update",  "model-versions/set-tag",
                                  "model-versions/delete-tag", "model-versions/update"};
    return std::find(Names.begin(), Names.end(), name) != Names.end();
}

HttpReply RegistryServer::answer(const HttpRequest& request) {
    const std::lock_guard lock(m_mutex);
    std::string name = request.path();
    if (name.ends_with("/experiments/search"))
        return m_kind == Kind::Old ? unknownRoute() : HttpReply::json("{}");
    if (name.ends_with("/experiments/list"))
        return HttpReply::json("{}");
    const std::string root =
        m_kind == Kind::UnityCatalog ? "/api/2.0/mlflow/unity-catalog/" : "/api/2.0/mlflow/";
    if (!name.starts_with(root))
        return unknownRoute();
    name = name.substr(root.size());
    return request.method == "GET" ? look(name, request) : change(name, request);
}

HttpReply RegistryServer::look(const std::string& name, const HttpRequest& request) {
    const std::string model = request.parameter("name");
    if (name == "model-versions/search") {
        const std::string filter = request.parameter("filter");
        json list = json::array();
        for (const auto& [its, kept] : m_models) {
            for (const auto& [number, version] : kept.versions) {
                if (filter.empty() || filter == "name = '" + its + "'")
                    list.push_back(json::parse(versionJson(its, number)));
            }
        }
        return HttpReply::json(json{{"model_versions", list}}.dump());
    }
    if (name == "registered-models/search") {
        json list = json::array();
        for (const auto& [its, kept] : m_models)
            list.push_back(json::parse(modelJson(its)));
        return HttpReply::json(json{{"registered_models", list}}.dump());
    }
    const auto found = m_models.find(model);
    if (name == "registered-models/get")
        return found == m_models.end()
                   ? fault(404, "RESOURCE_DOES_NOT_EXIST", modelMissing(model))
                   : HttpReply::json("{\"registered_model\":" + modelJson(model) + "}");
    if (name != "model-versions/get")
        return unknownRoute();
    const std::string version = request.parameter("version");
    if (found == m_models.end() || !found->second.versions.contains(std::stoll(version)))
        return fault(404, "RESOURCE_DOES_NOT_EXIST", versionMissing(model, version));
    return HttpReply::json("{\"model_version\":" + versionJson(model, std::stoll(version)) + "}");
}

HttpReply RegistryServer::change(const std::string& name, const HttpRequest& request) {
    if (!knows(name))
        return unknownRoute();
    if (m_refusal)
        return *m_refusal;
    if (auto before = std::exchange(m_before, nullptr))
        before(m_models);
    HttpReply reply = made(request.method, name, request.body);
    if (auto after = std::exchange(m_after, nullptr))
        after(m_models);
    if (reply.status == 200)
        m_changes.push_back(request.method + ' ' + name + ' ' + request.body);
    return m_losesAnswers ? HttpReply::failing(Fault::CloseBeforeHead) : reply;
}

HttpReply RegistryServer::made(const std::string& method, const std::string& name,
                               const std::string& text) {
    const json body = json::parse(text);
    const std::string model = body.at("name");
    const auto found = m_models.find(model);
    if (found == m_models.end())
        return fault(404, "RESOURCE_DOES_NOT_EXIST", modelMissing(model));
    Model& kept = found->second;
    const std::string number = body.value("version", "");
    if (!number.empty() && !kept.versions.contains(std::stoll(number)))
        return fault(404, "RESOURCE_DOES_NOT_EXIST", versionMissing(model, number));
    Version none;
    Version& version = number.empty() ? none : kept.versions[std::stoll(number)];
    const bool ofVersion = name.find("model-versions/") != std::string::npos;
    auto& tags = ofVersion ? version.tags : kept.tags;
    if (name.ends_with("/set-tag")) {
        tags[body.at("key")] = body.at("value");
    } else if (name.ends_with("/delete-tag")) {
        tags.erase(body.at("key"));
    } else if (name.ends_with("/update")) {
        (ofVersion ? version.description : kept.description) = body.at("description");
    } else if (name.ends_with("/alias") && method == "POST") {
        kept.aliases[body.at("alias")] = number;
    } else if (name.ends_with("/alias")) {
        kept.aliases.erase(body.at("alias"));
    } else {
        const std::string stage = body.at("stage");
        const bool archives = body.value("archive_existing_versions", false);
        // MLflow 2.17 and 3.11 (registry and approvals, 2).
        if (archives && stage != "Staging" && stage != "Production")
            return fault(500, "INTERNAL_ERROR", "Model version transition cannot archive existing");
        for (auto& [other, its] : kept.versions) {
            if (archives && its.stage == stage && std::to_string(other) != number)
                its.stage = "Archived";
        }
        version.stage = stage;
    }
    return HttpReply::json("{}");
}

}  // namespace podium::tests
