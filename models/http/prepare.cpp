// SPDX-License-Identifier: GPL-3.0-or-later
// What libcurl is told of an attempt.
#include "http/failure.h"
#include "http/headers.h"
#include "http/transfer.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace podium::http {

namespace {

void set(CURL* handle, CURLoption option, const std::string& value) {
    curl_easy_setopt(handle, option, value.c_str());
}

/// The same server, though it may ask for TLS on its usual port where we came without.
bool sameServer(const Url& one, const Url& other) {
    const bool upgraded = one.host() == other.host() && !one.secure() && one.port() == 80 &&
                          other.secure() && other.port() == 443;
    return one.sameOrigin(other) || upgraded;
}

bool harmless(std::string_view header) {
    constexpr std::array Names = {"Accept", "Content-Type", "If-None-Match", "If-Modified-Since"};
    return std::ranges::any_of(Names, [&](const char* name) { return sameName(header, name); });
}

}  // namespace

const Connection& Transfer::connection() const {
    static const Connection plain;
    return m_request.connection ? *m_request.connection : plain;
}

/// Whether the connection's secrets are meant for the server that is asked now.
bool Transfer::trusted() const {
    return !connection().base.empty() && sameServer(connection().base, m_url);
}

void Transfer::prepare(CURL* handle) {
    m_answer = {};
    m_headBytes = 0;
    m_headWhole = false;
    m_bodyBegun = false;
    m_refused.reset();
    m_toFile = false;
    m_detail.fill('\0');
    prepareDownload();

    set(handle, CURLOPT_URL, m_url.text());
    curl_easy_setopt(handle, CURLOPT_PATH_AS_IS, 1L);
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);  // done here, with an eye on secrets
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_QUICK_EXIT, 1L);  // never wait for a slow resolver
    curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
    // Whether a connection can be shared is clear after the TLS handshake; without TLS only after
    // the first answer, for which nobody should wait.
    curl_easy_setopt(handle, CURLOPT_PIPEWAIT, m_url.secure() ? 1L : 0L);
    curl_easy_setopt(handle, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(handle, CURLOPT_BUFFERSIZE, 128L * 1024);
    set(handle, CURLOPT_USERAGENT, connection().userAgent);
    // libcurl sends again by itself what went out on a kept connection that had died, even if the
    // server read it: so what may go out once only gets a connection of its own.
    curl_easy_setopt(handle, CURLOPT_FRESH_CONNECT, m_request.idempotent ? 0L : 1L);
    // A file is stored as it lies there: its ranges must be those of what is on the disk.
    curl_easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, m_file ? nullptr : "");
    prepareTimes(handle);
    prepareSecurity(handle);
    prepareBody(handle);
    prepareHeaders(handle);
    prepareCallbacks(handle);
}

void Transfer::prepareDownload() {
    m_begun = m_file ? m_file->begun() : PartFile::Begun{};
}

void Transfer::prepareTimes(CURL* handle) {
    const Timeouts& times = m_request.timeouts ? *m_request.timeouts : connection().timeouts;
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(times.connect.count()));
    if (!m_file) {
        curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(times.total.count()));
    } else {
        curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, 1L);
        curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, static_cast<long>(times.silence.count()));
    }
}

void Transfer::prepareSecurity(CURL* handle) {
    const Connection& how = connection();
    const bool verify = !(how.insecureTls && trusted());
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, verify ? 1L : 0L);
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, verify ? 2L : 0L);
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!how.caFile.empty()) {
        std::error_code ignored;
        const bool folder = std::filesystem::is_directory(how.caFile, ignored);
        set(handle, folder ? CURLOPT_CAPATH : CURLOPT_CAINFO, how.caFile.string());
    }
    if (!how.clientCertificate.empty() && trusted()) {
        set(handle, CURLOPT_SSLCERT, how.clientCertificate.string());
        set(handle, CURLOPT_SSLKEY, how.clientCertificate.string());
    }
    // Always set, so that libcurl does not read the environment on its own.
    set(handle, CURLOPT_PROXY, proxyFor(how.proxy, m_url));
    set(handle, CURLOPT_NOPROXY, "");
    curl_easy_setopt(handle, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
}

void Transfer::prepareBody(CURL* handle) {
    const std::string& method = m_request.method;
    if (method == "HEAD") {
        curl_easy_setopt(handle, CURLOPT_NOBODY, 1L);
        return;
    }
    const bool sends = method == "POST" || method == "PUT" || method == "PATCH";
    if (!m_request.body.empty() || sends) {
        curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE,
                         static_cast<curl_off_t>(m_request.body.size()));
        curl_easy_setopt(handle, CURLOPT_POSTFIELDS, m_request.body.data());
    }
    if (method != "GET" || !m_request.body.empty())
        set(handle, CURLOPT_CUSTOMREQUEST, method);
}

void Transfer::prepareHeaders(CURL* handle) {
    m_headerList.reset();
    const auto add = [this](const Header& header) {
        // "Name;" is how libcurl sends a header without a value.
        std::string line =
            header.second.empty() ? header.first + ';' : header.first + ": " + header.second;
        append(m_headerList, line);
        wipe(line);
    };
    // libcurl's own: no pause before a large body, no type that was not given.
    append(m_headerList, "Expect:");
    if (valueOf(m_request.headers, "Content-Type").empty())
        append(m_headerList, "Content-Type:");
    const bool first = sameServer(m_first, m_url);
    for (const Header& header : m_request.headers) {
        if (first || harmless(header.first))
            add(header);
    }
    if (m_begun.size > 0) {
        add({"Range", "bytes=" + std::to_string(m_begun.size) + '-'});
        add({"If-Range", m_begun.mark});
    }
    if (trusted()) {
        for (const Header& header : connection().headers)
            add(header);
        if (!connection().workspace.empty())
            add({"X-MLFLOW-WORKSPACE", connection().workspace});
    }
    const bool own = m_request.credentials.has_value();
    const Credentials& who = own ? *m_request.credentials : connection().credentials;
    if ((own ? first : trusted()) && valueOf(m_request.headers, "Authorization").empty()) {
        const Secret value = who.authorization();
        if (!value.empty())
            add({"Authorization", std::string(value.reveal())});
    }
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, m_headerList.get());
}

void Transfer::prepareCallbacks(CURL* handle) {
    curl_easy_setopt(handle, CURLOPT_PRIVATE, this);
    curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, m_detail.data());
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, &Transfer::onHeader);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &Transfer::onBody);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, this);
    if (m_request.progress) {
        curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
        curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, &Transfer::onProgress);
        curl_easy_setopt(handle, CURLOPT_XFERINFODATA, this);
    }
}

}  // namespace podium::http
