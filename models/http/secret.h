// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace podium::http {

/// A password, token or key. It can be compared and revealed, and nothing else: there is no way to
/// print it or to put it into an error by accident. Its bytes are wiped when it goes.
class Secret {
public:
    Secret() = default;
    explicit Secret(std::string_view value);
    Secret(const Secret&) = default;
    Secret(Secret&& other) noexcept = default;
    Secret& operator=(const Secret& other);
    Secret& operator=(Secret&& other) noexcept;
    ~Secret();

    /// The secret itself, for as long as this object lives; never for logs or errors.
    [[nodiscard]] std::string_view reveal() const { return {m_bytes.data(), m_bytes.size()}; }
    [[nodiscard]] bool empty() const { return m_bytes.empty(); }

    friend bool operator==(const Secret&, const Secret&) = default;
    friend std::ostream& operator<<(std::ostream&, const Secret&) = delete;

private:
    void wipe() noexcept;

    // On the heap always, so that a move leaves no copy behind.
    std::vector<char> m_bytes;
};

/// Overwrites a text that held a secret, in a way the compiler does not drop.
void wipe(std::string& text) noexcept;

}  // namespace podium::http
