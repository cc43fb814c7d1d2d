// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomseries.h"
#include "series/raster.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QTest>

#include <cmath>

using namespace podium::series;
using namespace podium::test;
using podium::domain::MetricPoint;

namespace {

constexpr int Width = 320;
constexpr int Height = 200;

QImage drawn(const Line& line, const Mapping& mapping, const Stroke& stroke) {
    Raster raster(mapping.window.columns, mapping.height);
    raster.draw(line, decimate(line, mapping.window), mapping, stroke);
    QImage image(mapping.window.columns, mapping.height, QImage::Format_ARGB32_Premultiplied);
    raster.copyTo(reinterpret_cast<std::uint32_t*>(image.bits()),
                  static_cast<std::size_t>(image.bytesPerLine()) / 4);
    return image;
}

/// The same by QPainter, point by point: the independent reference.
QImage painted(const Line& line, const Mapping& mapping, double width) {
    QImage image(mapping.window.columns, mapping.height, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    // At exactly 1 QPainter takes a short cut of its own that is lighter than a stroke.
    QPen pen(Qt::black, width + 0.001);
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    QPolygonF run;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (!line.joined(i)) {
            painter.drawPolyline(run);
            run.clear();
        }
        run << QPointF(mapping.pixelX(line.x()[i]), mapping.pixelY(line.y()[i]));
    }
    painter.drawPolyline(run);
    return image;
}

double ink(const QImage& image) {
    double sum = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            sum += qAlpha(image.pixel(x, y)) / 255.0;
    }
    return sum;
}

/// Share of a picture's ink that has no ink of the other within one pixel.
double strayInk(const QImage& a, const QImage& b) {
    double stray = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            int near = 0;
            for (int dy = -1; dy <= 1; ++dy) {
                for (int dx = -1; dx <= 1; ++dx) {
                    if (b.valid(x + dx, y + dy))
                        near = std::max(near, qAlpha(b.pixel(x + dx, y + dy)));
                }
            }
            stray += std::max(0, qAlpha(a.pixel(x, y)) - near) / 255.0;
        }
    }
    return stray / std::max(1.0, ink(a));
}

std::shared_ptr<const Line> wave(int points, double noise, std::uint64_t seed = 1) {
    std::mt19937_64 random(seed);
    std::normal_distribution<double> normal(0, 1);
    std::vector<MetricPoint> list;
    for (int i = 0; i < points; ++i)
        list.push_back({std::sin(i * 9.0 / points) + noise * normal(random), 0, i});
    return Line::make(*Series::fromPoints(list), XKind::Step);
}

Mapping viewOf(const Line& line) {
    const MinMax x = line.xExtent();
    return {{x.min, x.max, Width}, fit(line.yExtent(), 0.05), false, Height};
}

}  // namespace

class TestRaster : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void looksLikeQPainter_data();
    void looksLikeQPainter();
    void sparseLinesAreJoined();
    void crossesAnEmptyWindow();
    void lonelyPointIsADot();
    void spikeIsDrawn();
    void opacityAndOrder();
    void hostileSeriesStayInside();
    void stripsMakeTheSamePicture_data();
    void stripsMakeTheSamePicture();
};

void TestRaster::looksLikeQPainter_data() {
    QTest::addColumn<int>("points");
    QTest::addColumn<double>("noise");
    QTest::addColumn<double>("width");
    for (const int points : {2, 3, 9, 60, 300, 900, 3000, 30'000}) {
        for (const double noise : {0.0, 0.05}) {
            for (const double width : {1.0, 1.5, 3.0})
                QTest::addRow("%d points, noise %g, width %g", points, noise, width)
                    << points << noise << width;
        }
    }
}

void TestRaster::looksLikeQPainter() {
    QFETCH(int, points);
    QFETCH(double, noise);
    QFETCH(double, width);
    const auto line = wave(points, noise);
    const Mapping view = viewOf(*line);
    const QImage own = drawn(*line, view, {0, 1, width, 0, 0});
    const QImage reference = painted(*line, view, width);
    const double strayOwn = strayInk(own, reference);
    const double strayReference = strayInk(reference, own);
    QVERIFY2(strayOwn < 0.03, qPrintable(QString::number(strayOwn)));
    QVERIFY2(strayReference < 0.03, qPrintable(QString::number(strayReference)));
    const double weight = ink(own) / ink(reference);
    QVERIFY2(weight > 0.8 && weight < 1.3, qPrintable(QString::number(weight)));
}

void TestRaster::sparseLinesAreJoined() {
    const auto line = Line::make(
        *Series::fromPoints(std::vector<MetricPoint>{{0, 0, 0}, {1, 0, 100}, {0, 0, 200}}),
        XKind::Step);
    const QImage image = drawn(*line, viewOf(*line), {0, 1, 1, 0, 0});
    for (int x = 1; x < Width - 1; ++x) {
        double column = 0;
        for (int y = 0; y < Height; ++y)
            column += qAlpha(image.pixel(x, y)) / 255.0;
        QVERIFY2(column > 0.9, qPrintable(QString::number(x)));
    }
}

void TestRaster::crossesAnEmptyWindow() {
    const auto line = Line::make(
        *Series::fromPoints(std::vector<MetricPoint>{{0, 0, 0}, {1, 0, 1000}}), XKind::Step);
    const Mapping view{{400, 600, Width}, {0, 1}, false, Height};
    QVERIFY(ink(drawn(*line, view, {0, 1, 1, 0, 0})) > Width * 0.9);
}

void TestRaster::lonelyPointIsADot() {
    const auto line = Line::make(
        *Series::fromPoints(std::vector<MetricPoint>{{1, 0, 5}, {NaN, 0, 6}, {1, 0, 8}, {1, 0, 9}}),
        XKind::Step);
    const Mapping view{{0, 10, Width}, {0, 2}, false, Height};
    const QImage image = drawn(*line, view, {0, 1, 1, 3, 0});
    QCOMPARE(qAlpha(image.pixel(Width / 2, Height / 2)), 255);
    QVERIFY(qAlpha(image.pixel(Width / 2, Height / 2 - 2)) > 200);
    QCOMPARE(qAlpha(image.pixel(Width * 6 / 10 + 8, Height / 2)), 0);
}

void TestRaster::spikeIsDrawn() {
    std::vector<MetricPoint> points(100'000);
    for (std::size_t i = 0; i < points.size(); ++i)
        points[i].step = static_cast<std::int64_t>(i);
    points[43'210].value = 1;
    const auto line = Line::make(*Series::fromPoints(points), XKind::Step);
    const Mapping view{{0, 99'999, Width}, {-0.1, 1.1}, false, Height};
    const QImage image = drawn(*line, view, {0, 1, 1, 0, 0});
    const int column = static_cast<int>(view.window.position(43'210));
    QVERIFY(qAlpha(image.pixel(column, static_cast<int>(view.pixelY(0.99)))) > 200);
    QVERIFY(qAlpha(image.pixel(column, static_cast<int>(view.pixelY(0.5)))) > 200);
}

void TestRaster::opacityAndOrder() {
    const auto line = Line::make(
        *Series::fromPoints(std::vector<MetricPoint>{{1, 0, 0}, {1, 0, 10}}), XKind::Step);
    const Mapping view{{0, 10, 20}, {0, 2}, false, 20};
    Raster raster(20, 20);
    const Decimated columns = decimate(*line, view.window);
    raster.draw(*line, columns, view, {0xFF0000, 1, 4, 0, 0});
    raster.draw(*line, columns, view, {0x0000FF, 0.5, 4, 0, 0});
    QImage image(20, 20, QImage::Format_ARGB32_Premultiplied);
    raster.copyTo(reinterpret_cast<std::uint32_t*>(image.bits()), 20);
    const QRgb mixed = image.pixel(10, 10);
    QCOMPARE(qAlpha(mixed), 255);
    QVERIFY(std::abs(qRed(mixed) - 127) <= 1);
    QVERIFY(std::abs(qBlue(mixed) - 128) <= 1);
    QCOMPARE(image.pixel(10, 2), QRgb{0});
}

void TestRaster::hostileSeriesStayInside() {
    std::mt19937_64 random(77);
    for (int round = 0; round < 400; ++round) {
        std::vector<MetricPoint> points;
        const std::size_t count = random() % 400;
        for (std::size_t i = 0; i < count; ++i)
            points.push_back({std::bit_cast<double>(random()), static_cast<std::int64_t>(random()),
                              static_cast<std::int64_t>(random() >> (random() % 64))});
        const auto line = Line::make(*Series::fromPoints(points), XKind::Step);
        const auto positive = line->positive();
        MinMax x = line->xExtent();
        if (x.empty() || x.min == x.max)
            x = {0, 1};
        const Range y = fit(line->yExtent(), 0.05);
        drawn(*line, {{x.min, x.max, 97}, y, false, 61}, {0, 1, 2, 3, 2});
        drawn(*line, {{x.min / 3, x.max / 7 + 1, 97}, {-1e-200, 1e-200}, false, 61},
              {0, 1, 2, 3, 2});
        drawn(*positive, {{x.min, x.max, 97}, fit(positive->yExtent(), 0.05, true), true, 61},
              {0, 1, 1, 3, 2});
    }
    Raster(0, 0).draw(*wave(5, 0), {}, {}, {});
}

void TestRaster::stripsMakeTheSamePicture_data() {
    looksLikeQPainter_data();
}

/// Several threads draw a picture in strips: no pixel may differ from that of one.
void TestRaster::stripsMakeTheSamePicture() {
    QFETCH(int, points);
    QFETCH(double, noise);
    QFETCH(double, width);
    const auto line = wave(points, noise);
    Mapping view = viewOf(*line);
    // Some of it lies outside on both sides.
    view.window.x0 += (view.window.x1 - view.window.x0) * 0.1;
    view.window.x1 -= (view.window.x1 - view.window.x0) * 0.1;
    const Decimated columns = decimate(*line, view.window);
    const Stroke stroke{0x2040C0, 0.7, width, 3, 4};
    Raster whole(Width, Height);
    whole.draw(*line, columns, view, stroke);
    Raster strips(Width, Height);
    for (int from = 0; from < Width; from += 37)
        strips.draw(*line, columns, view, stroke, from, from + 37);
    std::vector<std::uint32_t> a(std::size_t{Width} * Height);
    std::vector<std::uint32_t> b(a.size(), 1);
    whole.copyTo(a.data(), Width);
    for (int from = 0; from < Width; from += 50)
        strips.copyTo(b.data(), Width, from, std::min(from + 50, Width));
    QVERIFY(a == b);
    QVERIFY(std::ranges::count(a, 0U) < Width * Height);
}

QTEST_GUILESS_MAIN(TestRaster)
#include "tst_raster.moc"
