// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/remotelisting.h"

#include "artifacts/open.h"
#include "base/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace podium::artifacts {

using nlohmann::json;

namespace {

/// Bytes that are no UTF-8 can't stand in JSON; such a name can't be asked for either.
std::string textOf(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

std::string listingToJson(const std::vector<ListedFile>& files) {
    json list = json::array();
    for (const ListedFile& file : files) {
        json entry = {{"path", base::toUtf8(file.path)}, {"is_dir", file.isFolder}};
        if (!file.isFolder && file.size != UnknownSize)
            entry["file_size"] = file.size;
        if (!file.validator.empty())
            entry["validator"] = base::toUtf8(file.validator);
        list.push_back(std::move(entry));
    }
    return list.dump();
}

std::vector<ListedFile> listingFromJson(std::string_view document) {
    std::vector<ListedFile> files;
    const json list = json::parse(document, nullptr, false);
    if (!list.is_array())
        return files;
    for (const json& entry : list) {
        if (!entry.is_object())
            continue;
        ListedFile file;
        file.path = textOf(entry, "path");
        file.validator = textOf(entry, "validator");
        const auto folder = entry.find("is_dir");
        file.isFolder = folder != entry.end() && folder->is_boolean() && folder->get<bool>();
        const auto size = entry.find("file_size");
        if (size != entry.end() && size->is_number_integer())
            file.size = size->get<std::int64_t>();
        files.push_back(std::move(file));
    }
    return files;
}

Listing toListing(const std::vector<ListedFile>& files,
                  const std::map<std::string, std::int64_t, std::less<>>& here) {
    Listing listing;
    for (const ListedFile& file : files) {
        Entry entry;
        entry.raw = file.path;
        entry.path = base::toUtf8(file.path);
        std::string_view name = entry.path;
        while (name.size() > 1 && name.ends_with('/'))
            name.remove_suffix(1);
        entry.name = std::string(name.substr(name.rfind('/') + 1));
        if (entry.name.empty())
            entry.name = entry.path;
        entry.isFolder = file.isFolder;
        entry.size = file.isFolder ? 0 : file.size;
        const auto held = here.find(file.path);
        entry.isHere = file.isFolder || (held != here.end() &&
                                         (file.size == UnknownSize || file.size == held->second));
        if (entry.size == UnknownSize && held != here.end())
            entry.size = held->second;
        if (!isSafePath(file.path))
            entry.problem = base::Error{base::ErrorCode::ArtifactOutside, {entry.path}};
        listing.entries.push_back(std::move(entry));
    }
    std::sort(listing.entries.begin(), listing.entries.end(), [](const Entry& a, const Entry& b) {
        return a.isFolder != b.isFolder ? a.isFolder : naturalLess(a.raw, b.raw);
    });
    return listing;
}

}  // namespace podium::artifacts
