// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/sha256.h"
#include "http/url.h"
#include "tests/support/httpserver.h"

#include <algorithm>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace podium::tests {

/// What speaks S3 as far as reading goes (ListObjectsV2, GetObject with ranges) and believes no
/// signature that it has not computed itself, by the steps in "Signature Version 4 signing process"
/// of AWS's guide. One bucket, path style. Thread safe.
class S3Server {
public:
    explicit S3Server(std::string bucket)
        : m_bucket(std::move(bucket)),
          m_server([this](const HttpRequest& request) { return answer(request); }) {}

    [[nodiscard]] std::string url() const { return m_server.url(); }
    [[nodiscard]] HttpServer& server() { return m_server; }

    void put(const std::string& key, const std::string& bytes) {
        const std::lock_guard lock(m_mutex);
        m_objects[key] = {bytes, '"' + base::sha256Hex(bytes).substr(0, 32) + '"'};
    }
    /// Instead of the next answers, in this order.
    void next(HttpReply reply) {
        const std::lock_guard lock(m_mutex);
        m_next.push_back(std::move(reply));
    }
    /// Done to every answer to a GetObject.
    void spoil(std::function<void(HttpReply&)> spoiler) {
        const std::lock_guard lock(m_mutex);
        m_spoiler = std::move(spoiler);
    }
    std::string secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    std::string region = "us-east-1";
    std::size_t pageSize = 1000;
    bool isPublic = false;

    static HttpReply fault(int status, const std::string& code, const std::string& more = {}) {
        return HttpReply::text("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + code +
                                   "</Code><Message>Told by the test</Message>" + more + "</Error>",
                               status, "application/xml");
    }

private:
    struct Object {
        std::string bytes;
        std::string tag;
    };

    HttpReply answer(const HttpRequest& request) {
        const std::lock_guard lock(m_mutex);
        if (!m_next.empty()) {
            HttpReply reply = std::move(m_next.front());
            m_next.erase(m_next.begin());
            return reply;
        }
        if (!isPublic) {
            if (const auto refused = check(request))
                return *refused;
        }
        const std::string path = http::percentDecode(request.path());
        const std::string root = '/' + m_bucket;
        if (path == root && request.parameter("list-type") == "2")
            return list(request);
        if (!path.starts_with(root + '/'))
            return fault(404, "NoSuchBucket");
        const auto found = m_objects.find(path.substr(root.size() + 1));
        return found == m_objects.end() ? fault(404, "NoSuchKey") : object(request, found->second);
    }

    HttpReply object(const HttpRequest& request, const Object& object) {
        std::string bytes = object.bytes;
        HttpReply reply;
        const std::string range = request.header("Range");
        const std::string mark = request.header("If-Range");
        if (range.starts_with("bytes=") && (mark.empty() || mark == object.tag)) {
            const std::size_t first = std::stoull(range.substr(6));
            reply.status = 206;
            reply.headers.emplace_back("Content-Range", "bytes " + std::to_string(first) + '-' +
                                                            std::to_string(bytes.size() - 1) + '/' +
                                                            std::to_string(bytes.size()));
            bytes.erase(0, first);
        }
        reply.headers.emplace_back("ETag", object.tag);
        reply.body = std::make_shared<const std::string>(std::move(bytes));
        if (m_spoiler)
            m_spoiler(reply);
        return reply;
    }

    /// Keys and common prefixes together in the order of their bytes, page by page.
    HttpReply list(const HttpRequest& request) {
        const std::string prefix = request.parameter("prefix");
        const std::string delimiter = request.parameter("delimiter");
        std::map<std::string, const Object*> entries;
        for (const auto& [key, object] : m_objects) {
            if (!key.starts_with(prefix))
                continue;
            const std::size_t end =
                delimiter.empty() ? std::string::npos : key.find(delimiter, prefix.size());
            if (end == std::string::npos)
                entries.emplace(key, &object);
            else
                entries.emplace(key.substr(0, end + 1), nullptr);
        }
        std::string xml =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListBucketResult "
            "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>" +
            m_bucket + "</Name><EncodingType>url</EncodingType>";
        std::size_t left = pageSize;
        std::string last;
        for (const auto& [key, object] : entries) {
            if (key <= request.parameter("continuation-token")
                           .substr(0, request.parameter("continuation-token").find('=')))
                continue;
            if (left-- == 0) {
                xml += "<IsTruncated>true</IsTruncated><NextContinuationToken>" + last +
                       "=/+ </NextContinuationToken>";
                break;
            }
            last = key;
            if (object != nullptr)
                xml += "<Contents><Key>" + formEncoded(key) + "</Key><ETag>&quot;" +
                       object->tag.substr(1, object->tag.size() - 2) + "&quot;</ETag><Size>" +
                       std::to_string(object->bytes.size()) + "</Size></Contents>";
            else
                xml += "<CommonPrefixes><Prefix>" + formEncoded(key) + "</Prefix></CommonPrefixes>";
        }
        return HttpReply::text(xml + "</ListBucketResult>", 200, "application/xml");
    }

    static std::string formEncoded(const std::string& key) {
        std::string encoded = http::percentEncodePath(key);
        for (std::size_t at = 0; (at = encoded.find("%20", at)) != std::string::npos;)
            encoded.replace(at, 3, "+");
        return encoded;
    }

    static std::string between(const std::string& text, const std::string& from,
                               const std::string& to) {
        const std::size_t begin = text.find(from);
        if (begin == std::string::npos)
            return {};
        const std::size_t end = text.find(to, begin + from.size());
        return text.substr(begin + from.size(),
                           end == std::string::npos ? end : end - begin - from.size());
    }

    static std::string keyed(const std::string& key, const std::string& message) {
        const auto digest = base::hmacSha256(key, message);
        return std::string(digest.begin(), digest.end());
    }

    std::optional<HttpReply> check(const HttpRequest& request) const {
        const std::string told = request.header("Authorization");
        const std::string scope = between(told, "Credential=", ",");
        const std::size_t slash = scope.find('/');
        if (slash == std::string::npos)
            return fault(403, "AccessDenied");
        const std::string day = scope.substr(slash + 1, 8);
        const std::string itsRegion = between(scope, day + '/', "/");
        if (itsRegion != region)
            return fault(400, "AuthorizationHeaderMalformed", "<Region>" + region + "</Region>");
        std::string headers;
        const std::string names = between(told, "SignedHeaders=", ",");
        for (std::size_t at = 0; at < names.size();) {
            const std::size_t end = std::min(names.find(';', at), names.size());
            const std::string name = names.substr(at, end - at);
            headers += name + ':' + request.header(name) + '\n';
            at = end + 1;
        }
        std::vector<std::string> pairs;
        const std::string query = request.query();
        for (std::size_t at = 0; at < query.size();) {
            const std::size_t end = std::min(query.find('&', at), query.size());
            pairs.push_back(query.substr(at, end - at));
            at = end + 1;
        }
        std::sort(pairs.begin(), pairs.end());
        std::string sorted;
        for (const std::string& pair : pairs)
            sorted += (sorted.empty() ? "" : "&") + pair;
        const std::string canonical = request.method + '\n' + request.path() + '\n' + sorted +
                                      '\n' + headers + '\n' + names + '\n' +
                                      request.header("x-amz-content-sha256");
        const std::string toSign = "AWS4-HMAC-SHA256\n" + request.header("x-amz-date") + '\n' +
                                   scope.substr(slash + 1) + '\n' + base::sha256Hex(canonical);
        const std::string key =
            keyed(keyed(keyed(keyed("AWS4" + secret, day), itsRegion), "s3"), "aws4_request");
        const bool isRight =
            base::hexadecimal(base::hmacSha256(key, toSign)) == between(told, "Signature=", ",");
        return isRight ? std::nullopt : std::optional(fault(403, "SignatureDoesNotMatch"));
    }

    std::mutex m_mutex;
    std::string m_bucket;
    std::map<std::string, Object> m_objects;
    std::vector<HttpReply> m_next;
    std::function<void(HttpReply&)> m_spoiler;
    HttpServer m_server;
};

}  // namespace podium::tests
