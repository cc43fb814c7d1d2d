// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/gate.h"

#include <string>
#include <string_view>
#include <vector>

namespace podium::registry {

/// A gate in the words of the filter language: its names are columns k0, k1 ... there.
class GateText {
public:
    /// False: error() says why, at its place in the gate.
    [[nodiscard]] bool read(std::string_view text);

    [[nodiscard]] const std::string& filter() const { return m_filter; }
    [[nodiscard]] std::vector<Gate::Name>& names() { return m_names; }
    [[nodiscard]] const base::Error& error() const { return m_error; }
    /// An error of the filter at its place in the gate.
    [[nodiscard]] base::Error moved(const base::Error& error) const;

private:
    /// A piece of the gate that stands for another piece of the filter.
    struct Piece {
        std::size_t from = 0, fromEnd = 0;  // in the filter
        std::size_t to = 0, toEnd = 0;      // in the gate
    };
    [[nodiscard]] bool takeName(std::string_view text, std::size_t position);
    void put(std::size_t position, std::size_t length, const std::string& replacement);
    [[nodiscard]] std::string columnFor(Gate::Name name);
    bool fail(base::ErrorCode code, std::size_t position, std::size_t length,
              std::string_view reason);
    [[nodiscard]] std::size_t placeOf(std::size_t position, bool end) const;

    std::string_view m_text;
    std::size_t m_copied = 0;
    std::string m_filter;
    std::vector<Gate::Name> m_names;
    std::vector<Piece> m_pieces;
    base::Error m_error;
};

}  // namespace podium::registry
