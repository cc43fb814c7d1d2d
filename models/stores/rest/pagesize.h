// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

namespace podium::stores {

/// How many runs to ask for at a time: few at first, so that rows appear at once, then as many as a
/// server gives in a second or two, bounded by bytes (profiles of datasets make some runs huge). A
/// plain value.
class PageSize {
public:
    /// `most`: a bound that a person set; 0: our own.
    explicit PageSize(int most = 0);

    [[nodiscard]] int runs() const { return m_runs; }
    /// A page of `runs` came in `time`, `bytes` large.
    void answered(int runs, std::int64_t bytes, std::chrono::microseconds time);
    /// The answer was too large. False if there is nothing smaller to ask for.
    [[nodiscard]] bool tooLarge();

private:
    int m_most;
    int m_runs;
};

}  // namespace podium::stores
