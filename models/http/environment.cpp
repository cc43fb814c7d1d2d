// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/environment.h"

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <utility>

namespace podium::http {

namespace {

std::filesystem::path homeOfUser() {
    if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0')
        return home;
    passwd entry{};
    passwd* found = nullptr;
    std::array<char, 4096> buffer{};
    if (getpwuid_r(getuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found)
        return entry.pw_dir;
    return {};
}

}  // namespace

std::string Environment::get(std::string_view name) const {
    return lookup ? lookup(name).value_or(std::string()) : std::string();
}

bool Environment::isOn(std::string_view name) const {
    std::string value = get(name);
    std::ranges::transform(value, value.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return value == "true" || value == "1";
}

std::filesystem::path Environment::expanded(const std::string& path) const {
    if (path == "~")
        return home;
    if (path.starts_with("~/"))
        return home / path.substr(2);
    return path;
}

Environment Environment::ofProcess() {
    return {[](std::string_view name) -> std::optional<std::string> {
                const char* value = std::getenv(std::string(name).c_str());
                if (value == nullptr)
                    return std::nullopt;
                return value;
            },
            homeOfUser()};
}

Environment Environment::of(std::map<std::string, std::string, std::less<>> variables,
                            std::filesystem::path home) {
    const auto shared = std::make_shared<const decltype(variables)>(std::move(variables));
    return {[shared](std::string_view name) -> std::optional<std::string> {
                const auto found = shared->find(name);
                if (found == shared->end())
                    return std::nullopt;
                return found->second;
            },
            std::move(home)};
}

}  // namespace podium::http
