// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/rest/pagesize.h"

#include <algorithm>

namespace podium::stores {

namespace {

constexpr int First = 100;
/// Servers take up to 50,000 (runs/search); more than this gains nothing.
constexpr int Most = 4000;
constexpr double WantedSeconds = 1.5;
constexpr double WantedBytes = 8.0 * 1024 * 1024;
/// One answer says little: a server may just have been busy.
constexpr double Growth = 4;
constexpr double Shrinking = 0.4;

}  // namespace

PageSize::PageSize(int most)
    : m_most(most > 0 ? std::min(most, Most) : Most), m_runs(std::min(First, m_most)) {}

void PageSize::answered(int runs, std::int64_t bytes, std::chrono::microseconds time) {
    if (runs <= 0)
        return;
    const double seconds = std::max(std::chrono::duration<double>(time).count(), 1e-4);
    const double byTime = std::clamp(WantedSeconds / seconds, Shrinking, Growth) * runs;
    const double byBytes =
        WantedBytes * runs / static_cast<double>(std::max<std::int64_t>(bytes, 1));
    m_runs = std::clamp(static_cast<int>(std::min({byTime, byBytes, 1.0 * Most})), 1, m_most);
}

bool PageSize::tooLarge() {
    if (m_runs <= 1)
        return false;
    m_runs = std::max(1, m_runs / 8);
    return true;
}

}  // namespace podium::stores
