// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/interrupt.h"
#include "app/cli/network.h"
#include "app/cli/options.h"
#include "cache/cache.h"
#include "session/artifactplace.h"
#include "sync/syncer.h"

#include <memory>
#include <optional>
#include <span>

namespace podium::app {

/// A source after its sync, ready to be read from the cache: what every command begins with.
class SourceReader {
public:
    explicit SourceReader(const Options& options, bool full = false);
    /// The same with nothing read of the source but one registered model.
    SourceReader(const Options& options, std::string model);

    /// Nothing if the source is open; otherwise the exit code, and the reason was told.
    [[nodiscard]] std::optional<int> failure() const { return m_failure; }

    [[nodiscard]] cache::Reader& reader() { return *m_reader; }
    [[nodiscard]] cache::Outbox& outbox() { return m_cache->outbox(); }
    [[nodiscard]] const stores::Store& store() const { return *m_store; }
    [[nodiscard]] const sync::SyncReport& report() const { return m_report; }
    [[nodiscard]] const cache::SourceRow& source() const { return m_source; }
    [[nodiscard]] std::stop_token stop() const { return m_interrupt.token(); }

    /// Fetches what a sync left out of the histories of these runs (all metrics, or only `key`)
    /// from a source that is a server; elsewhere there is nothing to do.
    [[nodiscard]] base::Result<void> fetchHistories(std::span<const base::RunNo> runs,
                                                    const std::string& key = {});
    /// Where the artifacts of a run are. Errors as session::placeOf.
    [[nodiscard]] base::Result<session::ArtifactPlace> placeOf(const cache::RunDetails& run) const;
    /// Where the files of a version of a registered model are: on the server where it can tell
    /// them, else with the run that made it. `below` gets the folder that they are in there.
    /// ArtifactUnreachable{uri} where neither is known.
    [[nodiscard]] base::Result<session::ArtifactPlace> placeOf(const domain::ModelVersion& version,
                                                               std::string& below);
    /// All artifacts of a run, wherever they are.
    [[nodiscard]] base::Result<artifacts::Listing> listArtifacts(const cache::RunDetails& run);
    /// The way to those that are on a server.
    [[nodiscard]] artifacts::RemoteArtifacts& remoteArtifacts();

    /// The exit code of a command that did its work: lists the problems of the store on the
    /// standard error, if there are any.
    [[nodiscard]] int done();
    /// The exit code for a result that is not ok; an error is told.
    template <typename T>
    [[nodiscard]] int ended(const base::Result<T>& result) const {
        return ended(result.template as<void>());
    }
    [[nodiscard]] int ended(const base::Result<void>& result) const;

    /// Runs of the source with this id, or whose id begins so. Told and empty if there is none or
    /// more than one.
    [[nodiscard]] std::optional<base::RunNo> findRun(const QString& runId);
    /// The version that `models:/NAME/VERSION` or `models:/NAME@ALIAS` means. Told and empty if
    /// there is none.
    [[nodiscard]] std::optional<domain::ModelVersion> findVersion(const QString& uri);

private:
    [[nodiscard]] std::optional<int> open(const Options& options, const sync::SyncOptions& what);
    [[nodiscard]] std::optional<int> openCache(const Options& options);
    [[nodiscard]] std::optional<int> openStore(const std::string& source);
    [[nodiscard]] base::Result<std::string> settingsOf(const std::string& source);
    [[nodiscard]] base::Result<std::int64_t> aliasedVersion(const std::string& name,
                                                            const std::string& alias);
    [[nodiscard]] std::vector<std::pair<std::string, base::RunNo>> runsBeginning(
        const std::string& prefix);

    InterruptWatch m_interrupt;  // first: its signals are blocked before a thread starts
    Network m_network;
    std::unique_ptr<cache::Cache> m_cache;
    std::shared_ptr<stores::Store> m_store;
    std::unique_ptr<artifacts::RemoteArtifacts> m_artifacts;
    std::optional<cache::Reader> m_reader;
    cache::SourceRow m_source;
    sync::SyncReport m_report;
    std::optional<int> m_failure;
};

}  // namespace podium::app
