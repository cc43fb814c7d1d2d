// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/rest/signedlink.h"

#include "base/utf8.h"
#include "stores/rest/artifactreader.h"
#include "stores/rest/shape.h"

#include <array>
#include <utility>

namespace podium::stores {

using base::Error;
using base::ErrorCode;
using base::Result;
using http::Response;

namespace {

constexpr std::size_t LongestSaid = 400;
/// A link may run out while a large file is on its way; what has come of it is kept.
constexpr int Attempts = 3;

struct Links {
    std::vector<SignedLink> links;
};

constexpr std::array HeaderFields = {Field{"name", setText<&http::Header::first>},
                                     Field{"value", setText<&http::Header::second>}};
constexpr Shape HeaderShape{HeaderFields};
constexpr std::array LinkFields = {
    Field{"signed_uri", setText<&SignedLink::url>}, Field{"url", setText<&SignedLink::url>},
    Field{"headers", nullptr, &HeaderShape, addTo<&SignedLink::headers>}};
constexpr Shape LinkShape{LinkFields};
constexpr std::array CredentialFields = {Field{"credential_info", nullptr, &LinkShape}};
constexpr Shape CredentialShape{CredentialFields};
constexpr std::array ListFields = {
    Field{"credential_infos", nullptr, &LinkShape, addTo<&Links::links>},
    Field{"credentials", nullptr, &CredentialShape, addTo<&Links::links>}};
constexpr Shape ListShape{ListFields};

/// Storage says what is wrong in XML: <Error><Code>…</Code><Message>…</Message></Error>.
std::string element(const std::string& body, const std::string& name) {
    const std::size_t begin = body.find('<' + name + '>');
    if (begin == std::string::npos)
        return {};
    const std::size_t from = begin + name.size() + 2;
    const std::size_t end = std::min(body.find("</", from), body.size());
    std::string text = body.substr(from, std::min(end - from, LongestSaid));
    for (char& c : text)
        c = static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    return base::toUtf8(text);
}

/// AWS says 403 AccessDenied of a link that has expired and 400 ExpiredToken if the login behind it
/// has, Google 400 ExpiredToken, Azure 403 AuthenticationFailed.
bool mayHaveExpired(const Response& response) {
    return response.status == 401 || response.status == 403 ||
           (response.status == 400 && element(response.body, "Code") == "ExpiredToken");
}

Error failureOf(const Response& response, const std::string& owner, const std::string& path) {
    if (response.status == 404)
        return {ErrorCode::ArtifactNotFound, {owner, path}};
    std::string said = element(response.body, "Message");
    if (said.empty())
        said = element(response.body, "Code");
    if (response.status == 401 || response.status == 403)
        return {ErrorCode::Forbidden, {response.host, said}};
    if (response.status == 429)
        return {ErrorCode::RateLimited, {response.host}};
    return {response.status >= 500 ? ErrorCode::ServerFault : ErrorCode::HttpStatus,
            {response.url, std::to_string(response.status), said}};
}

/// How to reach the storage: by the same proxy and authorities, as nobody.
std::shared_ptr<const http::Connection> toStorage(const http::Connection& workspace) {
    http::Connection connection;
    connection.userAgent = workspace.userAgent;
    connection.caFile = workspace.caFile;
    connection.proxy = workspace.proxy;
    connection.timeouts = workspace.timeouts;
    return std::make_shared<const http::Connection>(std::move(connection));
}

}  // namespace

Result<SignedLink> readSignedLink(std::string_view body, const std::string& url) {
    // The errors of readAnswer() show how an answer begins; this one may hold a link.
    const Error none{ErrorCode::AnswerInvalid, {url, "signed_uri"}};
    Result<Links> list = readAnswer<Links>(body, ListShape, url);
    if (list.failed())
        return none;
    for (SignedLink& link : list.value().links) {
        if (!link.url.empty())
            return std::move(link);
    }
    Result<SignedLink> single = readAnswer<SignedLink>(body, LinkShape, url);
    if (single.failed() || single.value().url.empty())
        return none;
    return single;
}

Result<FetchedFile> fetchByLink(Api& api, const AskLink& ask, const std::string& owner,
                                const std::string& path, const std::filesystem::path& target,
                                base::Progress& progress, std::stop_token stop) {
    const auto connection = toStorage(api.connection());
    for (int attempt = 1;; ++attempt) {
        Result<SignedLink> link = ask(stop);
        PODIUM_TRY(FetchedFile, link);
        http::Request request =
            intoFile(http::Request::get(link.value().url, connection), target, progress);
        request.headers = std::move(link.value().headers);
        const Result<Response> response = api.client().fetch(std::move(request), stop);
        PODIUM_TRY(FetchedFile, response);
        if (response.value().ok())
            return fetchedFile(response.value(), target);
        if (attempt == Attempts || !mayHaveExpired(response.value()))
            return failureOf(response.value(), owner, path);
    }
}

}  // namespace podium::stores
