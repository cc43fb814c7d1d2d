// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/ini.h"
#include "http/url.h"
#include "tests/fuzz/entries.h"

#include <cstdio>
#include <cstdlib>
#include <string>

namespace podium::fuzz {

namespace {

[[noreturn]] void fail(const char* rule, const std::string& input) {
    std::fprintf(stderr, "%s\n%s\n", rule, input.c_str());
    std::abort();
}

std::string written(const http::Ini& ini) {
    std::string text;
    for (const auto& [name, section] : ini.sections()) {
        text += '[' + name + "]\n";
        for (const auto& [key, value] : section) {
            text += key + '=';
            for (const char byte : value)
                text += byte == '\n' ? std::string("\n ") : std::string(1, byte);
            text += '\n';
        }
    }
    return text;
}

}  // namespace

void ini(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    const http::Ini first = http::Ini::parse(text);
    for (const auto& [name, section] : first.sections()) {
        for (const auto& [key, value] : section) {
            if (key.empty() || key.find_first_of("=:\n") != std::string::npos)
                fail("a key that is none", text);
            if (first.value(name, key) != value)
                fail("a value that is not found", text);
        }
    }
    // A key that looks like a section's head cannot be written.
    const std::string again = written(first);
    const http::Ini second = http::Ini::parse(again);
    if (again.find("\n[", 1) == std::string::npos && second.sections() != first.sections())
        fail("written and read again, another document", text + "\n---\n" + again);
}

void url(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    const auto first = http::Url::parse(text);
    const std::string secret = "topsecretpassword";
    if (!first.ok()) {
        // What stands before the last @, be it behind a scheme or not.
        const std::string& shown = first.error().args.at(0);
        const std::size_t at = shown.rfind('@');
        const std::size_t scheme = shown.find("://");
        const std::size_t begin = scheme < at ? scheme : 0;
        if (at != std::string::npos &&
            shown.substr(begin, at - begin).find(secret) != std::string::npos)
            fail("an invalid URL shows its password", text);
        return;
    }
    const http::Url& one = first.value();
    if (one.host().empty() || one.port() <= 0 || one.port() > 65'535)
        fail("no host or port", text);
    const auto second = http::Url::parse(one.text());
    if (!second.ok())
        fail("its own text is refused", text + "\n" + one.text());
    if (second.value().text() != one.text() || !second.value().sameOrigin(one))
        fail("its own text means another place", text + "\n" + one.text());
    if (second.value().hasUserinfo())
        fail("its text holds a user", text + "\n" + one.text());
}

}  // namespace podium::fuzz
