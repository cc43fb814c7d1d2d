// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/request.h"

#include "http/headers.h"

#include <utility>

namespace podium::http {

namespace {

Request ofJson(std::string method, std::string url, std::string json,
               std::shared_ptr<const Connection> connection) {
    Request request;
    request.method = std::move(method);
    request.url = std::move(url);
    request.body = std::move(json);
    request.headers.emplace_back("Content-Type", "application/json");
    request.connection = std::move(connection);
    return request;
}

}  // namespace

bool sameName(std::string_view one, std::string_view other) {
    const auto small = [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    };
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [&](char a, char b) { return small(a) == small(b); });
}

std::string_view valueOf(const std::vector<Header>& headers, std::string_view name) {
    for (const auto& [key, value] : headers) {
        if (sameName(key, name))
            return value;
    }
    return {};
}

Request Request::get(std::string url, std::shared_ptr<const Connection> connection) {
    Request request;
    request.url = std::move(url);
    request.connection = std::move(connection);
    request.idempotent = true;
    return request;
}

Request Request::search(std::string url, std::string json,
                        std::shared_ptr<const Connection> connection) {
    Request request = ofJson("POST", std::move(url), std::move(json), std::move(connection));
    request.idempotent = true;
    return request;
}

Request Request::change(std::string method, std::string url, std::string json,
                        std::shared_ptr<const Connection> connection) {
    return ofJson(std::move(method), std::move(url), std::move(json), std::move(connection));
}

std::string_view Response::header(std::string_view name) const {
    return valueOf(headers, name);
}

}  // namespace podium::http
