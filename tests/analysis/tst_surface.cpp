// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/contour.h"
#include "analysis/delaunay.h"

#include "randomcolumns.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace podium::analysis;
using namespace podium::test;

namespace {

struct Data {
    std::vector<double> x;
    std::vector<double> y;
    std::vector<double> z;
};

double unit(std::mt19937_64& random) {
    return static_cast<double>(random() % 1'000'001) / 1e6;
}

template <typename Function>
Data scattered(std::uint64_t seed, std::size_t count, const Function& function) {
    std::mt19937_64 random(seed);
    // The corners too, so that the hull is the square.
    Data data{{0, 1, 0, 1}, {0, 0, 1, 1}, {}};
    for (std::size_t i = 4; i < count; ++i) {
        data.x.push_back(unit(random));
        data.y.push_back(unit(random));
    }
    for (std::size_t i = 0; i < data.x.size(); ++i)
        data.z.push_back(function(data.x[i], data.y[i]));
    return data;
}

SurfaceOptions unmasked() {
    SurfaceOptions options;
    options.reach = 2;
    return options;
}

double plane(double x, double y) {
    return 3 + 2 * x - 5 * y;
}

long double turn(const PlanePoint& a, const PlanePoint& b, const PlanePoint& c) {
    return (static_cast<long double>(b.x) - a.x) * (static_cast<long double>(c.y) - a.y) -
           (static_cast<long double>(b.y) - a.y) * (static_cast<long double>(c.x) - a.x);
}

/// How far d is inside the circle through a, b, c, by its centre and radius.
long double insideCircle(const PlanePoint& a, const PlanePoint& b, const PlanePoint& c,
                         const PlanePoint& d) {
    const long double bx = static_cast<long double>(b.x) - a.x;
    const long double by = static_cast<long double>(b.y) - a.y;
    const long double cx = static_cast<long double>(c.x) - a.x;
    const long double cy = static_cast<long double>(c.y) - a.y;
    const long double area = 2 * (bx * cy - by * cx);
    const long double ux = (cy * (bx * bx + by * by) - by * (cx * cx + cy * cy)) / area;
    const long double uy = (bx * (cx * cx + cy * cy) - cx * (bx * bx + by * by)) / area;
    return std::hypot(ux, uy) - std::hypot(d.x - a.x - ux, d.y - a.y - uy);
}

}  // namespace

class TestSurface : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPlaneStaysAPlane() {
        const Data data = scattered(1, 60, plane);
        const Surface surface = surfaceOf(data.x, data.y, data.z, unmasked());
        QCOMPARE(surface.points, std::size_t{60});
        for (std::size_t row = 0; row < surface.rows; ++row) {
            for (std::size_t column = 0; column < surface.columns; ++column) {
                const double expected =
                    plane(static_cast<double>(column) / 63, static_cast<double>(row) / 63);
                QVERIFY(std::abs(surface.at(column, row) - expected) < 1e-9);
            }
        }
        QVERIFY(std::abs(surface.low - -2) < 1e-9);
        QVERIFY(std::abs(surface.high - 5) < 1e-9);
    }

    void aGridOfRunsStaysAGrid() {
        Data data;
        for (int i = 0; i <= 8; ++i) {
            for (int j = 0; j <= 8; ++j) {
                data.x.push_back(i / 8.0);
                data.y.push_back(j / 8.0);
                data.z.push_back(i * i - 3 * j);
            }
        }
        SurfaceOptions options;
        options.columns = options.rows = 17;
        const Surface surface = surfaceOf(data.x, data.y, data.z, options);
        for (std::size_t i = 0; i <= 8; ++i) {
            for (std::size_t j = 0; j <= 8; ++j)
                QVERIFY(std::abs(surface.at(2 * i, 2 * j) - data.z[i * 9 + j]) < 1e-6);
        }
        // Between neighbours on an edge of the grid it is linear, whichever way squares are cut.
        QVERIFY(std::abs(surface.at(1, 0) - 0.5) < 1e-6);
        QVERIFY(std::none_of(surface.values.begin(), surface.values.end(),
                             [](double value) { return std::isnan(value); }));
    }

    void neverBeyondTheData() {
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            std::mt19937_64 random(seed);
            const Data data =
                scattered(seed, 40, [&](double, double) { return unit(random) * 2e307; });
            const Surface surface = surfaceOf(data.x, data.y, data.z, unmasked());
            const auto [low, high] = std::minmax_element(data.z.begin(), data.z.end());
            QVERIFY(surface.low >= *low && surface.high <= *high);
        }
    }

    void maskedWhereNoDataIsNear() {
        const std::vector<double> x = {0, 0.1, 0, 0.9, 1, 1};
        const std::vector<double> y = {0, 0, 0.1, 1, 0.9, 1};
        const std::vector<double> z = {1, 2, 3, 4, 5, 6};
        const Surface surface = surfaceOf(x, y, z);
        QVERIFY(!std::isnan(surface.at(0, 0)) && !std::isnan(surface.at(63, 63)));
        QVERIFY(std::isnan(surface.at(32, 32)));
        // 9 / 63 is 0.149 from (0.1, 0), 10 / 63 is 0.170.
        QVERIFY(!std::isnan(surface.at(9, 9)) && std::isnan(surface.at(10, 10)));
        QVERIFY(!std::isnan(surfaceOf(x, y, z, unmasked()).at(32, 32)));
        // Outside of the hull there is nothing to go by, however near.
        QVERIFY(std::isnan(surfaceOf(x, y, z, unmasked()).at(63, 0)));
    }

    void runsAtOnePlaceAreAveraged() {
        const std::vector<double> x = {0, 1, 0, 0, NaN, 0.5, 1.5};
        const std::vector<double> y = {0, 0, 1, 1, 0.5, 0.5, 0.5};
        const std::vector<double> z = {0, 0, 4, 8, 1, NaN, 1};
        SurfaceOptions options = unmasked();
        options.columns = options.rows = 3;
        const Surface surface = surfaceOf(x, y, z, options);
        QCOMPARE(surface.points, std::size_t{3});
        QCOMPARE(surface.leftOut, std::size_t{3});
        QVERIFY(std::abs(surface.at(0, 2) - 6) < 1e-9);
        QVERIFY(std::abs(surface.at(0, 1) - 3) < 1e-9);
        QVERIFY(std::abs(surface.at(1, 1) - 3) < 1e-9);
        QVERIFY(std::isnan(surface.at(2, 2)));
    }

    void tooFewPoints() {
        const auto allMasked = [](const std::vector<double>& values) {
            const Surface surface = surfaceOf(values, values, values);
            return std::isnan(surface.low) &&
                   std::all_of(surface.values.begin(), surface.values.end(),
                               [](double value) { return std::isnan(value); });
        };
        QVERIFY(allMasked({}));
        QVERIFY(allMasked({0.5}));
        QVERIFY(allMasked({0.2, 0.8}));
        QVERIFY(allMasked({0, 0.25, 0.5, 0.75, 1}));  // on one line
    }

    void triangulationIsDelaunay() {
        for (std::uint64_t seed = 0; seed < 30; ++seed) {
            std::mt19937_64 random(seed);
            std::vector<PlanePoint> points = {{0, 0}, {1, 0}, {0, 1}, {1, 1}};
            std::set<std::pair<double, double>> known;
            const bool raster = seed % 3 == 0;
            while (points.size() < 5 + seed * 4) {
                PlanePoint p{unit(random), unit(random)};
                if (raster)
                    p = {std::round(p.x * 20) / 20, std::round(p.y * 20) / 20};
                if (p.x > 0 && p.x < 1 && p.y > 0 && p.y < 1 && known.insert({p.x, p.y}).second)
                    points.push_back(p);
            }
            const std::vector<Triangle> triangles = delaunay(points, {});
            long double area = 0;
            for (const Triangle& triangle : triangles) {
                const PlanePoint& a = points[triangle[0]];
                const PlanePoint& b = points[triangle[1]];
                const PlanePoint& c = points[triangle[2]];
                area += std::abs(turn(a, b, c)) / 2;
                if (std::abs(turn(a, b, c)) < 1e-6L)
                    continue;
                for (const PlanePoint& d : points)
                    QVERIFY2(insideCircle(a, b, c, d) < 1e-5L, qPrintable(QString::number(seed)));
            }
            QVERIFY2(std::abs(area - 1) < 1e-6L, qPrintable(QString::number(seed)));
            // Euler: 2n - 2 - points on the hull.
            if (!raster)
                QCOMPARE(triangles.size(), 2 * points.size() - 2 - 4);
        }
    }

    void stops() {
        std::stop_source source;
        source.request_stop();
        const Data data = scattered(1, 60, plane);
        QVERIFY(std::isnan(surfaceOf(data.x, data.y, data.z, unmasked(), source.get_token()).high));
    }
};

QTEST_GUILESS_MAIN(TestSurface)
#include "tst_surface.moc"
