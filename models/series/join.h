// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/line.h"
#include "series/series.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace podium::series {

/// How the points of a series find their x in another series of the same run.
enum class JoinKind : std::uint8_t {
    SameStep,  // the other's value at the same step; of several the same in number, else the last
    CarryForward,  // the other's last value at or before the step: an epoch counter, say
};

struct Joined {
    std::shared_ptr<const Line> line;
    std::uint64_t unpaired = 0;  // points without an x, or with one that is not finite: not drawn
};

constexpr std::size_t NoPartner = SIZE_MAX;

/// For each point of a series the position of its partner in another, or NoPartner.
[[nodiscard]] std::vector<std::size_t> joinedPoints(const Series& series, const Series& other,
                                                    JoinKind kind);

/// The x of each point of a series, NaN where it has no partner.
[[nodiscard]] std::vector<double> joinedPlaces(const Series& series, const Series& other,
                                               JoinKind kind);

/// A series over another metric's values instead of steps.
[[nodiscard]] Joined joinedLine(const Series& series, const Series& other, JoinKind kind);

/// Positions at which a run began anew, in the store's order: [0, a, b ...) stand for the parts
/// [0, a), [a, b) .... A part begins where the step falls back and the next point does not return
/// to where the part before had come: single late points are disorder, not a restart.
[[nodiscard]] std::vector<std::size_t> restarts(const Series& series);

/// One series for each of these parts.
[[nodiscard]] std::vector<std::shared_ptr<const Series>> parts(const Series& series);

}  // namespace podium::series
