// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sourcereader.h"
#include "app/cli/words.h"

#include "app/cli/console.h"
#include "stores/kinds/kinds.h"
#include "sync/histories.h"
#include "views/text/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace podium::app {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr std::size_t ListedProblems = 20;

}  // namespace

SourceReader::SourceReader(const Options& options, bool full) : m_network(options) {
    m_failure = open(options, {.full = full, .runIds = {}, .threads = 0});
}

SourceReader::SourceReader(const Options& options, std::string model) : m_network(options) {
    m_failure =
        open(options, {.full = true, .runIds = {}, .threads = 0, .models = {std::move(model)}});
}

std::optional<int> SourceReader::open(const Options& options, const sync::SyncOptions& what) {
    const std::string source = options.source().toStdString();
    // A folder first: a mistyped path must not leave a cache behind. How to reach a server stands
    // in the cache.
    const bool overNetwork = stores::isNetworkSource(source);
    if (!overNetwork) {
        if (const auto code = openStore(source))
            return code;
    }
    if (const auto code = openCache(options))
        return code;
    if (overNetwork) {
        if (const auto code = openStore(source))
            return code;
    }
    base::Progress progress;
    {
        const ProgressBar bar(progress);
        const Result<sync::SyncReport> synced =
            sync::sync(*m_store, *m_cache, what, progress, stop());
        if (!synced.ok())
            return ended(synced);
        m_report = synced.value();
    }
    Result<cache::Reader> reader = m_cache->reader();
    if (!reader.ok())
        return ended(reader);
    m_reader = std::move(reader).value();
    Result<std::optional<cache::SourceRow>> row = m_reader->sourceAt(m_store->info().location);
    if (!row.ok())
        return ended(row);
    m_source = row.value().value_or(cache::SourceRow{});
    return std::nullopt;
}

std::optional<int> SourceReader::openCache(const Options& options) {
    Result<std::unique_ptr<cache::Cache>> opened =
        cache::Cache::open(options.cacheFile(), base::systemClock());
    if (!opened.ok())
        return ended(opened);
    m_cache = std::move(opened).value();
    if (m_cache->setAside())
        complain(base::Error{base::ErrorCode::CacheDamaged,
                             {m_cache->file().string(), m_cache->setAside()->string()}});
    return std::nullopt;
}

/// What a person set for a source over a network, "" if it is new.
Result<std::string> SourceReader::settingsOf(const std::string& source) {
    const Result<std::string> location = stores::networkLocation(source);
    PODIUM_TRY(std::string, location);
    Result<cache::Reader> reader = m_cache->reader();
    PODIUM_TRY(std::string, reader);
    const Result<std::optional<cache::SourceRow>> row = reader.value().sourceAt(location.value());
    PODIUM_TRY(std::string, row);
    return row.value() ? row.value()->settings : std::string();
}

std::optional<int> SourceReader::openStore(const std::string& source) {
    stores::OpenContext context;
    if (stores::isNetworkSource(source)) {
        const Result<std::string> settings = settingsOf(source);
        if (!settings.ok())
            return ended(settings);
        context = m_network.context(settings.value());
    }
    Result<std::unique_ptr<stores::Store>> store = stores::openStore(source, context);
    if (!store.ok())
        return ended(store);
    m_store = std::move(store).value();
    return std::nullopt;
}

Result<void> SourceReader::fetchHistories(std::span<const base::RunNo> runs,
                                          const std::string& key) {
    if (m_store->remote() == nullptr)
        return {};
    Result<std::vector<cache::MissingHistories>> missing = reader().missingHistories(runs);
    PODIUM_TRY(void, missing);
    if (!key.empty()) {
        for (cache::MissingHistories& entry : missing.value())
            std::erase_if(entry.keys, [&](const std::string& name) { return name != key; });
        std::erase_if(missing.value(), [](const auto& entry) { return entry.keys.empty(); });
    }
    base::Progress progress;
    const ProgressBar bar(progress);
    const Result<sync::HistoryReport> fetched = sync::fetchHistories(
        *m_store->remote(), *m_cache, missing.value(), false, progress, stop());
    PODIUM_TRY(void, fetched);
    return {};
}

Result<session::ArtifactPlace> SourceReader::placeOf(const cache::RunDetails& run) const {
    return session::placeOf(run, m_source, m_store);
}

Result<session::ArtifactPlace> SourceReader::placeOf(const domain::ModelVersion& version,
                                                     std::string& below) {
    using Place = session::ArtifactPlace;
    if (m_source.kind == "databricks") {
        Place place;
        const std::string uri = "models:/" + version.name + '/' + std::to_string(version.version);
        place.remote = artifacts::RemoteOwner{m_source.sourceNo,
                                              m_source.location,
                                              {{}, uri, version.storageLocation},
                                              m_store,
                                              m_source.offline};
        return place;
    }
    // "…/RUN_ID/artifacts/model" and "runs:/RUN_ID/model" say both.
    for (const std::string& before :
         {version.runId + "/artifacts/", "runs:/" + version.runId + '/'}) {
        const std::size_t at = version.source.find(before);
        if (version.runId.empty() || at == std::string::npos)
            continue;
        const auto runs = runsBeginning(version.runId);
        if (runs.size() != 1)
            break;
        const Result<std::optional<cache::RunDetails>> run = reader().run(runs.front().second);
        PODIUM_TRY(Place, run);
        if (!run.value())
            break;
        below = version.source.substr(at + before.size());
        return placeOf(*run.value());
    }
    return Error{ErrorCode::ArtifactUnreachable, {version.source}};
}

Result<artifacts::Listing> SourceReader::listArtifacts(const cache::RunDetails& run) {
    using artifacts::Listing;
    const Result<session::ArtifactPlace> place = placeOf(run);
    PODIUM_TRY(Listing, place);
    if (place.value().remote)
        return remoteArtifacts().listAll(*place.value().remote, {}, stop());
    if (place.value().how == artifacts::Resolved::How::Nothing)
        return Listing{};
    return artifacts::listAll(place.value().folder, {}, stop());
}

artifacts::RemoteArtifacts& SourceReader::remoteArtifacts() {
    if (!m_artifacts)
        m_artifacts = m_network.artifacts(*m_cache);
    return *m_artifacts;
}

int SourceReader::ended(const Result<void>& result) const {
    if (result.cancelled()) {
        complain(CommandLine::tr("Stopped. What was read so far is in the cache."));
        return ExitCancelled;
    }
    complain(result.error());
    return ExitSource;
}

int SourceReader::done() {
    const Result<std::vector<cache::StoredProblem>> problems = reader().problems(m_source.sourceNo);
    if (!problems.ok())
        return ended(problems);
    const std::size_t count = problems.value().size();
    for (std::size_t i = 0; i < std::min(count, ListedProblems); ++i)
        complain(problems.value()[i].problem.error);
    if (count > ListedProblems)
        complain(CommandLine::tr("%1 more: see podium problems")
                     .arg(static_cast<qulonglong>(count - ListedProblems)));
    return count == 0 ? ExitDone : ExitProblems;
}

std::vector<std::pair<std::string, base::RunNo>> SourceReader::runsBeginning(
    const std::string& prefix) {
    std::vector<std::pair<std::string, base::RunNo>> found;
    const Result<std::vector<cache::ExperimentRow>> experiments =
        reader().experiments(m_source.sourceNo);
    if (!experiments.ok())
        return found;
    for (const cache::ExperimentRow& experiment : experiments.value()) {
        const Result<void> read =
            reader().runs(experiment.experimentNo, stop(), [&](const cache::RunRow& run) {
                if (!run.vanished && run.runId.starts_with(prefix))
                    found.emplace_back(run.runId, run.runNo);
            });
        if (!read.ok())
            return {};
    }
    return found;
}

std::optional<base::RunNo> SourceReader::findRun(const QString& runId) {
    const std::string wanted = runId.toStdString();
    const auto found = runsBeginning(wanted);
    for (const auto& [id, number] : found) {
        if (id == wanted)
            return number;
    }
    if (found.size() == 1)
        return found.front().second;
    if (found.empty())
        complain(CommandLine::tr("There is no run %1 in %2.")
                     .arg(runId, views::oneLine(m_source.location)));
    else
        complain(CommandLine::tr("%1 runs begin with %2: write more of the id.")
                     .arg(static_cast<qulonglong>(found.size()))
                     .arg(runId));
    return std::nullopt;
}

/// The number of the version with this alias, 0 if there is none.
Result<std::int64_t> SourceReader::aliasedVersion(const std::string& name,
                                                  const std::string& alias) {
    const Result<std::vector<domain::RegisteredModel>> models =
        reader().registeredModels(m_source.sourceNo);
    PODIUM_TRY(std::int64_t, models);
    for (const domain::RegisteredModel& model : models.value()) {
        const auto found = std::ranges::find(model.aliases, alias, &domain::Alias::alias);
        if (model.name == name && found != model.aliases.end())
            return found->version;
    }
    return std::int64_t{0};
}

std::optional<domain::ModelVersion> SourceReader::findVersion(const QString& uri) {
    const std::string rest = uri.section(u'/', 1).toStdString();
    const std::size_t between = std::min(rest.find_last_of("/@"), rest.size());
    const std::string name = rest.substr(0, between);
    const std::string which = rest.substr(std::min(between + 1, rest.size()));
    const bool byAlias = between < rest.size() && rest[between] == '@';
    const Result<std::int64_t> number =
        byAlias ? aliasedVersion(name, which) : QString::fromStdString(which).toLongLong();
    const Result<std::vector<domain::ModelVersion>> versions =
        reader().modelVersions(m_source.sourceNo, name);
    if (!number.ok() || !versions.ok()) {
        complain(number.ok() ? versions.error() : number.error());
        return std::nullopt;
    }
    const auto found =
        std::ranges::find(versions.value(), number.value(), &domain::ModelVersion::version);
    if (found != versions.value().end())
        return *found;
    complain(CommandLine::tr("There is no version %1 in %2.")
                 .arg(uri, views::oneLine(m_source.location)));
    return std::nullopt;
}

}  // namespace podium::app
