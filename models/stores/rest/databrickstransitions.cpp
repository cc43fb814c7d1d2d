// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/rest/databrickstransitions.h"

#include "stores/rest/shape.h"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

namespace podium::stores {

using base::Error;
using base::ErrorCode;
using base::Result;
using nlohmann::json;

namespace {

constexpr const char* RequestsRoot = "2.0/mlflow/transition-requests/";

using Requests = std::vector<TransitionRequest>;

struct Answered {
    Requests requests;
};

constexpr std::array RequestFields = {
    Field{"to_stage", setText<&TransitionRequest::stage>},
    Field{"user_id", setText<&TransitionRequest::creator>},
    Field{"comment", setText<&TransitionRequest::comment>},
    Field{"creation_timestamp", setInteger<&TransitionRequest::at>},
    Field{"available_actions", addText<&TransitionRequest::availableActions>}};
constexpr Shape RequestShape{RequestFields};

/// `requests` of a list, `request` of one that was made.
constexpr std::array AnswerFields = {
    Field{"requests", nullptr, &RequestShape, addTo<&Answered::requests>},
    Field{"request", nullptr, &RequestShape, addTo<&Answered::requests>}};
constexpr Shape AnswerShape{AnswerFields};

Result<Requests> requestsIn(const http::Response& response, const std::string& name,
                            std::int64_t version) {
    Result<Answered> answer = readAnswer<Answered>(response.body, AnswerShape, response.url);
    PODIUM_TRY(Requests, answer);
    for (TransitionRequest& request : answer.value().requests) {
        request.name = name;
        request.version = version;
    }
    return std::move(answer.value().requests);
}

json bodyOf(const TransitionRequest& request, const std::string& comment) {
    json body = {{"name", request.name},
                 {"version", std::to_string(request.version)},
                 {"stage", request.stage}};
    if (!comment.empty())
        body["comment"] = comment;
    return body;
}

std::string dumped(const json& body) {
    return body.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string endpoint(const char* name) {
    return std::string(RequestsRoot) + name;
}

}  // namespace

Result<void> DatabricksTransitions::ready(const std::string& model, const std::stop_token& stop) {
    if (registryOf(m_registries, model) == RegistryKind::UnityCatalog)
        return Error{ErrorCode::StagesUnsupported, {m_api->connection().base.shown()}};
    return m_api->ready(stop);
}

Api::Answer DatabricksTransitions::send(const TransitionRequest& request, http::Request what,
                                        const std::stop_token& stop) {
    Api::Answer answer = m_api->ask(std::move(what), stop);
    if (answer.failed() && isMissingThing(answer.error()))
        return Error{ErrorCode::VersionMissing, {request.name, std::to_string(request.version)}};
    return answer;
}

Result<Requests> DatabricksTransitions::open(const std::string& name, std::int64_t version,
                                             std::stop_token stop) {
    PODIUM_TRY(Requests, ready(name, stop));
    const Api::Answer answer =
        send({name, version, {}, {}, {}, 0},
             m_api->get(Root::Api, endpoint("list"),
                        {{"name", name}, {"version", std::to_string(version)}}),
             stop);
    PODIUM_TRY(Requests, answer);
    return requestsIn(answer.value(), name, version);
}

Result<TransitionRequest> DatabricksTransitions::create(const TransitionRequest& request,
                                                        std::stop_token stop) {
    PODIUM_TRY(TransitionRequest, ready(request.name, stop));
    const Api::Answer answer = send(
        request, m_api->change(endpoint("create"), dumped(bodyOf(request, request.comment))), stop);
    PODIUM_TRY(TransitionRequest, answer);
    const Result<Requests> made = requestsIn(answer.value(), request.name, request.version);
    PODIUM_TRY(TransitionRequest, made);
    if (made.value().empty())
        return Error{ErrorCode::AnswerInvalid, {answer.value().url, "request"}};
    return made.value().front();
}

Result<void> DatabricksTransitions::tell(const TransitionRequest& request, http::Request what,
                                         const std::stop_token& stop) {
    const Api::Answer answer = send(request, std::move(what), stop);
    PODIUM_TRY(void, answer);
    return {};
}

Result<void> DatabricksTransitions::approve(const TransitionRequest& request, bool archiveExisting,
                                            const std::string& comment, std::stop_token stop) {
    PODIUM_TRY(void, ready(request.name, stop));
    json body = bodyOf(request, comment);
    body["archive_existing_versions"] = archiveExisting;
    return tell(request, m_api->change(endpoint("approve"), dumped(body)), stop);
}

Result<void> DatabricksTransitions::reject(const TransitionRequest& request,
                                           const std::string& comment, std::stop_token stop) {
    PODIUM_TRY(void, ready(request.name, stop));
    return tell(request, m_api->change(endpoint("reject"), dumped(bodyOf(request, comment))), stop);
}

/// A DELETE says all in its query, as Databricks' own clients do.
Result<void> DatabricksTransitions::withdraw(const TransitionRequest& request,
                                             const std::string& comment, std::stop_token stop) {
    PODIUM_TRY(void, ready(request.name, stop));
    http::QueryPairs query{{"name", request.name},
                           {"version", std::to_string(request.version)},
                           {"stage", request.stage},
                           {"creator", request.creator}};
    if (!comment.empty())
        query.emplace_back("comment", comment);
    return tell(request,
                m_api->change(endpoint("delete") + '?' + http::encodeQuery(query), {}, "DELETE"),
                stop);
}

}  // namespace podium::stores
