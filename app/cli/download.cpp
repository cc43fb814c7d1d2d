// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/download.h"

#include "app/cli/console.h"
#include "artifacts/open.h"
#include "views/text/text.h"

#include <algorithm>
#include <system_error>

namespace podium::app {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr std::size_t Block = std::size_t{1} << 20U;

Result<void> makeFolder(const std::filesystem::path& folder) {
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure)
        return Error{ErrorCode::WriteFailed, {folder.string(), failure.message()}};
    return {};
}

Result<void> copy(const artifacts::File& file, const std::filesystem::path& target,
                  const std::stop_token& stop) {
    Output output(target);
    for (std::int64_t at = 0; at < file.size();) {
        if (stop.stop_requested())
            return base::Cancelled{};
        const Result<std::string> bytes = file.read(at, Block);
        PODIUM_TRY(void, bytes);
        if (bytes.value().empty())
            break;
        output.write(bytes.value());
        at += static_cast<std::int64_t>(bytes.value().size());
    }
    if (const auto error = output.finish())
        return *error;
    return {};
}

}  // namespace

Result<std::int64_t> download(const std::filesystem::path& root,
                              std::span<const artifacts::Entry> entries,
                              const std::filesystem::path& target, std::stop_token stop) {
    PODIUM_TRY(std::int64_t, makeFolder(target));
    std::int64_t count = 0;
    for (const artifacts::Entry& entry : entries) {
        if (!artifacts::isSafePath(entry.raw))
            continue;
        const std::filesystem::path place = target / entry.raw;
        if (entry.isFolder && !entry.isLink) {
            PODIUM_TRY(std::int64_t, makeFolder(place));
            continue;
        }
        if (entry.isFolder)
            continue;
        const auto file = artifacts::File::open(root, entry.raw);
        if (file.failed()) {
            complain(file.error());
            continue;
        }
        PODIUM_TRY(std::int64_t, makeFolder(place.parent_path()));
        PODIUM_TRY(std::int64_t, copy(*file.value(), place, stop));
        ++count;
    }
    return count;
}

Result<Downloaded> download(artifacts::RemoteArtifacts& remote, const artifacts::RemoteOwner& owner,
                            std::span<const artifacts::Entry> entries,
                            const std::filesystem::path& target, std::stop_token stop) {
    PODIUM_TRY(Downloaded, makeFolder(target));
    Downloaded downloaded;
    for (const artifacts::Entry& entry : entries) {
        if (entry.problem || !artifacts::isSafePath(entry.raw)) {
            complain(entry.problem.value_or(Error{ErrorCode::ArtifactOutside, {entry.path}}));
            ++downloaded.failures;
            continue;
        }
        const std::filesystem::path place = target / entry.raw;
        PODIUM_TRY(Downloaded, makeFolder(entry.isFolder ? place : place.parent_path()));
        if (entry.isFolder)
            continue;
        base::Progress progress;
        progress.total = std::max<std::int64_t>(entry.size, 0);
        const ProgressBar bar(progress, views::oneLine(entry.path, 60));
        const Result<void> fetched = remote.download(owner, entry.raw, place, progress, stop);
        if (fetched.cancelled())
            return base::Cancelled{};
        if (fetched.ok()) {
            ++downloaded.files;
            continue;
        }
        if (fetched.error().code != ErrorCode::ArtifactNotFound &&
            fetched.error().code != ErrorCode::ServerFault &&
            fetched.error().code != ErrorCode::Forbidden)
            return fetched.error();
        complain(fetched.error());
        ++downloaded.failures;
    }
    return downloaded;
}

}  // namespace podium::app
