// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/relink.h"

#include "artifacts/open.h"
#include "base/utf8.h"

#include <algorithm>
#include <map>
#include <system_error>

namespace podium::artifacts {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr std::size_t Sampled = 500;    // places from which rules are guessed
constexpr std::size_t MostRules = 8;    // that are counted over everything
constexpr std::size_t DeepestEnd = 12;  // parts of a path that are looked for

/// The recorded place with "/" alone, as rules compare it: a scheme and its host stay.
std::string comparable(std::string_view uri) {
    const RecordedPlace place = readPlace(uri);
    if (place.kind == RecordedPlace::Kind::Remote)
        return std::string(uri.substr(0, uri.find(':') + 1)) + place.path;
    std::string path = place.path;
    std::replace(path.begin(), path.end(), '\\', '/');
    return path;
}

bool isWithin(const fs::path& path, const fs::path& root) {
    return std::mismatch(root.begin(), root.end(), path.begin(), path.end()).first == root.end();
}

/// A folder below the root that is really there, and stays there when links are followed.
fs::path folderBelow(const fs::path& root, std::string_view end) {
    if (!isSafePath(end))
        return {};
    std::error_code error;
    const fs::path place = root / end;
    if (!fs::is_directory(place, error))
        return {};
    const fs::path real = fs::canonical(place, error);
    return !error && isWithin(real, root) ? real : fs::path();
}

std::string_view withoutSlash(std::string_view text) {
    while (text.ends_with('/'))
        text.remove_suffix(1);
    return text;
}

/// Where parts of a path begin, from the last one to the first.
std::vector<std::size_t> partsFromEnd(std::string_view path) {
    std::vector<std::size_t> starts;
    for (std::size_t at = path.size(); at > 0 && starts.size() < DeepestEnd;) {
        const std::size_t slash = path.rfind('/', at - 1);
        const std::size_t start = slash == std::string_view::npos ? 0 : slash + 1;
        starts.push_back(start);
        at = slash == std::string_view::npos ? 0 : slash;
    }
    return starts;
}

}  // namespace

fs::path relinked(const RelinkRule& rule, std::string_view uri) {
    const std::string whole = comparable(uri);
    const std::string_view path = withoutSlash(whole);
    const std::string_view from = withoutSlash(rule.from);
    if (!path.starts_with(from) ||
        (path.size() > from.size() && !from.empty() && path[from.size()] != '/'))
        return {};
    std::string_view end = path.substr(from.size());
    while (end.starts_with('/'))
        end.remove_prefix(1);
    std::error_code error;
    const fs::path root = fs::canonical(rule.to, error);
    return error ? fs::path() : folderBelow(root, end);
}

Result<std::vector<RelinkProposal>> proposeRelinks(const std::vector<RelinkItem>& items,
                                                   const fs::path& root, base::Progress& progress,
                                                   const std::stop_token& stop) {
    std::error_code error;
    const fs::path real = fs::canonical(root, error);
    if (error || !fs::is_directory(real, error))
        return Error{ErrorCode::PathNotFound, {base::toUtf8(root.native())}};
    // Beginnings that the sample gives, and how many of it they find.
    std::map<std::string, std::size_t> beginnings;
    const std::size_t step = std::max<std::size_t>(1, items.size() / Sampled);
    progress.total = static_cast<std::int64_t>(items.size());
    for (std::size_t i = 0; i < items.size(); i += step) {
        if (stop.stop_requested())
            return base::Cancelled{};
        const std::string whole = comparable(items[i].uri);
        const std::string_view path = withoutSlash(whole);
        for (const std::size_t start : partsFromEnd(path)) {
            const std::string_view end = path.substr(start);
            // Without the owner's id any folder of the same name would do.
            if (end.find(items[i].id) == std::string_view::npos || items[i].id.empty())
                continue;
            if (!folderBelow(real, end).empty())
                ++beginnings[std::string(withoutSlash(path.substr(0, start)))];
        }
    }
    std::vector<std::pair<std::string, std::size_t>> best(beginnings.begin(), beginnings.end());
    std::stable_sort(best.begin(), best.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    best.resize(std::min(best.size(), MostRules));
    std::vector<RelinkProposal> proposals;
    for (const auto& [from, times] : best)
        proposals.push_back({{from, real}, 0, 0, {}});
    for (const RelinkItem& item : items) {
        if (stop.stop_requested())
            return base::Cancelled{};
        ++progress.done;
        const std::string whole = comparable(item.uri);
        for (RelinkProposal& proposal : proposals) {
            const std::string& from = proposal.rule.from;
            if (!whole.starts_with(from) ||
                (!from.empty() && whole.size() > from.size() && whole[from.size()] != '/'))
                continue;
            ++proposal.of;
            const fs::path place = relinked(proposal.rule, item.uri);
            if (place.empty())
                continue;
            ++proposal.found;
            if (proposal.example.empty())
                proposal.example = base::toUtf8(place.lexically_relative(real).native());
        }
    }
    std::erase_if(proposals, [](const RelinkProposal& one) { return one.found == 0; });
    std::stable_sort(proposals.begin(), proposals.end(), [](const auto& a, const auto& b) {
        return a.found != b.found ? a.found > b.found : a.rule.from.size() < b.rule.from.size();
    });
    return proposals;
}

}  // namespace podium::artifacts
