// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace podium::http {

/// Where settings come from that other programs share: environment variables and files in the home
/// folder. Given by the composition, so that a test decides what they say.
struct Environment {
    std::function<std::optional<std::string>(std::string_view name)> lookup;
    std::filesystem::path home;

    /// The value, empty if it is not set.
    [[nodiscard]] std::string get(std::string_view name) const;
    /// True for "true" and "1" in any case, as MLflow reads its switches.
    [[nodiscard]] bool isOn(std::string_view name) const;
    /// `~` and `~/x` below the home folder, anything else as it is.
    [[nodiscard]] std::filesystem::path expanded(const std::string& path) const;

    [[nodiscard]] static Environment ofProcess();
    [[nodiscard]] static Environment of(std::map<std::string, std::string, std::less<>> variables,
                                        std::filesystem::path home);
};

}  // namespace podium::http
