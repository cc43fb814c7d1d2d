// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/rest/api.h"
#include "stores/rest/pagesize.h"
#include "stores/store.h"

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace podium::stores {

/// What the readers of one sync have in common.
struct ReadScope {
    Api& api;
    const ReadRequest& request;
    const Known& known;
    Sink& sink;
    base::Progress& progress;
    std::stop_token stop;
    std::int64_t mostRuns = 0;  // of one experiment; 0: no bound
    int pageRuns = 0;           // most runs in a page; 0: no bound
};

/// Hands a run to the sink, as unchanged if it is what is known already.
void deliverRun(ReadScope& scope, domain::Run&& run);

/// Reads the runs of one experiment page by page: while a page is taken in, the next one is on its
/// way. Used by one thread.
class RunReader {
public:
    RunReader(ReadScope& scope, std::string experimentId);

    /// Fails if the server can't be reached any more. A fault of this experiment alone becomes a
    /// problem; what came of it stays.
    base::Result<void> read();

private:
    struct Page {
        http::Request request;
        int runs = 0;
        std::future<Api::Answer> answer;
    };

    /// `notCounted`: runs of a page that has come and was not taken in yet.
    Page ask(const std::string& token, int notCounted = 0);
    /// The next page's token, "" after the last one.
    base::Result<std::string> takePages(std::string token);
    base::Result<void> takePage(const http::Response& response);
    base::Result<http::Response> answerOf(Page& page, const std::string& token);
    base::Result<void> end(const base::Result<std::string>& pages);
    base::Result<bool> isMore(const std::string& token);
    [[nodiscard]] bool isNewToken(const std::string& token);
    [[nodiscard]] std::int64_t left() const;
    void deliver(domain::Run&& run);

    ReadScope& m_scope;
    const std::string m_experimentId;
    PageSize m_size;
    std::int64_t m_count = 0;
    std::unordered_map<std::uint64_t, Fingerprint> m_seen;  // hash of the run's id
    std::unordered_set<std::string> m_tokens;
};

}  // namespace podium::stores
