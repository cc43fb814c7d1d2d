// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/way.h"

#include "base/utf8.h"

#include <algorithm>

namespace podium::artifacts {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr std::size_t LongestSaid = 200;

class ServerWay : public ArtifactWay {
public:
    ServerWay(stores::Remote& remote, stores::ArtifactOwner owner)
        : m_remote(remote), m_owner(std::move(owner)) {}

    Result<std::vector<ListedFile>> list(const std::string& folder, std::stop_token stop) override {
        using Listed = std::vector<ListedFile>;
        Result<std::vector<stores::RemoteFile>> files =
            m_remote.listArtifacts(m_owner, folder, stop);
        PODIUM_TRY(Listed, files);
        Listed listed;
        listed.reserve(files.value().size());
        for (stores::RemoteFile& file : files.value())
            listed.push_back(
                {std::move(file.path), file.isFolder, file.size.value_or(UnknownSize), {}});
        return listed;
    }
    Result<stores::FetchedFile> fetch(const std::string& path, const std::filesystem::path& target,
                                      base::Progress& progress, std::stop_token stop) override {
        return m_remote.fetchArtifact(m_owner, path, target, progress, stop);
    }

private:
    stores::Remote& m_remote;
    stores::ArtifactOwner m_owner;
};

/// Asks for keys anew each time: they live for about an hour, a person may look for longer.
class LoginWay : public ArtifactWay {
public:
    LoginWay(stores::StorageLogins& logins, stores::ArtifactOwner owner, const WayContext& context)
        : m_logins(logins), m_owner(std::move(owner)), m_context(context) {}

    Result<std::vector<ListedFile>> list(const std::string& folder, std::stop_token stop) override {
        const Result<std::unique_ptr<ArtifactWay>> way = open(stop);
        PODIUM_TRY(std::vector<ListedFile>, way);
        return way.value()->list(folder, stop);
    }
    Result<stores::FetchedFile> fetch(const std::string& path, const std::filesystem::path& target,
                                      base::Progress& progress, std::stop_token stop) override {
        const Result<std::unique_ptr<ArtifactWay>> way = open(stop);
        PODIUM_TRY(stores::FetchedFile, way);
        return way.value()->fetch(path, target, progress, stop);
    }

private:
    [[nodiscard]] Result<std::unique_ptr<ArtifactWay>> open(std::stop_token stop) const {
        http::AwsKeys keys;
        const Result<std::string> place = m_logins.storageLogin(m_owner, keys, std::move(stop));
        PODIUM_TRY(std::unique_ptr<ArtifactWay>, place);
        return makeS3Way(place.value(), m_context, keys);
    }

    stores::StorageLogins& m_logins;
    stores::ArtifactOwner m_owner;
    WayContext m_context;
};

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

std::unique_ptr<ArtifactWay> makeServerWay(stores::Remote& remote,
                                           const stores::ArtifactOwner& owner) {
    return std::make_unique<ServerWay>(remote, owner);
}

std::unique_ptr<ArtifactWay> makeLoginWay(stores::StorageLogins& logins,
                                          const stores::ArtifactOwner& owner,
                                          const WayContext& context) {
    return std::make_unique<LoginWay>(logins, owner, context);
}

std::string schemeOf(std::string_view uri) {
    const std::size_t colon = uri.find(':');
    if (colon == std::string_view::npos || colon < 2 || !isLetter(uri.front()))
        return {};
    std::string scheme(uri.substr(0, colon));
    for (char& c : scheme) {
        if (!isLetter(c) && !(c >= '0' && c <= '9') && c != '+' && c != '.' && c != '-')
            return {};
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return scheme;
}

bool isReachableUri(std::string_view uri) {
    const std::string scheme = schemeOf(uri);
    return scheme == "s3" || scheme == "r2" || scheme == "b2" || scheme == "http" ||
           scheme == "https";
}

std::string saidBy(const std::string& body) {
    std::string said = base::toUtf8(std::string_view(body).substr(0, LongestSaid));
    std::replace_if(
        said.begin(), said.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return said;
}

Error httpFailure(const http::Response& response, const std::string& path,
                  const std::string& said) {
    switch (response.status) {
        case 401:
            return {ErrorCode::LoginNeeded, {response.host}};
        case 403:
            return {ErrorCode::Forbidden, {response.host, said}};
        case 404:
        case 410:
            return {ErrorCode::ArtifactNotFound, {response.host, path}};
        case 429:
            return {ErrorCode::RateLimited, {response.host}};
        default:
            break;
    }
    const ErrorCode code = response.status >= 500 ? ErrorCode::ServerFault : ErrorCode::HttpStatus;
    return {code, {response.url, std::to_string(response.status), said}};
}

std::function<void(std::int64_t, std::int64_t)> reportTo(base::Progress& progress) {
    return [&progress](std::int64_t done, std::int64_t total) {
        progress.done = done;
        if (total > 0)
            progress.total = total;
    };
}

}  // namespace podium::artifacts
