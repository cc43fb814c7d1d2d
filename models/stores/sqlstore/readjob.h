// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/sqlstore/access.h"
#include "stores/sqlstore/experimentreader.h"
#include "stores/sqlstore/runreader.h"
#include "stores/store.h"

#include <atomic>
#include <mutex>
#include <stop_token>
#include <string>
#include <vector>

namespace podium::stores::sqlstore {

/// One read of a database: a plan of all runs from one look, then some runs at a time, each in
/// short transactions of their own, by several threads with a connection each. Whatever goes to the
/// sink goes after the transaction has ended, for the sink may block. Lives for one read.
class ReadJob {
public:
    ReadJob(const Access& access, const ReadRequest& request, const Known& known, Sink& sink,
            base::Progress& progress, std::stop_token stop);

    [[nodiscard]] base::Result<void> run(unsigned threads);

private:
    struct Plan {
        std::vector<domain::Experiment> experiments;
        std::vector<RunPlace> runs;
    };
    [[nodiscard]] base::Result<Plan> look(sql::Database& database) const;
    [[nodiscard]] base::Result<void> plan(Connection& connection);
    void deliverExperiments(std::vector<domain::Experiment> experiments);
    [[nodiscard]] base::Result<void> readModels(Connection& connection);
    [[nodiscard]] base::Result<void> someModels(Connection& connection);
    void work();
    [[nodiscard]] base::Result<void> workOn(Connection& connection);
    [[nodiscard]] base::Result<void> readPage(Connection& connection, RunReader& reader,
                                              std::size_t page);
    [[nodiscard]] base::Result<void> readUnindexed(Connection& connection, RunReader& reader,
                                                   const std::vector<std::string>& ids);
    [[nodiscard]] base::Result<std::vector<std::string>> readSlice(
        Connection& connection, RunReader& reader, const std::vector<std::string>& ids);
    void giveUpRun(const std::string& runId, const base::Error& error);
    void deliver(std::vector<ReadRun>& runs);
    void fail(const base::Result<void>& result);
    [[nodiscard]] bool mayGoOn() const { return !m_stop.stop_requested() && !m_failed; }

    const Access& m_access;
    const ReadRequest& m_request;
    const Known& m_known;
    Sink& m_sink;
    base::Progress& m_progress;
    std::stop_token m_stop;
    bool m_indexed;
    std::size_t m_pageSize;  // runs
    std::vector<RunPlace> m_runs;
    std::atomic<std::size_t> m_nextPage{0};
    std::atomic<bool> m_failed{false};
    std::mutex m_mutex;
    base::Result<void> m_failure;
};

}  // namespace podium::stores::sqlstore
