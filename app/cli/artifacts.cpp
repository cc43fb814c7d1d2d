// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/download.h"
#include "app/cli/options.h"
#include "app/cli/sourcereader.h"
#include "app/cli/words.h"
#include "artifacts/listing.h"
#include "artifacts/resolve.h"

#include <QCoreApplication>

#include <algorithm>

namespace podium::app {

using artifacts::Entry;
using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

/// The run's artifacts at or below a path ("" for all), as they lie in `folder`.
struct Found {
    std::filesystem::path folder;
    std::vector<Entry> entries;
};

Result<Found> findArtifacts(SourceReader& source, base::RunNo run, const std::string& path) {
    const Result<std::optional<cache::RunDetails>> details = source.reader().run(run);
    PODIUM_TRY(Found, details);
    if (!details.value())
        return Error{ErrorCode::ArtifactNotFound, {"", path}};
    const domain::Run& record = details.value()->run;
    const Result<artifacts::Resolved> resolved =
        artifacts::resolve({record.artifactUri, record.experimentId, record.runId,
                            details.value()->sourceRoot, record.folder});
    PODIUM_TRY(Found, resolved);
    Found found{resolved.value().folder, {}};
    if (resolved.value().how == artifacts::Resolved::How::Nothing)
        return found;
    Result<artifacts::Listing> listing = artifacts::listAll(found.folder, {}, source.stop());
    PODIUM_TRY(Found, listing);
    for (Entry& entry : listing.value().entries) {
        if (path.empty() || entry.path == path || entry.path.starts_with(path + "/"))
            found.entries.push_back(std::move(entry));
    }
    if (!path.empty() && found.entries.empty())
        return Error{ErrorCode::ArtifactNotFound, {record.runId, path}};
    return found;
}

void list(const Found& found, Output& output) {
    for (const Entry& entry : found.entries) {
        if (entry.isFolder)
            output.write("-\t" + entry.path + "/\n");
        else
            output.write(std::to_string(entry.size) + "\t" + entry.path + "\n");
    }
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
    if (options.has(QStringLiteral("download"))) {
        const auto copied =
            download(found.value().folder, found.value().entries,
                     options.value(QStringLiteral("download")).toStdString(), source.stop());
        if (!copied.ok())
            return source.ended(copied);
        output.write(std::to_string(copied.value()) + "\n");
    } else {
        list(found.value(), output);
    }
    if (const auto error = output.finish()) {
        complain(*error);
        return ExitSource;
    }
    return source.done();
}

}  // namespace podium::app
