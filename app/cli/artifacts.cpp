// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/download.h"
#include "app/cli/options.h"
#include "app/cli/sourcereader.h"
#include "app/cli/words.h"
#include "artifacts/listing.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace podium::app {

using artifacts::Entry;
using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

/// The run's artifacts at or below a path ("" for all), and where they are.
struct Found {
    session::ArtifactPlace place;
    std::vector<Entry> entries;
};

/// A server is asked for the folder of the path and what is below it, not for everything.
Result<std::vector<Entry>> onServer(SourceReader& source, const artifacts::RemoteOwner& owner,
                                    const std::string& path) {
    using Entries = std::vector<Entry>;
    artifacts::RemoteArtifacts& remote = source.remoteArtifacts();
    const std::size_t slash = path.rfind('/');
    const std::string above = slash == std::string::npos ? std::string() : path.substr(0, slash);
    Result<artifacts::Listing> listing = path.empty() ? remote.listAll(owner, {}, source.stop())
                                                      : remote.list(owner, above, source.stop());
    // A plain web server lists nothing; what is asked for by its name it may still have.
    if (listing.failed() && listing.error().code == ErrorCode::ArtifactUnreachable &&
        !path.empty() && artifacts::isReachableUri(owner.owner.artifactUri)) {
        Entry entry;
        entry.path = entry.raw = path;
        entry.size = artifacts::UnknownSize;
        return Entries{entry};
    }
    PODIUM_TRY(Entries, listing);
    if (listing.value().reason)
        complain(*listing.value().reason);
    if (path.empty())
        return std::move(listing.value().entries);
    std::erase_if(listing.value().entries, [&](const Entry& entry) { return entry.path != path; });
    Entries entries = std::move(listing.value().entries);
    const bool isFolder =
        std::ranges::any_of(entries, [](const Entry& entry) { return entry.isFolder; });
    if (isFolder) {
        Result<artifacts::Listing> below = remote.listAll(owner, {}, source.stop(), path);
        PODIUM_TRY(Entries, below);
        std::ranges::move(below.value().entries, std::back_inserter(entries));
    }
    return entries;
}

Result<std::vector<Entry>> onDisk(SourceReader& source, const session::ArtifactPlace& place,
                                  const std::string& path) {
    using Entries = std::vector<Entry>;
    if (place.how == artifacts::Resolved::How::Nothing)
        return Entries();
    Result<artifacts::Listing> listing = artifacts::listAll(place.folder, {}, source.stop());
    PODIUM_TRY(Entries, listing);
    std::erase_if(listing.value().entries, [&](const Entry& entry) {
        return !path.empty() && entry.path != path && !entry.path.starts_with(path + "/");
    });
    return std::move(listing.value().entries);
}

Result<Found> findAt(SourceReader& source, session::ArtifactPlace&& place, const std::string& path,
                     const std::string& owner) {
    Result<std::vector<Entry>> entries =
        place.remote ? onServer(source, *place.remote, path) : onDisk(source, place, path);
    PODIUM_TRY(Found, entries);
    if (!path.empty() && entries.value().empty())
        return Error{ErrorCode::ArtifactNotFound, {owner, path}};
    return Found{std::move(place), std::move(entries).value()};
}

Result<Found> findArtifacts(SourceReader& source, base::RunNo run, const std::string& path) {
    const Result<std::optional<cache::RunDetails>> details = source.reader().run(run);
    PODIUM_TRY(Found, details);
    if (!details.value())
        return Error{ErrorCode::ArtifactNotFound, {"", path}};
    Result<session::ArtifactPlace> place = source.placeOf(*details.value());
    PODIUM_TRY(Found, place);
    return findAt(source, std::move(place).value(), path, details.value()->run.runId);
}

Result<Found> findArtifacts(SourceReader& source, const domain::ModelVersion& version,
                            const std::string& path) {
    std::string below;
    Result<session::ArtifactPlace> place = source.placeOf(version, below);
    PODIUM_TRY(Found, place);
    if (!below.empty() && !path.empty())
        below += '/';
    return findAt(source, std::move(place).value(), below + path, version.name);
}

void list(const Found& found, Output& output) {
    for (const Entry& entry : found.entries) {
        if (entry.problem)
            complain(*entry.problem);
        if (entry.isFolder)
            output.write("-\t" + entry.path + "/\n");
        else if (entry.size == artifacts::UnknownSize)
            output.write("?\t" + entry.path + "\n");
        else
            output.write(std::to_string(entry.size) + "\t" + entry.path + "\n");
    }
}

Result<Downloaded> copy(SourceReader& source, const Found& found,
                        const std::filesystem::path& target) {
    if (found.place.remote)
        return download(source.remoteArtifacts(), *found.place.remote, found.entries, target,
                        source.stop());
    const Result<std::int64_t> copied =
        download(found.place.folder, found.entries, target, source.stop());
    PODIUM_TRY(Downloaded, copied);
    return Downloaded{copied.value(), 0};
}

int finished(SourceReader& source, Output& output) {
    if (const auto error = output.finish()) {
        complain(*error);
        return ExitSource;
    }
    return source.done();
}

int listAll(SourceReader& source, const Found& found) {
    Output output;
    list(found, output);
    return finished(source, output);
}

int downloadAll(SourceReader& source, const Found& found, const std::filesystem::path& target) {
    const auto copied = copy(source, found, target);
    if (copied.cancelled() && found.place.remote) {
        complain(
            CommandLine::tr("Stopped. What has come of a file is kept beside it as .part; "
                            "the same command goes on from there."));
        return ExitCancelled;
    }
    if (!copied.ok())
        return source.ended(copied);
    Output output;
    output.write(std::to_string(copied.value().files) + "\n");
    const int code = finished(source, output);
    return code == ExitDone && copied.value().failures > 0 ? ExitProblems : code;
}

}  // namespace

int artifactsCommand(const QStringList& arguments) {
    Options options(
        QStringLiteral("artifacts"),
        CommandLine::tr("Lists the artifacts of a run or of a model's version with their sizes, "
                        "or downloads them."));
    options.addPositional(QStringLiteral("RUN_ID"),
                          CommandLine::tr("The run's id, or how it begins; or a version as "
                                          "models:/NAME/VERSION or models:/NAME@ALIAS."));
    options.addPositional(QStringLiteral("[PATH]"), CommandLine::tr("Only this file or folder."));
    options.addValue(QStringLiteral("download"), QStringLiteral("DIR"),
                     CommandLine::tr("Copy the artifacts into this folder."));
    if (const auto ended = options.read(arguments))
        return *ended;
    SourceReader source(options);
    if (source.failure())
        return *source.failure();
    std::string path = options.positional(1).toStdString();
    while (path.ends_with('/'))
        path.pop_back();
    const QString owner = options.positional(0);
    Result<Found> found = base::Cancelled{};
    if (owner.startsWith(QLatin1String("models:/"))) {
        const auto version = source.findVersion(owner);
        if (!version)
            return ExitUsage;
        found = findArtifacts(source, *version, path);
    } else {
        const auto run = source.findRun(owner);
        if (!run)
            return ExitUsage;
        found = findArtifacts(source, *run, path);
    }
    if (!found.ok())
        return source.ended(found);

    const QString target = options.value(QStringLiteral("download"));
    return options.has(QStringLiteral("download"))
               ? downloadAll(source, found.value(), target.toStdString())
               : listAll(source, found.value());
}

}  // namespace podium::app
