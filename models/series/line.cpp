// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/line.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace podium::series {

namespace {

/// Positions by ascending key, equal keys in their own order; empty if they are in order already.
std::vector<std::uint32_t> orderOf(const std::vector<std::int64_t>& keys) {
    std::vector<std::uint32_t> order;
    if (std::ranges::is_sorted(keys))
        return order;
    order.resize(keys.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&keys](std::uint32_t i) { return keys[i]; });
    return order;
}

MarkKind kindOf(double value) {
    if (std::isnan(value))
        return MarkKind::NaN;
    return value > 0 ? MarkKind::PlusInfinity : MarkKind::MinusInfinity;
}

void count(MarkKind kind, Counts& counts) {
    switch (kind) {
        case MarkKind::NaN:
            ++counts.nan;
            break;
        case MarkKind::PlusInfinity:
            ++counts.plusInfinity;
            break;
        case MarkKind::MinusInfinity:
            ++counts.minusInfinity;
            break;
        case MarkKind::NotPositive:
            ++counts.notPositive;
            break;
    }
}

}  // namespace

Counts& Counts::operator+=(const Counts& other) {
    all += other.all;
    nan += other.nan;
    plusInfinity += other.plusInfinity;
    minusInfinity += other.minusInfinity;
    notPositive += other.notPositive;
    return *this;
}

Line::Line(std::shared_ptr<const Frame> frame, std::vector<double> y)
    : m_frame(std::move(frame)), m_y(std::move(y)), m_pyramid(m_y) {}

std::shared_ptr<const Line> Line::make(const Series& series, XKind x) {
    const std::vector<std::int64_t>& keys = x == XKind::Step ? series.steps() : series.times();
    const std::vector<std::uint32_t> order = orderOf(keys);
    const base::Millis start = series.startTime();
    // The difference of two int64 fits uint64 when it is known not to be negative.
    if (x == XKind::RelativeTime)
        return build(series, order, [&](std::size_t i) {
            return static_cast<double>(static_cast<std::uint64_t>(keys[i]) -
                                       static_cast<std::uint64_t>(start));
        });
    return build(series, order, [&](std::size_t i) { return static_cast<double>(keys[i]); });
}

std::shared_ptr<const Line> Line::over(const Series& series, std::span<const double> places) {
    std::vector<std::uint32_t> order;
    order.reserve(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (std::isfinite(places[i]))
            order.push_back(static_cast<std::uint32_t>(i));
    }
    std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return places[i]; });
    if (order.empty())
        return through({}, {});
    return build(series, order, [&](std::size_t i) { return places[i]; });
}

std::shared_ptr<const Line> Line::through(std::vector<double> x, std::vector<double> y) {
    auto frame = std::make_shared<Frame>();
    frame->counts.all = x.size();
    frame->x = std::move(x);
    return std::shared_ptr<const Line>(new Line(std::move(frame), std::move(y)));
}

template <typename Place>
std::shared_ptr<const Line> Line::build(const Series& series,
                                        const std::vector<std::uint32_t>& order, Place place) {
    const std::size_t size = order.empty() ? series.size() : order.size();
    auto frame = std::make_shared<Frame>();
    frame->x.reserve(size);
    frame->counts.all = size;
    std::vector<double> y;
    y.reserve(size);
    std::vector<std::uint32_t> source;
    bool gap = false;
    for (std::size_t n = 0; n < size; ++n) {
        const std::size_t i = order.empty() ? n : order[n];
        const double value = series.values()[i];
        if (!std::isfinite(value)) {
            if (order.empty() && frame->marks.empty()) {
                source.resize(y.size());
                std::iota(source.begin(), source.end(), 0U);
            }
            const MarkKind kind = kindOf(value);
            frame->marks.push_back({place(i), kind});
            count(kind, frame->counts);
            gap = true;
            continue;
        }
        if (gap && !y.empty())
            frame->breaks.push_back(static_cast<std::uint32_t>(y.size()));
        gap = false;
        if (!order.empty() || !frame->marks.empty())
            source.push_back(static_cast<std::uint32_t>(i));
        frame->x.push_back(place(i));
        y.push_back(value);
    }
    frame->source = std::move(source);
    return std::shared_ptr<const Line>(new Line(std::move(frame), std::move(y)));
}

std::shared_ptr<const Line> Line::smoothed(double weight) const {
    return smoothed(Smoothing{SmoothKind::Exponential, weight});
}

std::shared_ptr<const Line> Line::smoothed(const Smoothing& smoothing) const {
    return std::shared_ptr<const Line>(new Line(m_frame, series::smoothed(m_y, smoothing)));
}

std::shared_ptr<const Line> Line::positive() const {
    auto frame = std::make_shared<Frame>();
    frame->counts = m_frame->counts;
    std::vector<double> y;
    std::vector<Mark> masked;
    bool gap = false;
    for (std::size_t i = 0; i < m_y.size(); ++i) {
        gap = gap || (i > 0 && !joined(i));
        if (m_y[i] <= 0) {
            masked.push_back({x()[i], MarkKind::NotPositive});
            ++frame->counts.notPositive;
            gap = true;
            continue;
        }
        if (gap && !y.empty())
            frame->breaks.push_back(static_cast<std::uint32_t>(y.size()));
        gap = false;
        frame->x.push_back(x()[i]);
        frame->source.push_back(static_cast<std::uint32_t>(source(i)));
        y.push_back(m_y[i]);
    }
    if (masked.empty())
        return std::shared_ptr<const Line>(new Line(m_frame, m_y));
    frame->marks.resize(masked.size() + m_frame->marks.size());
    std::ranges::merge(m_frame->marks, masked, frame->marks.begin(), {}, &Mark::x, &Mark::x);
    return std::shared_ptr<const Line>(new Line(std::move(frame), std::move(y)));
}

bool Line::joined(std::size_t i) const {
    const std::vector<std::uint32_t>& breaks = m_frame->breaks;
    if (i == 0 || i >= m_y.size())
        return false;
    return breaks.empty() || !std::ranges::binary_search(breaks, static_cast<std::uint32_t>(i));
}

MinMax Line::xExtent() const {
    MinMax out;
    if (!x().empty()) {
        out.include(x().front());
        out.include(x().back());
    }
    if (!marks().empty()) {
        out.include(marks().front().x);
        out.include(marks().back().x);
    }
    return out;
}

MinMax Line::yExtent(double x0, double x1) const {
    const auto from = std::ranges::lower_bound(x(), x0);
    const auto to = std::upper_bound(from, x().end(), x1);
    return m_pyramid.over(m_y, static_cast<std::size_t>(from - x().begin()),
                          static_cast<std::size_t>(to - x().begin()));
}

std::size_t Line::nearest(double at) const {
    const auto after = std::ranges::lower_bound(x(), at);
    auto i = static_cast<std::size_t>(after - x().begin());
    if (i == x().size() || (i > 0 && at - x()[i - 1] <= x()[i] - at)) {
        const double before = x()[i - 1];
        i = static_cast<std::size_t>(std::ranges::lower_bound(x(), before) - x().begin());
    }
    return i;
}

}  // namespace podium::series
