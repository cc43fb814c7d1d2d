// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/versionfiles.h"

#include "artifacts/open.h"
#include "artifacts/resolve.h"

#include <algorithm>

namespace podium::session {

using base::Error;
using base::ErrorCode;
using base::Result;
using domain::LoggedModel;
using domain::ModelVersion;
using Shared = std::shared_ptr<const VersionFiles>;

namespace {

constexpr std::int64_t LargestText = std::int64_t{4} << 20;

std::string readText(const std::filesystem::path& root, const std::string& path) {
    const auto file = artifacts::File::open(root, path);
    if (!file.ok() || file.value()->size() > LargestText)
        return {};
    Result<std::string> text =
        file.value()->read(0, static_cast<std::size_t>(file.value()->size()));
    return text.ok() ? std::move(text).value() : std::string();
}

/// The id of a logged model: as the version has it, or in its source.
std::string loggedModelId(const ModelVersion& version) {
    if (!version.modelId.empty())
        return version.modelId;
    for (const std::string* place : {&version.source, &version.storageLocation}) {
        const std::size_t at = std::max(place->rfind("/m-"), place->rfind("models:/m-"));
        if (at == std::string::npos)
            continue;
        const std::size_t from = place->find("m-", at);
        return place->substr(from, place->find('/', from) - from);
    }
    return {};
}

struct Asked {
    base::SourceNo source;
    ModelVersion version;
    base::RunNo run;
    OpenStores stores;
};

Result<ArtifactPlace> placeOfModel(const LoggedModel& model, const cache::SourceRow& source,
                                   const OpenStores& stores) {
    if (isServer(source.kind)) {
        ArtifactPlace place;
        const auto open = stores.find(source.sourceNo);
        artifacts::RemoteOwner remote{source.sourceNo,
                                      source.location,
                                      {{}, model.modelId, model.artifactLocation},
                                      open != stores.end() ? open->second : nullptr,
                                      source.offline};
        remote.offline = remote.offline || !remote.store || remote.store->remote() == nullptr;
        place.remote = std::move(remote);
        return place;
    }
    Result<artifacts::Resolved> resolved = artifacts::resolve(
        {model.artifactLocation, model.experimentId, model.modelId, source.root, model.folder});
    PODIUM_TRY(ArtifactPlace, resolved);
    ArtifactPlace place;
    place.folder = resolved.value().folder;
    place.how = resolved.value().how;
    return place;
}

/// The place of a logged model; nothing where the version is of none, or the cache has not got it.
Result<std::optional<Result<ArtifactPlace>>> loggedPlace(cache::Reader& reader,
                                                         const Asked& asked) {
    using Found = std::optional<Result<ArtifactPlace>>;
    const std::string id = loggedModelId(asked.version);
    if (id.empty())
        return Found();
    const Result<std::vector<LoggedModel>> models = reader.loggedModels(asked.source);
    PODIUM_TRY(Found, models);
    const auto model = std::ranges::find(models.value(), id, &LoggedModel::modelId);
    const Result<std::vector<cache::SourceRow>> sources = reader.sources();
    PODIUM_TRY(Found, sources);
    const auto source =
        std::ranges::find(sources.value(), asked.source, &cache::SourceRow::sourceNo);
    if (model == models.value().end() || source == sources.value().end())
        return Found();
    return Found(placeOfModel(*model, *source, asked.stores));
}

void readFiles(VersionFiles& files) {
    if (!files.place.ok() || files.place.value().remote ||
        files.place.value().how == artifacts::Resolved::How::Nothing)
        return;
    const std::filesystem::path& root = files.place.value().folder;
    const std::string prefix = files.folder.empty() ? "" : files.folder + '/';
    const std::string mlmodel = readText(root, prefix + "MLmodel");
    if (!mlmodel.empty())
        files.facts = artifacts::readModelFacts(mlmodel);
    files.requirements = readText(root, prefix + "requirements.txt");
    files.python = artifacts::readPythonEnvironment(readText(root, prefix + "python_env.yaml"));
}

Result<Shared> load(cache::Cache& cache, const Asked& asked) {
    Result<cache::Reader> reader = cache.reader();
    PODIUM_TRY(Shared, reader);
    auto files = std::make_shared<VersionFiles>();
    Result<std::vector<cache::ObservedSpan>> observed =
        reader.value().observed(asked.source, asked.version.name);
    PODIUM_TRY(Shared, observed);
    for (cache::ObservedSpan& span : observed.value()) {
        if (span.version == asked.version.version)
            files->observed.push_back(std::move(span));
    }
    Result<std::optional<Result<ArtifactPlace>>> logged = loggedPlace(reader.value(), asked);
    PODIUM_TRY(Shared, logged);
    if (logged.value()) {
        files->place = *logged.value();
        readFiles(*files);
        return Shared(std::move(files));
    }
    Result<std::optional<cache::RunDetails>> run = std::optional<cache::RunDetails>();
    if (asked.run.valid())
        run = reader.value().run(asked.run);
    PODIUM_TRY(Shared, run);
    if (!run.value()) {
        files->place = Error{ErrorCode::ArtifactNotFound, {asked.version.source}};
        return Shared(std::move(files));
    }
    files->place = placeOf(*run.value(), reader.value(), asked.stores);
    const std::string runId = run.value()->run.runId;
    for (const std::string* from : {&asked.version.source, &asked.version.storageLocation}) {
        if (const auto folder = folderInRun(*from, runId); folder && files->folder.empty())
            files->folder = *folder;
    }
    readFiles(*files);
    return Shared(std::move(files));
}

}  // namespace

std::optional<std::string> folderInRun(const std::string& source, const std::string& runId) {
    if (runId.empty())
        return std::nullopt;
    const bool isRunUri = source.starts_with("runs:/");
    const std::string mark = isRunUri ? runId + '/' : runId + "/artifacts/";
    const std::size_t at = source.find(mark);
    if (at == std::string::npos)
        return std::nullopt;
    std::string folder = isRunUri ? source.substr(at + mark.size())
                                  : artifacts::readPlace(source.substr(at + mark.size())).path;
    while (folder.ends_with('/'))
        folder.pop_back();
    return artifacts::isSafePath(folder) ? std::optional(folder) : std::nullopt;
}

VersionFilesLoader::VersionFilesLoader(cache::Cache& cache, jobs::JobEngine& engine,
                                       QObject* parent)
    : QObject(parent), m_cache(cache), m_slot(engine, this) {}

void VersionFilesLoader::setVersion(base::SourceNo source, ModelVersion version, base::RunNo run) {
    m_current = nullptr;
    Asked asked{source, std::move(version), run, m_stores()};
    m_slot.start([&cache = m_cache, asked = std::move(asked)](
                     std::stop_token, base::Progress&) { return load(cache, asked); },
                 [this](Result<Shared> result) {
                     if (result.ok()) {
                         m_current = std::move(result).value();
                     } else {
                         auto files = std::make_shared<VersionFiles>();
                         files->place = result.error();
                         m_current = std::move(files);
                     }
                     Q_EMIT changed();
                 });
}

void VersionFilesLoader::clear() {
    m_slot.cancel();
    m_current = nullptr;
    Q_EMIT changed();
}

}  // namespace podium::session
