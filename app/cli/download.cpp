// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/download.h"

#include "app/cli/console.h"
#include "artifacts/open.h"

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

}  // namespace podium::app
