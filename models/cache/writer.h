// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "cache/encodedhistory.h"
#include "cache/encodedrun.h"
#include "cache/nametable.h"
#include "cache/remotefiles.h"
#include "domain/entities.h"
#include "sql/database.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace podium::cache {

/// A run as sync has it in mind: what is in the cache and in which state.
struct KnownRun {
    base::RunNo runNo;
    base::ExperimentNo experimentNo;
    std::string experimentId;
    std::string runId;
    std::uint64_t fingerprint = 0;
    bool vanished = false;
};

/// What is to be there without a network.
struct Kept {
    std::string experimentId;
    std::string runId;  // "" for every run of the experiment
    bool histories = false;
    std::string artifacts;  // patterns of paths, one a line, "*" for all, "" for none

    friend bool operator==(const Kept&, const Kept&) = default;
};

/// A problem with the run it belongs to ("" for a problem of the store).
struct StoredProblem {
    domain::Problem problem;
    std::string experimentId;
    std::string runId;
};

/// The one connection that writes the cache. Lives on the writer's thread; every call that changes
/// something stands inside a transaction begun by the caller.
class Writer {
public:
    [[nodiscard]] static base::Result<std::unique_ptr<Writer>> open(
        const std::filesystem::path& file);
    ~Writer();

    [[nodiscard]] base::Result<sql::Transaction> begin();
    [[nodiscard]] NameTable& names() { return m_names; }
    /// Reads the names anew if another program has written the cache since. Numbers that were given
    /// to names and never saved are void then, so nobody may be packing runs meanwhile.
    base::Result<void> refresh();
    /// To be called when a transaction was rolled back: what was saved inside it is not there.
    void rolledBack();

    /// The number of the source at `location`, made if it is new.
    [[nodiscard]] base::Result<base::SourceNo> addSource(std::string_view kind,
                                                         std::string_view location,
                                                         std::string_view root,
                                                         std::string_view title, base::Millis now);
    base::Result<void> removeSource(base::SourceNo source);
    /// `state`: stores::Sink::storeState() of the read, 0 if there is none.
    base::Result<void> setSynced(base::SourceNo source, base::Millis now, std::uint64_t state = 0);
    [[nodiscard]] base::Result<std::uint64_t> storeState(base::SourceNo source);

    /// Adds or updates an experiment; it counts as present again.
    [[nodiscard]] base::Result<base::ExperimentNo> putExperiment(
        base::SourceNo source, const domain::Experiment& experiment);

    /// Adds (runNo not valid) or replaces a run with its values and histories. Names met for the
    /// first time are saved along. Returns its number; none if a run to be added is there already,
    /// which then stays as it is.
    [[nodiscard]] base::Result<base::RunNo> putRun(base::ExperimentNo experiment, base::RunNo runNo,
                                                   const EncodedRun& run);

    /// The number of a run of an experiment; none if it is not there.
    [[nodiscard]] base::Result<base::RunNo> runNumber(base::ExperimentNo experiment,
                                                      std::string_view runId);

    /// Keeps a history that was fetched for a run. A full one that reaches to the run's latest
    /// value gives the run table its reductions; a sampled one never does, and never replaces a
    /// full one.
    base::Result<void> putHistory(base::RunNo runNo, const EncodedHistory& history,
                                  base::Millis now);
    /// Forgets histories that were fetched for these runs, which then show their latest values
    /// only.
    base::Result<void> dropHistories(std::span<const base::RunNo> runs);

    /// How to connect to a source: a JSON object without secrets.
    base::Result<void> setSettings(base::SourceNo source, std::string_view settings);
    base::Result<void> setOffline(base::SourceNo source, bool offline);
    base::Result<void> setTitle(base::SourceNo source, std::string_view title);
    /// How many runs are held of an experiment that has more; nothing where all are.
    base::Result<void> setCut(base::ExperimentNo experiment, std::optional<std::int64_t> runs);
    /// Adds or replaces what is kept offline of an experiment or a run; histories false and no
    /// artifacts take it away.
    base::Result<void> setKept(base::SourceNo source, const Kept& kept);

    /// A folder of artifacts as a server listed it now: a JSON array of {path, is_dir, file_size}.
    base::Result<void> putRemoteFolder(base::SourceNo source, std::string_view owner,
                                       std::string_view folder, std::string_view document,
                                       base::Millis now);

    // For the BlobStore, which moves the files along.
    base::Result<void> putRemoteFile(const RemoteKey& key, const StoredFile& file,
                                     base::Millis now);
    [[nodiscard]] base::Result<std::optional<std::string>> remoteDigest(const RemoteKey& key);
    base::Result<void> touchBlob(std::string_view digest, base::Millis now);
    /// Takes the files with this content along.
    base::Result<void> dropBlob(std::string_view digest);
    /// Those not used for longest first; `unusedOnly`: those that no file has.
    [[nodiscard]] base::Result<std::vector<StoredBlob>> blobs(bool unusedOnly);
    [[nodiscard]] base::Result<std::int64_t> blobBytes();
    [[nodiscard]] base::Result<bool> isBlobUsed(std::string_view digest);
    [[nodiscard]] base::Result<bool> isBlobKept(std::string_view digest);

    [[nodiscard]] base::Result<std::vector<KnownRun>> knownRuns(base::SourceNo source);
    /// Marks runs as gone from their store (`at`), or as there again (nothing).
    base::Result<void> setVanished(std::span<const base::RunNo> runs, domain::OptionalMillis at);
    /// Marks the experiments of a source that are not in `present` as gone.
    base::Result<void> setVanishedExperiments(base::SourceNo source,
                                              const std::set<std::string, std::less<>>& present,
                                              base::Millis at);

    /// Replaces the registry and the logged models of a source; what came of them is only put
    /// beside the rest where that is not the `whole`.
    base::Result<void> putRegistry(base::SourceNo source,
                                   std::span<const domain::RegisteredModel> models,
                                   std::span<const domain::ModelVersion> versions,
                                   bool whole = true);
    /// Replaces these registered models and their versions with what came of them.
    base::Result<void> putModels(base::SourceNo source, std::span<const std::string> names,
                                 std::span<const domain::RegisteredModel> models,
                                 std::span<const domain::ModelVersion> versions);
    base::Result<void> putLoggedModels(base::SourceNo source,
                                       std::span<const domain::LoggedModel> models,
                                       bool whole = true);

    /// What an observation can say.
    enum class Observed {
        Registry,  // all of it came: what did not come is not there
        Models,    // these models came with all their versions
        Part,      // more may be there of each
    };
    /// Notes where versions and aliases are now, as the store said at `now`; only what changed
    /// since the last time makes rows.
    base::Result<void> observeRegistry(base::SourceNo source,
                                       std::span<const domain::RegisteredModel> models,
                                       std::span<const domain::ModelVersion> versions,
                                       base::Millis now, Observed scope = Observed::Registry);

    /// Replaces the problems of the store itself (those without a run).
    base::Result<void> putStoreProblems(base::SourceNo source,
                                        std::span<const StoredProblem> problems);
    base::Result<void> putRunProblems(base::SourceNo source, std::string_view experimentId,
                                      std::string_view runId,
                                      std::span<const domain::Problem> problems);

private:
    struct Statements;
    explicit Writer(sql::Database database);
    base::Result<void> prepareAll();
    base::Result<void> saveNames();
    base::Result<void> saveExperimentNames(base::ExperimentNo experiment, int kind,
                                           const std::vector<std::uint32_t>& names);
    base::Result<void> putBlobs(base::RunNo runNo, const EncodedRun& run, bool isNew);
    [[nodiscard]] base::Result<std::string> withFetched(base::RunNo runNo,
                                                        std::string_view metrics);
    base::Result<void> reduceFrom(base::RunNo runNo, const EncodedHistory& history);
    base::Result<void> insertProblem(base::SourceNo source, const StoredProblem& problem);
    [[nodiscard]] base::Result<base::RunNo> nextRunNo(base::ExperimentNo experiment);

    sql::Database m_database;
    std::unique_ptr<Statements> m_statements;
    NameTable m_names;
    std::uint32_t m_savedNames = 0;
    std::uint32_t m_committedNames = 0;  // m_savedNames when the transaction began
    std::int64_t m_dataVersion = -1;
    std::set<std::tuple<std::int64_t, int, std::uint32_t>> m_experimentNames;
    std::unordered_map<std::int64_t, std::int64_t> m_lastRun;  // experiment: greatest run_no
};

}  // namespace podium::cache
