// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/failure.h"

#include "http/curlhandles.h"

#include <openssl/x509_vfy.h>

#include <cerrno>

namespace podium::http {

namespace {

using base::Error;
using base::ErrorCode;

bool has(const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

/// libcurl begins many a reason with what is clear from the code.
std::string reasonOf(CURLcode code, const std::string& detail) {
    return detail.empty() ? curl_easy_strerror(code) : detail;
}

Error timeout(CURL* handle, const std::string& host) {
    const char* awaited = "rest";
    if (infoOf<curl_off_t>(handle, CURLINFO_PRETRANSFER_TIME_T) == 0)
        awaited = "connection";
    else if (infoOf<curl_off_t>(handle, CURLINFO_STARTTRANSFER_TIME_T) == 0)
        awaited = "answer";
    return {ErrorCode::NetTimeout, {host, awaited}};
}

Error unconnected(CURL* handle, const std::string& host) {
    const long reason = infoOf<long>(handle, CURLINFO_OS_ERRNO);
    if (reason == 0 || reason == ECONNREFUSED)
        return {ErrorCode::NetRefused, {host}};
    if (reason == ETIMEDOUT)
        return {ErrorCode::NetTimeout, {host, "connection"}};
    return {ErrorCode::NetLost, {host, base::systemReason(static_cast<int>(reason))}};
}

Error untrusted(CURL* handle, const std::string& host, const std::string& detail) {
    const long verdict = infoOf<long>(handle, CURLINFO_SSL_VERIFYRESULT);
    if (verdict == X509_V_ERR_CERT_HAS_EXPIRED)
        return {ErrorCode::TlsExpired, {host}};
    // libcurl compares the names itself; its verdict is then the "unspecified" it began with.
    if (has(detail, "subject name") || verdict == X509_V_ERR_HOSTNAME_MISMATCH ||
        verdict == X509_V_ERR_IP_ADDRESS_MISMATCH)
        return {ErrorCode::TlsWrongHost, {host}};
    if (verdict == X509_V_OK || verdict == X509_V_ERR_UNSPECIFIED)
        return {ErrorCode::TlsUntrusted, {host, detail}};
    return {ErrorCode::TlsUntrusted, {host, X509_verify_cert_error_string(verdict)}};
}

Error handshake(CURLcode code, const std::string& host, const std::string& detail) {
    if (has(detail, "SSL_ERROR_SYSCALL") || has(detail, "unexpected eof"))
        return {ErrorCode::NetLost, {host, reasonOf(code, detail)}};
    return {ErrorCode::TlsUntrusted, {host, reasonOf(code, detail)}};
}

/// What goes wrong before the proxy let us through is the proxy's.
bool ofProxy(CURL* handle, CURLcode code, const std::string& detail) {
    if (code == CURLE_COULDNT_RESOLVE_PROXY || code == CURLE_PROXY)
        return true;
    if (infoOf<long>(handle, CURLINFO_HTTP_CONNECTCODE) >= 300)
        return true;
    return code == CURLE_COULDNT_CONNECT || has(detail, "CONNECT") || has(detail, "roxy");
}

}  // namespace

Error failureOf(CURL* handle, CURLcode code, const std::string& detail, const Url& url,
                const Connection& connection) {
    const std::string host = url.authority();
    const std::string proxy = proxyFor(connection.proxy, url);
    if (!proxy.empty() && ofProxy(handle, code, detail))
        return {ErrorCode::ProxyFailed, {shownProxy(proxy), reasonOf(code, detail)}};
    switch (code) {
        case CURLE_COULDNT_RESOLVE_HOST:
            return {ErrorCode::NetNameNotFound, {host}};
        case CURLE_COULDNT_CONNECT:
            return unconnected(handle, host);
        case CURLE_OPERATION_TIMEDOUT:
            return timeout(handle, host);
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_ISSUER_ERROR:
            return untrusted(handle, host, detail);
        case CURLE_SSL_CONNECT_ERROR:
            return handshake(code, host, detail);
        case CURLE_SSL_CACERT_BADFILE:
            return {ErrorCode::CertificateFile,
                    {connection.caFile.string(), reasonOf(code, detail)}};
        case CURLE_SSL_CERTPROBLEM:
            return {ErrorCode::CertificateFile,
                    {connection.clientCertificate.string(), reasonOf(code, detail)}};
        case CURLE_SSL_CLIENTCERT:
            return {ErrorCode::TlsUntrusted, {host, reasonOf(code, detail)}};
        case CURLE_RECV_ERROR:
        case CURLE_SEND_ERROR:
            // TLS 1.3 refuses a client's certificate only after the handshake.
            if (has(detail, "alert"))
                return {ErrorCode::TlsUntrusted, {host, detail}};
            return {ErrorCode::NetLost, {host, reasonOf(code, detail)}};
        case CURLE_UNSUPPORTED_PROTOCOL:
        case CURLE_WEIRD_SERVER_REPLY:
            return {ErrorCode::NotAServer, {url.shown()}};
        case CURLE_BAD_CONTENT_ENCODING:
            return {ErrorCode::AnswerInvalid, {url.shown(), reasonOf(code, detail)}};
        case CURLE_URL_MALFORMAT:
            return {ErrorCode::UrlInvalid, {url.shown()}};
        default:
            return {ErrorCode::NetLost, {host, reasonOf(code, detail)}};
    }
}

std::string shownProxy(const std::string& proxy) {
    const std::size_t at = proxy.rfind('@');
    if (at == std::string::npos)
        return proxy;
    const std::size_t scheme = proxy.find("://");
    return (scheme == std::string::npos || scheme > at ? "" : proxy.substr(0, scheme + 3)) +
           proxy.substr(at + 1);
}

Again again(const Error& error) {
    switch (error.code) {
        case ErrorCode::NetLost:
            return Again::ManyTimes;
        case ErrorCode::NetRefused:
        case ErrorCode::NetNameNotFound:
        case ErrorCode::NetTimeout:
        case ErrorCode::ProxyFailed:
            return Again::FewTimes;
        default:
            return Again::Never;
    }
}

}  // namespace podium::http
