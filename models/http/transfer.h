// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/client.h"
#include "http/curlhandles.h"
#include "http/partfile.h"
#include "http/url.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <variant>

namespace podium::http {

/// One request of HttpClient on its way: what libcurl is told of it, and what it says. Lives on the
/// client's thread, owned by its loop; `id` names it there.
class Transfer {
public:
    using Id = std::uint64_t;
    using Steady = std::chrono::steady_clock;
    enum class State { Waiting, Running, Pausing, Saving };

    Transfer(Id id, Request request, std::stop_token stop, HttpClient::Callback done);

    /// Looks at the URL; an error ends the request before anything is sent.
    base::Result<void> check();
    /// Tells libcurl everything about the next attempt.
    void prepare(CURL* handle);

    /// What came of an attempt.
    struct Again {
        base::Result<Response> otherwise;  // what to answer if it is not tried again
        bool manyTimes = false;
        std::string retryAfter;
    };
    struct Redirected {};
    struct Saving {};  // the file is whole: save() does the rest
    using Outcome = std::variant<base::Result<Response>, Again, Redirected, Saving>;
    [[nodiscard]] Outcome finished(CURL* handle, CURLcode code, int maxRedirects);

    /// Brings the download to its place. Waits for the disk: on a thread of its own, while nobody
    /// else touches this object.
    [[nodiscard]] base::Result<Response> save();

    [[nodiscard]] Id id() const { return m_id; }
    [[nodiscard]] bool idempotent() const { return m_request.idempotent; }
    [[nodiscard]] bool stopRequested() const { return m_stop.stop_requested(); }
    [[nodiscard]] const std::string& origin() const { return m_origin; }
    /// Calls back; the transfer is done with.
    void answer(base::Result<Response> result);
    void onStop(std::function<void()> call);

    State state = State::Waiting;
    int retries = 0;
    EasyHandle easy;  // while it runs

private:
    [[nodiscard]] const Connection& connection() const;
    [[nodiscard]] bool trusted() const;
    void prepareSecurity(CURL* handle);
    void prepareHeaders(CURL* handle);
    void prepareBody(CURL* handle);
    void prepareTimes(CURL* handle);
    void prepareCallbacks(CURL* handle);
    void prepareDownload();

    std::size_t takeHeader(std::string_view line);
    std::size_t takeBody(std::string_view bytes);
    bool startBody();
    bool startFile();
    void showProgress(std::int64_t done, std::int64_t total, bool last);

    Outcome failed(CURL* handle, CURLcode code);
    Outcome redirected(int maxRedirects);
    Outcome redirectTo(const Url& target);
    void completeAnswer(CURL* handle);
    [[nodiscard]] bool isRedirect() const;

    static std::size_t onHeader(char* data, std::size_t size, std::size_t count, void* self);
    static std::size_t onBody(char* data, std::size_t size, std::size_t count, void* self);
    static int onProgress(void* self, curl_off_t total, curl_off_t done, curl_off_t, curl_off_t);

    Id m_id;
    Request m_request;
    std::stop_token m_stop;
    HttpClient::Callback m_done;
    std::optional<std::stop_callback<std::function<void()>>> m_onStop;

    Url m_first;  // as asked; what is secret goes there alone
    Url m_url;    // now, after redirects
    std::string m_origin;
    int m_redirects = 0;

    // Of one attempt.
    HeaderList m_headerList;
    std::array<char, CURL_ERROR_SIZE> m_detail{};
    Response m_answer;
    std::size_t m_headBytes = 0;
    bool m_headWhole = false;
    bool m_bodyBegun = false;
    std::optional<base::Error> m_refused;  // why a callback gave up

    std::optional<PartFile> m_file;
    PartFile::Begun m_begun;
    bool m_toFile = false;     // the body of this answer goes to the file
    bool m_startOver = false;  // what was begun is of no use: once more from its start
    Steady::time_point m_shown{};
};

}  // namespace podium::http
