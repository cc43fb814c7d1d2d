// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/fileregistrywriter.h"

#include "base/utf8.h"
#include "stores/filestore/folderreader.h"
#include "stores/filestore/metayaml.h"
#include "stores/filestore/registryreader.h"
#include "stores/filestore/yamlentry.h"
#include "stores/registryrules.h"

#include <fcntl.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cerrno>

namespace podium::stores::filestore {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr const char* ModelsName = "models";
constexpr const char* TagsName = "tags";
constexpr const char* AliasesName = "aliases";
constexpr const char* StageKey = "current_stage";

/// As a person sees an alias: whether its file ends with a line end means nothing.
std::string trimmed(std::string text) {
    text.erase(text.find_last_not_of(" \r\n") + 1);
    return text;
}

bool isTag(PlaceKind kind) {
    return kind == PlaceKind::ModelTag || kind == PlaceKind::VersionTag;
}

bool isOfVersion(PlaceKind kind) {
    return kind == PlaceKind::VersionTag || kind == PlaceKind::VersionDescription ||
           kind == PlaceKind::VersionStage;
}

constexpr std::array OurKeys = {std::string_view(AliasesName), std::string_view("description"),
                                std::string_view("last_updated_timestamp"),
                                std::string_view(StageKey)};

/// True if the keys that are written stand at the beginning of a line, as MLflow has them.
bool isAsMlflowWrites(const WriteFolder& folder) {
    return std::ranges::all_of(OurKeys, [&](std::string_view key) {
        const std::string entry = std::string(key) + ':';
        return !folder.document.has(key) || folder.meta.starts_with(entry) ||
               folder.meta.find('\n' + entry) != std::string::npos;
    });
}

/// True if nothing but these keys differs: a meta.yaml that nobody wrote as MLflow does is left as
/// it is rather than broken.
bool differsOnlyInOurs(const MetaDocument& before, const MetaDocument& after) {
    const auto isIn = [&](const MetaDocument& document) {
        return [&](const auto& entry) {
            const MetaValue* value = document.find(entry.first);
            return std::ranges::find(OurKeys, entry.first) != OurKeys.end() ||
                   (value != nullptr && *value == entry.second);
        };
    };
    return std::ranges::all_of(before.entries(), isIn(after)) &&
           std::ranges::all_of(after.entries(), isIn(before));
}

}  // namespace

FileRegistryWriter::FileRegistryWriter(std::filesystem::path root, base::Clock clock)
    : m_folders(std::move(root)), m_clock(std::move(clock)) {}

Result<WriteFolder> FileRegistryWriter::openModel(const std::string& name) const {
    const Result<Fd> root = m_folders.openRoot();
    PODIUM_TRY(WriteFolder, root);
    const Error missing{ErrorCode::ModelMissing, {base::toUtf8(name)}};
    if (!isPathBelow(name) || name.find('/') != std::string::npos)
        return missing;
    WriteFolder model;
    model.path = std::string(ModelsName) + '/' + base::toUtf8(name);
    const Opened models = m_folders.opener().folder(root.value().get(), ModelsName);
    if (models.state != OpenState::Ok)
        return missing;
    Opened folder = m_folders.opener().folder(models.fd.get(), name.c_str());
    if (folder.state == OpenState::Outside)
        return Error{ErrorCode::SymlinkOutside, {model.path}};
    if (folder.state != OpenState::Ok)
        return missing;
    model.dir = std::move(folder.fd);
    PODIUM_TRY(WriteFolder, m_folders.readMeta(model));
    return model;
}

Result<FileRegistryWriter::Version> FileRegistryWriter::openVersion(const WriteFolder& model,
                                                                    const std::string& name,
                                                                    std::int64_t number) const {
    Version version;
    version.number = number;
    version.path = model.path + '/' + name;
    Opened folder = m_folders.opener().folder(model.dir.get(), name.c_str());
    if (folder.state == OpenState::Outside)
        return Error{ErrorCode::SymlinkOutside, {version.path}};
    if (folder.state != OpenState::Ok)
        return Error{ErrorCode::VersionMissing,
                     {model.path.substr(model.path.find('/') + 1), std::to_string(number)}};
    version.dir = std::move(folder.fd);
    PODIUM_TRY(Version, m_folders.readMeta(version));
    version.stage = version.document.text(StageKey);
    if (version.stage.empty())
        version.stage = NoStage;
    return version;
}

Result<Held> FileRegistryWriter::held(const Found& found, const Place& place) const {
    switch (place.kind) {
        case PlaceKind::ModelTag:
            return m_folders.valueOf(found.model, TagsName, place.key);
        case PlaceKind::VersionTag:
            return m_folders.valueOf(*found.version, TagsName, place.key);
        case PlaceKind::ModelAlias: {
            Result<Held> text = m_folders.valueOf(found.model, AliasesName, place.key);
            if (text.ok() && text.value())
                return Held(trimmed(*text.value()));
            return text;
        }
        case PlaceKind::VersionStage:
            return Held(found.version->stage);
        case PlaceKind::VersionDescription:
            return asCompared(place.kind, found.version->document.text("description"));
        default:
            return asCompared(place.kind, found.model.document.text("description"));
    }
}

Result<FileRegistryWriter::Found> FileRegistryWriter::find(const Place& place) const {
    PODIUM_TRY(Found, allowedPlace(place));
    Found found;
    Result<WriteFolder> model = openModel(place.owner);
    PODIUM_TRY(Found, model);
    found.model = std::move(model).value();
    if (isOfVersion(place.kind)) {
        Result<Version> version =
            openVersion(found.model, "version-" + std::to_string(place.version), place.version);
        PODIUM_TRY(Found, version);
        if (version.value().stage == DeletedStage)
            return Error{ErrorCode::VersionMissing,
                         {base::toUtf8(place.owner), std::to_string(place.version)}};
        found.version = std::move(version).value();
    }
    Result<Held> now = held(found, place);
    PODIUM_TRY(Found, now);
    found.now = std::move(now).value();
    return found;
}

Result<std::vector<FileRegistryWriter::Version>> FileRegistryWriter::othersIn(
    const WriteFolder& model, const Change& change) const {
    std::vector<Version> others;
    Scratch scratch;
    FolderReader reader(m_folders.opener(), scratch, model.dir.get(), model.path);
    for (const VersionFolder& place : versionFolders(m_folders.opener(), model.dir.get(), reader)) {
        if (place.number == change.place.version)
            continue;
        Result<Version> version = openVersion(model, place.name, place.number);
        PODIUM_TRY(std::vector<Version>, version);
        if (version.value().stage == change.wanted)
            others.push_back(std::move(version).value());
    }
    return others;
}

/// yaml-cpp folds some line ends of quoted texts otherwise than PyYAML; so what is spelled as the
/// text would be written is that text.
bool FileRegistryWriter::isSpelled(const Found& found, const Change& change) {
    const bool ofVersion = change.place.kind == PlaceKind::VersionDescription;
    if (!change.wanted || (!ofVersion && change.place.kind != PlaceKind::ModelDescription))
        return false;
    const std::string& yaml = ofVersion ? found.version->meta : found.model.meta;
    return withDescription(yaml, change.wanted) == yaml;
}

/// With what a change needs besides its place. An alias goes to a version that is there.
Result<FileRegistryWriter::Found> FileRegistryWriter::find(const Change& change) const {
    Result<Found> found = find(change.place);
    PODIUM_TRY(Found, found);
    if (isSpelled(found.value(), change))
        found.value().now = change.wanted;
    if (change.place.kind == PlaceKind::ModelAlias && change.wanted) {
        const Result<Version> version = openVersion(
            found.value().model, "version-" + *change.wanted, versionNumber(*change.wanted));
        PODIUM_TRY(Found, version);
        if (version.value().stage == DeletedStage)
            return Error{ErrorCode::VersionMissing,
                         {base::toUtf8(change.place.owner), *change.wanted}};
    }
    if (change.archiveExisting) {
        Result<std::vector<Version>> others = othersIn(found.value().model, change);
        PODIUM_TRY(Found, others);
        found.value().inStage = std::move(others).value();
    }
    return found;
}

AliasMap FileRegistryWriter::aliasesOf(const WriteFolder& model) const {
    AliasMap aliases;
    Scratch scratch;
    FolderReader reader(m_folders.opener(), scratch, model.dir.get(), model.path);
    reader.files(AliasesName, false, [&](Opened& file, std::string name, std::string_view path) {
        aliases.emplace(std::move(name), trimmed(reader.text(file, path)));
    });
    return aliases;
}

Result<FileRegistryWriter::Write> FileRegistryWriter::metaOf(const WriteFolder& folder,
                                                             std::string yaml) {
    std::string path = folder.path + '/' + MetaName;
    MetaDocument after;
    if (const auto reason = parseYaml(yaml, after))
        return Error{ErrorCode::MetaInvalid, {path, *reason}};
    if (!isAsMlflowWrites(folder) || !differsOnlyInOurs(folder.document, after))
        return Error{ErrorCode::MetaInvalid, {path, "not as MLflow writes it"}};
    return Write{folder.dir.get(), MetaName, std::move(path), std::move(yaml)};
}

/// MLflow 2.x keeps a list of its aliases with a version, and refreshes it when it writes there.
Result<FileRegistryWriter::Write> FileRegistryWriter::metaOf(const Version& version,
                                                             std::string yaml,
                                                             const AliasMap& aliases) const {
    if (!version.document.has("aliases"))
        return metaOf(version, std::move(yaml));
    std::vector<std::string> own;
    for (const auto& [alias, number] : aliases) {
        if (number == std::to_string(version.number))
            own.push_back(alias);
    }
    return metaOf(static_cast<const WriteFolder&>(version), withAliasList(yaml, own));
}

/// The meta.yaml files that change, with one time for all; that of the version in question last.
Result<std::vector<FileRegistryWriter::Write>> FileRegistryWriter::metasFor(
    const Change& change, const Found& found) const {
    using Writes = std::vector<Write>;
    const PlaceKind kind = change.place.kind;
    const base::Millis now = m_clock();
    AliasMap aliases = aliasesOf(found.model);
    Writes writes;
    const auto add = [&](Result<Write> write) -> Result<void> {
        PODIUM_TRY(void, write);
        writes.push_back(std::move(write).value());
        return {};
    };
    for (const Version& other : found.inStage)
        PODIUM_TRY(Writes,
                   add(metaOf(other, withEntry(withTime(other.meta, now), StageKey, ArchivedStage),
                              aliases)));
    if (kind != PlaceKind::VersionDescription) {
        std::string yaml = withTime(found.model.meta, now);
        if (kind == PlaceKind::ModelDescription)
            yaml = withDescription(yaml, change.wanted);
        if (kind == PlaceKind::ModelAlias) {
            aliases.erase(change.place.key);
            if (change.wanted)
                aliases.emplace(change.place.key, *change.wanted);
        }
        if (kind == PlaceKind::ModelAlias || found.model.document.has(AliasesName))
            yaml = withAliases(yaml, aliases);
        PODIUM_TRY(Writes, add(metaOf(found.model, std::move(yaml))));
    }
    if (kind == PlaceKind::VersionDescription || kind == PlaceKind::VersionStage) {
        std::string yaml = withTime(found.version->meta, now);
        // MLflow takes no version without a description that had one: it is empty then.
        yaml = kind == PlaceKind::VersionStage ? withEntry(yaml, StageKey, *change.wanted)
                                               : withDescription(yaml, change.wanted.value_or(""));
        PODIUM_TRY(Writes, add(metaOf(*found.version, std::move(yaml), aliases)));
    }
    return writes;
}

/// A rename needs no right to the file itself, but who took that right away meant it.
Result<void> FileRegistryWriter::mayWrite(const Write& write) const {
    struct stat status {};
    const bool isThere =
        ::fstatat(write.dir, write.name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0;
    const bool allowed = ::faccessat(write.dir, ".", W_OK | X_OK, AT_EACCESS) == 0 &&
                         (!isThere || !S_ISREG(status.st_mode) ||
                          ::faccessat(write.dir, write.name.c_str(), W_OK, AT_EACCESS) == 0);
    return allowed ? Result<void>() : m_folders.failed(write.path, errno);
}

Result<void> FileRegistryWriter::perform(const Write& write, const WriteFolder& model) const {
    int error = 0;
    if (write.bytes) {
        Draft next(model.dir.get(), NextDraftName);
        error = next.error() != 0 ? next.error()
                                  : next.become(write.dir, write.name.c_str(), *write.bytes);
    } else if (::unlinkat(write.dir, write.name.c_str(), 0) != 0) {
        error = errno == ENOENT ? 0 : errno;
    } else {
        error = syncFolder(write.dir);
    }
    return error == 0 ? Result<void>() : m_folders.failed(write.path, error);
}

Result<void> FileRegistryWriter::write(const Change& change, const Found& found) const {
    Result<std::vector<Write>> planned = metasFor(change, found);
    PODIUM_TRY(void, planned);
    std::vector<Write>& writes = planned.value();
    for (const Write& write : writes)
        PODIUM_TRY(void, mayWrite(write));
    const PlaceKind kind = change.place.kind;
    KeyPlace keyed;
    if (isTag(kind) || kind == PlaceKind::ModelAlias) {
        const WriteFolder& folder = found.version ? *found.version : found.model;
        const char* sub = isTag(kind) ? TagsName : AliasesName;
        Result<KeyPlace> place =
            m_folders.placeOf(folder, sub, change.place.key, change.wanted.has_value());
        PODIUM_TRY(void, place);
        keyed = std::move(place).value();
        writes.push_back({keyed.dir.get(), keyed.name,
                          folder.path + '/' + sub + '/' + change.place.key, change.wanted});
        PODIUM_TRY(void, mayWrite(writes.back()));
    }
    for (const Write& write : writes)
        PODIUM_TRY(void, perform(write, found.model));
    return {};
}

std::optional<Outcome> FileRegistryWriter::settled(const Change& change, const Found& found) {
    std::vector<std::int64_t> others;
    for (const Version& other : found.inStage)
        others.push_back(other.number);
    return settledBefore(change, found.now, others);
}

/// Under the model's lock, from what is there now; read back before it is let go.
Result<std::optional<Outcome>> FileRegistryWriter::writeLocked(const Change& change) const {
    using Settled = std::optional<Outcome>;
    const Result<Found> found = find(change);
    PODIUM_TRY(Settled, found);
    const Settled before = settled(change, found.value());
    if (before)
        return before;
    PODIUM_TRY(Settled, write(change, found.value()));
    const Result<Found> after = find(change);
    PODIUM_TRY(Settled, after);
    const Settled now = settled(change, after.value());
    if (!now || now->kind != Outcome::Kind::Was)
        return Error{ErrorCode::ModelReadBackDiffers, {base::toUtf8(change.place.owner)}};
    return Settled(Outcome{});
}

Result<Held> FileRegistryWriter::look(const Place& place) const {
    Result<Found> found = find(place);
    PODIUM_TRY(Held, found);
    return std::move(found.value().now);
}

Result<Outcome> FileRegistryWriter::apply(const Change& given, const std::stop_token& stop) const {
    const Result<Change> allowed = allowedChange(given);
    PODIUM_TRY(Outcome, allowed);
    const Change& change = allowed.value();
    const Result<Found> found = find(change);
    PODIUM_TRY(Outcome, found);
    // Where nothing is to be written not even a draft is made.
    if (const auto before = settled(change, found.value()))
        return *before;
    Result<Draft> lock = m_folders.draftOf(found.value().model, stop);
    PODIUM_TRY(Outcome, lock);
    const Result<std::optional<Outcome>> done = writeLocked(change);
    lock.value().discard();
    PODIUM_TRY(Outcome, done);
    return *done.value();
}

}  // namespace podium::stores::filestore
