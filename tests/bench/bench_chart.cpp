// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench_chart.h"

#include "cached.h"
#include "series/raster.h"
#include "views/plot/lineplot.h"
#include "views/theme/colors.h"

#include <QApplication>
#include <QEventLoop>
#include <QImage>
#include <QPainter>
#include <QTimer>
#include <QWheelEvent>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <random>

namespace podium::bench {

namespace {

using Clock = std::chrono::steady_clock;
constexpr int Frames = 120;
constexpr int FrameMs = 16;

double since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double quantile(std::vector<double> values, double share) {
    std::ranges::sort(values);
    return values.empty()
               ? 0
               : values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

nlohmann::json frames(const std::vector<double>& times, double floor) {
    const double median = quantile(times, 0.5);
    return {{"median", median},
            {"p95", quantile(times, 0.95)},
            {"max", quantile(times, 1)},
            {"ratio", median / floor}};
}

std::vector<domain::MetricPoint> madeUpPoints(int series, int points) {
    std::mt19937_64 random(static_cast<std::uint64_t>(series) + 7);
    std::normal_distribution<double> normal;
    std::vector<domain::MetricPoint> list;
    list.reserve(static_cast<std::size_t>(points));
    double noise = 0;
    for (int i = 0; i < points; ++i) {
        noise = 0.6 * noise + normal(random);
        const double t = static_cast<double>(i) / points;
        list.push_back({0.2 + series * 0.01 + std::exp(-5 * t) + 0.02 * noise,
                        1'700'000'000'000 + i * std::int64_t{83}, i});
    }
    return list;
}

/// Each series is the loss of a run of its own.
std::unique_ptr<cache::Cache> cachedSeries(const std::filesystem::path& folder, int series,
                                           int points) {
    auto opened = cache::Cache::open(folder / "chart.db", base::systemClock());
    if (!opened.ok())
        fail("can't open a cache");
    std::unique_ptr<cache::Cache> cache = std::move(opened).value();
    const auto put = [&](cache::Writer& writer, int s) -> base::Result<void> {
        const auto source = writer.addSource("filestore", "/made/up", "/made/up", "made up", 0);
        PODIUM_TRY(void, source);
        domain::Experiment experiment;
        experiment.experimentId = "1";
        const auto number = writer.putExperiment(source.value(), experiment);
        PODIUM_TRY(void, number);
        domain::Run run;
        run.runId = "run" + std::to_string(s);
        run.experimentId = "1";
        run.metrics.push_back({"loss", madeUpPoints(s, points), {}});
        const auto stored =
            writer.putRun(number.value(), {}, cache::encodeRun(std::move(run), 1, writer.names()));
        PODIUM_TRY(void, stored);
        return {};
    };
    const auto there = cache->reader().value().sources();
    for (int s = 0; s < series && there.ok() && there.value().empty(); ++s) {
        if (!cache->writer().run([&](cache::Writer& writer) { return put(writer, s); }).ok())
            fail("can't fill the cache");
    }
    return cache;
}

std::vector<views::PlotLine> openLines(cache::Cache& cache, int count) {
    cache::Reader reader = cache.reader().value();
    const std::uint32_t name = reader.nameNumber("loss").value();
    std::vector<views::PlotLine> lines;
    for (int s = 0; s < count; ++s) {
        const auto run = reader.findRun({1}, "run" + std::to_string(s)).value().at(0);
        const cache::StoredHistory stored = reader.openedHistory(run, name).value();
        lines.push_back(
            {s + 1, QStringLiteral("run %1").arg(s), views::seriesColor(s, views::Scheme::Light),
             stored.opened != nullptr ? std::make_shared<const series::Series>(stored.opened)
                                      : series::Series::fromBlob(stored.packed).value(),
             false});
    }
    return lines;
}

/// Memory that no file stands behind, in megabytes.
double anonymousMegabytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("RssAnon:"))
            return std::stod(line.substr(8)) / 1024;
    }
    return 0;
}

/// Lets the program run, timers and workers included.
void breathe(int ms) {
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

void settle(const views::LinePlot& plot) {
    while (!plot.isSettled())
        breathe(1);
}

double medianBlit(int width, int height) {
    QImage screen(width, height, QImage::Format_ARGB32_Premultiplied);
    QImage picture(width, height, QImage::Format_ARGB32_Premultiplied);
    screen.fill(Qt::white);
    picture.fill(QColor(10, 20, 30, 40));
    std::vector<double> times;
    for (int i = 0; i < 60; ++i) {
        const auto start = Clock::now();
        QPainter(&screen).drawImage(0, 0, picture);
        times.push_back(since(start));
    }
    return quantile(times, 0.5);
}

/// Frames as a person sees them: an input, then everything the UI thread does until it is painted.
std::vector<double> framesOf(views::LinePlot& plot, const std::function<void(int)>& input) {
    std::vector<double> times;
    for (int i = 0; i < Frames; ++i) {
        const auto start = Clock::now();
        input(i);
        QApplication::sendPostedEvents();
        QApplication::processEvents(QEventLoop::AllEvents);
        plot.repaint();
        const double spent = since(start);
        times.push_back(spent);
        breathe(std::max(1, FrameMs - static_cast<int>(spent)));
    }
    return times;
}

void wheel(views::LinePlot& plot, int delta) {
    const QPointF at = plot.rect().center();
    QWheelEvent event(at, plot.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(&plot, &event);
}

void mouse(views::LinePlot& plot, QEvent::Type type, const QPointF& at) {
    const bool moving = type == QEvent::MouseMove;
    QMouseEvent event(type, at, plot.mapToGlobal(at), moving ? Qt::NoButton : Qt::MiddleButton,
                      type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::MiddleButton,
                      Qt::NoModifier);
    QApplication::sendEvent(&plot, &event);
}

nlohmann::json benchWorker(const std::vector<views::PlotLine>& lines, int width, int height) {
    nlohmann::json out;
    auto start = Clock::now();
    std::vector<std::shared_ptr<const series::Line>> prepared;
    series::MinMax x;
    series::MinMax y;
    for (const views::PlotLine& line : lines) {
        prepared.push_back(series::Line::make(*line.series, series::XKind::Step));
        x.include(prepared.back()->xExtent());
        y.include(prepared.back()->yExtent());
    }
    out["prepare"] = since(start);
    const series::Mapping mapping{{x.min, x.max, width}, series::fit(y, 0.04), false, height};
    const auto all = [&](auto decimate) {
        std::vector<series::Decimated> found;
        for (const auto& line : prepared)
            found.push_back(decimate(*line, mapping.window));
        return found;
    };
    start = Clock::now();
    const auto exact = all(series::decimate);
    out["decimate"] = since(start);
    start = Clock::now();
    const auto snapped = all(series::decimateSnapped);
    out["decimate_snapped"] = since(start);
    start = Clock::now();
    series::Raster raster(width, height);
    for (std::size_t i = 0; i < prepared.size(); ++i)
        raster.draw(*prepared[i], exact[i], mapping, {0x3366CC, 1, 1.3, 3, 2});
    out["raster"] = since(start);
    return out;
}

}  // namespace

nlohmann::json benchChart(const Options& options) {
    const int width = options.width;
    const int height = options.height;
    const Scratch scratch(options.folder);
    const std::unique_ptr<cache::Cache> cache =
        cachedSeries(scratch.path(), options.series, options.points);
    nlohmann::json out;
    out["bytes_per_point"] = static_cast<double>(std::filesystem::file_size(cache->file())) /
                             options.series / options.points;
    const double before = anonymousMegabytes();
    auto start = Clock::now();
    std::vector<views::PlotLine> lines = openLines(*cache, options.series);
    out["open"] = since(start);
    out.update(benchWorker(lines, width, height));
    const double blit = medianBlit(width, height);
    out["floor_blit"] = blit;

    views::LinePlot empty;
    empty.resize(width, height);
    empty.show();
    settle(empty);
    // For comparison only: the same frame without lines. It has a worker too, so it is no floor.
    out["empty_frame"] = quantile(framesOf(empty, [&](int) { wheel(empty, 1); }), 0.5);
    empty.hide();

    views::LinePlot plot;
    plot.resize(width, height);
    plot.show();
    settle(plot);
    start = Clock::now();
    lines = openLines(*cache, options.series);
    double first = 0;
    QObject::connect(&plot, &views::LinePlot::rendered, &plot, [&] {
        if (first == 0)
            first = since(start);
    });
    plot.setLines(lines);
    settle(plot);
    out["first_paint"] = first;
    out["first_exact"] = since(start);
    out["memory_mb"] = anonymousMegabytes() - before;

    const QPointF middle = plot.plotArea().center();
    mouse(plot, QEvent::MouseButtonPress, middle);
    const auto pan = framesOf(plot, [&](int i) {
        mouse(plot, QEvent::MouseMove, middle + QPointF(150 * std::sin(i * 0.1), 0));
    });
    mouse(plot, QEvent::MouseButtonRelease, middle);
    out["pan"] = frames(pan, blit);
    const auto zoom = framesOf(plot, [&](int i) { wheel(plot, i % 60 < 30 ? 60 : -60); });
    out["zoom"] = frames(zoom, blit);
    const auto rest = Clock::now();
    settle(plot);
    out["exact_after_rest"] = since(rest);
    return out;
}

}  // namespace podium::bench
