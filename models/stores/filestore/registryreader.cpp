// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/registryreader.h"

#include "stores/registryrules.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace podium::stores::filestore {

namespace {

using base::ErrorCode;

constexpr std::string_view VersionPrefix = "version-";

/// A positive number that is the whole text; 0 if it is not.
std::int64_t numberIn(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && number > 0 ? number : 0;
}

std::optional<domain::ModelVersion> readVersion(const Opener& opener, int dir, FolderReader& owner,
                                                const std::string& model,
                                                const VersionFolder& place) {
    const Opened opened = opener.folder(dir, place.name.c_str());
    if (opened.state != OpenState::Ok) {
        owner.problem(ErrorCode::ReadFailed, place.name, {base::systemReason(opened.error)});
        return std::nullopt;
    }
    FolderReader folder(opener, owner.scratch(), opened.fd.get(),
                        owner.folder() + '/' + place.name);
    MetaDocument& meta = owner.scratch().meta;
    const MetaState state = folder.meta(meta);
    if (state == MetaState::Missing) {
        folder.problem(ErrorCode::MetaMissing, "meta.yaml");
        return std::nullopt;
    }
    domain::ModelVersion version;
    version.name = model;
    version.version = place.number;
    version.stage = meta.text("current_stage");
    if (version.stage == DeletedStage)
        return std::nullopt;
    if (version.stage.empty())
        version.stage = "None";
    version.description = meta.text("description");
    version.runId = meta.text("run_id");
    version.runLink = meta.text("run_link");
    version.source = meta.text("source");
    version.storageLocation = meta.text("storage_location");
    version.status = meta.text("status");
    version.statusMessage = meta.text("status_message");
    version.userId = meta.text("user_id");
    version.modelId = meta.text("model_id");
    version.creationTime = meta.integer("creation_timestamp");
    version.lastUpdateTime = meta.integer("last_updated_timestamp");
    if (const auto written = meta.integer("version"); written && *written != place.number)
        folder.problem(ErrorCode::MetaIdMismatch, "meta.yaml",
                       {std::to_string(*written), std::to_string(place.number)});
    folder.values("tags", version.tags);
    return version;
}

void readAliases(FolderReader& folder, std::vector<domain::Alias>& aliases) {
    folder.files("aliases", false, [&](Opened& file, std::string name, std::string_view path) {
        std::string text = folder.text(file, path);
        text.erase(text.find_last_not_of(" \r\n") + 1);
        if (const std::int64_t version = numberIn(text); version > 0)
            aliases.push_back({std::move(name), version});
        else
            folder.problem(ErrorCode::MetaValueInvalid, path, {name, text.substr(0, 100)});
    });
    std::sort(aliases.begin(), aliases.end(),
              [](const auto& a, const auto& b) { return a.alias < b.alias; });
}

}  // namespace

std::vector<VersionFolder> versionFolders(const Opener& opener, int dir, FolderReader& folder) {
    std::vector<VersionFolder> found;
    EntryStack& entries = folder.scratch().entries;
    const auto mark = entries.mark();
    const Opened self = opener.folder(dir, ".", false);
    if (self.state == OpenState::Ok) {
        if (const int error = entries.readFolder(self.fd.get()); error != 0)
            folder.problem(ErrorCode::ReadFailed, {}, {base::systemReason(error)});
    }
    for (std::size_t i = mark.entries; i < entries.size(); ++i) {
        const std::string_view name = entries.view(i);
        if (!name.starts_with(VersionPrefix) || entries.type(i) == DT_REG)
            continue;
        if (const auto number = numberIn(name.substr(VersionPrefix.size())); number > 0)
            found.push_back({number, std::string(name)});
    }
    entries.release(mark);
    std::sort(found.begin(), found.end(),
              [](const auto& a, const auto& b) { return a.number < b.number; });
    return found;
}

std::optional<ReadRegistered> readRegistered(const Opener& opener, FolderReader& folder, int dir,
                                             const std::string& name) {
    MetaDocument& meta = folder.scratch().meta;
    const MetaState state = folder.meta(meta);
    const auto versions = versionFolders(opener, dir, folder);
    if (state == MetaState::Missing) {
        folder.problem(versions.empty() ? ErrorCode::UnexpectedEntry : ErrorCode::MetaMissing, {});
        if (versions.empty())
            return std::nullopt;
    }
    ReadRegistered result;
    result.model.name = name;
    result.model.description = meta.text("description");
    result.model.creationTime = meta.integer("creation_timestamp");
    result.model.lastUpdateTime = meta.integer("last_updated_timestamp");
    if (state == MetaState::Ok && !meta.names("name", name))
        folder.problem(ErrorCode::MetaIdMismatch, "meta.yaml", {meta.text("name"), name});
    folder.values("tags", result.model.tags);
    readAliases(folder, result.model.aliases);
    for (const VersionFolder& place : versions) {
        if (auto version = readVersion(opener, dir, folder, name, place))
            result.versions.push_back(std::move(*version));
    }
    return result;
}

}  // namespace podium::stores::filestore
