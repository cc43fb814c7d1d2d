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

Result<Found> findArtifacts(SourceReader& source, base::RunNo run, const std::string& path) {
    const Result<std::optional<cache::RunDetails>> details = source.reader().run(run);
    PODIUM_TRY(Found, details);
    if (!details.value())
        return Error{ErrorCode::ArtifactNotFound, {"", path}};
    Result<session::ArtifactPlace> place = source.placeOf(*details.value());
    PODIUM_TRY(Found, place);
    Result<std::vector<Entry>> entries = place.value().remote
                                             ? onServer(source, *place.value().remote, path)
                                             : onDisk(source, place.value(), path);
    PODIUM_TRY(Found, entries);
    if (!path.empty() && entries.value().empty())
        return Error{ErrorCode::ArtifactNotFound, {details.value()->run.runId, path}};
    return Found{std::move(place).value(), std::move(entries).value()};
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

}  // namespace

int artifactsCommand(const QStringList& arguments) {
    Options options(
        QStringLiteral("artifacts"),
        CommandLine::tr("Lists the artifacts of a run with their sizes, or downloads them."));
    options.addPositional(QStringLiteral("RUN_ID"),
                          CommandLine::tr("The run's id, or how it begins."));
    options.addPositional(QStringLiteral("[PATH]"), CommandLine::tr("Only this file or folder."));
    options.addValue(QStringLiteral("download"), QStringLiteral("DIR"),
                     CommandLine::tr("Copy the artifacts into this folder."));
    if (const auto ended = options.read(arguments))
        return *ended;
    SourceReader source(options);
    if (source.failure())
        return *source.failure();
    const auto run = source.findRun(options.positional(0));
    if (!run)
        return ExitUsage;
    std::string path = options.positional(1).toStdString();
    while (path.ends_with('/'))
        path.pop_back();
    const Result<Found> found = findArtifacts(source, *run, path);
    if (!found.ok())
        return source.ended(found);

    Output output;
    bool whole = true;
    if (options.has(QStringLiteral("download"))) {
        const auto copied =
            copy(source, found.value(), options.value(QStringLiteral("download")).toStdString());
        if (copied.cancelled() && found.value().place.remote) {
            complain(
                CommandLine::tr("Stopped. What has come of a file is kept beside it as .part; "
                                "the same command goes on from there."));
            return ExitCancelled;
        }
        if (!copied.ok())
            return source.ended(copied);
        output.write(std::to_string(copied.value().files) + "\n");
        whole = copied.value().failures == 0;
    } else {
        list(found.value(), output);
    }
    if (const auto error = output.finish()) {
        complain(*error);
        return ExitSource;
    }
    const int code = source.done();
    return code == ExitDone && !whole ? ExitProblems : code;
}

}  // namespace podium::app
