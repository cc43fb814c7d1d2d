// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/line.h"

#include "series/packedline.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <mutex>
#include <numeric>
#include <utility>

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

}  // namespace

Counts& Counts::operator+=(const Counts& other) {
    all += other.all;
    nan += other.nan;
    plusInfinity += other.plusInfinity;
    minusInfinity += other.minusInfinity;
    notPositive += other.notPositive;
    return *this;
}

MarkKind markKindOf(double value) {
    if (std::isnan(value))
        return MarkKind::NaN;
    return value > 0 ? MarkKind::PlusInfinity : MarkKind::MinusInfinity;
}

void Counts::add(MarkKind kind) {
    switch (kind) {
        case MarkKind::NaN:
            ++nan;
            break;
        case MarkKind::PlusInfinity:
            ++plusInfinity;
            break;
        case MarkKind::MinusInfinity:
            ++minusInfinity;
            break;
        case MarkKind::NotPositive:
            ++notPositive;
            break;
    }
}

/// A packed line's points, all of them in memory after all.
struct WholeLine {
    std::once_flag read;
    std::vector<double> x;
    std::vector<double> y;
};

Line::Line(std::shared_ptr<const Frame> frame, std::vector<double> y)
    : m_frame(std::move(frame)), m_size(y.size()), m_y(std::move(y)), m_pyramid(m_y) {}

Line::Line(std::shared_ptr<const Frame> frame, std::shared_ptr<const PackedPoints> points)
    : m_frame(std::move(frame)),
      m_size(points->size()),
      m_packed(std::move(points)),
      m_whole(std::make_unique<WholeLine>()) {}

Line::~Line() = default;

const WholeLine& Line::whole() const {
    std::call_once(m_whole->read, [this] {
        m_whole->x.reserve(m_size);
        m_whole->y.reserve(m_size);
        PackedHistory::Reader reader(m_packed->history());
        Piece piece;
        for (std::size_t c = 0; c < m_packed->chunks(); ++c) {
            m_packed->load(reader, c, piece);
            const auto count = static_cast<std::ptrdiff_t>(piece.end - piece.begin);
            m_whole->x.insert(m_whole->x.end(), piece.x.begin(), piece.x.begin() + count);
            m_whole->y.insert(m_whole->y.end(), piece.y.begin(), piece.y.begin() + count);
        }
    });
    return *m_whole;
}

const std::vector<double>& Line::x() const {
    return m_packed == nullptr ? m_frame->x : whole().x;
}

const std::vector<double>& Line::y() const {
    return m_packed == nullptr ? m_y : whole().y;
}

bool Line::isBroken() const {
    return m_packed != nullptr && m_packed->broken();
}

std::size_t Line::source(std::size_t i) const {
    if (m_packed != nullptr)
        return Cursor(*this).source(i);
    return m_frame->source.empty() ? i : m_frame->source[i];
}

std::shared_ptr<const Line> Line::make(const Series& series, XKind x) {
    if (series.packed() != nullptr) {
        auto frame = std::make_shared<Frame>();
        auto points = PackedPoints::make(series.packed(), x, series.startTime(), frame->marks,
                                         frame->breaks, frame->counts);
        if (points != nullptr)
            return std::shared_ptr<const Line>(new Line(std::move(frame), std::move(points)));
    }
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
            const MarkKind kind = markKindOf(value);
            frame->marks.push_back({place(i), kind});
            frame->counts.add(kind);
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
    if (m_packed != nullptr && smoothing.kind == SmoothKind::Exponential)
        return std::shared_ptr<const Line>(new Line(m_frame, m_packed->averaged(smoothing.amount)));
    if (m_packed == nullptr)
        return std::shared_ptr<const Line>(new Line(m_frame, series::smoothed(y(), smoothing)));
    return std::shared_ptr<const Line>(new Line(unpackedFrame(), series::smoothed(y(), smoothing)));
}

/// What a line in memory has besides its values, of one that is packed.
std::shared_ptr<const Line::Frame> Line::unpackedFrame() const {
    auto frame = std::make_shared<Frame>(*m_frame);
    frame->x = x();
    frame->source = sources();
    return frame;
}

/// For a packed line; empty where each point is the series' own.
std::vector<std::uint32_t> Line::sources() const {
    std::vector<std::uint32_t> all;
    if (m_frame->marks.empty())
        return all;
    Cursor cursor(*this);
    for (std::size_t i = 0; i < m_size; ++i)
        all.push_back(static_cast<std::uint32_t>(cursor.source(i)));
    return all;
}

std::shared_ptr<const Line> Line::positive() const {
    // One that has no such value is left packed.
    if (m_packed != nullptr && (m_size == 0 || yExtent().min > 0))
        return std::shared_ptr<const Line>(new Line(m_frame, m_packed));
    if (m_packed != nullptr)
        return std::shared_ptr<const Line>(new Line(unpackedFrame(), y()))->positive();
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
    if (i == 0 || i >= m_size)
        return false;
    return breaks.empty() || !std::ranges::binary_search(breaks, static_cast<std::uint32_t>(i));
}

MinMax Line::xExtent() const {
    MinMax out;
    if (m_size > 0) {
        Cursor cursor(*this);
        out.include(cursor.x(0));
        out.include(cursor.x(m_size - 1));
    }
    if (!marks().empty()) {
        out.include(marks().front().x);
        out.include(marks().back().x);
    }
    return out;
}

MinMax Line::yExtent() const {
    return Cursor(*this).over(0, m_size);
}

MinMax Line::yExtent(double x0, double x1) const {
    const auto [from, to] = stretch(x0, x1);
    return Cursor(*this).over(from, to);
}

std::pair<std::size_t, std::size_t> Line::stretch(double x0, double x1) const {
    Cursor cursor(*this);
    const std::size_t from = cursor.notBefore(x0, 0, m_size, m_size / 2 + 1);
    return {from, std::max(from, cursor.behind(x1))};
}

std::size_t Line::extreme(bool least) const {
    Cursor cursor(*this);
    const MinMax all = cursor.over(0, m_size);
    const double wanted = least ? all.min : all.max;
    const auto has = [&](std::size_t from, std::size_t to) {
        const MinMax part = cursor.over(from, to);
        return (least ? part.min : part.max) == wanted;
    };
    // Halves: the left one if it has it.
    std::size_t from = 0;
    std::size_t to = m_size;
    while (to - from > 1) {
        const std::size_t middle = from + (to - from) / 2;
        if (has(from, middle))
            to = middle;
        else
            from = middle;
    }
    return from;
}

std::size_t Line::nearest(double at) const {
    Cursor cursor(*this);
    const auto find = [&](double place) {
        return cursor.notBefore(place, 0, m_size, m_size / 2 + 1);
    };
    std::size_t i = find(at);
    if (i == m_size || (i > 0 && at - cursor.x(i - 1) <= cursor.x(i) - at))
        i = find(cursor.x(i - 1));
    return i;
}

}  // namespace podium::series
