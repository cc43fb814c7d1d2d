// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "cache/blobs.h"
#include "cache/historybytes.h"
#include "cache/observed.h"
#include "cache/writer.h"
#include "domain/entities.h"
#include "sql/database.h"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace podium::cache {

struct SourceRow {
    base::SourceNo sourceNo;
    std::string kind;
    std::string location;
    std::string root;
    std::string title;
    domain::OptionalMillis syncedAt;
    std::int64_t problems = 0;
    std::string settings;  // JSON object: how to connect
    bool offline = false;  // on purpose
};

struct ExperimentRow {
    base::ExperimentNo experimentNo;
    base::SourceNo sourceNo;
    domain::Experiment experiment;
    std::int64_t runs = 0;  // active and present ones
    bool vanished = false;
    std::optional<std::int64_t> cut;  // runs held of an experiment that has more
};

/// The attributes of a run as they stand in a row; the views live until the callback returns.
struct RunRow {
    base::RunNo runNo;
    base::ExperimentNo experimentNo;
    std::string_view runId;
    std::string_view experimentId;
    std::string_view runName;
    std::string_view userId;
    domain::RunStatus status = domain::RunStatus::Unknown;
    bool deleted = false;
    domain::OptionalMillis startTime;
    domain::OptionalMillis endTime;
    std::string_view artifactUri;
    std::string_view parentId;
    bool vanished = false;
};

enum class NameKind { Metric = 0, Param = 1, Tag = 2 };

/// A name and its number.
struct NameRow {
    std::uint32_t number = 0;
    std::string name;
};

/// A metric as the run table shows it.
struct ReducedMetric {
    std::string key;
    series::Reductions reductions;
};

/// Everything about one run but its histories and artifacts.
struct RunDetails {
    base::RunNo runNo;
    base::SourceNo sourceNo;
    domain::Run run;  // metrics are left empty
    std::vector<ReducedMetric> metrics;
    std::string experimentName;
    std::string sourceRoot;
    bool vanished = false;
};

/// A history as the cache has it.
struct StoredHistory {
    std::string packed;  // series::unpack; "" if the run has no such metric
    std::shared_ptr<const series::PackedHistory> opened = {};  // Reader::openedHistory()
    domain::Extent extent = domain::Extent::Full;
    bool outdated = false;  // the run has a later value than what was fetched
    domain::OptionalMillis fetchedAt;
    std::optional<domain::MetricPoint> latest;  // of the run, as the last sync read it
};

/// A run and those of its metrics whose history is not here, or not up to its latest value.
struct MissingHistories {
    base::RunNo runNo;
    std::string runId;
    std::vector<std::string> keys;
};

/// A connection that reads the cache. Used by one thread at a time; each call sees one state of the
/// cache.
class Reader {
public:
    /// `histories`: through which long histories are read in place; without it they are not.
    [[nodiscard]] static base::Result<Reader> open(
        const std::filesystem::path& file, std::shared_ptr<HistoryConnections> histories = nullptr);

    [[nodiscard]] base::Result<std::vector<SourceRow>> sources();
    [[nodiscard]] base::Result<std::optional<SourceRow>> sourceAt(std::string_view location);
    [[nodiscard]] base::Result<std::vector<ExperimentRow>> experiments(base::SourceNo source);

    /// Calls `visit` for every run of an experiment, in order of run number.
    base::Result<void> runs(base::ExperimentNo experiment, std::stop_token stop,
                            const std::function<void(const RunRow&)>& visit);
    /// Packed metric reductions of every run of an experiment (BlobView of decodeReductions).
    base::Result<void> metrics(base::ExperimentNo experiment, std::stop_token stop,
                               const std::function<void(base::RunNo, std::string_view)>& visit);
    /// Packed params, packed tags and the inputs document of every run of an experiment.
    base::Result<void> texts(
        base::ExperimentNo experiment, std::stop_token stop,
        const std::function<void(base::RunNo, std::string_view params, std::string_view tags,
                                 std::string_view inputs)>& visit);

    /// Runs of a source whose status is RUNNING, the newest first: {run id, folder}.
    [[nodiscard]] base::Result<std::vector<std::pair<std::string, std::string>>> runningRuns(
        base::SourceNo source);

    /// Names that occur in the experiments, each once, sorted by name.
    [[nodiscard]] base::Result<std::vector<NameRow>> names(
        std::span<const base::ExperimentNo> experiments, NameKind kind);
    /// The number of a name, 0 if no run has it.
    [[nodiscard]] base::Result<std::uint32_t> nameNumber(std::string_view name);

    /// Nothing if there is no such run.
    [[nodiscard]] base::Result<std::optional<RunDetails>> run(base::RunNo run);
    /// The numbers of all runs with this id in a source.
    [[nodiscard]] base::Result<std::vector<base::RunNo>> findRun(base::SourceNo source,
                                                                 std::string_view runId);
    /// The packed history of a metric (series::unpack), "" if there is none. Long ones cost one
    /// row, short ones too.
    [[nodiscard]] base::Result<std::string> history(base::RunNo run, std::uint32_t name);
    /// The same, with how whole it is: the latest point alone where a sync left the history out.
    [[nodiscard]] base::Result<StoredHistory> storedHistory(base::RunNo run, std::uint32_t name);
    /// The same for who looks at a part of it at a time: a long one is left where it is and
    /// `packed` is "" then. It can be read until the run changes.
    [[nodiscard]] base::Result<StoredHistory> openedHistory(base::RunNo run, std::uint32_t name);
    /// Names of the metrics of a run.
    [[nodiscard]] base::Result<std::vector<std::string>> metricNames(base::RunNo run);
    /// All histories of a run with their names.
    [[nodiscard]] base::Result<std::vector<domain::Metric>> histories(base::RunNo run);

    /// What is missing of the histories of these runs; runs that miss nothing are left out.
    [[nodiscard]] base::Result<std::vector<MissingHistories>> missingHistories(
        std::span<const base::RunNo> runs);
    /// Bytes that histories of an experiment take in the cache.
    [[nodiscard]] base::Result<std::int64_t> historyBytes(base::ExperimentNo experiment);
    [[nodiscard]] base::Result<std::int64_t> historyBytes(base::RunNo run);
    [[nodiscard]] base::Result<std::vector<Kept>> kept(base::SourceNo source);

    /// A folder of artifacts as it was listed last; nothing if it never was.
    [[nodiscard]] base::Result<std::optional<StoredFolder>> remoteFolder(base::SourceNo source,
                                                                         std::string_view owner,
                                                                         std::string_view folder);
    [[nodiscard]] base::Result<std::optional<StoredFile>> remoteFile(const RemoteKey& key);
    /// All files of an owner whose content is here, by path.
    [[nodiscard]] base::Result<std::vector<StoredFile>> remoteFiles(base::SourceNo source,
                                                                    std::string_view owner);
    [[nodiscard]] base::Result<BlobUsage> blobUsage();
    /// Bytes of artifacts that are here of an experiment, or of one of its runs and the models it
    /// made; a content they share counts once.
    [[nodiscard]] base::Result<std::int64_t> artifactBytes(base::ExperimentNo experiment,
                                                           std::string_view runId = {});

    [[nodiscard]] base::Result<std::vector<domain::RegisteredModel>> registeredModels(
        base::SourceNo source);
    /// Versions of one model, or of all models if `name` is empty; newest first within a model.
    [[nodiscard]] base::Result<std::vector<domain::ModelVersion>> modelVersions(
        base::SourceNo source, std::string_view name);
    [[nodiscard]] base::Result<std::vector<domain::LoggedModel>> loggedModels(
        base::SourceNo source);
    /// Where versions of a model were, as far as this cache saw it: by version, then by time.
    [[nodiscard]] base::Result<std::vector<ObservedSpan>> observed(base::SourceNo source,
                                                                   std::string_view model);
    [[nodiscard]] base::Result<std::vector<StoredProblem>> problems(base::SourceNo source);

    /// Makes a call that runs on another thread end with Cancelled.
    void interrupt() const { m_database.interrupt(); }

private:
    Reader(sql::Database database, std::shared_ptr<HistoryConnections> histories)
        : m_database(std::move(database)), m_histories(std::move(histories)) {}
    [[nodiscard]] base::Result<std::vector<std::string>> nameList(
        std::span<const std::uint32_t> numbers);
    [[nodiscard]] base::Result<std::string> nameText(std::uint32_t number);
    [[nodiscard]] base::Result<std::map<std::uint32_t, std::string>> longHistories(base::RunNo run);
    [[nodiscard]] base::Result<std::map<std::uint32_t, domain::Extent>> fetchedExtents(
        base::RunNo run);
    [[nodiscard]] base::Result<StoredHistory> describeHistory(
        base::RunNo run, std::uint32_t name,
        const std::function<base::Result<void>(StoredHistory&)>& take);
    base::Result<void> fillTexts(RunDetails& details);
    base::Result<void> fillMetrics(RunDetails& details);

    sql::Database m_database;
    std::shared_ptr<HistoryConnections> m_histories;
};

}  // namespace podium::cache
