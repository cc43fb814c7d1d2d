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

/// The mark of a value that is not finite.
[[nodiscard]] MarkKind markKindOf(double value);

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
    void add(MarkKind kind);
    friend bool operator==(const Counts&, const Counts&) = default;
};

class PackedPoints;
struct WholeLine;

/// A series along one x axis: its finite points by ascending x, equal x in the store's order, with
/// the gaps that NaN and infinities leave, and a pyramid. Never changes; made on workers. Points of
/// a packed series that ascends along the axis stay packed and are read by Cursor.
class Line {
public:
    ~Line();
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

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

    [[nodiscard]] std::size_t size() const { return m_size; }
    /// All points. Those of a line that is packed are read when they are first asked for, and kept:
    /// a Cursor does without.
    [[nodiscard]] const std::vector<double>& x() const;
    [[nodiscard]] const std::vector<double>& y() const;
    [[nodiscard]] bool isPacked() const { return m_packed != nullptr; }
    /// True if points that were looked at could no longer be read.
    [[nodiscard]] bool isBroken() const;
    [[nodiscard]] const std::vector<Mark>& marks() const { return m_frame->marks; }
    [[nodiscard]] const Counts& counts() const { return m_frame->counts; }

    /// True if the line runs from point i - 1 to point i, that is: nothing undrawable lies between.
    [[nodiscard]] bool joined(std::size_t i) const;
    /// Position of point i in the series' own order.
    [[nodiscard]] std::size_t source(std::size_t i) const;
    /// Extent of x over points and marks; min > max if there is neither.
    [[nodiscard]] MinMax xExtent() const;
    /// Extent of the finite values.
    [[nodiscard]] MinMax yExtent() const;
    /// Extent of the values whose x lies in [x0, x1].
    [[nodiscard]] MinMax yExtent(double x0, double x1) const;
    /// The points whose x lies in [x0, x1]: the first one, and the one behind the last.
    [[nodiscard]] std::pair<std::size_t, std::size_t> stretch(double x0, double x1) const;
    /// The first of the points with the least value, or the greatest. The line must not be empty.
    [[nodiscard]] std::size_t extreme(bool least) const;
    /// The point whose x is nearest; of equally near ones the first. The line must not be empty.
    [[nodiscard]] std::size_t nearest(double x) const;

private:
    friend class Cursor;
    /// Everything that smoothing leaves as it is.
    struct Frame {
        std::vector<double> x;
        std::vector<std::uint32_t> source;  // empty: point i is the series' point i
        std::vector<std::uint32_t> breaks;  // ascending: no line from i - 1 to i
        std::vector<Mark> marks;            // by ascending x
        Counts counts;
    };

    Line(std::shared_ptr<const Frame> frame, std::vector<double> y);
    Line(std::shared_ptr<const Frame> frame, std::shared_ptr<const PackedPoints> points);
    template <typename Place>
    [[nodiscard]] static std::shared_ptr<const Line> build(const Series& series,
                                                           const std::vector<std::uint32_t>& order,
                                                           Place place);
    [[nodiscard]] const WholeLine& whole() const;
    [[nodiscard]] std::shared_ptr<const Frame> unpackedFrame() const;
    [[nodiscard]] std::vector<std::uint32_t> sources() const;

    std::shared_ptr<const Frame> m_frame;
    std::size_t m_size = 0;
    std::vector<double> m_y;
    Pyramid m_pyramid;
    std::shared_ptr<const PackedPoints> m_packed;  // then there is neither x nor y nor source
    std::unique_ptr<WholeLine> m_whole;            // likewise
};

/// Reads the points of a line for one thread. Of a packed one it keeps the two chunks that it was
/// asked for last.
class Cursor {
public:
    explicit Cursor(const Line& line);
    ~Cursor();
    Cursor(const Cursor&) = delete;
    Cursor& operator=(const Cursor&) = delete;

    [[nodiscard]] double x(std::size_t i) {
        return m_packed == nullptr ? m_x[i] : packedPoint(i).x;
    }
    [[nodiscard]] double y(std::size_t i) {
        return m_packed == nullptr ? m_y[i] : packedPoint(i).y;
    }
    /// Points that lie together in memory, from point `i` on and before `to`; at least one if i <
    /// to. Good until the next call.
    struct Stretch {
        std::span<const double> x;
        std::span<const double> y;
    };
    [[nodiscard]] Stretch stretch(std::size_t i, std::size_t to);
    /// Extremes of the points from .. to - 1, exactly.
    [[nodiscard]] MinMax over(std::size_t from, std::size_t to);
    /// The first point of from .. to - 1 that is at `at` or behind, or `to`. `stride` is how far
    /// away it is expected.
    [[nodiscard]] std::size_t notBefore(double at, std::size_t from, std::size_t to,
                                        std::size_t stride = 1);
    /// The first block of `block` points, or of a packed line the first chunk, that begins behind
    /// `from` and not before `at`; at most `to`. Looks at the blocks' first points only.
    [[nodiscard]] std::size_t blockBehind(double at, std::size_t from, std::size_t to,
                                          std::size_t block);
    /// The first point behind `at`, or the number of points.
    [[nodiscard]] std::size_t behind(double at);
    /// Position of a point in the series' own order.
    [[nodiscard]] std::size_t source(std::size_t i);

private:
    struct Point {
        double x;
        double y;
    };
    struct Chunks;
    Point packedPoint(std::size_t i);

    const Line& m_line;
    const PackedPoints* m_packed;
    const double* m_x = nullptr;
    const double* m_y = nullptr;
    std::unique_ptr<Chunks> m_chunks;
};

}  // namespace podium::series
