// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>

namespace podium::query {

/// A regular expression that is looked for anywhere in a text, in time linear to the text: RE2,
/// which has no look-around and no references back. Case counts unless it begins with `(?i)`.
class Regex {
public:
    explicit Regex(std::string_view pattern);
    ~Regex();
    Regex(Regex&&) noexcept;
    Regex& operator=(Regex&&) noexcept;

    /// False if the pattern can't be read, or would take too much memory.
    [[nodiscard]] bool valid() const;
    [[nodiscard]] bool found(std::string_view text) const;

private:
    struct Engine;
    std::unique_ptr<Engine> m_engine;
};

}  // namespace podium::query
