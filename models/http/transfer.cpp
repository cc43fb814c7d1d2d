// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/transfer.h"

#include "http/failure.h"
#include "http/headers.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace podium::http {

namespace {

using base::Error;
using base::ErrorCode;

constexpr std::size_t LongestHead = std::size_t{256} << 10U;
constexpr std::int64_t LargestReserve = std::int64_t{64} << 20;  // a length may be a lie

std::int64_t numberOf(std::string_view digits) {
    std::int64_t number = -1;
    const auto [end, failure] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return failure == std::errc() ? number : -1;
}

/// The mark that If-Range wants: a strong ETag, else the time of the last change.
std::string_view markOf(const Response& answer) {
    const std::string_view tag = answer.header("ETag");
    return tag.starts_with('"') ? tag : answer.header("Last-Modified");
}

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

std::chrono::microseconds timeOf(CURL* handle, CURLINFO info) {
    return std::chrono::microseconds(infoOf<curl_off_t>(handle, info));
}

}  // namespace

Transfer::Transfer(Id id, Request request, std::stop_token stop, HttpClient::Callback done)
    : m_id(id), m_request(std::move(request)), m_stop(std::move(stop)), m_done(std::move(done)) {}

base::Result<void> Transfer::check() {
    auto url = Url::parse(m_request.url);
    PODIUM_TRY(void, url);
    m_first = url.value().withoutUserinfo();
    m_url = m_first;
    m_origin = m_url.scheme() + "://" + m_url.authority();
    if (!m_request.toFile.empty())
        m_file.emplace(m_request.toFile, m_first.shown());
    return {};
}

void Transfer::onStop(std::function<void()> call) {
    if (m_stop.stop_possible())
        m_onStop.emplace(m_stop, std::move(call));
}

void Transfer::answer(base::Result<Response> result) {
    m_onStop.reset();
    if (m_stop.stop_requested())
        result = base::Cancelled{};
    if (m_done)
        std::exchange(m_done, nullptr)(std::move(result));
}

std::size_t Transfer::takeHeader(std::string_view line) {
    m_headBytes += line.size();
    if (m_headBytes > LongestHead) {
        m_refused = Error{ErrorCode::HttpTooLarge, {m_url.shown(), std::to_string(LongestHead)}};
        return 0;
    }
    if (line.starts_with("HTTP/")) {  // each answer on the way has its own head
        m_answer.headers.clear();
        m_headWhole = false;
        const std::size_t blank = line.find(' ');
        m_answer.status = 0;
        if (blank != std::string_view::npos)
            m_answer.status = static_cast<int>(numberOf(line.substr(blank + 1, 3)));
        return line.size();
    }
    m_headWhole = m_headWhole || trimmed(line).empty();
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos)
        m_answer.headers.emplace_back(trimmed(line.substr(0, colon)),
                                      trimmed(line.substr(colon + 1)));
    return line.size();
}

bool Transfer::isRedirect() const {
    const int status = m_answer.status;
    return (status == 301 || status == 302 || status == 303 || status == 307 || status == 308) &&
           !m_answer.header("Location").empty();
}

/// Whether a body is wanted at all, and where to.
bool Transfer::startBody() {
    m_bodyBegun = true;
    const std::int64_t length = numberOf(m_answer.header("Content-Length"));
    if (m_request.maxBytes > 0 && length > m_request.maxBytes && !isRedirect() &&
        m_request.method != "HEAD") {
        m_refused =
            Error{ErrorCode::HttpTooLarge, {m_url.shown(), std::to_string(m_request.maxBytes)}};
        return false;
    }
    m_toFile = m_file && (m_answer.status == 200 || m_answer.status == 206);
    if (!m_toFile && length > 0)
        m_answer.body.reserve(static_cast<std::size_t>(std::min(length, LargestReserve)));
    return !m_toFile || startFile();
}

bool Transfer::startFile() {
    bool append = false;
    if (m_answer.status == 206) {
        // "bytes 100-199/200": only what follows what is there can be used.
        std::string_view range = m_answer.header("Content-Range");
        range = range.substr(std::min(range.find(' '), range.size()));
        append =
            m_begun.size > 0 && numberOf(trimmed(range.substr(0, range.find('-')))) == m_begun.size;
        if (!append) {
            m_startOver = true;
            return false;
        }
    }
    const auto opened = m_file->open(append, markOf(m_answer));
    if (!opened.ok())
        m_refused = opened.error();
    if (!append)
        m_begun = {};
    return opened.ok();
}

std::size_t Transfer::takeBody(std::string_view bytes) {
    if (m_stop.stop_requested())
        return 0;  // libcurl would go on as long as there is something to read
    if (!m_bodyBegun && !startBody())
        return 0;
    m_answer.bytes += static_cast<std::int64_t>(bytes.size());
    const std::int64_t size = m_answer.bytes + (m_toFile ? m_begun.size : 0);
    if (m_request.maxBytes > 0 && size > m_request.maxBytes) {
        m_refused =
            Error{ErrorCode::HttpTooLarge, {m_url.shown(), std::to_string(m_request.maxBytes)}};
        return 0;
    }
    if (isRedirect())
        return bytes.size();
    if (!m_toFile) {
        m_answer.body += bytes;
        return bytes.size();
    }
    const auto written = m_file->write(bytes);
    if (!written.ok()) {
        m_refused = written.error();
        return 0;
    }
    return bytes.size();
}

void Transfer::showProgress(std::int64_t done, std::int64_t total, bool last) {
    const auto now = Steady::now();
    if (!m_request.progress || (!last && now - m_shown < std::chrono::milliseconds(100)))
        return;
    m_shown = now;
    const std::int64_t before = m_toFile ? m_begun.size : 0;
    m_request.progress(before + done, total > 0 ? before + total : 0);
}

std::size_t Transfer::onHeader(char* data, std::size_t size, std::size_t count, void* self) {
    return static_cast<Transfer*>(self)->takeHeader({data, size * count});
}

std::size_t Transfer::onBody(char* data, std::size_t size, std::size_t count, void* self) {
    return static_cast<Transfer*>(self)->takeBody({data, size * count});
}

int Transfer::onProgress(void* self, curl_off_t total, curl_off_t done, curl_off_t, curl_off_t) {
    auto* transfer = static_cast<Transfer*>(self);
    if (done > 0)
        transfer->showProgress(done, total, false);
    return transfer->stopRequested() ? 1 : 0;
}

Transfer::Outcome Transfer::finished(CURL* handle, CURLcode code, int maxRedirects) {
    if (m_stop.stop_requested())
        return base::Result<Response>(base::Cancelled{});
    if (code == CURLE_OK && !m_headWhole)
        code = CURLE_PARTIAL_FILE;  // libcurl is content with half a head
    if (code == CURLE_OK && !m_bodyBegun && !startBody())
        code = CURLE_WRITE_ERROR;
    if (code != CURLE_OK)
        return failed(handle, code);
    if (isRedirect())
        return redirected(maxRedirects);
    if (m_answer.status == 407)
        return base::Result<Response>(Error{
            ErrorCode::ProxyFailed, {shownProxy(proxyFor(connection().proxy, m_url)), "407"}});
    if (m_file && m_answer.status == 416 && m_begun.size > 0) {
        m_file->discard();
        return Redirected{};
    }
    completeAnswer(handle);
    if (m_toFile)
        return Saving{};
    base::Result<Response> result(std::exchange(m_answer, {}));
    if (RetryPolicy::retryable(result.value().status)) {
        std::string retryAfter(result.value().header("Retry-After"));
        return Again{std::move(result), true, std::move(retryAfter)};
    }
    return result;
}

base::Result<Response> Transfer::save() {
    const auto whole = m_file->finish();
    PODIUM_TRY(Response, whole);
    return std::exchange(m_answer, {});
}

Transfer::Outcome Transfer::failed(CURL* handle, CURLcode code) {
    if (m_file)
        m_file->close();
    if (m_startOver) {
        m_startOver = false;
        m_file->discard();
        return Redirected{};
    }
    if (m_refused)
        return base::Result<Response>(std::move(*m_refused));
    const Error error = failureOf(handle, code, m_detail.data(), m_url, connection());
    const http::Again often = again(error);
    if (often == http::Again::Never)
        return base::Result<Response>(error);
    return Again{base::Result<Response>(error), often == http::Again::ManyTimes, {}};
}

void Transfer::completeAnswer(CURL* handle) {
    if (m_toFile)
        showProgress(m_answer.bytes, m_answer.bytes, true);
    m_answer.url = m_url.shown();
    m_answer.host = m_url.authority();
    m_answer.retries = retries;
    m_answer.timings.connected = timeOf(handle, CURLINFO_PRETRANSFER_TIME_T);
    m_answer.timings.firstByte = timeOf(handle, CURLINFO_STARTTRANSFER_TIME_T);
    m_answer.timings.total = timeOf(handle, CURLINFO_TOTAL_TIME_T);
}

Transfer::Outcome Transfer::redirected(int maxRedirects) {
    auto target = m_url.resolve(m_answer.header("Location"));
    if (!target.ok() || (m_url.secure() && !target.value().secure())) {
        // Only the place is told, never what else the header held.
        const std::string place = target.ok() ? target.value().authority() : std::string();
        return base::Result<Response>(
            Error{ErrorCode::RedirectRefused, {m_url.authority(), place}});
    }
    if (m_redirects >= maxRedirects)
        return base::Result<Response>(
            Error{ErrorCode::RedirectRefused, {m_url.authority(), target.value().authority()}});
    ++m_redirects;
    return redirectTo(target.value().withoutUserinfo());
}

/// 307 and 308 repeat the request as it is. The others do so on one host (a server that sends from
/// http to https means "the same over there"), and become a GET for another, as in browsers. A body
/// is never carried to another host.
Transfer::Outcome Transfer::redirectTo(const Url& target) {
    const bool sameHost = target.host() == m_url.host();
    const bool reads = m_request.method == "GET" || m_request.method == "HEAD";
    const bool repeats = m_answer.status == 307 || m_answer.status == 308;
    if (!sameHost && !reads && (repeats || !m_request.idempotent))
        return base::Result<Response>(
            Error{ErrorCode::RedirectRefused, {m_url.authority(), target.authority()}});
    if (!reads && (m_answer.status == 303 || !sameHost)) {
        m_request.method = "GET";
        m_request.body.clear();
        std::erase_if(m_request.headers,
                      [](const Header& header) { return sameName(header.first, "Content-Type"); });
    }
    m_url = target;
    m_origin = m_url.scheme() + "://" + m_url.authority();
    return Redirected{};
}

}  // namespace podium::http
