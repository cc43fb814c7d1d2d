// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace podium::analysis {

enum class Better : std::uint8_t { Lower, Higher };

struct Objective {
    std::span<const double> values;
    Better better = Better::Lower;
};

struct ParetoFront {
    /// Positions of the points that no other point beats, from the best in the first objective on;
    /// equal in it, by the second and so on, at last by position.
    std::vector<std::uint32_t> points;
    std::size_t missing = 0;  // points that lack a value, on no front
};

/// A point beats another if it is as good in every objective and better in one; equal points beat
/// each other not, so all of them are on the front. Infinities are values. O(n log n) for two
/// objectives, O(n * front) at worst for more (Kung, Luccio and Preparata 1975 sort likewise).
[[nodiscard]] ParetoFront paretoFront(std::span<const Objective> objectives,
                                      std::stop_token stop = {});

}  // namespace podium::analysis
