// SPDX-License-Identifier: GPL-3.0-or-later
// Requests and answers of the test server; the server itself is httpserver.cpp.
#include "http/headers.h"
#include "http/url.h"
#include "tests/support/httpreplies.h"
#include "tests/support/httpserver.h"

#include <algorithm>

namespace podium::tests {

std::string HttpRequest::path() const {
    return target.substr(0, target.find('?'));
}

std::string HttpRequest::query() const {
    const std::size_t at = target.find('?');
    return at == std::string::npos ? std::string() : target.substr(at + 1);
}

std::string HttpRequest::parameter(std::string_view name) const {
    const std::string all = query();
    for (std::size_t begin = 0; begin < all.size();) {
        const std::size_t end = std::min(all.find('&', begin), all.size());
        const std::string_view pair = std::string_view(all).substr(begin, end - begin);
        const std::size_t equals = std::min(pair.find('='), pair.size());
        if (http::percentDecode(pair.substr(0, equals)) == name)
            return http::percentDecode(pair.substr(std::min(equals + 1, pair.size())));
        begin = end + 1;
    }
    return {};
}

std::string HttpRequest::header(std::string_view name) const {
    return std::string(http::valueOf(headers, name));
}

HttpReply HttpReply::text(std::string text, int status, std::string type) {
    HttpReply reply;
    reply.status = status;
    reply.headers.emplace_back("Content-Type", std::move(type));
    reply.body = std::make_shared<const std::string>(std::move(text));
    return reply;
}

HttpReply HttpReply::json(std::string text, int status) {
    return HttpReply::text(std::move(text), status, "application/json");
}

HttpReply HttpReply::redirect(std::string location, int status) {
    HttpReply reply;
    reply.status = status;
    reply.headers.emplace_back("Location", std::move(location));
    return reply;
}

HttpReply HttpReply::failing(Fault fault, std::string body) {
    HttpReply reply = text(std::move(body));
    reply.fault = fault;
    return reply;
}

HttpReply HttpReply::with(std::string name, std::string value) const {
    HttpReply reply = *this;
    reply.headers.emplace_back(std::move(name), std::move(value));
    return reply;
}

HttpReply HttpReply::precomputed() const {
    HttpReply reply;
    reply.delay = delay;
    reply.wire = std::make_shared<const std::string>(headOf(*this, false) + (body ? *body : ""));
    return reply;
}

bool hasBody(const HttpReply& reply, bool toHead) {
    return !toHead && reply.status >= 200 && reply.status != 204 && reply.status != 304;
}

std::int64_t bodySize(const HttpReply& reply) {
    const std::int64_t once = reply.body ? static_cast<std::int64_t>(reply.body->size()) : 0;
    return reply.repeatTo > 0 && once > 0 ? reply.repeatTo : once;
}

std::string headOf(const HttpReply& reply, bool toHead) {
    std::string head = "HTTP/1.1 " + std::to_string(reply.status) + " Status\r\n";
    for (const auto& [name, value] : reply.headers)
        head += name + ": " + value + "\r\n";
    if (reply.chunked)
        head += "Transfer-Encoding: chunked\r\n";
    else if (reply.declaredLength >= 0)
        head += "Content-Length: " + std::to_string(reply.declaredLength) + "\r\n";
    else if (reply.fault != Fault::Endless && (toHead || hasBody(reply, false)))
        head += "Content-Length: " + std::to_string(bodySize(reply)) + "\r\n";
    if (reply.close)
        head += "Connection: close\r\n";
    return head + "\r\n";
}

bool takeRequest(std::string& bytes, HttpRequest& request) {
    const std::size_t end = bytes.find("\r\n\r\n");
    if (end == std::string::npos)
        return false;
    request = {};
    const std::string_view head = std::string_view(bytes).substr(0, end);
    std::size_t line = std::min(head.find("\r\n"), head.size());
    const std::string_view first = head.substr(0, line);
    const std::size_t blank = std::min(first.find(' '), first.size());
    request.method = first.substr(0, blank);
    const std::size_t last = first.rfind(' ');
    if (last != std::string_view::npos && last > blank)
        request.target = first.substr(blank + 1, last - blank - 1);
    while (line < head.size()) {
        line += 2;
        const std::size_t stop = std::min(head.find("\r\n", line), head.size());
        const std::string_view text = head.substr(line, stop - line);
        const std::size_t colon = std::min(text.find(':'), text.size());
        std::size_t value = std::min(colon + 1, text.size());
        while (value < text.size() && text[value] == ' ')
            ++value;
        request.headers.emplace_back(text.substr(0, colon), text.substr(value));
        line = stop;
    }
    const std::string length = request.header("Content-Length");
    const std::size_t size = length.empty() ? 0 : std::stoul(length);
    if (bytes.size() < end + 4 + size)
        return false;
    request.body = bytes.substr(end + 4, size);
    bytes.erase(0, end + 4 + size);
    return true;
}

}  // namespace podium::tests
