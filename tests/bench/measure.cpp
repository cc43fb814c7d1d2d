// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure.h"

#include <unistd.h>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace podium::bench {

using nlohmann::json;

double timed(const std::function<void()>& work) {
    const auto begun = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun)
        .count();
}

double Samples::median() const {
    std::vector<double> sorted = m_times;
    std::ranges::sort(sorted);
    return sorted.empty() ? 0 : sorted[sorted.size() / 2];
}

double Samples::worst() const {
    return m_times.empty() ? 0 : *std::ranges::max_element(m_times);
}

json Samples::json() const {
    const double least = m_times.empty() ? 0 : *std::ranges::min_element(m_times);
    return {{"median_ms", median()}, {"least_ms", least}, {"worst_ms", worst()}};
}

json against(const Samples& figure, const Samples& floor) {
    return {{"figure", figure.json()},
            {"floor", floor.json()},
            {"ratio", floor.median() > 0 ? figure.median() / floor.median() : 0.0}};
}

std::int64_t residentBytes() {
    std::ifstream status("/proc/self/statm");
    std::int64_t total = 0;
    std::int64_t resident = 0;
    status >> total >> resident;
    return resident * ::sysconf(_SC_PAGESIZE);
}

void fail(const std::string& words) {
    std::fprintf(stderr, "podium_bench: %s\n", words.c_str());
    std::exit(1);
}

}  // namespace podium::bench
