// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/listing.h"

#include "artifacts/open.h"
#include "base/utf8.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <algorithm>
#include <memory>

namespace podium::artifacts {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

struct CloseDir {
    void operator()(DIR* dir) const { ::closedir(dir); }
};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The digits from `at` without leading zeros; moves `at` behind them.
std::string_view number(std::string_view text, std::size_t& at) {
    while (at < text.size() && text[at] == '0')
        ++at;
    const std::size_t begin = at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return text.substr(begin, at - begin);
}

void fill(Entry& entry, const struct stat& info) {
    entry.isFolder = S_ISDIR(info.st_mode);
    entry.size = S_ISREG(info.st_mode) ? info.st_size : 0;
    entry.modified = info.st_mtim.tv_sec * 1000 + info.st_mtim.tv_nsec / 1'000'000;
    if (!S_ISDIR(info.st_mode) && !S_ISREG(info.st_mode))
        entry.problem = Error{ErrorCode::UnexpectedEntry, {entry.path}};
}

/// What a link stands for, if it stays below the root. The target is judged by opening it the safe
/// way, never by reading the link's text.
void fillLink(Entry& entry, const std::filesystem::path& root, const struct stat& linkInfo) {
    entry.isLink = true;
    entry.modified = linkInfo.st_mtim.tv_sec * 1000;
    if (const auto file = File::open(root, entry.raw); file.ok()) {
        entry.size = file.value()->size();
        entry.modified = file.value()->modified();
        return;
    }
    if (const auto folder = openFolder(root, entry.raw); folder.ok())
        entry.isFolder = true;
    else
        entry.problem = Error{ErrorCode::SymlinkOutside, {entry.path}};
}

/// Appends what is in one folder, unsorted.
Result<void> readFolder(const std::filesystem::path& root, const std::string& rawFolder,
                        std::size_t bound, const std::stop_token& stop, Listing& listing) {
    auto opened = openFolder(root, rawFolder);
    PODIUM_TRY(void, opened);
    const std::unique_ptr<DIR, CloseDir> dir(::fdopendir(opened.value().get()));
    if (!dir)
        return Error{ErrorCode::PathNotReadable, {base::toUtf8(rawFolder), "fdopendir"}};
    opened.value().release();  // closed by closedir from here on
    while (const dirent* item = ::readdir(dir.get())) {
        const std::string_view name = item->d_name;
        if (name == "." || name == "..")
            continue;
        if (stop.stop_requested())
            return base::Cancelled{};
        if (listing.entries.size() >= bound) {
            listing.truncated = true;
            break;
        }
        struct stat info {};
        if (::fstatat(::dirfd(dir.get()), item->d_name, &info, AT_SYMLINK_NOFOLLOW) != 0)
            continue;  // gone since readdir
        Entry entry;
        entry.raw = rawFolder.empty() ? std::string(name) : rawFolder + '/' + std::string(name);
        entry.path = base::toUtf8(entry.raw);
        entry.name = base::toUtf8(name);
        if (S_ISLNK(info.st_mode))
            fillLink(entry, root, info);
        else
            fill(entry, info);
        listing.entries.push_back(std::move(entry));
    }
    return {};
}

}  // namespace

bool naturalLess(std::string_view a, std::string_view b) {
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
        if (isDigit(a[i]) && isDigit(b[j])) {
            const std::string_view left = number(a, i);
            const std::string_view right = number(b, j);
            if (left.size() != right.size())
                return left.size() < right.size();
            if (left != right)
                return left < right;
            continue;
        }
        const auto left = static_cast<unsigned char>(lower(a[i++]));
        const auto right = static_cast<unsigned char>(lower(b[j++]));
        if (left != right)
            return left < right;
    }
    const std::size_t restA = a.size() - i;
    const std::size_t restB = b.size() - j;
    return restA != restB ? restA < restB : a < b;
}

Result<Listing> list(const std::filesystem::path& root, std::string_view rawFolder,
                     const ListBounds& bounds, std::stop_token stop) {
    Listing listing;
    PODIUM_TRY(Listing, readFolder(root, std::string(rawFolder), bounds.entries, stop, listing));
    std::sort(listing.entries.begin(), listing.entries.end(), [](const Entry& a, const Entry& b) {
        return a.isFolder != b.isFolder ? a.isFolder : naturalLess(a.raw, b.raw);
    });
    return listing;
}

Result<Listing> listAll(const std::filesystem::path& root, const ListBounds& bounds,
                        std::stop_token stop) {
    Listing listing;
    PODIUM_TRY(Listing, readFolder(root, {}, bounds.entries, stop, listing));
    // The list grows behind the index while folders are met: a walk without recursion.
    for (std::size_t at = 0; at < listing.entries.size(); ++at) {
        const Entry& entry = listing.entries[at];
        if (!entry.isFolder || entry.isLink)
            continue;
        if (std::count(entry.raw.begin(), entry.raw.end(), '/') + 1 >= bounds.depth) {
            listing.truncated = true;
            continue;
        }
        const std::string folder = entry.raw;
        const auto read = readFolder(root, folder, bounds.entries, stop, listing);
        if (read.cancelled())
            return base::Cancelled{};
        if (read.failed())
            listing.entries[at].problem = read.error();
    }
    std::sort(listing.entries.begin(), listing.entries.end(),
              [](const Entry& a, const Entry& b) { return a.raw < b.raw; });
    return listing;
}

}  // namespace podium::artifacts
