// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/versionfacts.h"

#include "artifacts/environment.h"
#include "artifacts/listing.h"
#include "artifacts/open.h"
#include "artifacts/remotelisting.h"
#include "artifacts/resolve.h"
#include "base/sha256.h"

#include <algorithm>
#include <functional>
#include <optional>

namespace podium::session {

using base::Result;
using registry::Gap;
using registry::VersionFacts;

namespace {

constexpr std::size_t MostFiles = 20'000;
constexpr std::int64_t LargestText = std::int64_t{4} << 20;
constexpr std::int64_t LargestHashed = std::int64_t{8} << 20;  // a file
constexpr std::int64_t MostHashed = std::int64_t{128} << 20;   // of a version
constexpr std::size_t HashBlock = std::size_t{1} << 20;

/// Whose artifacts the model's files are, and below which folder of them.
struct Owner {
    std::string id;                               // run or logged model
    const domain::LoggedModel* logged = nullptr;  // or else the run
    std::string prefix;                           // "" or ends in "/"
};

bool isModelId(std::string_view text) {
    return text.size() == 34 && text.starts_with("m-") &&
           text.find_first_not_of("0123456789abcdef", 2) == std::string_view::npos;
}

/// The logged model that one of the parts of the place names, "" if there is none.
std::string modelIdIn(std::string_view place) {
    while (!place.empty()) {
        const std::size_t end = std::min(place.find('/'), place.size());
        if (isModelId(place.substr(0, end)))
            return std::string(place.substr(0, end));
        place.remove_prefix(std::min(end + 1, place.size()));
    }
    return {};
}

/// Where in the run's artifacts a place is; nothing if it is not in them.
std::optional<std::string> pathInRun(const std::string& uri, const std::string& runId) {
    const std::string inUri = "runs:/" + runId + '/';
    if (uri.starts_with(inUri))
        return uri.substr(inUri.size());
    const std::string path = artifacts::readPlace(uri).path;
    const std::string marker = '/' + runId + "/artifacts/";
    const std::size_t at = path.rfind(marker);
    if (runId.empty() || at == std::string::npos)
        return std::nullopt;
    return path.substr(at + marker.size());
}

std::optional<Owner> ownerOf(const domain::ModelVersion& version,
                             const std::vector<domain::LoggedModel>& models) {
    std::string modelId = version.modelId;
    for (const std::string* place : {&version.source, &version.storageLocation}) {
        if (modelId.empty())
            modelId = modelIdIn(*place);
    }
    if (!modelId.empty()) {
        const auto found = std::ranges::find(models, modelId, &domain::LoggedModel::modelId);
        return Owner{modelId, found == models.end() ? nullptr : &*found, {}};
    }
    for (const std::string* place : {&version.storageLocation, &version.source}) {
        if (std::optional<std::string> path = pathInRun(*place, version.runId)) {
            while (path->ends_with('/'))
                path->pop_back();
            return Owner{version.runId, nullptr, path->empty() ? std::string() : *path + '/'};
        }
    }
    return std::nullopt;
}

/// One file whose content may be read.
struct Content {
    std::filesystem::path root;
    std::string raw;
};

std::string readWhole(const Content& content) {
    const auto file = artifacts::File::open(content.root, content.raw);
    if (!file.ok() || file.value()->size() > LargestText)
        return {};
    Result<std::string> text =
        file.value()->read(0, static_cast<std::size_t>(file.value()->size()));
    return text.ok() ? std::move(text).value() : std::string();
}

std::string hashOf(const Content& content, const std::stop_token& stop) {
    const auto file = artifacts::File::open(content.root, content.raw);
    if (!file.ok())
        return {};
    base::Sha256 hash;
    for (std::int64_t at = 0; at < file.value()->size();) {
        const Result<std::string> block = file.value()->read(at, HashBlock);
        if (!block.ok() || block.value().empty() || stop.stop_requested())
            return {};
        hash.add(block.value());
        at += static_cast<std::int64_t>(block.value().size());
    }
    return base::hexadecimal(hash.finish());
}

/// What the known files directly in the model's folder say.
class KnownFiles {
public:
    explicit KnownFiles(VersionFacts& facts) : m_facts(facts) {}

    /// `content` is asked for files that are known alone; nothing where it is not here.
    void take(const std::string& path, const std::function<std::optional<Content>()>& content) {
        const bool packages =
            path == "requirements.txt" || path == "conda.yaml" || path == "python_env.yaml";
        if (!packages && path != "MLmodel")
            return;
        (packages ? m_packagesThere : m_modelThere) = true;
        const std::optional<Content> found = content();
        if (!found)
            return;
        const std::string text = readWhole(*found);
        if (path == "MLmodel")
            takeModel(text);
        else if (path == "requirements.txt")
            takePackages(path, artifacts::readRequirements(text));
        else if (path == "conda.yaml")
            takePackages(path, artifacts::readCondaEnvironment(text));
        else
            takePackages(path, artifacts::readPythonEnvironment(text));
    }

    /// `gap`: why files are not known at all, if they are not.
    void finish(Gap gap) {
        m_facts.filesGap = gap;
        const auto gapOf = [gap](bool there) {
            if (gap != Gap::None)
                return gap;
            return there ? Gap::FilesNotHere : Gap::NoFile;
        };
        if (m_facts.packagesGap != Gap::None)
            m_facts.packagesGap = gapOf(m_packagesThere);
        if (m_facts.signatureGap != Gap::None)
            m_facts.signatureGap = gapOf(m_modelThere);
    }

private:
    void takeModel(const std::string& text) {
        std::optional<domain::Signature> signature = artifacts::readSignature(text);
        if (!signature)
            return;
        m_facts.signature = *std::move(signature);
        m_facts.signatureGap = Gap::None;
    }
    void takePackages(const std::string& path, const std::vector<artifacts::Requirement>& found) {
        m_facts.packagesGap = Gap::None;
        if (!found.empty())
            m_facts.packageFiles.push_back(path);
        artifacts::addPackages(m_facts.packages, found);
    }

    VersionFacts& m_facts;
    bool m_packagesThere = false;
    bool m_modelThere = false;
};

std::optional<std::filesystem::path> folderOf(const Owner& owner, const cache::SourceRow& source,
                                              const std::optional<cache::RunDetails>& run) {
    artifacts::Owner whole;
    if (owner.logged != nullptr)
        whole = {owner.logged->artifactLocation, owner.logged->experimentId, owner.id, source.root,
                 owner.logged->folder};
    else if (run && run->run.runId == owner.id)
        whole = {run->run.artifactUri, run->run.experimentId, owner.id, source.root,
                 run->run.folder};
    else
        return std::nullopt;
    const Result<artifacts::Resolved> found = artifacts::resolve(whole);
    if (!found.ok() || found.value().how == artifacts::Resolved::How::Nothing)
        return std::nullopt;
    return found.value().folder;
}

/// Files of this machine. Everything below the owner's folder is listed, as the way into it is
/// guarded from its root on.
Gap listLocal(const std::filesystem::path& root, const std::string& prefix, VersionFacts& facts,
              KnownFiles& known, const std::stop_token& stop) {
    artifacts::ListBounds bounds;
    bounds.entries = MostFiles;
    const Result<artifacts::Listing> listing = artifacts::listAll(root, bounds, stop);
    if (!listing.ok())
        return Gap::FilesGone;
    facts.filesCut = listing.value().truncated;
    std::int64_t hashed = 0;
    for (const artifacts::Entry& entry : listing.value().entries) {
        if (entry.isFolder || entry.problem || !entry.path.starts_with(prefix))
            continue;
        const Content content{root, entry.raw};
        registry::FileFacts file{entry.path.substr(prefix.size()), entry.size};
        if (entry.size <= LargestHashed && hashed + entry.size <= MostHashed) {
            file.sha256 = hashOf(content, stop);
            hashed += entry.size;
        }
        known.take(file.path, [&] { return std::optional(content); });
        facts.files.push_back(std::move(file));
    }
    return facts.files.empty() ? Gap::FilesGone : Gap::None;
}

/// What was listed and fetched of a server's files.
class RemoteFiles {
public:
    RemoteFiles(cache::Cache& cache, cache::Reader& reader, base::SourceNo source,
                const Owner& owner)
        : m_cache(cache), m_reader(reader), m_source(source), m_owner(owner) {}

    Gap list(VersionFacts& facts, KnownFiles& known) {
        std::map<std::string, registry::FileFacts> files;
        std::string folder = m_owner.prefix;
        if (!folder.empty())
            folder.pop_back();
        const bool listed = listFolder(folder, files, facts);
        const auto fetched = m_reader.remoteFiles(m_source, m_owner.id);
        if (fetched.ok()) {
            for (const cache::StoredFile& file : fetched.value()) {
                if (file.path.starts_with(m_owner.prefix)) {
                    const std::string path = file.path.substr(m_owner.prefix.size());
                    files[path] = {path, file.size, file.digest};
                }
            }
        }
        if (!listed)
            facts.filesCut = !files.empty();
        for (auto& [path, file] : files) {
            const std::string whole = m_owner.prefix + path;
            known.take(path, [&] { return contentOf(whole); });
            facts.files.push_back(std::move(file));
        }
        return listed || !facts.files.empty() ? Gap::None : Gap::FilesNotHere;
    }

private:
    bool listFolder(const std::string& folder, std::map<std::string, registry::FileFacts>& files,
                    VersionFacts& facts) {
        const auto stored = m_reader.remoteFolder(m_source, m_owner.id, folder);
        if (!stored.ok() || !stored.value())
            return false;
        for (const artifacts::ListedFile& file :
             artifacts::listingFromJson(stored.value()->document)) {
            if (files.size() >= MostFiles || !file.path.starts_with(m_owner.prefix) ||
                file.path.size() <= folder.size()) {
                facts.filesCut = true;
            } else if (file.isFolder) {
                if (!listFolder(file.path, files, facts))
                    facts.filesCut = true;
            } else {
                const std::string path = file.path.substr(m_owner.prefix.size());
                files[path] = {path, file.size};
            }
        }
        return true;
    }

    std::optional<Content> contentOf(const std::string& path) {
        const auto blob = m_cache.blobs().find({m_source, m_owner.id, path});
        if (!blob.ok() || !blob.value())
            return std::nullopt;
        return Content{blob.value()->folder, blob.value()->name};
    }

    cache::Cache& m_cache;
    cache::Reader& m_reader;
    base::SourceNo m_source;
    const Owner& m_owner;
};

std::optional<cache::RunDetails> loadRun(cache::Reader& reader, base::SourceNo source,
                                         const std::string& runId) {
    if (runId.empty())
        return std::nullopt;
    const Result<std::vector<base::RunNo>> numbers = reader.findRun(source, runId);
    if (!numbers.ok() || numbers.value().empty())
        return std::nullopt;
    Result<std::optional<cache::RunDetails>> run = reader.run(numbers.value().front());
    return run.ok() ? std::move(run).value() : std::nullopt;
}

void takeRun(const std::optional<cache::RunDetails>& run, VersionFacts& facts) {
    facts.runGap = facts.version.runId.empty() ? Gap::NoRun : Gap::RunNotRead;
    if (!run)
        return;
    facts.runGap = Gap::None;
    facts.runNo = run->runNo;
    facts.runName = run->run.runName;
    facts.metrics = run->metrics;
    facts.params = run->run.params;
    facts.runTags = run->run.tags;
    facts.datasets = run->run.datasetInputs;
}

}  // namespace

VersionFacts loadVersionFacts(cache::Cache& cache, cache::Reader& reader,
                              const cache::SourceRow& source, const domain::RegisteredModel& model,
                              const domain::ModelVersion& version, const std::stop_token& stop) {
    VersionFacts facts;
    facts.version = version;
    for (const domain::Alias& alias : model.aliases) {
        if (alias.version == version.version)
            facts.aliases.push_back(alias.alias);
    }
    std::ranges::sort(facts.aliases);
    const std::optional<cache::RunDetails> run = loadRun(reader, source.sourceNo, version.runId);
    takeRun(run, facts);

    const Result<std::vector<domain::LoggedModel>> models = reader.loggedModels(source.sourceNo);
    const std::vector<domain::LoggedModel> none;
    const std::optional<Owner> owner = ownerOf(version, models.ok() ? models.value() : none);
    KnownFiles known(facts);
    Gap gap = isServer(source.kind) ? Gap::FilesNotHere : Gap::FilesGone;
    if (owner) {
        const bool local = !isServer(source.kind);
        const auto folder = local ? folderOf(*owner, source, run) : std::nullopt;
        if (folder)
            gap = listLocal(*folder, owner->prefix, facts, known, stop);
        // Of a folder or database whose artifacts are elsewhere something may have been fetched.
        if (gap != Gap::None) {
            const Gap remote =
                RemoteFiles(cache, reader, source.sourceNo, *owner).list(facts, known);
            gap = remote == Gap::None ? remote : gap;
        }
    }
    known.finish(gap);
    std::ranges::sort(facts.files, {}, &registry::FileFacts::path);
    return facts;
}

}  // namespace podium::session
