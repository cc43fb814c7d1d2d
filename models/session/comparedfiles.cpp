// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/comparedfiles.h"

#include "artifacts/listing.h"
#include "artifacts/open.h"
#include "artifacts/resolve.h"
#include "base/sha256.h"
#include "session/relinks.h"

#include <algorithm>
#include <set>

namespace podium::session {

using artifacts::Resolved;
using base::Result;

namespace {

constexpr std::size_t MostFiles = 20'000;
constexpr std::int64_t LargestText = std::int64_t{4} << 20;
constexpr std::size_t HashBlock = std::size_t{1} << 20;

/// A folder of artifacts: the run's own, or that of a logged model it made.
struct Folder {
    std::filesystem::path root;
    std::string prefix;  // before each path
};

/// A listed file and where it lies, while files are hashed.
struct Place {
    std::filesystem::path root;
    std::string raw;
};

using Places = std::map<std::pair<std::size_t, std::string>, Place>;

std::string readWhole(const Place& place) {
    const auto file = artifacts::File::open(place.root, place.raw);
    if (!file.ok() || file.value()->size() > LargestText)
        return {};
    Result<std::string> text =
        file.value()->read(0, static_cast<std::size_t>(file.value()->size()));
    return text.ok() ? std::move(text).value() : std::string();
}

std::string hashOf(const Place& place, const std::stop_token& stop) {
    const auto file = artifacts::File::open(place.root, place.raw);
    if (!file.ok())
        return {};
    base::Sha256 hash;
    for (std::int64_t at = 0; at < file.value()->size();) {
        Result<std::string> block = file.value()->read(at, HashBlock);
        if (!block.ok() || block.value().empty() || stop.stop_requested())
            return {};
        hash.add(block.value());
        at += static_cast<std::int64_t>(block.value().size());
    }
    return base::hexadecimal(hash.finish());
}

void addPackages(ComparedRun& run, const std::vector<artifacts::Requirement>& found,
                 const std::string& path) {
    if (found.empty())
        return;
    run.packageFiles.push_back(path);
    artifacts::addPackages(run.packages, found);
}

std::string_view lastPart(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
}

void readKnownFile(ComparedRun& run, const std::string& path, const Place& place) {
    const std::string_view name = lastPart(path);
    if (name == "requirements.txt")
        addPackages(run, artifacts::readRequirements(readWhole(place)), path);
    else if (name == "python_env.yaml")
        addPackages(run, artifacts::readPythonEnvironment(readWhole(place)), path);
    else if (name == "conda.yaml")
        addPackages(run, artifacts::readCondaEnvironment(readWhole(place)), path);
    else if (name == "MLmodel")
        run.models.push_back({path.substr(0, path.size() - std::min(path.size(), name.size() + 1)),
                              artifacts::readModelFacts(readWhole(place))});
}

void listFolder(ComparedRun& run, std::size_t number, const Folder& folder, Places& places,
                const std::stop_token& stop) {
    artifacts::ListBounds bounds;
    bounds.entries = MostFiles;
    Result<artifacts::Listing> listing = artifacts::listAll(folder.root, bounds, stop);
    if (!listing.ok()) {
        if (listing.failed() && !run.filesError)
            run.filesError = listing.error();
        return;
    }
    run.filesCut = run.filesCut || listing.value().truncated;
    for (const artifacts::Entry& entry : listing.value().entries) {
        if (entry.isFolder || entry.problem)
            continue;
        const std::string path = folder.prefix + entry.path;
        run.files.push_back({path, entry.size, {}, folder.root, entry.raw});
        const Place place{folder.root, entry.raw};
        readKnownFile(run, path, place);
        places.emplace(std::pair(number, path), place);
    }
}

/// The run's own folder, then those of its logged models (MLflow 3 keeps models apart).
std::vector<Folder> foldersOf(ComparedRun& run, const std::vector<domain::LoggedModel>& models,
                              const std::vector<artifacts::RelinkRule>& rules) {
    std::vector<Folder> folders;
    const domain::Run& own = run.details.run;
    const auto add = [&](const artifacts::Owner& owner, const std::string& prefix) {
        const Result<Resolved> found = artifacts::resolve(owner);
        if (found.ok() && found.value().how != Resolved::How::Nothing)
            folders.push_back({found.value().folder, prefix});
        else if (found.failed() && !run.filesError)
            run.filesError = found.error();
    };
    add({own.artifactUri, own.experimentId, own.runId, run.details.sourceRoot, own.folder, rules},
        "");
    for (const domain::LoggedModel& model : models) {
        if (model.sourceRunId == own.runId && model.lifecycle == domain::Lifecycle::Active)
            add({model.artifactLocation, model.experimentId, model.modelId, run.details.sourceRoot,
                 model.folder, rules},
                model.name + '/');
    }
    return folders;
}

/// Hashes files whose path and size several runs share: only those may be the same.
void hashCandidates(ComparedRuns& compared, const Places& places, const std::stop_token& stop) {
    std::map<std::pair<std::string, std::int64_t>, int> seen;
    for (const ComparedRun& run : compared.runs) {
        for (const ComparedFile& file : run.files)
            ++seen[{file.path, file.size}];
    }
    for (std::size_t i = 0; i < compared.runs.size(); ++i) {
        for (ComparedFile& file : compared.runs[i].files) {
            if (stop.stop_requested())
                return;
            const auto place = places.find({i, file.path});
            if (file.size <= RunComparer::HashBytes && seen[{file.path, file.size}] > 1 &&
                place != places.end())
                file.sha256 = hashOf(place->second, stop);
        }
    }
}

}  // namespace

void loadComparedFiles(cache::Reader& reader, ComparedRuns& compared,
                       const std::filesystem::path& relinks, const std::stop_token& stop) {
    std::map<base::SourceNo, std::vector<artifacts::RelinkRule>> rules;
    if (const auto sources = reader.sources(); sources.ok()) {
        for (const cache::SourceRow& source : sources.value())
            rules[source.sourceNo] = readRelinks(relinks, source.location);
    }
    std::map<base::SourceNo, std::vector<domain::LoggedModel>> models;
    Places places;
    for (std::size_t i = 0; i < compared.runs.size() && !stop.stop_requested(); ++i) {
        ComparedRun& run = compared.runs[i];
        if (!models.contains(run.details.sourceNo)) {
            Result<std::vector<domain::LoggedModel>> read =
                reader.loggedModels(run.details.sourceNo);
            models[run.details.sourceNo] =
                read.ok() ? std::move(read).value() : std::vector<domain::LoggedModel>();
        }
        for (const Folder& folder :
             foldersOf(run, models[run.details.sourceNo], rules[run.details.sourceNo]))
            listFolder(run, i, folder, places, stop);
        std::ranges::sort(run.files, {}, &ComparedFile::path);
        const auto doubles = std::ranges::unique(run.files, {}, &ComparedFile::path);
        run.files.erase(doubles.begin(), doubles.end());
    }
    hashCandidates(compared, places, stop);
}

}  // namespace podium::session
