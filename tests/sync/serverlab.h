// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cache/cache.h"
#include "http/client.h"
#include "stores/rest/reststore.h"
#include "sync/syncer.h"
#include "tests/support/miniserver.h"

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

namespace podium::tests {

/// Where a fault strikes.
enum class Place {
    Start,     // whatever is asked
    Page,      // the pages of runs from the fourth on
    Versions,  // the registry's model versions
    Models     // the logged models
};
/// The answer to the fault's strike number so and so (from 0 on); nothing: the right one.
using Striker = std::function<std::optional<HttpReply>(int)>;

/// A server that fails as told, a cache, and what it takes to sync one into the other: small pages,
/// a login, short times.
class ServerLab {
public:
    static constexpr int Runs = 450;
    static constexpr int FirstPages = 300;  // of runs, that come before a fault in the middle
    static constexpr const char* Password = "correct horse";

protected:
    void start();
    void end();
    void serve(tests::HttpServer::Options options = {});
    void strike(Place place, Striker striker);
    base::Result<sync::SyncReport> synced(const std::string& url);
    base::Result<sync::SyncReport> synced() { return synced(m_server->url()); }
    /// Syncs, and says how it ended: "fine", the error's code, or "problem " and its code. What a
    /// person is told of it is in m_told.
    QByteArray outcome(const std::string& url);
    QByteArray outcome() { return outcome(m_server->url()); }
    /// Runs of experiment "1" that are there; far below 0 if one is not as the server has it.
    int held();
    [[nodiscard]] bool isWhole(const cache::RunDetails& details) const;
    bool isRegistryThere();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<cache::Cache> m_cache;
    std::unique_ptr<http::HttpClient> m_client;
    std::unique_ptr<MiniServer> m_server;
    std::unique_ptr<stores::RestStore> m_store;
    std::filesystem::path m_caFile;
    std::vector<std::int64_t> m_pauses;  // before retries, in ms; of the client's thread
    std::chrono::milliseconds m_answer{300};
    QString m_told;
};

}  // namespace podium::tests
