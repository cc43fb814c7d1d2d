// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace podium::http {

/// A file of sections, keys and values as Python's configparser reads it, which MLflow, Databricks
/// and AWS all use: keys in small letters, `=` or `:` between, `#` and `;` at the start of a line
/// for remarks, lines that are indented more than their key belong to its value. More lenient in
/// one thing: a line that is none of these is skipped, and the last of several equal keys counts.
class Ini {
public:
    using Section = std::map<std::string, std::string, std::less<>>;

    [[nodiscard]] static Ini parse(std::string_view text);
    /// Nothing if there is no such file; CredentialsUnusable{path, reason} if it can't be read.
    [[nodiscard]] static base::Result<std::optional<Ini>> read(const std::filesystem::path& file);

    [[nodiscard]] const Section* section(std::string_view name) const;
    /// The value, empty if there is none.
    [[nodiscard]] std::string value(std::string_view section, std::string_view key) const;
    [[nodiscard]] const std::map<std::string, Section, std::less<>>& sections() const {
        return m_sections;
    }

private:
    std::map<std::string, Section, std::less<>> m_sections;
};

}  // namespace podium::http
