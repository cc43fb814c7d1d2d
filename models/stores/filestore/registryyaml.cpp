// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/registryyaml.h"

#include "stores/filestore/yamlentry.h"

namespace podium::stores::filestore {

namespace {

constexpr std::string_view AliasesKey = "aliases";
constexpr std::string_view DescriptionKey = "description";
/// libyaml writes a longer key on a line of its own; in bytes.
constexpr std::size_t LongestSimpleKey = 128;

std::string aliasEntry(const std::string& alias, const std::string& version) {
    const std::string key = yamlScalar(alias);
    const std::string value = yamlScalar(version);
    return alias.size() > LongestSimpleKey ? "  ? " + key + "\n  : " + value + '\n'
                                           : "  " + key + ": " + value + '\n';
}

}  // namespace

std::string withTime(std::string_view yaml, base::Millis now) {
    return withLines(yaml, "last_updated_timestamp",
                     "last_updated_timestamp: " + std::to_string(now) + '\n');
}

std::string withDescription(std::string_view yaml, const Held& description) {
    return description ? withEntry(yaml, DescriptionKey, *description)
                       : withLines(yaml, DescriptionKey, "description: null\n");
}

std::string withAliases(std::string_view yaml, const AliasMap& aliases) {
    std::string entry = aliases.empty() ? "aliases: {}\n" : "aliases:\n";
    for (const auto& [alias, version] : aliases)
        entry += aliasEntry(alias, version);
    return withLines(yaml, AliasesKey, entry);
}

std::string withAliasList(std::string_view yaml, const std::vector<std::string>& aliases) {
    std::string entry = aliases.empty() ? "aliases: []\n" : "aliases:\n";
    for (const std::string& alias : aliases)
        entry += "- " + yamlScalar(alias) + '\n';
    return withLines(yaml, AliasesKey, entry);
}

}  // namespace podium::stores::filestore
