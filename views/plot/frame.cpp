// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plot/frame.h"

#include "series/raster.h"

#include <QElapsedTimer>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <atomic>
#include <span>
#include <thread>

namespace podium::views {

namespace {

constexpr double Padding = 0.04;
/// Lines this short are drawn with dots, which should not be cut in half at the sides.
constexpr std::size_t FewPoints = 64;
constexpr double DotPadding = 0.015;

series::Stroke strokeOf(const QColor& color, double width, double opacity, double ratio) {
    series::Stroke stroke;
    stroke.rgb = color.rgb() & 0xFFFFFFU;
    stroke.opacity = opacity;
    stroke.width = width * ratio;
    return stroke;
}

/// What is less than so many points is done before another thread has begun.
constexpr std::size_t WorthThreads = 100'000;

/// Runs work(0) .. work(count - 1) on up to `threads` threads, this one among them.
template <typename Work>
void inParallel(std::size_t count, std::size_t threads, const Work& work) {
    std::atomic<std::size_t> next = 0;
    const auto some = [&] {
        for (std::size_t i = next++; i < count; i = next++)
            work(i);
    };
    std::vector<std::jthread> helpers;
    for (std::size_t i = 1; i < std::min(threads, count); ++i)
        helpers.emplace_back(some);
    some();
}

std::size_t threadsFor(std::size_t points) {
    constexpr std::size_t Most = 8;
    const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
    return std::clamp<std::size_t>(points / WorthThreads, 1, std::min(processors, Most));
}

/// Draws the lines of a request into one picture.
class Painter {
public:
    Painter(const FrameRequest& request, const Prepared& prepared, const series::Mapping& mapping)
        : m_request(request),
          m_prepared(prepared),
          m_mapping(mapping),
          m_raster(request.size.width(), request.size.height()) {}

    bool paint(std::stop_token stop) {
        const bool bands = !m_prepared.bands.empty();
        for (const PreparedBand& band : m_prepared.bands)
            m_raster.fillBetween(*band.low, *band.high, m_mapping, band.color.rgb() & 0xFFFFFFU,
                                 (m_request.dark ? 0.24 : 0.18) * fade(band.id));
        const bool faintLines =
            bands ? m_prepared.options.members : m_prepared.options.smooth().active();
        const std::vector<const PreparedLine*> lines = order();
        if (faintLines && !drawAll(lines, bands ? Layer::Members : Layer::Faint, stop))
            return false;
        if (bands) {
            for (const PreparedLine* line : lines)
                see(*line->shown);
        } else if (!drawAll(lines, Layer::Full, stop)) {
            return false;
        }
        for (const PreparedBand& band : m_prepared.bands)
            centre(band);
        return !stop.stop_requested();
    }

    [[nodiscard]] QImage image() const {
        QImage image(m_request.size, QImage::Format_ARGB32_Premultiplied);
        auto* pixels = reinterpret_cast<std::uint32_t*>(image.bits());
        const std::size_t stride =
            static_cast<std::size_t>(image.bytesPerLine()) / sizeof(std::uint32_t);
        inStrips(m_threads, [&](int from, int to) { m_raster.copyTo(pixels, stride, from, to); });
        image.setDevicePixelRatio(m_request.ratio);
        return image;
    }

    std::uint64_t inView = 0;
    bool exact = true;

private:
    [[nodiscard]] bool hovered(const PreparedLine& line) const {
        return m_request.hovered == line.line.id;
    }

    /// Emphasised lines above the others, the hovered one above all.
    [[nodiscard]] std::vector<const PreparedLine*> order() const {
        std::vector<const PreparedLine*> lines;
        for (const PreparedLine& line : m_prepared.lines)
            lines.push_back(&line);
        std::ranges::stable_sort(lines, {}, [this](const PreparedLine* line) {
            return hovered(*line) ? 2 : line->line.emphasised ? 1 : 0;
        });
        return lines;
    }

    [[nodiscard]] double fade(qint64 id) const {
        return m_request.hovered && m_request.hovered != id ? 0.3 : 1;
    }

    enum class Layer { Members, Faint, Full };

    /// Decimates some lines at a time and draws them in order, both on as many threads as there
    /// are.
    bool drawAll(const std::vector<const PreparedLine*>& lines, Layer layer, std::stop_token stop) {
        constexpr std::size_t AtOnce = 64;
        for (std::size_t from = 0; from < lines.size(); from += AtOnce) {
            const std::size_t count = std::min(AtOnce, lines.size() - from);
            if (!drawSome(std::span(lines).subspan(from, count), layer, stop))
                return false;
        }
        return true;
    }

    bool drawSome(std::span<const PreparedLine* const> lines, Layer layer, std::stop_token stop) {
        std::vector<const series::Line*> drawn;
        std::size_t points = 0;
        for (const PreparedLine* line : lines) {
            drawn.push_back(layer == Layer::Faint ? line->raw.get() : line->shown.get());
            points += drawn.back()->size();
        }
        const std::size_t threads = threadsFor(points);
        m_threads = std::max(m_threads, threads);
        std::vector<series::Decimated> columns(lines.size());
        inParallel(lines.size(), threads, [&](std::size_t i) {
            if (!stop.stop_requested())
                columns[i] = decimated(*drawn[i]);
        });
        if (stop.stop_requested())
            return false;
        std::vector<series::Stroke> strokes;
        for (std::size_t i = 0; i < lines.size(); ++i)
            strokes.push_back(layer == Layer::Full ? full(*lines[i], columns[i])
                                                   : faint(*lines[i]));
        inStrips(threads, [&](int from, int to) {
            for (std::size_t i = 0; i < lines.size(); ++i)
                m_raster.draw(*drawn[i], columns[i], m_mapping, strokes[i], from, to);
        });
        return true;
    }

    /// Runs work(from, to) for stretches of columns. A stretch stays in a processor's cache while
    /// one line after another is drawn into it.
    template <typename Work>
    void inStrips(std::size_t threads, const Work& work) const {
        constexpr int StripColumns = 160;
        const int width = m_request.size.width();
        const auto strips = static_cast<std::size_t>((width + StripColumns - 1) / StripColumns);
        inParallel(strips, threads, [&](std::size_t i) {
            const int from = static_cast<int>(i) * StripColumns;
            work(from, std::min(from + StripColumns, width));
        });
    }

    [[nodiscard]] series::Stroke faint(const PreparedLine& line) const {
        const double opacity = m_request.dark ? 0.32 : 0.26;
        return strokeOf(line.line.color, 1, opacity * fade(line.line.id), m_request.ratio);
    }

    /// Counts what a line that is not drawn by itself has in the window.
    void see(const series::Line& line) {
        const auto [from, to] = line.stretch(m_mapping.window.x0, m_mapping.window.x1);
        inView += to - from;
    }

    void centre(const PreparedBand& band) {
        const bool pointed = m_request.hovered == band.id;
        series::Stroke stroke =
            strokeOf(band.color, pointed ? 2.6 : 1.8, fade(band.id), m_request.ratio);
        stroke.lonelyDot = 2.75 * m_request.ratio;
        const series::Decimated columns = decimated(*band.centre);
        exact = exact && columns.exact;
        m_raster.draw(*band.centre, columns, m_mapping, stroke);
    }

    /// Counts a line in, and says how it is drawn.
    series::Stroke full(const PreparedLine& line, const series::Decimated& columns) {
        const double width = hovered(line) ? 2.4 : line.line.emphasised ? 2 : 1.3;
        series::Stroke stroke =
            strokeOf(line.line.color, width, fade(line.line.id), m_request.ratio);
        stroke.lonelyDot = (hovered(line) ? 3.5 : 2.75) * m_request.ratio;
        stroke.sparseDot = (hovered(line) ? 3 : 2.25) * m_request.ratio;
        inView += columns.end - columns.begin;
        exact = exact && columns.exact;
        return stroke;
    }

    [[nodiscard]] series::Decimated decimated(const series::Line& line) const {
        return m_request.moving ? series::decimateSnapped(line, m_mapping.window)
                                : series::decimate(line, m_mapping.window);
    }

    const FrameRequest& m_request;
    const Prepared& m_prepared;
    const series::Mapping& m_mapping;
    series::Raster m_raster;
    std::size_t m_threads = 1;
};

/// The sign of a kind, about 7 pixels high: a cross, arrows, a ring.
QPainterPath markShape(series::MarkKind kind) {
    QPainterPath path;
    switch (kind) {
        case series::MarkKind::NaN:
            path.moveTo(-2.5, -2.5);
            path.lineTo(2.5, 2.5);
            path.moveTo(-2.5, 2.5);
            path.lineTo(2.5, -2.5);
            break;
        case series::MarkKind::PlusInfinity:
            path.addPolygon(QPolygonF({{-3, 2.5}, {0, -3}, {3, 2.5}, {-3, 2.5}}));
            break;
        case series::MarkKind::MinusInfinity:
            path.addPolygon(QPolygonF({{-3, -2.5}, {0, 3}, {3, -2.5}, {-3, -2.5}}));
            break;
        case series::MarkKind::NotPositive:
            path.addEllipse(QPointF(0, 0), 2.25, 2.25);
            break;
    }
    return path;
}

/// Marks of one kind and line that would stand on one another are drawn once.
QImage laneOf(const FrameRequest& request, const Prepared& prepared, const series::Window& window) {
    if (prepared.counts.drawn() == prepared.counts.all)
        return {};
    QImage image(QSize(request.size.width(), qRound(LaneHeight * request.ratio)),
                 QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(request.ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    constexpr double Apart = 3;
    for (const PreparedLine& line : prepared.lines) {
        painter.setPen(QPen(line.line.color, 1.25));
        std::array<double, 4> last{-1e9, -1e9, -1e9, -1e9};
        const std::vector<series::Mark>& marks = line.raw->marks();
        const auto from = std::ranges::lower_bound(marks, window.x0, {}, &series::Mark::x);
        for (auto mark = from; mark != marks.end() && mark->x <= window.x1; ++mark) {
            const double x = window.position(mark->x) / request.ratio;
            double& before = last[static_cast<std::size_t>(mark->kind)];
            if (x - before < Apart)
                continue;
            before = x;
            painter.save();
            painter.translate(x, LaneHeight / 2.0);
            const QPainterPath shape = markShape(mark->kind);
            const bool solid = mark->kind == series::MarkKind::PlusInfinity ||
                               mark->kind == series::MarkKind::MinusInfinity;
            if (solid)
                painter.fillPath(shape, line.line.color);
            else
                painter.drawPath(shape);
            painter.restore();
        }
    }
    return image;
}

/// The y axis where nobody has chosen one: all there is to see, or the bulk of it.
series::Range fittedY(const FrameRequest& request, const Prepared& prepared,
                      const series::Range& x) {
    const PlotOptions& options = request.options;
    if (options.fixedY && series::valid(*options.fixedY, options.logY))
        return *options.fixedY;
    series::MinMax extent = request.x ? prepared.yWithin(x.low, x.high) : prepared.y;
    if (options.withoutOutliers)
        extent = prepared.robustWithin(x.low, x.high);
    return series::fit(extent, Padding, options.logY);
}

series::Range fittedX(const FrameRequest& request, const Prepared& prepared) {
    if (request.options.fixedX && series::valid(*request.options.fixedX))
        return *request.options.fixedX;
    const bool dots = std::ranges::all_of(
        prepared.lines, [](const PreparedLine& line) { return line.shown->size() <= FewPoints; });
    return series::fit(prepared.x, dots ? DotPadding : 0);
}

bool isBroken(const Prepared& prepared) {
    return std::ranges::any_of(prepared.lines, [](const PreparedLine& line) {
        return line.raw->isBroken() || line.shown->isBroken();
    });
}

}  // namespace

std::shared_ptr<const Frame> makeFrame(const FrameRequest& request, std::stop_token stop,
                                       std::stop_token superseded) {
    auto frame = std::make_shared<Frame>();
    frame->serial = request.serial;
    frame->moving = request.moving;
    frame->prepared = prepare(request.lines, request.options, request.previous.get(), stop);
    if (frame->prepared == nullptr)
        return nullptr;
    const Prepared& prepared = *frame->prepared;
    const series::Range x = request.x.value_or(fittedX(request, prepared));
    const bool log = request.options.logY;
    const series::Range y = request.y.value_or(fittedY(request, prepared, x));
    frame->mapping = {{x.low, x.high, request.size.width()}, y, log, request.size.height()};
    if (request.size.isEmpty())
        return frame;
    QElapsedTimer drawing;
    drawing.start();
    Painter painter(request, prepared, frame->mapping);
    std::stop_source either;
    const std::stop_callback ended(stop, [&] { either.request_stop(); });
    const std::stop_callback replaced(superseded, [&] { either.request_stop(); });
    if (!painter.paint(either.get_token())) {
        frame->superseded = true;
        return stop.stop_requested() ? nullptr : frame;
    }
    // A run has changed in the cache while its points were read: its new history is on the way, and
    // the picture before is better than one with holes.
    if (request.previous != nullptr && isBroken(prepared))
        return nullptr;
    frame->image = painter.image();
    frame->milliseconds = static_cast<double>(drawing.nsecsElapsed()) / 1e6;
    frame->inView = painter.inView;
    frame->exact = painter.exact;
    if (request.options.withoutOutliers && !request.moving)
        frame->outside = prepared.outside(x.low, x.high, y);
    frame->lane = laneOf(request, prepared, frame->mapping.window);
    return frame;
}

bool isCoarseWhileMoving(bool coarse, const Frame& frame) {
    constexpr double SlowMs = 40;
    constexpr double AtMost = 4;
    if (!frame.moving)
        return coarse;
    return frame.milliseconds * (coarse ? AtMost : 1) > SlowMs;
}

}  // namespace podium::views
