// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/join.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace podium::series {

namespace {

std::vector<std::uint32_t> byStep(const Series& series) {
    std::vector<std::uint32_t> order(series.size());
    std::iota(order.begin(), order.end(), 0U);
    if (!std::ranges::is_sorted(series.steps()))
        std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return series.steps()[i]; });
    return order;
}

}  // namespace

std::vector<std::size_t> joinedPoints(const Series& series, const Series& other, JoinKind kind) {
    const std::vector<std::uint32_t> mine = byStep(series);
    const std::vector<std::uint32_t> theirs = byStep(other);
    std::vector<std::size_t> found(series.size(), NoPartner);
    std::size_t begin = 0;  // theirs of this step: begin .. end
    std::size_t end = 0;
    for (std::size_t i = 0; i < mine.size();) {
        const std::int64_t step = series.steps()[mine[i]];
        std::size_t same = i;
        while (same < mine.size() && series.steps()[mine[same]] == step)
            ++same;
        begin = end;
        while (begin < theirs.size() && other.steps()[theirs[begin]] < step)
            ++begin;
        end = begin;
        while (end < theirs.size() && other.steps()[theirs[end]] == step)
            ++end;
        for (std::size_t k = i; k < same; ++k) {
            if (end > begin) {
                const bool pairs = kind == JoinKind::SameStep && end - begin == same - i;
                found[mine[k]] = theirs[pairs ? begin + (k - i) : end - 1];
            } else if (kind == JoinKind::CarryForward && begin > 0) {
                found[mine[k]] = theirs[begin - 1];
            }
        }
        i = same;
    }
    return found;
}

std::vector<double> joinedPlaces(const Series& series, const Series& other, JoinKind kind) {
    const std::vector<std::size_t> found = joinedPoints(series, other, kind);
    std::vector<double> x(series.size(), std::nan(""));
    for (std::size_t i = 0; i < series.size(); ++i) {
        if (found[i] != NoPartner)
            x[i] = other.values()[found[i]];
    }
    return x;
}

Joined joinedLine(const Series& series, const Series& other, JoinKind kind) {
    const std::vector<double> x = joinedPlaces(series, other, kind);
    const auto unpaired =
        std::ranges::count_if(x, [](double place) { return !std::isfinite(place); });
    return {Line::over(series, x), static_cast<std::uint64_t>(unpaired)};
}

std::vector<std::size_t> restarts(const Series& series) {
    std::vector<std::size_t> begins;
    if (series.empty())
        return begins;
    begins.push_back(0);
    const std::vector<std::int64_t>& steps = series.steps();
    std::int64_t reached = steps[0];
    for (std::size_t i = 1; i < steps.size(); ++i) {
        const bool back = steps[i] < steps[i - 1];
        const bool stays =
            i + 1 == steps.size() || (steps[i + 1] >= steps[i] && steps[i + 1] < reached);
        // A last point alone that falls back is a late one.
        if (back && stays && i + 1 < steps.size()) {
            begins.push_back(i);
            reached = steps[i];
        }
        reached = std::max(reached, steps[i]);
    }
    return begins;
}

std::vector<std::shared_ptr<const Series>> parts(const Series& series) {
    const std::vector<std::size_t> begins = restarts(series);
    std::vector<std::shared_ptr<const Series>> made;
    for (std::size_t k = 0; k < begins.size(); ++k) {
        const auto from = static_cast<std::ptrdiff_t>(begins[k]);
        const auto to =
            static_cast<std::ptrdiff_t>(k + 1 < begins.size() ? begins[k + 1] : series.size());
        Columns columns;
        columns.steps.assign(series.steps().begin() + from, series.steps().begin() + to);
        columns.times.assign(series.times().begin() + from, series.times().begin() + to);
        columns.values.assign(series.values().begin() + from, series.values().begin() + to);
        made.push_back(std::make_shared<const Series>(std::move(columns)));
    }
    return made;
}

}  // namespace podium::series
