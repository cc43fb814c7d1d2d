// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/filewriter.h"

#include "base/utf8.h"
#include "stores/filestore/storeplan.h"
#include "stores/filestore/yamlentry.h"

#include <unistd.h>
#include <cerrno>

namespace podium::stores::filestore {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr const char* TagsName = "tags";

}  // namespace

/// A run as it is found, with what its meta.yaml says.
struct FileWriter::RunFolder : WriteFolder {
    std::string id;
    std::string name;  // run_name
};

FileWriter::FileWriter(std::filesystem::path root) : m_folders(root), m_registry(std::move(root)) {}

/// By the path that was read last, or by a search where the run has moved (into the trash and
/// back).
Opened FileWriter::folderOf(int root, const Place& place) const {
    Opened folder;
    const std::vector<std::string> hint = partsOf(place.folder);
    if (hint.back() == place.owner && isPathBelow(place.folder)) {
        for (std::size_t i = 0; i < hint.size(); ++i) {
            const int parent = i == 0 ? root : folder.fd.get();
            folder = m_folders.opener().folder(parent, hint[i].c_str());
            if (folder.state != OpenState::Ok)
                break;
        }
        if (folder.state == OpenState::Ok)
            return folder;
    }
    if (place.owner.find('/') != std::string::npos)
        return {};
    Scratch scratch;
    const StorePlan plan = planRuns(m_folders.opener(), root, {place.owner}, scratch);
    for (const ExperimentFolder& experiment : plan.experiments) {
        if (experiment.runs.empty())
            continue;
        folder = Opened();
        for (const std::string& part : partsOf(experiment.folder + '/' + place.owner)) {
            folder =
                m_folders.opener().folder(folder.fd.valid() ? folder.fd.get() : root, part.c_str());
            if (folder.state != OpenState::Ok)
                break;
        }
        if (folder.state == OpenState::Ok)
            return folder;
    }
    return {};
}

Result<FileWriter::RunFolder> FileWriter::open(const Place& place) const {
    const Result<Fd> root = m_folders.openRoot();
    PODIUM_TRY(RunFolder, root);
    RunFolder run;
    run.id = place.owner;
    run.path = base::toUtf8(place.folder.empty() ? place.owner : place.folder);
    Opened folder = folderOf(root.value().get(), place);
    if (folder.state != OpenState::Ok)
        return Error{ErrorCode::RunMissing, {place.owner}};
    run.dir = std::move(folder.fd);
    PODIUM_TRY(RunFolder, m_folders.readMeta(run));
    run.name = run.document.text("run_name");
    if (run.document.text("lifecycle_stage") == "deleted")
        return Error{ErrorCode::RunDeleted, {place.owner}};
    return run;
}

Result<Held> FileWriter::tag(const RunFolder& run, std::string_view key) const {
    return m_folders.valueOf(run, TagsName, key);
}

Result<Held> FileWriter::now(const RunFolder& run, const Place& place) const {
    if (place.kind == PlaceKind::RunName && !run.name.empty())
        return Held(run.name);
    return tag(run, place.kind == PlaceKind::RunName ? RunNameTag : std::string_view(place.key));
}

Result<Held> FileWriter::look(const Place& place, std::stop_token /*stop*/) {
    if (isOfRegistry(place.kind))
        return m_registry.look(place);
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

Result<void> FileWriter::writeTag(const RunFolder& run, std::string_view key, const Held& value,
                                  Draft& draft) const {
    const std::string path = run.path + '/' + TagsName + '/' + std::string(key);
    const Result<KeyPlace> place = m_folders.placeOf(run, TagsName, key, value.has_value());
    PODIUM_TRY(void, place);
    const Fd& dir = place.value().dir;
    int error = 0;
    if (value)
        error = draft.become(dir.get(), place.value().name.c_str(), *value);
    else if (dir.valid() && ::unlinkat(dir.get(), place.value().name.c_str(), 0) != 0)
        error = errno == ENOENT ? 0 : errno;
    if (error == 0 && !value && dir.valid())
        error = syncFolder(dir.get());
    return error == 0 ? Result<void>() : m_folders.failed(path, error);
}

Result<void> FileWriter::writeName(const RunFolder& run, const std::string& name, Draft& draft,
                                   const std::stop_token& stop) const {
    const int error = draft.become(run.dir.get(), MetaName, withEntry(run.meta, "run_name", name));
    if (error != 0)
        return m_folders.failed(run.path + '/' + MetaName, error);
    Result<Draft> second = m_folders.draftOf(run, stop);
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
    if (isOfRegistry(place.kind))
        return m_registry.apply(change, stop);
    const Result<RunFolder> run = open(place);
    PODIUM_TRY(Outcome, run);
    // Where nothing is to be written not even a draft is made.
    Result<std::optional<Outcome>> before = settled(run.value(), change);
    PODIUM_TRY(Outcome, before);
    if (before.value())
        return *before.value();
    if (place.kind == PlaceKind::RunName && !change.wanted)
        return Error{ErrorCode::KeyInvalid, {place.owner, RunNameTag}};
    Result<Draft> draft = m_folders.draftOf(run.value(), stop);
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
