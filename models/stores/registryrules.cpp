// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/registryrules.h"

#include "base/utf8.h"
#include "stores/wordcharacters.h"

#include <array>
#include <charconv>

namespace podium::stores {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr std::array Stages = {NoStage, std::string_view("Staging"), std::string_view("Production"),
                               ArchivedStage};

bool isDigits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string lowered(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

/// In code points, as Python counts.
std::size_t lengthOf(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

Error tooLong(ErrorCode code, const std::string& key, std::size_t length, std::size_t bound) {
    return {code, {key, std::to_string(length), std::to_string(bound)}};
}

/// Without the line end that Python's `$` lets through: nobody means it.
Result<void> allowedAlias(const std::string& alias) {
    if (alias.empty() || lengthOf(alias) > LongestAlias || !isMadeOfWords(alias, "-"))
        return Error{ErrorCode::AliasInvalid, {base::toUtf8(alias)}};
    return {};
}

bool isReserved(std::string_view alias) {
    const std::string lower = lowered(alias);
    return lower == "latest" || (lower.front() == 'v' && isDigits(lower.substr(1)));
}

/// posixpath.normpath() has to give the same, and nothing that leads away.
bool isNormalPath(std::string_view key) {
    if (key.starts_with(".."))
        return false;
    while (true) {
        const std::size_t slash = key.find('/');
        const std::string_view part = key.substr(0, slash);
        if (part.empty() || part == "." || part == "..")
            return false;
        if (slash == std::string_view::npos)
            return true;
        key.remove_prefix(slash + 1);
    }
}

Result<void> allowedKey(const std::string& key) {
    const std::size_t length = lengthOf(key);
    if (length > LongestRegistryKey)
        return tooLong(ErrorCode::TagKeyTooLong, base::toUtf8(key), length, LongestRegistryKey);
    if (!isNormalPath(key) || !isMadeOfWords(key, "/.- :"))
        return Error{ErrorCode::TagKeyInvalid, {base::toUtf8(key)}};
    return {};
}

Result<Change> allowedStage(Change change) {
    const std::string given = change.wanted.value_or("");
    const std::optional<std::string> stage = stageNamed(given);
    // Archived is no stage where something is archived.
    const bool archivable = stage && *stage != NoStage && *stage != ArchivedStage;
    if (!stage)
        return Error{ErrorCode::StageInvalid, {base::toUtf8(given)}};
    if (change.archiveExisting && !archivable)
        return Error{ErrorCode::ArchiveNotForStage, {*stage}};
    change.wanted = stage;
    if (change.basis)
        change.basis = stageNamed(*change.basis).value_or(*change.basis);
    std::erase(change.archived, change.place.version);
    return change;
}

}  // namespace

std::optional<std::string> stageNamed(std::string_view text) {
    const std::string lower = lowered(text);
    const auto* const found =
        std::ranges::find(Stages, lower, [](std::string_view stage) { return lowered(stage); });
    return found != Stages.end() ? std::optional(std::string(*found)) : std::nullopt;
}

std::int64_t versionNumber(std::string_view text) {
    std::int64_t number = 0;
    if (!isDigits(text) || text.front() == '0')
        return 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() ? number : 0;
}

Result<void> allowedPlace(const Place& place) {
    const bool ofVersion = place.kind == PlaceKind::VersionTag ||
                           place.kind == PlaceKind::VersionDescription ||
                           place.kind == PlaceKind::VersionStage;
    if (ofVersion && place.version <= 0)
        return Error{ErrorCode::VersionMissing,
                     {base::toUtf8(place.owner), std::to_string(place.version)}};
    if (place.kind == PlaceKind::ModelAlias)
        return allowedAlias(place.key);
    if (place.kind == PlaceKind::ModelTag || place.kind == PlaceKind::VersionTag)
        return allowedKey(place.key);
    return {};
}

Result<Change> allowedChange(Change change) {
    const Place& place = change.place;
    PODIUM_TRY(Change, allowedPlace(place));
    if (place.kind == PlaceKind::VersionStage)
        return allowedStage(std::move(change));
    if (!change.wanted)
        return change;
    const std::size_t length = lengthOf(*change.wanted);
    if (place.kind == PlaceKind::ModelAlias && isReserved(place.key))
        return Error{ErrorCode::AliasReserved, {place.key}};
    if (place.kind == PlaceKind::ModelAlias && versionNumber(*change.wanted) == 0)
        return Error{ErrorCode::VersionInvalid, {base::toUtf8(*change.wanted)}};
    const bool tag = place.kind == PlaceKind::ModelTag || place.kind == PlaceKind::VersionTag;
    if (tag && length > LongestRegistryTag)
        return tooLong(ErrorCode::TagTooLong, place.key, length, LongestRegistryTag);
    return change;
}

}  // namespace podium::stores
