// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/recordings.h"

#include "http/url.h"

#include <openssl/evp.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <memory>
#include <vector>

namespace podium::tests {

namespace {

using Json = nlohmann::json;

std::string unpacked(const std::string& path) {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(
        popen(("gzip -dc '" + path + "'").c_str(), "r"), pclose);
    std::string text;
    std::array<char, 64 * 1024> buffer{};
    std::size_t size = 0;
    while (pipe && (size = fread(buffer.data(), 1, buffer.size(), pipe.get())) > 0)
        text.append(buffer.data(), size);
    return text;
}

std::string fromBase64(const std::string& text) {
    std::string bytes(text.size() / 4 * 3, '\0');
    EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                    reinterpret_cast<const unsigned char*>(text.data()),
                    static_cast<int>(text.size()));
    bytes.resize(bytes.size() - static_cast<std::size_t>(std::ranges::count(text, '=')));
    return bytes;
}

/// The parameters decoded and sorted: their order says nothing.
std::string comparableQuery(const std::string& query) {
    std::vector<std::string> pairs;
    for (std::size_t begin = 0; begin < query.size();) {
        const std::size_t end = std::min(query.find('&', begin), query.size());
        std::string pair = query.substr(begin, end - begin);
        std::ranges::replace(pair, '+', ' ');
        pairs.push_back(http::percentDecode(pair));
        begin = end + 1;
    }
    std::ranges::sort(pairs);
    std::string text;
    for (const std::string& pair : pairs)
        text += pair + '\n';
    return text;
}

std::string userOf(const HttpRequest& request) {
    const std::string value = request.header("Authorization");
    if (!value.starts_with("Basic "))
        return {};
    const std::string plain = fromBase64(value.substr(6));
    return plain.substr(0, plain.find(':'));
}

/// What two requests that mean the same have in common. Bodies that are no JSON count as they are.
std::string keyOf(const HttpRequest& request, const std::string& user) {
    const Json body = Json::parse(request.body, nullptr, false);
    return request.method + ' ' + http::percentDecode(request.path()) + '\n' +
           comparableQuery(request.query()) + user + '\n' +
           (body.is_discarded() ? request.body : body.dump());
}

struct Recorded {
    std::vector<HttpReply> replies;
    std::size_t given = 0;
};

HttpReply replyOf(const Json& exchange) {
    HttpReply reply;
    reply.status = exchange.at("status").get<int>();
    for (const auto& [name, value] : exchange.at("headers").items())
        reply.headers.emplace_back(name, value.get<std::string>());
    const auto coded = exchange.find("base64");
    reply.body = std::make_shared<const std::string>(coded == exchange.end()
                                                         ? exchange.at("text").get<std::string>()
                                                         : fromBase64(coded->get<std::string>()));
    return reply;
}

}  // namespace

HttpServer::Handler recordedServer(const std::string& name) {
    const auto known = std::make_shared<std::map<std::string, Recorded>>();
    const std::string path = std::string(PODIUM_TEST_DATA) + "/http/" + name + ".json.gz";
    for (const Json& exchange : Json::parse(unpacked(path))) {
        HttpRequest request;
        request.method = exchange.at("method").get<std::string>();
        request.target = exchange.at("target").get<std::string>();
        if (const auto body = exchange.find("request"); body != exchange.end())
            request.body = body->is_string() ? body->get<std::string>() : body->dump();
        (*known)[keyOf(request, exchange.value("user", ""))].replies.push_back(replyOf(exchange));
    }
    return [known](const HttpRequest& request) {
        const auto found = known->find(keyOf(request, userOf(request)));
        if (found == known->end())
            return HttpReply::text(
                "not recorded: " + request.method + ' ' + request.target + ' ' + request.body, 501);
        Recorded& recorded = found->second;
        const std::size_t at = std::min(recorded.given++, recorded.replies.size() - 1);
        return recorded.replies[at];
    };
}

}  // namespace podium::tests
