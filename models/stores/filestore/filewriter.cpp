// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/filewriter.h"

#include "base/utf8.h"
#include "stores/filestore/folderreader.h"
#include "stores/filestore/metayaml.h"
#include "stores/filestore/storeplan.h"
#include "stores/filestore/yamlentry.h"

#include <fcntl.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <chrono>
#include <thread>

namespace podium::stores::filestore {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr const char* MetaName = "meta.yaml";
constexpr const char* TagsName = "tags";
constexpr mode_t FolderMode = 0777;  // less what the umask takes, as Python's makedirs()
constexpr std::chrono::seconds PatienceWithOthers{10};
constexpr std::chrono::milliseconds Pause{20};

std::vector<std::string> parts(std::string_view path) {
    std::vector<std::string> found;
    while (true) {
        const std::size_t slash = path.find('/');
        found.emplace_back(path.substr(0, slash));
        if (slash == std::string_view::npos)
            return found;
        path.remove_prefix(slash + 1);
    }
}

/// A key that is a path below a folder and nothing else. What else MLflow forbids is looked at
/// where a person types it.
bool isPath(std::string_view key) {
    const auto isName = [](const std::string& part) {
        return !part.empty() && part != "." && part != ".." && part.find('\0') == std::string::npos;
    };
    return std::ranges::all_of(parts(key), isName);
}

bool isNoRight(int error) {
    return error == EACCES || error == EPERM || error == EROFS;
}

/// The whole of a small file.
Result<std::string> contentOf(const Opened& file, const std::string& path) {
    if (file.status.st_size > static_cast<off_t>(MaxMeta))
        return Error{ErrorCode::ValueTooLarge,
                     {path, std::to_string(file.status.st_size), std::to_string(MaxMeta)}};
    std::string bytes(static_cast<std::size_t>(file.status.st_size), '\0');
    const long got = readFully(file.fd.get(), bytes.data(), bytes.size());
    if (got < 0)
        return Error{ErrorCode::ReadFailed, {path, base::systemReason(errno)}};
    bytes.resize(static_cast<std::size_t>(got));
    return bytes;
}

}  // namespace

/// A run as it is found, with what its meta.yaml says.
struct FileWriter::RunFolder {
    std::string id;
    std::string path;  // for errors
    Fd dir;
    std::string meta;  // bytes
    std::string name;  // run_name
};

FileWriter::FileWriter(std::filesystem::path root)
    : m_root(std::move(root)), m_opener(m_root.native()) {}

Error FileWriter::failed(const std::string& path, int error) const {
    if (isNoRight(error))
        return {ErrorCode::StoreReadOnly,
                {base::toUtf8(m_root.native()), base::systemReason(error)}};
    return {ErrorCode::WriteFailed, {path, base::systemReason(error)}};
}

/// By the path that was read last, or by a search where the run has moved (into the trash and
/// back).
Opened FileWriter::folderOf(int root, const Place& place) const {
    Opened folder;
    const std::vector<std::string> hint = parts(place.folder);
    if (hint.back() == place.owner && isPath(place.folder)) {
        for (std::size_t i = 0; i < hint.size(); ++i) {
            const int parent = i == 0 ? root : folder.fd.get();
            folder = m_opener.folder(parent, hint[i].c_str());
            if (folder.state != OpenState::Ok)
                break;
        }
        if (folder.state == OpenState::Ok)
            return folder;
    }
    if (place.owner.find('/') != std::string::npos)
        return {};
    Scratch scratch;
    const StorePlan plan = planRuns(m_opener, root, {place.owner}, scratch);
    for (const ExperimentFolder& experiment : plan.experiments) {
        if (experiment.runs.empty())
            continue;
        folder = Opened();
        for (const std::string& part : parts(experiment.folder + '/' + place.owner)) {
            folder = m_opener.folder(folder.fd.valid() ? folder.fd.get() : root, part.c_str());
            if (folder.state != OpenState::Ok)
                break;
        }
        if (folder.state == OpenState::Ok)
            return folder;
    }
    return {};
}

Result<FileWriter::RunFolder> FileWriter::open(const Place& place) const {
    const Fd root(::open(m_root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!root.valid()) {
        const std::string shown = base::toUtf8(m_root.native());
        if (errno == ENOENT || errno == ENOTDIR)
            return Error{ErrorCode::SourceVanished, {shown}};
        return Error{ErrorCode::PathNotReadable, {shown, base::systemReason(errno)}};
    }
    RunFolder run;
    run.id = place.owner;
    run.path = base::toUtf8(place.folder.empty() ? place.owner : place.folder);
    Opened folder = folderOf(root.get(), place);
    if (folder.state != OpenState::Ok)
        return Error{ErrorCode::RunMissing, {place.owner}};
    run.dir = std::move(folder.fd);
    const std::string metaPath = run.path + '/' + MetaName;
    const Opened file = m_opener.file(run.dir.get(), MetaName);
    if (file.state == OpenState::Missing)
        return Error{ErrorCode::MetaMissing, {metaPath}};
    if (file.state != OpenState::Ok)
        return Error{ErrorCode::ReadFailed, {metaPath, base::systemReason(file.error)}};
    Result<std::string> bytes = contentOf(file, metaPath);
    PODIUM_TRY(RunFolder, bytes);
    run.meta = std::move(bytes).value();
    MetaDocument meta;
    if (const auto reason = parseYaml(run.meta, meta))
        return Error{ErrorCode::MetaInvalid, {metaPath, *reason}};
    // Somebody is about to write it: MLflow empties it first.
    if (meta.empty())
        return Error{ErrorCode::MetaEmpty, {metaPath}};
    run.name = meta.text("run_name");
    if (meta.text("lifecycle_stage") == "deleted")
        return Error{ErrorCode::RunDeleted, {place.owner}};
    return run;
}

Result<FileWriter::TagPlace> FileWriter::placeOfTag(const RunFolder& run, std::string_view key,
                                                    bool make) const {
    if (!isPath(key))
        return Error{ErrorCode::KeyInvalid, {run.id, std::string(key)}};
    std::vector<std::string> folders = parts(key);
    TagPlace place;
    place.name = std::move(folders.back());
    folders.back() = TagsName;
    std::rotate(folders.begin(), folders.end() - 1, folders.end());
    std::string path;
    for (const std::string& folder : folders) {
        const int parent = place.dir.valid() ? place.dir.get() : run.dir.get();
        Opened next = m_opener.folder(parent, folder.c_str());
        path += (path.empty() ? "" : "/") + folder;
        if (next.state == OpenState::Missing && !make)
            return TagPlace{{}, std::move(place.name)};
        if (next.state == OpenState::Missing) {
            if (::mkdirat(parent, folder.c_str(), FolderMode) != 0 && errno != EEXIST)
                return failed(run.path + '/' + path, errno);
            if (const int error = syncFolder(parent); error != 0)
                return failed(run.path + '/' + path, error);
            next = m_opener.folder(parent, folder.c_str());
        }
        if (next.state == OpenState::WrongType && folder != TagsName)
            return Error{ErrorCode::TagKeyTaken,
                         {std::string(key), path.substr(path.find('/') + 1)}};
        if (next.state == OpenState::Outside)
            return Error{ErrorCode::SymlinkOutside, {run.path + '/' + path}};
        if (next.state != OpenState::Ok)
            return failed(run.path + '/' + path, next.error);
        place.dir = std::move(next.fd);
    }
    struct stat status {};
    if (::fstatat(place.dir.get(), place.name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 &&
        S_ISDIR(status.st_mode))
        return Error{ErrorCode::TagKeyTaken, {std::string(key), std::string(key) + "/…"}};
    return place;
}

Result<Held> FileWriter::tag(const RunFolder& run, std::string_view key) const {
    const Result<TagPlace> found = placeOfTag(run, key, false);
    PODIUM_TRY(Held, found);
    const TagPlace& place = found.value();
    if (!place.dir.valid())
        return Held();
    const std::string path = run.path + '/' + TagsName + '/' + std::string(key);
    const Opened file = m_opener.file(place.dir.get(), place.name.c_str());
    if (file.state == OpenState::Missing)
        return Held();
    if (file.state == OpenState::Outside)
        return Error{ErrorCode::SymlinkOutside, {path}};
    if (file.state != OpenState::Ok)
        return Error{ErrorCode::ReadFailed, {path, base::systemReason(file.error)}};
    Result<std::string> bytes = contentOf(file, path);
    PODIUM_TRY(Held, bytes);
    // What is compared is what was shown.
    return Held(base::toUtf8(bytes.value()));
}

Result<Held> FileWriter::now(const RunFolder& run, const Place& place) const {
    if (place.kind == PlaceKind::RunName && !run.name.empty())
        return Held(run.name);
    return tag(run, place.kind == PlaceKind::RunName ? RunNameTag : std::string_view(place.key));
}

Result<Held> FileWriter::look(const Place& place, std::stop_token /*stop*/) {
    const Result<RunFolder> run = open(place);
    PODIUM_TRY(Held, run);
    return now(run.value(), place);
}

/// Of a name both copies count: a writer may have been cut off between the two.
Result<bool> FileWriter::isHere(const RunFolder& run, const Change& change) const {
    const Result<Held> text = now(run, change.place);
    PODIUM_TRY(bool, text);
    if (change.place.kind != PlaceKind::RunName || text.value() != change.wanted)
        return text.value() == change.wanted;
    const Result<Held> copy = tag(run, RunNameTag);
    PODIUM_TRY(bool, copy);
    return run.name == change.wanted && copy.value() == change.wanted;
}

/// The run's draft, and with it the right to write; waited for while another program has it.
Result<Draft> FileWriter::draftOf(const RunFolder& run, const std::stop_token& stop) const {
    const auto patience = std::chrono::steady_clock::now() + PatienceWithOthers;
    while (true) {
        Draft draft(run.dir.get());
        if (draft.error() == 0)
            return Result<Draft>(std::move(draft));
        if (draft.error() != EWOULDBLOCK || std::chrono::steady_clock::now() > patience)
            return failed(run.path + '/' + DraftName, draft.error());
        if (stop.stop_requested())
            return base::Cancelled{};
        std::this_thread::sleep_for(Pause);
    }
}

Result<void> FileWriter::writeTag(const RunFolder& run, std::string_view key, const Held& value,
                                  Draft& draft) const {
    const std::string path = run.path + '/' + TagsName + '/' + std::string(key);
    const Result<TagPlace> place = placeOfTag(run, key, value.has_value());
    PODIUM_TRY(void, place);
    const Fd& dir = place.value().dir;
    int error = 0;
    if (value)
        error = draft.become(dir.get(), place.value().name.c_str(), *value);
    else if (dir.valid() && ::unlinkat(dir.get(), place.value().name.c_str(), 0) != 0)
        error = errno == ENOENT ? 0 : errno;
    if (error == 0 && !value && dir.valid())
        error = syncFolder(dir.get());
    return error == 0 ? Result<void>() : failed(path, error);
}

Result<void> FileWriter::writeName(const RunFolder& run, const std::string& name, Draft& draft,
                                   const std::stop_token& stop) const {
    const int error = draft.become(run.dir.get(), MetaName, withEntry(run.meta, "run_name", name));
    if (error != 0)
        return failed(run.path + '/' + MetaName, error);
    Result<Draft> second = draftOf(run, stop);
    PODIUM_TRY(void, second);
    Result<void> written = writeTag(run, RunNameTag, name, second.value());
    second.value().discard();
    return written;
}

/// What there is to say of a change without writing; nothing: it is to be written.
Result<std::optional<Outcome>> FileWriter::settled(const RunFolder& run,
                                                   const Change& change) const {
    using Settled = std::optional<Outcome>;
    const Result<bool> here = isHere(run, change);
    PODIUM_TRY(Settled, here);
    if (here.value())
        return Settled(Outcome{Outcome::Kind::Was, {}});
    const Result<Held> text = now(run, change.place);
    PODIUM_TRY(Settled, text);
    const Settled before = settledBefore(change, text.value());
    // Of a name one of two copies may be missing: that is to be written.
    return before && before->kind == Outcome::Kind::Conflict ? before : Settled();
}

/// Written under the run's lock: what another program wrote while this one waited is looked at
/// first.
Result<std::optional<Outcome>> FileWriter::writeLocked(const Change& change, Draft& draft,
                                                       const std::stop_token& stop) const {
    using Settled = std::optional<Outcome>;
    const Place& place = change.place;
    const Result<RunFolder> run = open(place);
    PODIUM_TRY(Settled, run);
    const Result<Settled> before = settled(run.value(), change);
    PODIUM_TRY(Settled, before);
    if (before.value())
        return before.value();
    PODIUM_TRY(Settled, place.kind == PlaceKind::RunName
                            ? writeName(run.value(), *change.wanted, draft, stop)
                            : writeTag(run.value(), place.key, change.wanted, draft));
    return Settled();
}

Result<Outcome> FileWriter::apply(const Change& change, std::stop_token stop) {
    const Place& place = change.place;
    const Result<RunFolder> run = open(place);
    PODIUM_TRY(Outcome, run);
    // Where nothing is to be written not even a draft is made.
    Result<std::optional<Outcome>> before = settled(run.value(), change);
    PODIUM_TRY(Outcome, before);
    if (before.value())
        return *before.value();
    if (place.kind == PlaceKind::RunName && !change.wanted)
        return Error{ErrorCode::KeyInvalid, {place.owner, RunNameTag}};
    Result<Draft> draft = draftOf(run.value(), stop);
    PODIUM_TRY(Outcome, draft);
    before = writeLocked(change, draft.value(), stop);
    draft.value().discard();
    PODIUM_TRY(Outcome, before);
    if (before.value())
        return *before.value();
    const Result<RunFolder> again = open(place);
    PODIUM_TRY(Outcome, again);
    const Result<bool> kept = isHere(again.value(), change);
    PODIUM_TRY(Outcome, kept);
    if (!kept.value())
        return Error{ErrorCode::ReadBackDiffers,
                     {place.owner, place.kind == PlaceKind::RunName ? RunNameTag : place.key}};
    return Outcome{};
}

}  // namespace podium::stores::filestore
