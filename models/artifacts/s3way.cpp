// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/s3xml.h"
#include "artifacts/way.h"
#include "http/sigv4.h"

#include <algorithm>
#include <set>

namespace podium::artifacts {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

/// Where an artifact URI points in S3 terms.
struct S3Place {
    std::string bucket;
    std::string prefix;  // of every key, "" or with "/" at its end
};

class S3Way : public ArtifactWay {
public:
    S3Way(S3Place place, http::AwsSettings settings, const WayContext& context)
        : m_place(std::move(place)),
          m_settings(std::move(settings)),
          m_client(context.client),
          m_regions(context.regions),
          m_clock(context.clock) {
        http::Connection connection;
        connection.caFile = m_settings.caFile;
        connection.insecureTls = m_settings.insecureTls;
        connection.proxy = http::proxyOf(context.environment);
        m_connection = std::move(connection);
    }

    Result<std::vector<ListedFile>> list(const std::string& folder, std::stop_token stop) override;
    Result<stores::FetchedFile> fetch(const std::string& path, const std::filesystem::path& target,
                                      base::Progress& progress, std::stop_token stop) override;

private:
    [[nodiscard]] std::string region() const;
    [[nodiscard]] Result<http::Url> urlOf(const std::string& key,
                                          const http::QueryPairs& query) const;
    [[nodiscard]] Result<http::Response> ask(const std::string& key, const http::QueryPairs& query,
                                             const std::function<void(http::Request&)>& prepare,
                                             std::stop_token stop);
    [[nodiscard]] Error failure(const http::Response& response, const std::string& path) const;

    S3Place m_place;
    http::AwsSettings m_settings;
    http::HttpClient& m_client;
    BucketRegions& m_regions;
    base::Clock m_clock;
    http::Connection m_connection;
};

std::string S3Way::region() const {
    const std::string told = m_regions.get(m_place.bucket);
    return told.empty() ? m_settings.region : told;
}

/// A bucket with dots is no name that AWS's certificate is for; "path style" works always.
Result<http::Url> S3Way::urlOf(const std::string& key, const http::QueryPairs& query) const {
    std::string base;
    bool inPath = m_settings.pathStyle || m_place.bucket.find('.') != std::string::npos;
    if (m_settings.endpoint) {
        base = m_settings.endpoint->text();
        inPath = true;
    } else {
        const std::string bucket = inPath ? std::string() : m_place.bucket + '.';
        const std::string china = region().starts_with("cn-") ? ".cn" : "";
        base = "https://" + bucket + "s3." + region() + ".amazonaws.com" + china + '/';
    }
    while (base.ends_with('/'))
        base.pop_back();
    if (inPath)
        base += '/' + http::percentEncode(m_place.bucket);
    if (!key.empty() || !inPath)
        base += '/' + http::percentEncodePath(key);
    if (!query.empty())
        base += '?' + http::encodeQuery(query);
    return http::Url::parse(base);
}

/// Asks, and asks again where the bucket's region turns out to be another.
Result<http::Response> S3Way::ask(const std::string& key, const http::QueryPairs& query,
                                  const std::function<void(http::Request&)>& prepare,
                                  std::stop_token stop) {
    for (int attempt = 0;; ++attempt) {
        const Result<http::Url> url = urlOf(key, query);
        PODIUM_TRY(http::Response, url);
        auto connection = m_connection;
        connection.base = url.value();
        Result<http::Request> request = http::Request::get(
            url.value().text(), std::make_shared<const http::Connection>(std::move(connection)));
        const std::string asked = region();
        if (!m_settings.keys.empty())
            request =
                http::sign(std::move(request).value(), m_settings.keys, {asked, "s3"}, m_clock());
        PODIUM_TRY(http::Response, request);
        prepare(request.value());
        Result<http::Response> response = m_client.fetch(std::move(request).value(), stop);
        PODIUM_TRY(http::Response, response);
        const int status = response.value().status;
        if (attempt > 0 || (status != 301 && status != 307 && status != 400 && status != 403))
            return response;
        std::string told(response.value().header("x-amz-bucket-region"));
        if (told.empty())
            told = readS3Fault(response.value().body).region;
        if (told.empty() || told == asked)
            return response;
        m_regions.set(m_place.bucket, told);
    }
}

Error S3Way::failure(const http::Response& response, const std::string& path) const {
    static const std::set<std::string, std::less<>> Refused = {
        "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken",
        "TokenRefreshRequired"};
    const S3Fault fault = readS3Fault(response.body);
    if (Refused.contains(fault.code))
        return {ErrorCode::LoginRefused, {response.host}};
    if (response.status == 403 && m_settings.keys.empty())
        return {ErrorCode::LoginNeeded, {response.host}};
    const std::string said =
        fault.code.empty() ? saidBy(response.body) : saidBy(fault.code + ": " + fault.message);
    if (fault.code == "NoSuchBucket")
        return {ErrorCode::HttpStatus, {response.url, std::to_string(response.status), said}};
    return httpFailure(response, path, said);
}

Result<std::vector<ListedFile>> S3Way::list(const std::string& folder, std::stop_token stop) {
    using Listed = std::vector<ListedFile>;
    const std::string prefix = folder.empty() ? m_place.prefix : m_place.prefix + folder + '/';
    Listed files;
    std::set<std::string> tokens;
    std::string token;
    do {
        // In the order of their names, as they are signed.
        http::QueryPairs query;
        if (!token.empty())
            query.emplace_back("continuation-token", token);
        query.emplace_back("delimiter", "/");
        query.emplace_back("encoding-type", "url");
        query.emplace_back("list-type", "2");
        query.emplace_back("prefix", prefix);
        const Result<http::Response> response = ask(
            {}, query, [](http::Request&) {}, stop);
        PODIUM_TRY(Listed, response);
        if (!response.value().ok())
            return failure(response.value(), folder);
        std::optional<S3Page> page = readS3Page(response.value().body);
        if (!page)
            return Error{ErrorCode::AnswerInvalid, {response.value().url, "ListBucketResult"}};
        for (ListedFile& entry : page->entries) {
            if (!entry.path.starts_with(prefix) || entry.path == prefix)
                continue;  // the folder's own empty object
            entry.path.erase(0, m_place.prefix.size());
            if (entry.isFolder && entry.path.ends_with('/'))
                entry.path.pop_back();
            files.push_back(std::move(entry));
        }
        token = page->continuation;
        if (!token.empty() && !tokens.insert(token).second)
            return Error{ErrorCode::PageTokenRepeats, {response.value().url}};
    } while (!token.empty());
    return files;
}

Result<stores::FetchedFile> S3Way::fetch(const std::string& path,
                                         const std::filesystem::path& target,
                                         base::Progress& progress, std::stop_token stop) {
    using Fetched = stores::FetchedFile;
    const Result<http::Response> response = ask(
        m_place.prefix + path, {},
        [&](http::Request& request) {
            request.toFile = target;
            request.maxBytes = 0;
            request.progress = reportTo(progress);
        },
        stop);
    PODIUM_TRY(Fetched, response);
    if (!response.value().ok())
        return failure(response.value(), path);
    std::error_code failed;
    return Fetched{static_cast<std::int64_t>(std::filesystem::file_size(target, failed)),
                   std::string(response.value().header("ETag"))};
}

/// The second label of "s3.us-west-004.backblazeb2.com".
std::string labelOf(const std::string& host) {
    const std::size_t first = host.find('.');
    const std::size_t second = host.find('.', first + 1);
    return second == std::string::npos ? std::string() : host.substr(first + 1, second - first - 1);
}

}  // namespace

Result<std::unique_ptr<ArtifactWay>> makeS3Way(const std::string& uri, const WayContext& context,
                                               const std::optional<http::AwsKeys>& keys) {
    using Way = std::unique_ptr<ArtifactWay>;
    const Error unreachable{ErrorCode::ArtifactUnreachable, {uri}};
    const std::string scheme = schemeOf(uri);
    std::string rest = uri.substr(scheme.size() + 1);
    if (!rest.starts_with("//"))
        return unreachable;
    rest.erase(0, 2);
    const std::size_t slash = std::min(rest.find('/'), rest.size());
    std::string authority = rest.substr(0, slash);
    S3Place place;
    place.prefix = slash < rest.size() ? rest.substr(slash + 1) : std::string();
    if (!place.prefix.empty() && !place.prefix.ends_with('/'))
        place.prefix += '/';

    Result<http::AwsSettings> settings = http::resolveAws(context.environment);
    if (keys && settings.failed())
        settings = http::AwsSettings();
    PODIUM_TRY(Way, settings);
    if (keys)
        settings.value().keys = *keys;
    const std::size_t at = authority.find('@');
    if (scheme != "s3") {
        // The host stands in a store that anybody may have written: only that of the service itself
        // is asked with the person's keys.
        const std::string host = at == std::string::npos ? "" : authority.substr(at + 1);
        const std::string_view known =
            scheme == "r2" ? ".r2.cloudflarestorage.com" : ".backblazeb2.com";
        if (!host.ends_with(known) || host.find_first_of(":@?#\\") != std::string::npos)
            return unreachable;
        const Result<http::Url> endpoint = http::Url::parse("https://" + host);
        PODIUM_TRY(Way, endpoint);
        settings.value().endpoint = endpoint.value();
        settings.value().region = scheme == "r2" ? "auto" : labelOf(host);
        authority.resize(at);
    }
    place.bucket = authority;
    if (place.bucket.empty() || place.bucket.find_first_of(":@?#\\") != std::string::npos)
        return unreachable;
    return Way(std::make_unique<S3Way>(std::move(place), std::move(settings).value(), context));
}

}  // namespace podium::artifacts
