// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/pyramid.h"
#include "series/series.h"
#include "series/smooth.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace podium::series {

/// What a chart has on its x axis. Times are milliseconds; relative time counts from the series'
/// own earliest point.
enum class XKind : std::uint8_t { Step, WallTime, RelativeTime };

/// What cannot stand on the y axis and is shown in a lane of its own.
enum class MarkKind : std::uint8_t { NaN, PlusInfinity, MinusInfinity, NotPositive };

struct Mark {
    double x = 0;
    MarkKind kind = MarkKind::NaN;
    friend bool operator==(const Mark&, const Mark&) = default;
};

/// How many observations a line has, and how many of them are no points of it.
struct Counts {
    std::uint64_t all = 0;
    std::uint64_t nan = 0;
    std::uint64_t plusInfinity = 0;
    std::uint64_t minusInfinity = 0;
    std::uint64_t notPositive = 0;  // only of positive()

    [[nodiscard]] std::uint64_t drawn() const {
        return all - nan - plusInfinity - minusInfinity - notPositive;
    }
    Counts& operator+=(const Counts& other);
    friend bool operator==(const Counts&, const Counts&) = default;
};

/// A series along one x axis: its finite points by ascending x, equal x in the store's order, with
/// the gaps that NaN and infinities leave, and a pyramid. Never changes; made on workers.
class Line {
public:
    [[nodiscard]] static std::shared_ptr<const Line> make(const Series& series, XKind x);

    /// The series over places of one's own, one for each of its points; points whose place is not
    /// finite are left out.
    [[nodiscard]] static std::shared_ptr<const Line> over(const Series& series,
                                                          std::span<const double> places);
    /// A line through points that are no series of the store, by ascending x, all finite.
    [[nodiscard]] static std::shared_ptr<const Line> through(std::vector<double> x,
                                                             std::vector<double> y);

    /// The same line smoothed (see series::smoothed); shares everything but the values.
    [[nodiscard]] std::shared_ptr<const Line> smoothed(double weight) const;
    [[nodiscard]] std::shared_ptr<const Line> smoothed(const Smoothing& smoothing) const;
    /// The line without values <= 0, for a logarithmic axis; those become marks.
    [[nodiscard]] std::shared_ptr<const Line> positive() const;

    [[nodiscard]] std::size_t size() const { return m_y.size(); }
    [[nodiscard]] const std::vector<double>& x() const { return m_frame->x; }
    [[nodiscard]] const std::vector<double>& y() const { return m_y; }
    [[nodiscard]] const Pyramid& pyramid() const { return m_pyramid; }
    [[nodiscard]] const std::vector<Mark>& marks() const { return m_frame->marks; }
    [[nodiscard]] const Counts& counts() const { return m_frame->counts; }

    /// True if the line runs from point i - 1 to point i, that is: nothing undrawable lies between.
    [[nodiscard]] bool joined(std::size_t i) const;
    /// Position of point i in the series' own order.
    [[nodiscard]] std::size_t source(std::size_t i) const {
        return m_frame->source.empty() ? i : m_frame->source[i];
    }
    /// Extent of x over points and marks; min > max if there is neither.
    [[nodiscard]] MinMax xExtent() const;
    /// Extent of the finite values.
    [[nodiscard]] MinMax yExtent() const { return m_pyramid.over(m_y, 0, m_y.size()); }
    /// Extent of the values whose x lies in [x0, x1].
    [[nodiscard]] MinMax yExtent(double x0, double x1) const;
    /// The point whose x is nearest; of equally near ones the first. The line must not be empty.
    [[nodiscard]] std::size_t nearest(double x) const;

private:
    /// Everything that smoothing leaves as it is.
    struct Frame {
        std::vector<double> x;
        std::vector<std::uint32_t> source;  // empty: point i is the series' point i
        std::vector<std::uint32_t> breaks;  // ascending: no line from i - 1 to i
        std::vector<Mark> marks;            // by ascending x
        Counts counts;
    };

    Line(std::shared_ptr<const Frame> frame, std::vector<double> y);
    template <typename Place>
    [[nodiscard]] static std::shared_ptr<const Line> build(const Series& series,
                                                           const std::vector<std::uint32_t>& order,
                                                           Place place);

    std::shared_ptr<const Frame> m_frame;
    std::vector<double> m_y;
    Pyramid m_pyramid;
};

}  // namespace podium::series
