// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/dumpregistry.h"
#include "app/cli/dumprun.h"
#include "app/cli/options.h"
#include "app/cli/sourcereader.h"
#include "app/cli/words.h"
#include "podium_version.h"
#include "views/text/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace podium::app {

using base::Result;

namespace {

constexpr std::int64_t DumpFormat = 1;

/// Writes the document piece by piece: one run is the most that is in memory.
class Dump {
public:
    Dump(SourceReader& source, const DumpScope& scope, Output& output)
        : m_source(source), m_scope(scope), m_output(output) {}

    [[nodiscard]] Result<void> write() {
        m_json.beginObject();
        m_json.key("podium").value(program::version);
        m_json.key("dump").value(DumpFormat);
        m_json.key("source").beginObject();
        m_json.key("kind").value(m_source.source().kind);
        m_json.key("location").value(m_source.source().location);
        m_json.key("synced_at").value(m_source.source().syncedAt);
        m_json.endObject();
        PODIUM_TRY(void, experiments());
        PODIUM_TRY(void, runs());
        PODIUM_TRY(void, dumpRegistry(m_source.reader(), m_source.source().sourceNo, m_json));
        // Traces are read in a later version; the list is there so that its readers need no case.
        m_json.newLine().key("traces").beginArray().endArray();
        PODIUM_TRY(void, problems());
        m_json.endObject();
        m_output.write(m_json.take() + "\n");
        return {};
    }

private:
    Result<void> experiments() {
        Result<std::vector<cache::ExperimentRow>> rows =
            m_source.reader().experiments(m_source.source().sourceNo);
        PODIUM_TRY(void, rows);
        m_experiments = std::move(rows).value();
        m_json.newLine().key("experiments").beginArray();
        for (const cache::ExperimentRow& row : m_experiments) {
            if (!row.vanished)
                experiment(row.experiment);
        }
        m_json.endArray();
        return {};
    }

    void experiment(const domain::Experiment& experiment) {
        m_json.newLine().beginObject();
        m_json.key("experiment_id").value(experiment.experimentId);
        m_json.key("name").value(experiment.name);
        m_json.key("lifecycle_stage").value(domain::lifecycleName(experiment.lifecycle));
        m_json.key("artifact_location").value(experiment.artifactLocation);
        m_json.key("creation_time").value(experiment.creationTime);
        m_json.key("last_update_time").value(experiment.lastUpdateTime);
        m_json.key("tags");
        writeTags(experiment.tags, m_json);
        m_json.endObject();
    }

    Result<void> runs() {
        std::vector<std::pair<std::string, base::RunNo>> present;
        for (const cache::ExperimentRow& row : m_experiments) {
            PODIUM_TRY(void, m_source.reader().runs(
                                 row.experimentNo, m_source.stop(), [&](const cache::RunRow& run) {
                                     if (!run.vanished)
                                         present.emplace_back(run.runId, run.runNo);
                                 }));
        }
        std::ranges::sort(present);
        PODIUM_TRY(void, fetchHistories(present));
        m_json.newLine().key("runs").beginArray();
        for (const auto& [id, number] : present) {
            if (m_source.stop().stop_requested())
                return base::Cancelled{};
            m_json.newLine();
            PODIUM_TRY(void, dumpRun(m_source.reader(), number, m_scope, m_json));
            m_output.write(m_json.take());
        }
        m_json.endArray();
        return {};
    }

    /// Servers give histories one by one, so a sync leaves them out.
    Result<void> fetchHistories(const std::vector<std::pair<std::string, base::RunNo>>& runs) {
        if (!m_scope.history)
            return {};
        std::vector<base::RunNo> numbers;
        numbers.reserve(runs.size());
        for (const auto& [id, number] : runs)
            numbers.push_back(number);
        return m_source.fetchHistories(numbers);
    }

    Result<void> problems() {
        const Result<std::vector<cache::StoredProblem>> problems =
            m_source.reader().problems(m_source.source().sourceNo);
        PODIUM_TRY(void, problems);
        m_json.newLine().key("problems").beginArray();
        for (const cache::StoredProblem& stored : problems.value()) {
            m_json.newLine().beginObject();
            m_json.key("path").value(stored.problem.path);
            m_json.key("code").value(base::codeName(stored.problem.error.code));
            m_json.key("message").value(views::describe(stored.problem.error).toStdString());
            m_json.endObject();
        }
        m_json.endArray();
        return {};
    }

    SourceReader& m_source;
    const DumpScope m_scope;
    Output& m_output;
    JsonWriter m_json;
    std::vector<cache::ExperimentRow> m_experiments;
};

}  // namespace

int dumpCommand(const QStringList& arguments) {
    Options options(
        QStringLiteral("dump"),
        CommandLine::tr(
            "Prints all that is known of a source after a sync, as one JSON document."));
    options.addValue(QStringLiteral("out"), QStringLiteral("FILE"),
                     CommandLine::tr("Write to this file instead of the standard output."));
    options.addFlag(QStringLiteral("no-history"),
                    CommandLine::tr("Leave out the points of the metrics."));
    options.addFlag(QStringLiteral("no-artifacts"),
                    CommandLine::tr("Leave out the lists of artifacts."));
    if (const auto ended = options.read(arguments))
        return *ended;
    SourceReader source(options);
    if (source.failure())
        return *source.failure();

    const QString file = options.value(QStringLiteral("out"));
    const auto output = file.isEmpty() || file == QLatin1String("-")
                            ? std::make_unique<Output>()
                            : std::make_unique<Output>(file.toStdString());
    DumpScope scope{!options.has(QStringLiteral("no-history")),
                    !options.has(QStringLiteral("no-artifacts"))};
    scope.list = [&source](const cache::RunDetails& run) { return source.listArtifacts(run); };
    const Result<void> written = Dump(source, scope, *output).write();
    if (!written.ok())
        return source.ended(written);
    if (const auto error = output->finish()) {
        complain(*error);
        return ExitSource;
    }
    return source.done();
}

}  // namespace podium::app
